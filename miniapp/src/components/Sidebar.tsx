import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'
import { cls } from './cls'
import { Icon, type IconName } from './Icon'
import { Pressable } from './Pressable'
import { Mark } from './Seal'

export type SidebarProps<Id extends string> = {
  /** 石湾镇 */
  place: string
  items: readonly { id: Id; words: string; icon: IconName; count?: number }[]
  current: Id
  onGo: (id: Id) => void
  person: string
  /** 镇农业农村办 */
  office: string
}

/** The township's list of places, at the left of a wide window; Page's `side`. Not drawn under 1024 px. */
export function Sidebar<Id extends string>({ place, items, current, onGo, person, office }: SidebarProps<Id>) {
  return (
    <View className="mw-side">
      <View className="mw-side-brand">
        <Mark size="m" />
        <View>
          <View className="mw-side-name">明务</View>
          <View className="mw-side-place">{place}</View>
        </View>
      </View>
      <View {...aria({ role: 'navigation', label: '主导航' })}>
        {items.map(({ id, words, icon, count }) => (
          <Pressable
            key={id}
            className={cls('mw-side-row', id === current && 'on')}
            role="link"
            label={count ? `${words}，${count}件` : undefined}
            current={id === current || undefined}
            onPress={() => onGo(id)}
          >
            <Icon name={icon} />
            {words}
            {count ? <View className="mw-side-count">{count}</View> : null}
          </Pressable>
        ))}
      </View>
      <View className="mw-side-who">
        <Icon name="me" />
        <View>
          <View className="mw-side-person">{person}</View>
          {office}
        </View>
      </View>
    </View>
  )
}

/** The head of a wide page: title, as of when, filters and buttons at the right. Hidden on phones, where NavBar says it. */
export function WideHead({ title, asOf, children }: { title: string; asOf?: string; children?: ReactNode }) {
  return (
    <View className="mw-wide-head">
      <View className="mw-wide-title" {...aria({ role: 'heading', level: 1 })}>
        {title}
      </View>
      {asOf && <View className="mw-meta">{asOf}</View>}
      <View className="mw-nav-fill" />
      {children}
    </View>
  )
}

/** Main part and a narrow panel beside it in a wide window; under each other on a phone. */
export function Beside({ main, panel }: { main: ReactNode; panel: ReactNode }) {
  return (
    <View className="mw-beside">
      <View className="mw-column">{main}</View>
      <View className="mw-column">{panel}</View>
    </View>
  )
}

/** Drawn in a wide window only, or on phones only: the matrix and the strip of one monitor page. */
export function Wide({ only, children }: { only: 'wide' | 'phone'; children: ReactNode }) {
  return <View className={`mw-only-${only}`}>{children}</View>
}
