import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria, heading } from './aria'
import { Button, Link } from './Button'
import type { IconName } from './Icon'

function Blank({
  art,
  title,
  says,
  children,
}: {
  art: 'talk' | 'bridge'
  title: string
  says: string
  children?: ReactNode
}) {
  return (
    <View className="mw-blank">
      <View className={`mw-art ${art}`} {...aria({ hidden: true })}>
        <View className="mw-art-soft" />
        <View className="mw-art-fill" />
        <View className="mw-art-line" />
      </View>
      <View className="mw-blank-title" {...heading(2)}>
        {title}
      </View>
      <View className="mw-blank-says">{says}</View>
      {children}
    </View>
  )
}

export type EmptyProps = {
  /** 您还没有说过事 */
  title: string
  /** What this place is for. */
  says: string
  action?: string
  actionIcon?: IconName
  onAction?: () => void
}

/** Nothing here yet: what the place is for, one act. */
export function Empty({ title, says, action, actionIcon, onAction }: EmptyProps) {
  return (
    <Blank art="talk" title={title} says={says}>
      {action && onAction && (
        <Button icon={actionIcon} onPress={onAction}>
          {action}
        </Button>
      )}
    </Blank>
  )
}

export type ErrorStateProps = {
  title?: string
  /** Whose fault it isn't, and what to do. The default is for a fault of ours. */
  says?: string
  onRetry?: () => void
  /** 村里电话, and what a press does. */
  phone?: string
  onCall?: () => void
  /** 报修编号, short: K7-2041 */
  code?: string
}

/** A page that didn't open. */
export function ErrorState({
  title = '这一页没打开',
  says = '不是您手机的问题，是我们这边出错了。等一分钟再试，您填的都还在。',
  onRetry,
  phone,
  onCall,
  code,
}: ErrorStateProps) {
  return (
    <View {...aria({ role: 'alert' })}>
      <Blank art="bridge" title={title} says={says}>
        {onRetry && (
          <Button icon="refresh" onPress={onRetry}>
            再试一次
          </Button>
        )}
        {phone && (
          <View className="mw-blank-call">
            <View>还是打不开，打村里电话</View>
            <Link words={phone} icon="phone" onPress={() => onCall?.()} />
          </View>
        )}
        {code && (
          <View className="mw-blank-call">
            报修时说这个编号：
            <View className="mw-code" style="display:inline">
              {code}
            </View>
          </View>
        )}
      </Blank>
    </View>
  )
}
