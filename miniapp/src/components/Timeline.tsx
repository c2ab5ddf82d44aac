import { View } from '@tarojs/components'
import { Children, type ReactNode } from 'react'
import { aria, heading } from './aria'
import { Link } from './Button'
import { Status, type Tone } from './Chip'
import { cls } from './cls'
import { Icon, type IconName } from './Icon'
import { Seal, type SealCut, type SealState } from './Seal'

/** The signature of the house: a column of seals. Holds TimelineSteps. */
export function Timeline({ children }: { children: ReactNode }) {
  return (
    <View className="mw-tl" {...aria({ role: 'list' })}>
      {children}
    </View>
  )
}

export type TimelineStepProps = {
  char: string
  state: SealState
  title: string
  /** The word that is the status: 已完成, 正在公示, 等您, 逾期2天, 还没开始. Icon null for none. */
  status: { words: string; tone?: Tone; icon?: IconName | null }
  /** Date and place on one line. */
  when?: string
  /** One plain sentence. */
  say?: string
  /** Who did it: 经办：村委会 柯春燕 */
  who?: string
  cut?: SealCut
  /** Plays the stamp once, after the server has confirmed. */
  just?: boolean
  /** Evidence, in a box (default) or bare (photos). */
  children?: ReactNode
  bare?: boolean
}

/** One step: seal; title and status; when; what was said; evidence. */
export function TimelineStep({
  char,
  state,
  title,
  status,
  when,
  say,
  who,
  cut,
  just,
  children,
  bare,
}: TimelineStepProps) {
  const evidence = Children.count(children) > 0 && (bare ? children : <View className="mw-tl-box">{children}</View>)
  return (
    <View className={cls('mw-tl-step', state)} {...aria({ role: 'listitem' })}>
      <Seal char={char} state={state} cut={cut} just={just} />
      <View>
        <View className="mw-tl-head">
          <View className="mw-tl-title" {...heading(3)}>
            {title}
          </View>
          <Status words={status.words} tone={status.tone} icon={status.icon ?? (status.tone ? undefined : null)} />
        </View>
        {when && <View className="mw-tl-when">{when}</View>}
        {say && <View className="mw-tl-say">{say}</View>}
        {evidence}
        {who && (
          <View className="mw-tl-who">
            <Icon name="me" size="s" />
            {who}
          </View>
        )}
      </View>
    </View>
  )
}

export type EvidenceLink = { words: string; icon: IconName; onPress: () => void }

/** 记录 · 签到 · 照片4: the foot of a step's box. */
export function EvidenceLinks({ links }: { links: readonly EvidenceLink[] }) {
  return (
    <View className="mw-links">
      {links.map((link) => (
        <Link key={link.words} {...link} />
      ))}
    </View>
  )
}
