import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'
import { IconButton, VoiceButton } from './Button'
import { Field, type FieldProps } from './Field'
import './VoiceField.scss'

export type VoiceFieldProps = FieldProps & {
  /** seconds so far, while it records */
  recording?: number
  /** it ends by itself then, in seconds */
  longest: number
  onStart: () => void
  onStop: () => void
  /** What was recorded, with its player; then it can be taken away. */
  kept?: ReactNode
  onRemove: () => void
  /** On the button before anything is recorded. */
  startWords?: string
}

/** 说一段话: one press starts, one press stops; then what was said can be heard and taken away. */
export function VoiceField({
  recording,
  longest,
  onStart,
  onStop,
  kept,
  onRemove,
  startWords = '按一下，开始说话',
  ...field
}: VoiceFieldProps) {
  const on = recording !== undefined
  return (
    <Field {...field} role="group">
      {kept && !on ? (
        <View className="mw-voicefield-kept">
          {kept}
          <IconButton icon="trash" label="删掉这段录音" onPress={onRemove} />
        </View>
      ) : (
        <VoiceButton
          words={on ? `已经录了${recording}秒，说完按一下` : startWords}
          on={on}
          onPress={on ? onStop : onStart}
        />
      )}
      <View className="mw-voicefield-told" {...aria({ role: 'status', live: 'polite' })}>
        {on ? told(recording, longest) : kept ? '录好了，可以点开听一遍。' : ''}
      </View>
    </Field>
  )
}

// Said aloud every ten seconds: each second would be heard in the recording.
const told = (seconds: number, longest: number): string => {
  const tens = Math.floor(seconds / 10) * 10
  if (tens === 0) return `正在录音，最长${longest}秒`
  return longest - tens <= 10 ? `录了${tens}秒，还剩${longest - tens}秒` : `录了${tens}秒`
}
