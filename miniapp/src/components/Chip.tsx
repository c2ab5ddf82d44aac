import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cls } from './cls'
import { Icon, type IconName } from './Icon'

/** 黛 dai in progress · 松 song done · 赭 zhe due soon, waiting · 绛 jiang late, wrong · 灰 hui neutral */
export type Tone = 'dai' | 'song' | 'zhe' | 'jiang' | 'hui'

/** What a chip says; lists hand these over. */
export type ChipProps = { kind: Tone | 'line'; words: string; icon?: IconName }

const usual: Record<ChipProps['kind'], IconName> = {
  dai: 'clock',
  song: 'checkc',
  zhe: 'hourglass',
  jiang: 'alert',
  hui: 'board',
  line: 'flag',
}

/** 状态签: icon, at most eight characters, tint. One a row, two at most. Without an icon it takes its kind's own. */
export function Chip({ kind, words, icon = usual[kind] }: ChipProps) {
  return (
    <View className={cls('mw-chip', kind)}>
      <Icon name={icon} bold />
      {words}
    </View>
  )
}

/** Chips side by side. */
export function Chips({ chips, children }: { chips?: readonly ChipProps[]; children?: ReactNode }) {
  return (
    <View className="mw-chips">
      {chips?.map((chip) => (
        <Chip key={chip.words} {...chip} />
      ))}
      {children}
    </View>
  )
}

/** A word of status with its icon and colour, without a ground: 逾期1 · 今天到期2. */
export function Status({
  tone = 'hui',
  words,
  icon = usual[tone],
}: {
  tone?: Tone
  words: string
  icon?: IconName | null
}) {
  return (
    <View className={cls('mw-st', `mw-${tone === 'hui' ? 'second' : tone}`)}>
      {icon && <Icon name={icon} bold />}
      {words}
    </View>
  )
}

/** 提示条: one sentence on a tint. */
export function Note({ tone = 'dai', icon, children }: { tone?: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <View className={cls('mw-note', tone)}>
      <Icon name={icon ?? (tone === 'dai' || tone === 'hui' ? 'info' : usual[tone])} />
      <View className="mw-note-words">{children}</View>
    </View>
  )
}
