import { View } from '@tarojs/components'
import { aria } from '../../components/aria'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { rangeWords, sumWords, workedWords, type Year } from './years'
import './holidays.scss'

/** One year as it is read; whoever may changes one that was entered here. */
export function YearCard({ of: { year, table, standing }, onChange }: { of: Year; onChange?: () => void }) {
  return (
    <Card title={`${year}年`} end={standing === 'published' ? '国家公布的' : '县里记的'}>
      <View className="mw-second">{sumWords(table)}</View>
      <View className="holiday-rows" {...aria({ role: 'list' })}>
        {table.off.map((line) => (
          <View key={line.from} className="holiday-row" {...aria({ role: 'listitem' })}>
            <View className="mw-strong">{line.name}</View>
            <View>{rangeWords(line)}</View>
          </View>
        ))}
        <View className="holiday-row" {...aria({ role: 'listitem' })}>
          <View className="mw-strong">调休上班</View>
          <View className="holiday-days">
            {workedWords(table.on).map((words) => (
              <View key={words}>{words}</View>
            ))}
          </View>
        </View>
      </View>
      {onChange && (
        <Button kind="second" small icon="edit" label={`改${year}年的放假安排`} onPress={onChange}>
          改这一年
        </Button>
      )}
    </Card>
  )
}
