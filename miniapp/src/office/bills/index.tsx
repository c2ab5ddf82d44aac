import { yuan } from '@shared/money'
import type { CaseView, PersonView } from '@shared/schemas/views'
import { useState } from 'react'
import { call } from '../../api/client'
import { holdsOffice, isOfTownship, useSession } from '../../api/session'
import { today as todayNow } from '../../api/today'
import { useCall } from '../../api/useCall'
import { usePages } from '../../api/usePages'
import { Empty } from '../../components/Blank'
import { Link } from '../../components/Button'
import { Note } from '../../components/Chip'
import { Page } from '../../components/Page'
import { routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { savedWords } from '../../words'
import { Decisions } from '../Decisions'
import { Opened } from '../open/Opened'
import { Opening } from '../open/Opening'
import { type Opening as OpeningOf, openingCalled } from '../open/openings'
import { Handed } from './Handed'
import { Waiting } from './Waiting'
import { Ways } from './Ways'

type At = 'list' | 'bill' | 'decision'

const looksOver: readonly string[] = ['supervisor', 'collectiveSupervisor', 'sealKeeper']
const villageOf = (person: PersonView | undefined) =>
  person?.posts.find(({ role }) => looksOver.includes(role))?.place ?? person?.village

/** 报账: a new bill, what one has handed in, what waits in the village, for the agency what waits for itself. */
export default function Bills() {
  const person = useSession()?.person
  const opening = openingCalled('spending', person)
  const village = opening?.village ?? villageOf(person)
  const [at, setAt] = useState<At>('list')
  const [opened, setOpened] = useState<CaseView>()
  const today = todayNow()
  const rules = useCall('settings', village ? { params: { id: village } } : null).answer
  const above = rules?.settings.find(({ name }) => name === 'decisionAbove')?.value
  const line = typeof above === 'number' ? `${yuan(above)}元` : undefined

  const ofTownship = isOfTownship(person)
  // several villages' bills are more than anyone signs
  const scope = ofTownship ? ('me' as const) : ('village' as const)
  const query = { scope, mark: '支', limit: 20 }
  // a representative hands in bills and reads none of the others'
  const inOffice = holdsOffice(person)
  const waiting = useCall('backlog', inOffice ? { query } : null)
  const pages = usePages(waiting.answer, (after) => call('backlog', { query: { ...query, after } }))
  const mine = useCall(
    'cases',
    opening ? { params: { id: opening.village }, query: { workflow: 'spending', mine: '1', limit: 20 } } : null,
  )

  if (opened) return <Opened view={opened} />
  if (opening && at === 'bill')
    return (
      <NewBill
        {...{ opening, line }}
        onDecision={inOffice ? () => setAt('decision') : undefined}
        onBack={() => setAt('list')}
        onOpened={setOpened}
      />
    )
  if (opening && at === 'decision')
    return (
      <Page title="按决议报账" onBack={() => setAt('list')}>
        <Note tone="dai">从决议定的钱里扣，扣完为止。同一笔钱不会报两次。</Note>
        <Decisions village={opening.village} act="spend" today={today} />
      </Page>
    )
  return (
    <Page title="报账" onBack={goBack} offline={waiting.savedAt && savedWords(waiting.savedAt, today)}>
      {opening && (
        <Ways line={line} onBill={() => setAt('bill')} onDecision={inOffice ? () => setAt('decision') : undefined} />
      )}
      {person ? (
        <>
          {inOffice && <Waiting {...{ of: waiting, pages, today, mine: ofTownship }} />}
          {opening && <Handed of={mine} today={today} />}
        </>
      ) : (
        <Empty
          title="先登录，再报账"
          says="村里花的每一笔钱，都从这里报上来，一个一个签字。"
          action="去登录"
          onAction={() => go(routes.signIn(routes.bills()))}
        />
      )}
    </Page>
  )
}

type NewBillProps = {
  opening: OpeningOf
  /** above that a decision has to stand behind it: 50,000.00元 */
  line?: string
  onDecision?: () => void
  onBack: () => void
  onOpened: (view: CaseView) => void
}

function NewBill({ opening, line, onDecision, onBack, onOpened }: NewBillProps) {
  const { workflow } = opening
  return (
    <Opening
      {...{ opening, item: '', period: '', title: '报一笔账', onBack, onOpened }}
      given={{ decision: undefined }}
      rule={workflow.steps.find(({ id }) => id === 'headSign')?.rule}
    >
      {line && (
        <Note tone="dai">
          一笔超过{line}的，要有通过的决议{onDecision ? '。' : '，请报账员按决议报。'}
          {onDecision && <Link words="按决议报账" onPress={onDecision} />}
        </Note>
      )}
    </Opening>
  )
}
