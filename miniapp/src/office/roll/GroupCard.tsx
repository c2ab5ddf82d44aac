import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { heading } from '../../components/aria'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { cls } from '../../components/cls'
import { Icon } from '../../components/Icon'
import { Pressable } from '../../components/Pressable'
import { byHousehold, type Group } from './listed'
import type { Called } from './roll'

// What a slow phone draws without a pause.
const drawn = 120

export type GroupCardProps = {
  of: Group
  /** how many of them came */
  came: number
  open: boolean
  onOpen: () => void
  row: (person: Called) => ReactNode
}

/** One 组 of a roll, folded or open, by 户. */
export function GroupCard({ of: { group, members }, came, open, onOpen, row }: GroupCardProps) {
  const [shown, setShown] = useState(drawn)
  const left = members.length - shown
  return (
    <Card flush>
      <Pressable className="mw-row roll-group" expanded={open} onPress={onOpen}>
        <View className="mw-row-words">
          <View className="mw-row-title strong">{group}组</View>
          <View className="mw-row-detail">
            应到{members.length}人，到了{came}人
          </View>
        </View>
        <View className={cls('mw-row-go', open && 'roll-open')}>
          <Icon name="down" />
        </View>
      </Pressable>
      {open &&
        byHousehold(members.slice(0, shown)).map(({ household, members: at }) => (
          <View key={household} className="roll-home">
            <View className="roll-home-name" {...heading(3)}>
              {household}户
            </View>
            {at.map(row)}
          </View>
        ))}
      {open && left > 0 && (
        <View className="roll-more">
          <Button kind="second" block onPress={() => setShown(shown + drawn)}>
            {`看后面的${left}人`}
          </Button>
        </View>
      )}
    </Card>
  )
}
