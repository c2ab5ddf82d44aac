import { View } from '@tarojs/components'
import { memo, type ReactNode } from 'react'
import { cls } from '../../components/cls'
import { FieldError } from '../../components/Field'
import { Icon } from '../../components/Icon'
import { Pressable } from '../../components/Pressable'
import { type Called, howWords, type Tick } from './roll'

export type PersonRowProps = {
  person: Called
  tick?: Tick
  /** the name of whoever came for them */
  by?: string
  /** what a press came to, where it changed nothing */
  says?: string
  /** what can be chosen of them, while it is open */
  menu?: ReactNode
  onPress: (no: string) => void
  onMenu: (no: string) => void
}

/** Somebody who is called: a tick for whoever came, and a way to say how. One row of hundreds: drawn again only for itself. */
export const PersonRow = memo(function PersonRow({ person, tick, by, says, menu, onPress, onMenu }: PersonRowProps) {
  const { no, name } = person
  const how = tick && (tick.how === 'proxy' ? `委托给${by ?? tick.by}` : howWords[tick.how])
  const words = [...(how ? [how] : []), ...(tick?.recused ? ['回避，不投票'] : [])].join('，')
  return (
    <View className="roll-one">
      <View className="roll-one-row">
        <Pressable
          className={cls('roll-tick', tick && 'on')}
          role="checkbox"
          checked={tick !== undefined}
          label={`${name}，编号${no}${words && `，${words}`}`}
          onPress={() => onPress(no)}
        >
          <View className="roll-box">{tick && <Icon name="check" bold />}</View>
          <View className="roll-words">
            <View className="mw-strong">{name}</View>
            <View className={tick ? 'roll-how' : 'mw-meta'}>{words ? `${no} · ${words}` : no}</View>
          </View>
        </Pressable>
        <Pressable
          className="mw-iconbtn"
          label={`${name}怎么到的、要不要回避`}
          expanded={menu !== undefined}
          onPress={() => onMenu(no)}
        >
          <Icon name={menu === undefined ? 'more' : 'down'} />
        </Pressable>
      </View>
      {says && <FieldError says={says} />}
      {menu}
    </View>
  )
})
