import { View } from '@tarojs/components'
import { aria } from './aria'
import { Icon, type IconName } from './Icon'

/** 字块: one character (党 村 财) as a piece of type, or an icon in a plain frame. Decoration. */
export function Tile({ char, icon }: { char?: string; icon?: IconName }) {
  return (
    <View className={icon ? 'mw-tile ic' : 'mw-tile'} {...aria({ hidden: true })}>
      {icon ? <Icon name={icon} /> : char}
    </View>
  )
}
