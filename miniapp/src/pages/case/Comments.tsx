import type { EntryView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Link } from '../../components/Button'
import { monthDay } from '../../words'

/** 收到3条意见: how many there are, and each on a press. */
export function Comments({ entries, today }: { entries: readonly EntryView[]; today: string }) {
  const [open, setOpen] = useState(false)
  if (entries.length === 0) return <View className="mw-tl-say">到现在收到意见0条。</View>
  return (
    <View>
      <View className="mw-tl-say">到现在收到意见{entries.length}条。</View>
      <Link words={open ? '收起' : '看大家的意见'} onPress={() => setOpen(!open)} />
      {open &&
        entries.map(({ no, on, who, values }) => (
          <View key={no} className="case-entry">
            <View className="mw-tl-when">
              {monthDay(on, today)} · {who}
            </View>
            <View className="mw-tl-say">{String(values.comment ?? '')}</View>
          </View>
        ))}
    </View>
  )
}
