import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria, heading } from './aria'

/** A day as a tear-off leaf: month '6月', day '10', weekday '星期三'. */
export type Leaf = { month: string; day: string; weekday: string }

export function DateBlock({ month, day, weekday }: Leaf) {
  return (
    <View className="mw-cal" {...aria({ role: 'img', label: `${month}${day}日${weekday}` })}>
      <View className="mw-cal-month">{month}</View>
      <View className="mw-cal-day">{day}</View>
      <View className="mw-cal-week">{weekday}</View>
    </View>
  )
}

export type DateCardProps = Leaf & {
  title: string
  lines: readonly string[]
  /** A block Button under it: 我要说事. */
  children?: ReactNode
}

/** The card of the next 说事日: leaf, title, lines. */
export function DateCard({ title, lines, children, ...leaf }: DateCardProps) {
  return (
    <View className="mw-card mw-meet">
      <DateBlock {...leaf} />
      <View>
        <View className="mw-h2" {...heading(2)}>
          {title}
        </View>
        {lines.map((line) => (
          <View key={line} className="mw-meet-line">
            {line}
          </View>
        ))}
      </View>
      {children && <View className="mw-meet-act">{children}</View>}
    </View>
  )
}
