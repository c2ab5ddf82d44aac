import { View } from '@tarojs/components'
import { aria } from '../../components/aria'
import { Card } from '../../components/Card'
import { cls } from '../../components/cls'
import type { Line } from './figures'
import './reports.scss'

export type ComparedProps = { title: string; lines: readonly Line[]; now: string; earlier: string }

/** Figures beside those of the period before, and the difference in words. */
export function Compared({ title, lines, now, earlier }: ComparedProps) {
  return (
    <Card title={title}>
      <View {...aria({ role: 'table', label: title })}>
        <View className="report-line head" {...aria({ role: 'row' })}>
          {['', now, earlier, `比${earlier}`].map((words) => (
            <View key={words} {...aria({ role: 'columnheader' })}>
              {words}
            </View>
          ))}
        </View>
        {lines.map(({ term, now: is, before, since }) => (
          <View key={term} className="report-line" {...aria({ role: 'row' })}>
            <View className="report-term" {...aria({ role: 'rowheader' })}>
              {term}
            </View>
            <View className="report-now" {...aria({ role: 'cell' })}>
              {is}
            </View>
            <View className={cls('report-before', since === undefined && 'alone')} {...aria({ role: 'cell' })}>
              <View className="report-which">{earlier}</View>
              {before}
            </View>
            <View className="report-since" {...aria({ role: 'cell' })}>
              {since ?? ''}
            </View>
          </View>
        ))}
      </View>
    </Card>
  )
}
