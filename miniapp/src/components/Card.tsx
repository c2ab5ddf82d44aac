import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { heading } from './aria'
import { MoreLink } from './Button'
import { cls } from './cls'

export type CardProps = {
  title?: string
  /** To the right of the title: a count, a chip, a MoreLink. Text is drawn small. */
  end?: ReactNode
  /** For rows that reach the edges. */
  flush?: boolean
  /** Plum edge: something here is overdue. */
  late?: boolean
  children?: ReactNode
}

/** A sheet of paper. Never inside another card. */
export function Card({ title, end, flush, late, children }: CardProps) {
  return (
    <View className={cls('mw-card', flush && 'flush', late && 'late')}>
      {title && (
        <View className="mw-card-head">
          <View className="mw-h2" {...heading(2)}>
            {title}
          </View>
          {typeof end === 'string' ? <View className="mw-meta">{end}</View> : end}
        </View>
      )}
      {children}
    </View>
  )
}

export type SectionTitleProps = {
  title: string
  /** A few words at the right: 走到第5步，共7步. */
  meta?: string
  /** A link at the right. */
  more?: string
  onMore?: () => void
  /** An IconButton at the right. */
  end?: ReactNode
}

/** The heading over a card. */
export function SectionTitle({ title, meta, more, onMore, end }: SectionTitleProps) {
  return (
    <View className={cls('mw-sec', !!end && 'icon')}>
      <View className="mw-h2" {...heading(2)}>
        {title}
      </View>
      {meta && <View className="mw-meta">{meta}</View>}
      {more && onMore && <MoreLink words={more} onPress={onMore} />}
      {end}
    </View>
  )
}

/** Things on one line that share it evenly (one column in large type): two short fields, two buttons. */
export function Two({ children }: { children: ReactNode }) {
  return <View className="mw-two">{children}</View>
}

/** Things under each other, 12 px apart. */
export function Stack({ children }: { children: ReactNode }) {
  return <View className="mw-stack">{children}</View>
}
