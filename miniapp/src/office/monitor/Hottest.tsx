import type { MonitorView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { heading } from '../../components/aria'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Chip } from '../../components/Chip'
import { countOf, countWords, type Spot, spotWords } from './matrix'

/** What can wait least, on a phone: one cell and the way to it. */
export function Hottest({ view, spot, onOpen }: { view: MonitorView; spot: Spot; onOpen: () => void }) {
  const count = countOf(view, spot)
  return (
    <Card late>
      <Chip kind="jiang" words="最要紧" />
      <View className="mw-h2" {...heading(2)}>
        {spotWords(view, spot)}，逾期{count.overdue}件
      </View>
      <View className="mw-second">{countWords(count, view.today)}</View>
      <View className="mw-drill-act">
        <Button block icon="list" onPress={onOpen}>
          看这{count.overdue}件
        </Button>
      </View>
    </Card>
  )
}
