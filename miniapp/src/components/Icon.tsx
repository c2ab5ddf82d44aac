import { View } from '@tarojs/components'
import { aria } from './aria'
import { cls } from './cls'

/** The drawings in styles/icons.scss. */
export type IconName =
  | 'board'
  | 'speak'
  | 'discuss'
  | 'me'
  | 'users'
  | 'bell'
  | 'search'
  | 'mic'
  | 'camera'
  | 'pin'
  | 'clock'
  | 'hourglass'
  | 'cal'
  | 'check'
  | 'checkc'
  | 'x'
  | 'xc'
  | 'minusc'
  | 'plus'
  | 'alert'
  | 'info'
  | 'right'
  | 'left'
  | 'down'
  | 'file'
  | 'image'
  | 'download'
  | 'shield'
  | 'eye'
  | 'sound'
  | 'big'
  | 'ballot'
  | 'flag'
  | 'grid'
  | 'print'
  | 'qr'
  | 'lock'
  | 'phone'
  | 'edit'
  | 'trash'
  | 'offline'
  | 'refresh'
  | 'stamp'
  | 'undo'
  | 'send'
  | 'smile'
  | 'meh'
  | 'frown'
  | 'road'
  | 'lamp'
  | 'leaf'
  | 'house'
  | 'hands'
  | 'heart'
  | 'coins'
  | 'more'
  | 'wechat'
  | 'logout'
  | 'link'
  | 'list'

const bolder: readonly IconName[] = [
  'clock',
  'hourglass',
  'check',
  'checkc',
  'alert',
  'undo',
  'board',
  'minusc',
  'flag',
  'lock',
  'cal',
  'info',
  'x',
  'xc',
  'speak',
]

export type IconProps = {
  name: IconName
  /** s 18 px, m 24 px (default), l 30 px */
  size?: 's' | 'm' | 'l'
  /** Thicker line, where it stands beside small bold words. */
  bold?: boolean
}

/** A line drawing in the colour of the words around it. Decoration: the words beside it say the same. */
export function Icon({ name, size = 'm', bold }: IconProps) {
  const thick = bold && bolder.includes(name)
  return (
    <View className={cls('mw-i', `mw-i-${name}`, size !== 'm' && size, thick && 'b')} {...aria({ hidden: true })} />
  )
}
