import type { DisclosureView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import type { Refused } from '../../api/client'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { RuleNote } from '../../components/RuleNote'
import { OnePeriod } from '../../pages/disclosure/ItemRow'
import { type ItemDue, sorted } from '../../pages/disclosure/standing'

export type DrillProps = {
  /** of the village that was pressed; undefined while it is on its way */
  view?: DisclosureView
  refused?: Refused
  title: string
  /** one item, or all that the village misses */
  code?: string
}

/** What lies behind a cell or a village: its periods, the way to each notice, the rule. */
export function Drill({ view, refused, title, code }: DrillProps) {
  const items = view?.items ?? []
  const { missing, late } = sorted(items)
  const shown = code ? items.filter((item) => item.code === code) : [...missing, ...late]
  return (
    <Card title={title}>
      {refused && <Note tone="zhe">{refused.says}</Note>}
      {!view && !refused && <View className="mw-meta">正在取…</View>}
      {view && shown.length === 0 && <Note tone="song">没有缺的，也没有迟公开的。</Note>}
      {view && shown.map((item) => <One key={item.code} item={item} today={view.today} alone={code !== undefined} />)}
    </Card>
  )
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
