import { Button, type ButtonProps } from '@tarojs/components'
import type { ReactNode } from 'react'
import { type Aria, aria } from './aria'
import { cls } from './cls'

export type PressableProps = Aria & {
  id?: string
  className?: string
  onPress?: () => void
  children?: ReactNode
  /** False: the Tab key passes it by, because arrow keys lead there (web). */
  tabStop?: boolean
  /** WeChat's own doings: phone number, share, customer contact. */
  openType?: ButtonProps['openType']
  onGetPhoneNumber?: ButtonProps['onGetPhoneNumber']
  /** Pressed with `agreePrivacyAuthorization`: WeChat has taken down that its own privacy page was agreed to. */
  onAgree?: () => void
}

// Taro's web "button" is a bare custom element: no focus, no keys. It gets both here; WeChat ignores the two props.
const keys = (onPress?: () => void) => (event: unknown) => {
  const { key, preventDefault } = event as { key?: string; preventDefault?: () => void }
  if (key !== 'Enter' && key !== ' ') return
  preventDefault?.call(event)
  onPress?.()
}

/** Anything that can be pressed: by finger, mouse, Enter or Space. Bare: the class gives the look. Never nest two. */
export function Pressable({
  id,
  className,
  onPress,
  children,
  tabStop = true,
  openType,
  onGetPhoneNumber,
  onAgree,
  ...words
}: PressableProps) {
  const web = { tabIndex: tabStop ? 0 : -1, onKeyDown: keys(onPress) }
  const wechat = openType ? { openType, onGetPhoneNumber, onAgreePrivacyAuthorization: onAgree } : {}
  return (
    <Button
      {...(id ? { id } : {})}
      className={cls('mw-press', className)}
      hoverClass="mw-pressed"
      onClick={() => onPress?.()}
      {...aria({ role: 'button', ...words })}
      {...web}
      {...wechat}
    >
      {children}
    </Button>
  )
}
