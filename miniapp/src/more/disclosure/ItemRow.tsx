import { View } from '@tarojs/components'
import { useState } from 'react'
import { Chip } from '../../components/Chip'
import { cls } from '../../components/cls'
import { Icon } from '../../components/Icon'
import { Pressable } from '../../components/Pressable'
import { RuleNote } from '../../components/RuleNote'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { chipOf, type ItemDue, type Period, standingWords, stateOf, whatOf } from './standing'

/** One item in a flush Card; a press shows its periods, the way to each notice, and the rule. */
export function ItemRow({ item, today }: { item: ItemDue; today: string }) {
  const [open, setOpen] = useState(false)
  const state = stateOf(item)
  const due = item.periods.filter((p) => p.state !== 'notDue')
  const last = due.at(-1) ?? item.periods[0]
  return (
    <View className="mw-owed-item">
      <Pressable className="mw-row" expanded={open} onPress={() => setOpen(!open)}>
        <View className="mw-row-words">
          <View className="mw-row-title strong">{item.title}</View>
          <View className="mw-owed-meta">
            {state && <Chip {...chipOf(state)} />}
            <View>{item.off ?? (last ? whatOf(last) : '有了新情况才公开')}</View>
          </View>
        </View>
        <View className={cls('mw-row-go', open && 'mw-owed-open')}>
          <Icon name="down" />
        </View>
      </Pressable>
      {open && (
        <View className="mw-owed-more">
          {item.off === undefined &&
            item.periods.map((period) => (
              <OnePeriod key={`${period.period}${period.id ?? ''}`} period={period} today={today} />
            ))}
          <View className="mw-owed-rule">
            <RuleNote {...item.rule} />
          </View>
        </View>
      )}
    </View>
  )
}

/** How one period stands; the way to its notice where this reader may open it. */
export function OnePeriod({ period, today }: { period: Period; today: string }) {
  const { id, state } = period
  const words = (
    <>
      <View className="mw-owed-period">
        <View className="mw-strong">{whatOf(period)}</View>
        <View className={`mw-owed-words mw-${chipOf(state).kind === 'hui' ? 'second' : chipOf(state).kind}`}>
          {standingWords(period, today)}
        </View>
      </View>
      {id && (
        <View className="mw-row-go link">
          <Icon name="right" />
        </View>
      )}
    </>
  )
  if (!id) return <View className="mw-owed-one">{words}</View>
  return (
    <Pressable className="mw-owed-one" role="link" onPress={() => go(routes.case(id))}>
      {words}
    </Pressable>
  )
}
