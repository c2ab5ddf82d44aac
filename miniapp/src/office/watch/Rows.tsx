import { View } from '@tarojs/components'
import { aria } from '../../components/aria'
import { Card } from '../../components/Card'
import { Chips } from '../../components/Chip'
import { Pressable } from '../../components/Pressable'
import { Wide } from '../../components/Sidebar'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { monthDay } from '../../words'
import { finishWords, noteChips, notesWords, type Watched } from './standing'
import './watch.scss'

export type RowsProps = {
  rows: readonly Watched[]
  today: string
  /** the last day of which the holidays are known */
  known?: string
}

const heads = ['村和困难', '责任领导', '从哪天起', '打算', '记了没有', '下次记']

/** The villages that are helped: a table in a wide window, a list on a phone; each opens its case. */
export function Rows({ rows, today, known }: RowsProps) {
  return (
    <>
      <Wide only="wide">
        <Card>
          <View {...aria({ role: 'table', label: '重点帮扶的村' })}>
            <View className="watch-row head" {...aria({ role: 'row' })}>
              {heads.map((words) => (
                <View key={words} {...aria({ role: 'columnheader' })}>
                  {words}
                </View>
              ))}
            </View>
            {rows.map((row) => (
              <View key={row.id} className="watch-row" {...aria({ role: 'row' })}>
                <View {...aria({ role: 'rowheader' })}>
                  <Pressable className="watch-go" role="link" onPress={() => go(routes.case(row.id))}>
                    <View className="watch-village">{row.villageName}</View>
                    <View className="watch-title">{row.title}</View>
                  </Pressable>
                </View>
                {[row.leader, monthDay(row.since, today), finishWords(row, today), notesWords(row, today)].map(
                  (words, i) => (
                    <View key={heads[i + 1]} {...aria({ role: 'cell' })}>
                      {words}
                    </View>
                  ),
                )}
                <View {...aria({ role: 'cell' })}>
                  <Chips chips={noteChips(row, { today, known })} />
                </View>
              </View>
            ))}
          </View>
        </Card>
      </Wide>
      <Wide only="phone">
        <Card flush>
          {rows.map((row) => (
            <Pressable key={row.id} className="watch-one" role="link" onPress={() => go(routes.case(row.id))}>
              <View className="watch-village">{row.villageName}</View>
              <View>{row.title}</View>
              <View className="mw-second">责任领导 {row.leader}</View>
              <View className="mw-meta">
                {monthDay(row.since, today)}起，{finishWords(row, today)}。{notesWords(row, today)}。
              </View>
              <View className="watch-next">
                {!row.closedOn && <View className="mw-meta">下次记</View>}
                <Chips chips={noteChips(row, { today, known })} />
              </View>
            </Pressable>
          ))}
        </Card>
      </Wide>
    </>
  )
}
