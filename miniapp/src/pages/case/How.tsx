import { View } from '@tarojs/components'
import { useState } from 'react'
import { Link } from '../../components/Button'

/** A day, with how it was reached beside it: what was counted, which holidays were left out, what was put off and since when. */
export function How({ says, ask = '期限怎么算的', how = [] }: { says: string; ask?: string; how?: readonly string[] }) {
  const [open, setOpen] = useState(false)
  return (
    <View className="case-due">
      <View className="case-due-line">
        <View className="mw-tl-when">{says}</View>
        {how.length > 0 && <Link words={open ? '收起' : ask} onPress={() => setOpen(!open)} />}
      </View>
      {open && (
        <View className="mw-rule">
          {how.map((line) => (
            <View key={line}>{line}</View>
          ))}
        </View>
      )}
    </View>
  )
}
