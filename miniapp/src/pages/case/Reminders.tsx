import type { EntryView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Link } from '../../components/Button'
import { monthDay } from '../../words'
import { remindersWords, reminderWords } from './lines'

/** The reminders of a step in one line, each of them behind it. */
export function Reminders({ reminders, today }: { reminders: readonly EntryView[]; today: string }) {
  const [open, setOpen] = useState(false)
  return (
    <View className="case-entry">
      <View className="case-due-line">
        <View className="mw-tl-when">{remindersWords(reminders, today)}</View>
        <Link words={open ? '收起' : '每次提醒'} onPress={() => setOpen(!open)} />
      </View>
      {open && (
        <View className="mw-rule">
          {reminders.map((entry) => (
            <View key={entry.no}>
              {monthDay(entry.on, today)}：{reminderWords(entry)}
            </View>
          ))}
        </View>
      )}
    </View>
  )
}
