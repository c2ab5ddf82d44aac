import { View } from '@tarojs/components'
import { aria } from './aria'
import { cls } from './cls'

export type TrendBarsProps = {
  /** Oldest first, each with words of its own. `words` of the first and last stand under the axis. */
  points: readonly { words: string; value: number }[]
  /** In words, for whom the bars say nothing: 逾期件数近12周从46件降到33件 */
  label: string
}

/** Bars from zero; first, middle and last carry their number. */
export function TrendBars({ points, label }: TrendBarsProps) {
  const most = Math.max(1, ...points.map(({ value }) => value))
  const told = [0, Math.floor(points.length / 2), points.length - 1]
  return (
    <View {...aria({ role: 'img', label })}>
      <View className="mw-trend">
        {points.map(({ words, value }, i) => (
          <View key={words} className={cls('mw-trend-one', i === points.length - 1 && 'last')}>
            {told.includes(i) && <View className="mw-trend-n">{value}</View>}
            <View className="mw-trend-bar" style={`height:${((value / most) * 76).toFixed(1)}%`} />
          </View>
        ))}
      </View>
      <View className="mw-trend-ticks">
        <View>{points[0]?.words}</View>
        <View>{points.length > 1 ? points[points.length - 1]?.words : ''}</View>
      </View>
    </View>
  )
}
