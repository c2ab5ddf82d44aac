import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cls } from '../../components/cls'
import { Icon } from '../../components/Icon'
import { Pressable } from '../../components/Pressable'
import './urging.scss'

export type TickProps = {
  /** what is ticked, for whoever doesn't see the line beside it */
  label: string
  on: boolean
  /** undefined: it can't be ticked */
  onChange?: (on: boolean) => void
  children: ReactNode
}

/** A box to tick before a line that leads somewhere: two targets beside each other. */
export function Tick({ label, on, onChange, children }: TickProps) {
  return (
    <View className="mw-urge-one">
      {onChange && (
        <Pressable className="mw-urge-tick" role="checkbox" checked={on} label={label} onPress={() => onChange(!on)}>
          <View className={cls('mw-urge-box', on && 'on')}>{on && <Icon name="check" bold />}</View>
        </Pressable>
      )}
      <View className="mw-urge-rest">{children}</View>
    </View>
  )
}
