import { orderWords } from '@shared/reportWords'
import type { ReportView } from '@shared/schemas/monitorViews'
import { View } from '@tarojs/components'
import { aria } from '../../components/aria'
import { Card } from '../../components/Card'
import { cls } from '../../components/cls'
import { Pressable } from '../../components/Pressable'
import { Wide } from '../../components/Sidebar'
import { villageCells } from './figures'
import './reports.scss'

type VillagesProps = { villages: ReportView['villages']; onOpen: (village: string) => void }

/** The villages by what is overdue and then by name: a table in a wide window, a list on a phone; each opens its own report. */
export function Villages({ villages, onOpen }: VillagesProps) {
  if (villages.length === 0) return null
  const heads = villageCells(villages[0].row).map(({ term }) => term)
  return (
    <>
      <Wide only="wide">
        <Card title="各村" end={orderWords}>
          <View {...aria({ role: 'table', label: '各村' })}>
            <View className="report-village head" {...aria({ role: 'row' })}>
              {['村', ...heads].map((words) => (
                <View key={words} {...aria({ role: 'columnheader' })}>
                  {words}
                </View>
              ))}
            </View>
            {villages.map(({ id, name, row }) => (
              <View key={id} className="report-village" {...aria({ role: 'row' })}>
                <View {...aria({ role: 'rowheader' })}>
                  <Pressable className="report-name" role="link" onPress={() => onOpen(id)}>
                    {name}
                  </Pressable>
                </View>
                {villageCells(row).map(({ term, words, late }) => (
                  <View key={term} className={cls(late && 'report-late')} {...aria({ role: 'cell' })}>
                    {words}
                  </View>
                ))}
              </View>
            ))}
          </View>
          <View className="mw-meta report-legend">
            3/5：5件里3件。满意算上基本满意，评价不到5件的不算。点村名看那个村的报告。
          </View>
        </Card>
      </Wide>
      <Wide only="phone">
        <Card title="各村" end={orderWords} flush>
          {villages.map(({ id, name, row }) => {
            const [late, open, ...others] = villageCells(row)
            return (
              <Pressable key={id} className="report-one" role="link" onPress={() => onOpen(id)}>
                <View className="report-one-head">
                  <View className="mw-h3">{name}</View>
                  <View className="mw-second">
                    逾期<View className={cls('report-sum', late.late && 'report-late')}>{late.words}</View>在办
                    <View className="report-sum">{open.words}</View>
                  </View>
                </View>
                <View className="report-one-rest">
                  {others.map(({ term, words }) => (
                    <View key={term}>
                      {term} {words}
                    </View>
                  ))}
                </View>
              </Pressable>
            )
          })}
        </Card>
      </Wide>
    </>
  )
}
