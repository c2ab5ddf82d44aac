import { View } from '@tarojs/components'
import { Card } from '../../components/Card'
import { Chips } from '../../components/Chip'
import { cls } from '../../components/cls'
import { Pressable } from '../../components/Pressable'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { monthDay, weekday } from '../../words'
import type { Use } from './months'

/** Rows of the 用章台账: which day which seal went on what, how often, by which decision. A press opens the case with its decision. */
export function Uses({ rows }: { rows: readonly Use[] }) {
  return (
    <Card flush>
      {rows.map((row) => (
        <Pressable key={row.id} className="seals-use" role="link" onPress={() => go(routes.case(row.id))}>
          <View className="seals-day">
            <View className="seals-day-n">{+row.on.slice(8)}</View>
            <View className="mw-meta">{weekday(row.on)}</View>
          </View>
          <View>
            <View className={cls('seals-name', row.voidOn && 'seals-void')}>
              {row.document}，{row.copies}份
            </View>
            <View className="mw-second">
              {row.seal} · {row.paper}
            </View>
            {row.applicant && <View className="mw-meta">{row.applicant}申请</View>}
            <View className="mw-meta">
              {row.number}
              {row.decision ? ` · 依据决议${row.decision}` : ''}
            </View>
            {row.voidOn && (
              <Chips chips={[{ kind: 'hui', icon: 'minusc', words: `${monthDay(row.voidOn, row.on)}作废` }]} />
            )}
          </View>
        </Pressable>
      ))}
    </Card>
  )
}
