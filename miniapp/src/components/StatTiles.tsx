import { View } from '@tarojs/components'
import { aria } from './aria'
import { cls } from './cls'
import { Icon, type IconName } from './Icon'
import { Unit } from './Ledger'

export type Stat = {
  icon: IconName
  words: string
  value: string | number
  unit: string
  /** Compared in words: 比上周少4件 */
  note?: string
  tone?: 'jiang' | 'zhe'
}

export type StatTilesProps = {
  stats: readonly Stat[]
  /** three beside each other (待办), or four: two by two on a phone, one line in a wide window (monitor) */
  across?: 'three' | 'four'
}

/** Figures in a Card. */
export function StatTiles({ stats, across = 'three' }: StatTilesProps) {
  return (
    <View className={`mw-stats ${across}`}>
      {stats.map(({ icon, words, value, unit, note, tone }) => (
        <View key={words} className="mw-stat" {...aria({ role: 'group', label: `${words}${value}${unit}` })}>
          <View className={cls('mw-stat-term', (tone || across === 'three') && 'strong', tone)}>
            <Icon name={icon} bold />
            {words}
          </View>
          <View className="mw-stat-line">
            <View className="mw-stat-n">
              {value}
              <Unit>{unit}</Unit>
            </View>
            {note && <View className="mw-stat-note">{note}</View>}
          </View>
        </View>
      ))}
    </View>
  )
}
