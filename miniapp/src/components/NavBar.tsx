import { View } from '@tarojs/components'
import { type ReactNode, useContext } from 'react'
import { aria, heading } from './aria'
import { Icon } from './Icon'
import { Pressable } from './Pressable'
import { Mark } from './Seal'
import { ScreenContext } from './screen'

/** The bar of an inner page. `right` shows where there is no capsule in the way (web); in WeChat it stands left of it. */
export function NavBar({ title, onBack, right }: { title: string; onBack?: () => void; right?: ReactNode }) {
  const { statusBar, capsule } = useContext(ScreenContext)
  return (
    <View
      className="mw-nav"
      style={`margin-top:${statusBar}px;padding-right:${Math.max(capsule, 16)}px`}
      {...aria({ role: 'banner' })}
    >
      <View className="mw-nav-side" style={capsule ? 'width:81px' : ''}>
        {onBack && (
          <Pressable className="mw-nav-back" label="返回" onPress={onBack}>
            <Icon name="left" />
          </Pressable>
        )}
      </View>
      <View className="mw-nav-title" {...heading(1)}>
        {title}
      </View>
      {(right || !capsule) && <View className="mw-nav-side end">{right}</View>}
    </View>
  )
}

export type HomeBarProps = {
  village: string
  /** Absent when there is no other village to go to. */
  onVillage?: () => void
  elder: boolean
  onElder: () => void
}

/** The bar of the first page: mark, village, 大字. */
export function HomeBar({ village, onVillage, elder, onElder }: HomeBarProps) {
  const { statusBar, capsule } = useContext(ScreenContext)
  return (
    <View
      className="mw-nav home"
      style={`margin-top:${statusBar}px;padding-right:${capsule ? capsule + 10 : 16}px`}
      {...aria({ role: 'banner' })}
    >
      <Mark />
      {onVillage ? (
        <Pressable className="mw-nav-village" label={`${village}，换一个村`} onPress={onVillage}>
          {village}
          <Icon name="down" size="s" />
        </Pressable>
      ) : (
        <View className="mw-nav-village">{village}</View>
      )}
      <View className="mw-nav-fill" />
      <Pressable className="mw-bigbtn" pressed={elder} onPress={onElder}>
        {elder ? '标准字' : '大字'}
      </Pressable>
    </View>
  )
}
