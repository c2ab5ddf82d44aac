import type { ReactNode } from 'react'
import { cls } from './cls'
import { Icon, type IconName } from './Icon'
import { Pressable, type PressableProps } from './Pressable'

export type ButtonProps = {
  /** primary 墨 (one a screen) · seal 朱 (only what can't be undone) · second outline · quiet link · danger 绛 outline */
  kind?: 'primary' | 'seal' | 'second' | 'quiet' | 'danger'
  children: ReactNode
  onPress?: () => void
  icon?: IconName
  /** While sending: grey, deaf to a second press, says busyWords. */
  busy?: boolean
  busyWords?: string
  /** The whole width. */
  block?: boolean
  /** Takes what is left of its row. */
  grow?: boolean
  small?: boolean
  id?: string
  /** Where the words alone don't say enough to someone who doesn't see the page. */
  label?: string
} & Pick<PressableProps, 'openType' | 'onGetPhoneNumber' | 'onAgree'>

/** A button. Never disabled: let people press, then say what is missing. A seal button brings its stamp along. */
export function Button({
  kind = 'primary',
  children,
  onPress,
  icon = kind === 'seal' ? 'stamp' : undefined,
  busy = false,
  busyWords = '正在提交…',
  block,
  grow,
  small,
  id,
  label,
  openType,
  onGetPhoneNumber,
  onAgree,
}: ButtonProps) {
  const shown = busy ? 'hourglass' : icon
  return (
    <Pressable
      id={id}
      className={cls('mw-btn', kind, busy && 'busy', block && 'block', grow && 'grow', small && 'small')}
      onPress={busy ? undefined : onPress}
      label={label}
      busy={busy || undefined}
      disabled={busy || undefined}
      openType={busy ? undefined : openType}
      onGetPhoneNumber={onGetPhoneNumber}
      onAgree={onAgree}
    >
      {shown && <Icon name={shown} />}
      {busy ? busyWords : children}
    </Pressable>
  )
}

/** An icon above one short word, for a bottom bar: 读给我听. */
export function IconLabel({ icon, words, onPress }: { icon: IconName; words: string; onPress: () => void }) {
  return (
    <Pressable className="mw-iconlabel" onPress={onPress}>
      <Icon name={icon} />
      {words}
    </Pressable>
  )
}

/** An icon alone; label is what it does. */
export function IconButton({ icon, label, onPress }: { icon: IconName; label: string; onPress: () => void }) {
  return (
    <Pressable className="mw-iconbtn" label={label} onPress={onPress}>
      <Icon name={icon} />
    </Pressable>
  )
}

/** A link in a line of text, or with an icon in a row of links. */
export function Link({ words, icon, onPress }: { words: string; icon?: IconName; onPress: () => void }) {
  return (
    <Pressable className={cls('mw-link', icon && 'plain')} role="link" onPress={onPress}>
      {icon && <Icon name={icon} size="s" />}
      {words}
    </Pressable>
  )
}

/** 看明细 ›: to the right of a heading. */
export function MoreLink({ words, onPress }: { words: string; onPress: () => void }) {
  return (
    <Pressable className="mw-more" role="link" onPress={onPress}>
      {words}
      <Icon name="right" size="s" />
    </Pressable>
  )
}

/** 按住说话: hold, or press once to start and once to stop; the page decides by `on`. */
export function VoiceButton({ words, on = false, onPress }: { words: string; on?: boolean; onPress: () => void }) {
  return (
    <Pressable className={cls('mw-voice', on && 'on')} pressed={on} onPress={onPress}>
      <Icon name="mic" />
      {words}
    </Pressable>
  )
}
