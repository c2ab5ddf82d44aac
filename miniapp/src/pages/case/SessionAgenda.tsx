import type { SessionRunView } from '@shared/schemas/requestViews'
import type { CardView, CaseView } from '@shared/schemas/views'
import { workflowOf } from '@shared/workflows/index'
import { useCall } from '../../api/useCall'
import { Button } from '../../components/Button'
import { SectionTitle } from '../../components/Card'
import { Note } from '../../components/Chip'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { ProgressList } from '../../screen/ProgressList'
import { monthDay } from '../../words'

const decisions = workflowOf('request', 1)?.steps.find((step) => step.hears)?.says ?? {}

/** What waits to be heard at this 说事日 and what was: the cards that this reader may see, and how many more there are. */
export function SessionAgenda({ view, today }: { view: CaseView; today: string }) {
  const on = view.fields.sessionOn
  const isDay = typeof on === 'string'
  const found = useCall('session', isDay ? { params: { id: view.village, on } } : null)
  if (!isDay) return null
  return (
    <>
      <Loaded of={found} kind="list" label="正在打开要听的事">
        {(run) => <Lists run={run} today={today} />}
      </Loaded>
      {/* who may be named as handler is told to the office alone */}
      {view.may.people.length > 0 && !view.may.step?.ok && (
        <Button kind="second" block icon="cal" onPress={() => go(routes.sessionRun(view.village, on))}>
          看这次说事日
        </Button>
      )}
    </>
  )
}

function Lists({ run, today }: { run: SessionRunView; today: string }) {
  const { agenda, heard, promised, before, counts } = run
  const hidden = counts.agenda - agenda.length + (counts.heard - heard.length)
  const decided = new Map([...heard, ...promised].map((one) => [one.card.id, one.decided]))
  const list = (cards: readonly CardView[]) => (
    <ProgressList
      cards={cards}
      today={today}
      metaOf={(card) =>
        [`${monthDay(card.on, today)}提的`, decisions[decided.get(card.id) ?? '']].filter(Boolean).join('，')
      }
    />
  )
  return (
    <>
      {counts.agenda > 0 && <SectionTitle title="要听的" meta={`${counts.agenda}件`} />}
      {list(agenda)}
      {counts.heard > 0 && <SectionTitle title="这次听了" meta={`${counts.heard}件`} />}
      {list(heard.map(({ card }) => card))}
      {hidden > 0 && <Note tone="hui" icon="lock">{`还有${hidden}件只给村干部看。`}</Note>}
      {counts.agenda + counts.heard === 0 && <Note tone="hui">这次还没有要听的事。</Note>}
      {promised.length > 0 && (
        <>
          <SectionTitle title="上次答应的" meta={before && `${monthDay(before, today)}说事日`} />
          {list(promised.map(({ card }) => card))}
        </>
      )}
    </>
  )
}
