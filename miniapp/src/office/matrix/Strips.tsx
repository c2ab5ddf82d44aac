import type { MatrixView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { aria } from '../../components/aria'
import { cls } from '../../components/cls'
import { heatLevel } from '../../components/heat'
import { Pressable } from '../../components/Pressable'
import { boardWords } from '../../words'
import { boards, missingOf, type Village } from './matrix'

const keys = ['1', '2–3', '4–5', '6以上']
const columns = 'grid-template-columns:repeat(3,minmax(0,1fr))'

type StripsProps = { view: MatrixView; villages: readonly Village[]; onSelect: (village: string) => void }

/** The same on a phone: how many each village misses on each board. A press opens the village. */
export function Strips({ view, villages, onSelect }: StripsProps) {
  return (
    <View>
      <View className="mw-strip-head">
        <View className="mw-heat-legend">
          <View>缺几期</View>
          {keys.map((words, i) => (
            <View key={words} className="mw-heat-key">
              <View className={`mw-heat-swatch mw-heat-${i + 1}`} />
              {words}
            </View>
          ))}
        </View>
        <View className="mw-heatstrip" style={columns} {...aria({ hidden: true })}>
          {boards.map((board) => (
            <View key={board} className="mw-strip-group">
              {boardWords[board]}
            </View>
          ))}
        </View>
      </View>
      {villages.map((village) => (
        <Pressable key={village.id} className="mw-strip-row" role="link" onPress={() => onSelect(village.id)}>
          <View className="mw-strip-line">
            <View className="mw-h3">{village.name}</View>
            <View className="mw-strip-sums">
              缺 <View className="mw-strip-late">{village.missing}</View> · 迟公开 {village.late}
            </View>
          </View>
          <View className="mw-heatstrip" style={columns} {...aria({ hidden: true })}>
            {boards.map((board) => {
              const n = missingOf(view, village, board)
              return (
                <View key={board} className={cls('mw-strip-cell', n > 0 && `late mw-heat-${heatLevel(n)}`)}>
                  {n || '·'}
                </View>
              )
            })}
          </View>
          <View className="mw-vh">
            {boards.map((b) => `${boardWords[b]}缺${missingOf(view, village, b)}期`).join('，')}
          </View>
        </Pressable>
      ))}
    </View>
  )
}
