import { View } from '@tarojs/components'
import { type ReactNode, useEffect, useRef } from 'react'
import { aria, heading } from './aria'
import { Button, type ButtonProps } from './Button'

type Node = {
  focus?: () => void
  querySelectorAll?: (of: string) => ArrayLike<Node>
  ownerDocument?: { activeElement?: unknown }
}

export type DialogProps = {
  /** The consequence: 落印后就不能改了 */
  title: string
  /** Repeats the numbers. May hold a field: a reason for 督办. */
  children: ReactNode
  /** The safe choice, on the left: 再看看 */
  safe: string
  onSafe: () => void
  /** The act, on the right: 落印 */
  act: string
  onAct: () => void
  kind?: ButtonProps['kind']
  busy?: boolean
}

/** Only before 落印, 撤回, 督办. Goes into Page's `over`. On the web it takes focus, holds it, and Escape is the safe choice. */
export function Dialog({ title, children, safe, onSafe, act, onAct, kind = 'seal', busy }: DialogProps) {
  const box = useRef<Node>(null)
  useEffect(() => {
    const before = box.current?.ownerDocument?.activeElement as Node | undefined
    // Taro's web elements move their children once after they are drawn, and a moved element loses focus.
    const settled = setTimeout(() => box.current?.focus?.(), 50)
    return () => {
      clearTimeout(settled)
      before?.focus?.()
    }
  }, [])

  const onKeyDown = (event: unknown) => {
    const { key, shiftKey, preventDefault } = event as { key?: string; shiftKey?: boolean; preventDefault?: () => void }
    if (key === 'Escape') return onSafe()
    if (key !== 'Tab') return
    const inside = box.current?.querySelectorAll?.('[tabindex="0"], input, textarea')
    const edge = inside?.[shiftKey ? 0 : inside.length - 1]
    const at = box.current?.ownerDocument?.activeElement
    if (at !== edge && at !== box.current) return
    preventDefault?.call(event)
    inside?.[shiftKey ? inside.length - 1 : 0]?.focus?.()
  }

  return (
    <View className="mw-over" catchMove>
      <View
        ref={box}
        className="mw-dialog"
        {...aria({ role: 'dialog', modal: true, label: title })}
        {...{ tabIndex: -1, onKeyDown }}
      >
        <View className="mw-dialog-title" {...heading(2)}>
          {title}
        </View>
        <View className="mw-dialog-body">{children}</View>
        <View className="mw-dialog-row">
          <Button kind="second" onPress={onSafe}>
            {safe}
          </Button>
          <Button kind={kind} busy={busy} onPress={onAct}>
            {act}
          </Button>
        </View>
      </View>
    </View>
  )
}
