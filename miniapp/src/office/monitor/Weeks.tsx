import type { TrendsView } from '@shared/schemas/monitorViews'
import { View } from '@tarojs/components'
import { aria } from '../../components/aria'
import { Card } from '../../components/Card'
import { cls } from '../../components/cls'
import { monthDay } from '../../words'
import { numbered, weeksOf, weeksWords } from './trend'
import './monitor.scss'

export type WeeksProps = {
  /** undefined while it is on its way */
  trends?: TrendsView
  refused?: string
  today: string
  /** what is late in the whole township now, where that is known */
  overdue?: number
}

/** 逾期件数 week by week, the last one now. A week of which nothing was kept stays empty. */
export function Weeks({ trends, refused, today, overdue }: WeeksProps) {
  const weeks = weeksOf(trends?.weeks ?? [], today, overdue)
  const most = Math.max(1, ...weeks.map((week) => week.overdue ?? 0))
  const withNumber = numbered(weeks)
  const missing = weeks.filter((week) => week.overdue === undefined).length
  return (
    <Card title="逾期件数" end={`近${weeks.length}周`}>
      {refused && !trends ? (
        <View className="mw-second">{refused}</View>
      ) : (
        <>
          <View className="mw-weeks" {...aria({ role: 'img', label: weeksWords(weeks, today) })}>
            {weeks.map((week, i) => {
              const height = ((week.overdue ?? 0) / most) * 100
              return (
                <View key={week.on} className="mw-week">
                  {week.overdue !== undefined && (
                    <>
                      {withNumber.includes(i) && (
                        <View className="mw-week-n" style={`bottom:${height.toFixed(1)}%`}>
                          {week.overdue}
                        </View>
                      )}
                      <View
                        className={cls('mw-week-bar', i === weeks.length - 1 && 'now')}
                        style={`height:${height.toFixed(1)}%`}
                      />
                    </>
                  )}
                </View>
              )
            })}
          </View>
          <View className="mw-weeks-foot" {...aria({ hidden: true })}>
            <View>{monthDay(weeks[0].on, today)}</View>
            <View>本周</View>
          </View>
          {trends && missing > 0 && (
            <View className="mw-meta">
              {missing === weeks.length - 1 ? '每天夜里记一次，以后每周多一根。' : `空着的${missing}周没有记。`}
            </View>
          )}
        </>
      )}
    </Card>
  )
}
