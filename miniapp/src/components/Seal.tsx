import { View } from '@tarojs/components'
import { Fragment } from 'react'
import { aria } from './aria'
import { cls } from './cls'

/** done stamped · now in hand · late overdue · todo ahead · back returned to be done again */
export type SealState = 'done' | 'now' | 'late' | 'todo' | 'back'
export type SealCut = 'a' | 'b' | 'c'

export type SealProps = {
  char: string
  state: SealState
  /** s 34 px, m 46 px (default; 58 in large type), l 84 px */
  size?: 's' | 'm' | 'l'
  /** Three cuts of the plate, so that a column of seals doesn't look printed. */
  cut?: SealCut
  /** Plays the stamp once: after the server has confirmed, never before. */
  just?: boolean
}

/** 印 of one step. Decoration: a heading and a word beside it say the same. */
export function Seal({ char, state, size = 'm', cut = 'a', just }: SealProps) {
  return (
    <View
      className={cls('mw-seal', state, size !== 'm' && size, cut !== 'a' && cut, just && 'just')}
      {...aria({ hidden: true })}
    >
      {state === 'done' && <View className={`mw-plate mw-plate-${cut}`} />}
      <View className="mw-seal-char">{char}</View>
    </View>
  )
}

/** Four characters, read right column first: a finished audit (财务审核). `label` is what it says: 财务审核已通过. */
export function Seal4({ chars, label }: { chars: string; label: string }) {
  return (
    <View className="mw-seal4" {...aria({ role: 'img', label })}>
      <View className="mw-plate mw-plate-large" />
      <View className="mw-seal4-chars">{chars}</View>
    </View>
  )
}

/** 明: the product's own mark. s 34 px in the bar, m 40 px in the sidebar, l 84 px on the sign-in page. */
export function Mark({ size = 's' }: { size?: 's' | 'm' | 'l' }) {
  return (
    <View className={cls('mw-mark', size !== 's' && size)} {...aria({ role: 'img', label: '明务' })}>
      <View className={cls('mw-plate', size === 'l' ? 'mw-plate-large' : 'mw-plate-a')} />
      <View className="mw-seal-char">明</View>
    </View>
  )
}

export type MiniStep = { char: string; state: SealState }

/** The strip of small seals in a list row; a character stands in it once. `label` says where things stand: 说议办评，正在办. */
export function MiniProgress({
  steps,
  label,
  stretch,
}: {
  steps: readonly MiniStep[]
  label: string
  stretch?: boolean
}) {
  return (
    <View className={cls('mw-mini', stretch && 'stretch')} {...aria({ role: 'img', label })}>
      {steps.map(({ char, state }, i) => (
        <Fragment key={char}>
          {/* The rail is solid as far as the step in hand. */}
          {i > 0 && <View className={cls('mw-mini-rail', state !== 'todo' && 'done')} />}
          <View className={cls('mw-mini-seal', state)}>{char}</View>
        </Fragment>
      ))}
    </View>
  )
}
