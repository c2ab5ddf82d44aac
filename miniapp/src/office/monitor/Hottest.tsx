import { daysBetween } from '@shared/engine/deadline'
import type { MonitorView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { heading } from '../../components/aria'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Chip, Chips } from '../../components/Chip'
import { countOf, type Spot, spotWords } from './matrix'

/** What can wait least, on a phone: one cell and the way to it. */
export function Hottest({ view, spot, onOpen }: { view: MonitorView; spot: Spot; onOpen: () => void }) {
  const { overdue, open, oldest } = countOf(view, spot)
  return (
    <Card late>
      <Chips>
        <Chip kind="jiang" words="最要紧" />
      </Chips>
      <View className="mw-h2 mw-hot-title" {...heading(2)}>
        {spotWords(view, spot)}逾期{overdue}件
      </View>
      <View className="mw-second">
        {oldest && `最久的逾期${daysBetween(oldest, view.today)}天，`}在办{open}件
      </View>
      <View className="mw-drill-act">
        <Button block icon="list" onPress={onOpen}>
          看这{overdue}件
        </Button>
      </View>
    </Card>
  )
}
