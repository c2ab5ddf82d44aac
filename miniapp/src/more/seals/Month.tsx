import { periodName } from '@shared/period'
import { View } from '@tarojs/components'
import { aria, heading } from '../../components/aria'
import { IconButton } from '../../components/Button'
import { monthBeside } from './months'

export type MonthProps = {
  /** 2026-06 */
  month: string
  /** the latest that there is */
  last: string
  onChange: (month: string) => void
}

/** A month with the one before and the one after; nothing is to be seen of the time to come. */
export function Month({ month, last, onChange }: MonthProps) {
  return (
    <View className="seals-month" {...aria({ role: 'group', label: '看哪个月' })}>
      <IconButton icon="left" label="上一个月" onPress={() => onChange(monthBeside(month, -1))} />
      <View className="mw-h2" {...heading(2)}>
        {periodName(month)}
      </View>
      {month < last ? (
        <IconButton icon="right" label="下一个月" onPress={() => onChange(monthBeside(month, 1))} />
      ) : (
        <View className="seals-month-end" />
      )}
    </View>
  )
}
