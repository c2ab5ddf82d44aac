import { View } from '@tarojs/components'
import { aria } from '../../components/aria'
import { Card } from '../../components/Card'
import { cls } from '../../components/cls'
import { gapWords, numbered, type Trend } from './trends'
import './reports.scss'

// of the whole height: the rest is the number's
const highest = 78

/** One figure over time, from zero: its number stands on each bar, a time without one is an empty place. */
export function TrendCard({ trend }: { trend: Trend }) {
  const { title, span, most, bars, late } = trend
  const gap = gapWords(trend)
  const shown = numbered(bars)
  if (bars.length === 0)
    return (
      <Card title={title} end={span}>
        <View className="mw-second">还没有记。每天夜里记一次，以后就有了。</View>
      </Card>
    )
  return (
    <Card title={title} end={span}>
      <View className="trend" {...aria({ role: 'img', label: `${title}：${bars.map(({ says }) => says).join('；')}` })}>
        {bars.map(({ key, value }, i) => (
          <View key={key} className={cls('trend-one', i === bars.length - 1 && 'last', late && 'late')}>
            <View className="trend-n">{shown[i] ? (value ?? '') : ''}</View>
            {value !== undefined && (
              <View className="trend-bar" style={`height:${((value / most) * highest).toFixed(1)}%`} />
            )}
          </View>
        ))}
      </View>
      <View className="trend-ends" {...aria({ hidden: true })}>
        <View>{bars[0].label}</View>
        {gap && <View>{gap}</View>}
        <View>{bars[bars.length - 1].label}</View>
      </View>
    </Card>
  )
}
