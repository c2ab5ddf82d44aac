import type { CardView } from '@shared/schemas/views'
import { useState } from 'react'
import { call } from '../../api/client'
import { useSession } from '../../api/session'
import { today } from '../../api/today'
import { useCall } from '../../api/useCall'
import { usePages } from '../../api/usePages'
import { Empty } from '../../components/Blank'
import { Button } from '../../components/Button'
import { Card, SectionTitle } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Page } from '../../components/Page'
import { Row } from '../../components/Row'
import { Segmented } from '../../components/Segmented'
import { StatTiles } from '../../components/StatTiles'
import { WorkCard } from '../../components/WorkCard'
import { routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { RemindButton } from '../../screen/RemindButton'
import { SignInFirst } from '../../screen/SignInFirst'
import { monthDay, savedWords } from '../../words'
import { dueChip } from '../dueChip'
import { openingsOf, rowsToBegin } from '../open/openings'
import { villageRunBy } from '../session/run'
import { beganWords, type Groups, groupsOf, type Kind, kinds, ofKind, placeOf, taskWords } from './groups'
import { NextSession } from './NextSession'

type Scope = 'me' | 'village'
const scopes = [
  { value: 'me', words: '我的' },
  { value: 'village', words: '本村' },
] as const

/** 待办: what waits for this person or the village, soonest due first. */
export default function DeskPage() {
  const person = useSession()?.person
  const [scope, setScope] = useState<Scope>('me')
  const [kind, setKind] = useState<Kind>('all')
  const query = { scope, limit: 50 }
  const first = useCall('backlog', person ? { query } : null)
  const me = useCall('me', person ? {} : null)
  const village = villageRunBy(person)
  const year = useCall('sessions', village ? { params: { id: village } } : null)
  const pages = usePages(first.answer, (after) => call('backlog', { query: { ...query, after } }))
  const day = today()

  if (!person)
    return (
      <SignInFirst
        title="待办"
        first="先登录，再看待办"
        says="轮到您办的事会列在这里，最急的在最上面。"
        back={routes.desk()}
      />
    )

  const groups = groupsOf(ofKind(pages.cards, kind), day)
  const whole = pages.more === undefined
  const mine = scope === 'me'
  const to = (card: CardView) => placeOf(card, mine, year.answer)
  return (
    <Page title="待办" onBack={goBack} offline={first.savedAt && savedWords(first.savedAt, day)}>
      {village && <NextSession village={village} year={year} />}
      <Card>
        <StatTiles stats={statsOf(scope === 'me' ? me.answer?.desk : undefined, groupsOf(pages.cards, day), whole)} />
      </Card>
      {person.village && <Segmented label="谁的待办" options={scopes} value={scope} onChange={setScope} />}
      <Segmented
        label="待办分类"
        options={kinds.map((k) => ({
          value: k.kind,
          words: k.words,
          ...(whole && first.answer && { count: ofKind(pages.cards, k.kind).length }),
        }))}
        value={kind}
        onChange={setKind}
      />
      <Loaded of={first} kind="list" label="正在打开待办">
        {() =>
          Object.values(groups).every((group) => group.length === 0) ? (
            <Empty title="都办完了" says={scope === 'me' ? '现在没有轮到您办的事。' : '村里现在没有等着办的事。'} />
          ) : (
            <>
              <Group title="已逾期" cards={groups.overdue} {...{ day, to, mine }} late />
              <Group title="今天到期" cards={groups.today} {...{ day, to, mine }} />
              <Group title="本周" cards={groups.week} {...{ day, to, mine }} />
              <Group title="以后" cards={groups.later} {...{ day, to, mine }} />
            </>
          )
        }
      </Loaded>
      {pages.refused && <Note tone="zhe">{pages.refused.says}</Note>}
      {pages.more && (
        <Button kind="second" block busy={pages.busy} busyWords="正在取…" onPress={() => void pages.more?.()}>
          看后面的
        </Button>
      )}
      <RemindButton words="待办来了，微信告诉我" kinds={['turn', 'reminder']} />
      {openingsOf(person).length + rowsToBegin(person).length > 0 && (
        <Card flush>
          <Row icon="plus" title="开始一件事" onPress={() => go(routes.open(''))} />
        </Card>
      )}
    </Page>
  )
}

type Counts = { overdue: number; today: number; later: number }

// Of a list that isn't all there a count would be a guess.
const statsOf = (known: Counts | undefined, groups: Groups, whole: boolean) => {
  const seen = { ...groups, later: [...groups.week, ...groups.later] }
  const of = (part: keyof Counts) => known?.[part] ?? (whole ? seen[part].length : `${seen[part].length}+`)
  return [
    { icon: 'alert', words: '已逾期', value: of('overdue'), unit: '件', tone: 'jiang' },
    { icon: 'hourglass', words: '今天到期', value: of('today'), unit: '件', tone: 'zhe' },
    { icon: 'cal', words: '还没到期', value: of('later'), unit: '件' },
  ] as const
}

function Group({
  title,
  cards,
  day,
  to,
  mine,
  late = false,
}: {
  title: string
  cards: readonly CardView[]
  day: string
  /** where a row leads */
  to: (card: CardView) => string
  /** whether they lie on the reader's own desk */
  mine: boolean
  late?: boolean
}) {
  if (cards.length === 0) return null
  return (
    <>
      <SectionTitle title={title} />
      <Card flush late={late}>
        {cards.map((card, i) => (
          <WorkCard
            key={card.id}
            char={card.seal ?? card.mark}
            state={late ? 'late' : card.due === day ? 'now' : 'todo'}
            title={taskWords(card)}
            detail={`${monthDay(card.on, day)}${beganWords(card)}`}
            chips={[dueChip(card.due, day)]}
            onPress={() => go(to(card))}
            action={late && mine && i === 0 ? '现在就办' : undefined}
          />
        ))}
      </Card>
    </>
  )
}
