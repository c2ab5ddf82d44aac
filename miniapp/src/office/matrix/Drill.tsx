import type { CardView, DisclosureView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import type { Refused } from '../../api/client'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note, Status } from '../../components/Chip'
import { Pressable } from '../../components/Pressable'
import { RuleNote } from '../../components/RuleNote'
import { OnePeriod } from '../../more/disclosure/ItemRow'
import { type ItemDue, sorted } from '../../more/disclosure/standing'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { dueChip } from '../dueChip'
import type { Urging } from '../urging/useUrging'
import { atOnce } from '../urging/words'
import { byOrder, missingIn } from './missing'

export type DrillProps = {
  /** of the village that was pressed; undefined while it is on its way */
  view?: DisclosureView
  refused?: Refused
  title: string
  /** one item, or all that the village misses */
  code?: string
  village: string
  /** the village's 督办单 that are open; undefined while they are on their way */
  orders?: readonly CardView[]
  ask: Urging['ask']
}

/** What lies behind a cell or a village: its periods, the way to each notice, the rule. */
export function Drill({ view, refused, title, code, village, orders, ask }: DrillProps) {
  const items = view?.items ?? []
  const { missing, late } = sorted(items)
  const shown = code ? items.filter((item) => item.code === code) : [...missing, ...late]
  return (
    <Card title={title}>
      {refused && <Note tone="zhe">{refused.says}</Note>}
      {!view && !refused && <View className="mw-meta">正在取…</View>}
      {view && shown.length === 0 && <Note tone="song">没有缺的，也没有迟公开的。</Note>}
      {view && shown.map((item) => <One key={item.code} item={item} today={view.today} alone={code !== undefined} />)}
      {view && orders && <Orders {...{ view, village, code, orders, ask }} />}
    </Card>
  )
}

type OrdersProps = Required<Pick<DrillProps, 'village'>> & {
  view: DisclosureView
  code?: string
  orders: readonly CardView[]
  ask: Urging['ask']
}

/** What of it is under 督办 already, and the button for the rest. */
function Orders({ view, village, code, orders, ask }: OrdersProps) {
  const { ordered, open } = byOrder(view, missingIn(view, village, code), orders)
  const once = open.slice(0, atOnce)
  return (
    <>
      {ordered.length > 0 && (
        <View className="mw-due-ordered">
          <View className="mw-strong">正在督办</View>
          {ordered.map((card) => (
            <Pressable key={card.id} className="mw-due-order" role="link" onPress={() => go(routes.case(card.id))}>
              <View>{card.title}</View>
              <Status tone={chipTone(card, view.today)} words={dueChip(card.due, view.today).words} icon="flag" />
            </Pressable>
          ))}
        </View>
      )}
      {ask && once.length > 0 && (
        <View className="mw-due-rule">
          <Button block icon="flag" onPress={() => ask({ cases: [], missing: once })}>
            {open.length > once.length ? `先给最早的${once.length}期发督办单` : `给缺的${once.length}期发督办单`}
          </Button>
        </View>
      )}
    </>
  )
}

const chipTone = (card: CardView, today: string) => {
  const { kind } = dueChip(card.due, today)
  return kind === 'line' ? 'hui' : kind
}

/** What is due or was published, and what is due next; twelve months to come would say nothing. */
const told = ({ periods }: ItemDue) => {
  const next = periods.find((p) => p.state === 'notDue')
  return periods.filter((p) => p.state !== 'notDue' || p === next)
}

function One({ item, today, alone }: { item: ItemDue; today: string; alone: boolean }) {
  const periods = alone ? told(item) : item.periods.filter((p) => p.state === 'missing' || p.state === 'late')
  return (
    <View className="mw-due-one">
      {!alone && <View className="mw-strong">{item.title}</View>}
      {item.off && <View className="mw-meta">不用公开：{item.off}</View>}
      {alone && periods.length === 0 && <View className="mw-meta">有了新情况才公开，现在没有。</View>}
      {!item.off &&
        periods.map((period) => <OnePeriod key={`${period.period}${period.id ?? ''}`} period={period} today={today} />)}
      {alone && (
        <View className="mw-due-rule">
          <RuleNote {...item.rule} />
        </View>
      )}
    </View>
  )
}
