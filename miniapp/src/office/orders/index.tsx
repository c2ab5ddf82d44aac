import type { CardView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../api/client'
import { isOfTownship, useSession } from '../../api/session'
import { today as todayNow } from '../../api/today'
import { useCall } from '../../api/useCall'
import { usePages } from '../../api/usePages'
import { Empty } from '../../components/Blank'
import { MoreLink } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note, Status } from '../../components/Chip'
import { Page } from '../../components/Page'
import { Pressable } from '../../components/Pressable'
import { Segmented } from '../../components/Segmented'
import { WideHead } from '../../components/Sidebar'
import { StatTiles } from '../../components/StatTiles'
import { param, routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { monthDay, savedWords } from '../../words'
import { dueChip } from '../dueChip'
import { Places } from '../monitor/Places'
import { type Kind, lineOf, sumsOf, turnOf } from './orders'
import './orders.scss'

const kinds = [
  { value: '督', words: '督办单' },
  { value: '谈', words: '约谈' },
] as const satisfies readonly { value: Kind; words: string }[]

const turns = [
  { value: 'all', words: '全部' },
  { value: 'us', words: '等镇里核对' },
  { value: 'village', words: '等村里答复' },
] as const

/** 督办单: what was sent and isn't closed, soonest due first, and whose turn it is; 约谈 in the same way. */
export default function OrdersPage() {
  const { params } = useRouter()
  const person = useSession()?.person
  const township = param(params, 'township') || (isOfTownship(person) ? person?.township : undefined)
  const today = todayNow()
  const [kind, setKind] = useState<Kind>('督')
  const [turn, setTurn] = useState<(typeof turns)[number]['value']>('all')
  const query = { scope: 'township', mark: kind, limit: 50 } as const
  const found = useCall('backlog', person && township ? { query } : null)
  const pages = usePages(found.answer, (after) => call('backlog', { query: { ...query, after } }))
  const asked = person && township ? { params: { id: township }, query: { mark: kind } } : null
  const monitor = useCall('monitor', asked)
  const names = monitor.answer ?? { villages: [], owners: [] }
  return (
    <Page
      title="督办单"
      onBack={goBack}
      offline={found.savedAt && savedWords(found.savedAt, today)}
      side={
        person && (
          <Places
            person={person}
            place={monitor.answer?.townshipName ?? ''}
            current="orders"
            {...(kind === '督' && { orders: monitor.answer?.totals.open })}
          />
        )
      }
    >
      {township ? (
        <>
          <WideHead title="督办单" asOf={`没有办完的，截至${monthDay(today)}`} />
          <View className="mw-orders-filter">
            <Segmented label="看哪一种" options={kinds} value={kind} onChange={setKind} />
            <Segmented label="轮到谁" options={turns} value={turn} onChange={setTurn} />
          </View>
          <Loaded of={found} kind="list" label="正在打开督办单">
            {() => (
              <Orders
                kind={kind}
                cards={pages.cards}
                shown={pages.cards.filter((card) => turn === 'all' || turnOf(card) === turn)}
                totals={monitor.answer?.totals}
                more={pages.more}
                refused={pages.refused?.says}
                line={(card) => lineOf(card, names)}
                today={today}
              />
            )}
          </Loaded>
        </>
      ) : (
        <Empty
          title="这里给镇里和片里看"
          says={person ? '发给您村的督办单在待办里，请到那里答复。' : '先登录，再看督办单。'}
          action={person ? '看待办' : '去登录'}
          onAction={() => go(person ? routes.desk() : routes.signIn(routes.orders()))}
        />
      )}
    </Page>
  )
}

type OrdersProps = {
  kind: Kind
  cards: readonly CardView[]
  /** those of them whose turn was asked for */
  shown: readonly CardView[]
  totals?: { open: number; overdue: number }
  more?: () => Promise<void>
  refused?: string
  line: (card: CardView) => string
  today: string
}

function Orders({ kind, cards, shown, totals, more, refused, line, today }: OrdersProps) {
  const what = kind === '督' ? '督办单' : '约谈'
  if (cards.length === 0)
    return (
      <Empty
        title={`没有没办完的${what}`}
        says={
          kind === '督'
            ? '在监测里选一格，或者在公开检查里选一项，可以发督办单。村里要按期答复，您再核对。'
            : '打开一件事，在“还能办的”里选约谈。谈了什么、答应了什么，都记在这里。'
        }
        action="去监测"
        onAction={() => go(routes.monitor())}
      />
    )
  const sums = sumsOf(cards, today)
  return (
    <>
      <Card>
        <StatTiles
          across="four"
          stats={[
            { icon: 'alert', words: '逾期', value: totals?.overdue ?? sums.overdue, unit: '件', tone: 'jiang' },
            { icon: 'flag', words: '没有办完', value: totals?.open ?? sums.open, unit: '件' },
            { icon: 'clock', words: '等村里', value: more ? '—' : sums.village, unit: more ? '' : '件' },
            { icon: 'eye', words: '等镇里', value: more ? '—' : sums.us, unit: more ? '' : '件' },
          ]}
        />
      </Card>
      {shown.length === 0 && <Note tone="song">这一类现在没有。</Note>}
      {shown.length > 0 && (
        <Card flush>
          {shown.map((card) => (
            <One key={card.id} card={card} line={line(card)} today={today} />
          ))}
        </Card>
      )}
      {refused && <Note tone="zhe">{refused}</Note>}
      {more && <MoreLink words="看后面的" onPress={() => void more()} />}
    </>
  )
}

function One({ card, line, today }: { card: CardView; line: string; today: string }) {
  const chip = dueChip(card.due, today)
  return (
    <Pressable className="mw-row" role="link" onPress={() => go(routes.case(card.id))}>
      <View className="mw-row-words">
        <View className="mw-row-title strong">{card.title}</View>
        <View className="mw-orders-line">
          <Status tone={chip.kind === 'line' ? 'hui' : chip.kind} words={chip.words} icon={chip.icon} />
          <View>{line}</View>
        </View>
      </View>
    </Pressable>
  )
}
