import { View } from '@tarojs/components'
import { Card } from '../../components/Card'
import { Chips } from '../../components/Chip'
import { monthDay } from '../../words'
import { dueWords, heldWords, whyWords } from './due'
import { Begin, type DueProps, keyOf, Last } from './Table'
import './audits.scss'

/** The same on a phone. */
export function List({ rows, today, onBegin }: DueProps) {
  return (
    <Card flush>
      {rows.map((row) => (
        <View key={keyOf(row)} className="audits-one">
          <Chips chips={[dueWords(row, today)]}>
            {!row.open && <View className="mw-meta">{monthDay(row.dueOn, today)}以前审</View>}
          </Chips>
          <View className="audits-name">
            {row.villageName} {row.name}
          </View>
          <View className="mw-second">
            {row.title}，{heldWords(row)}
          </View>
          <View className="mw-second">{whyWords(row)}</View>
          <View className="mw-meta audits-last">
            上一次：
            <Last row={row} today={today} />
          </View>
          <Begin {...{ row, onBegin }} block />
        </View>
      ))}
    </Card>
  )
}
