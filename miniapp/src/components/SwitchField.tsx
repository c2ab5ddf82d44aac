import { View } from '@tarojs/components'
import { cls } from './cls'
import { Icon, type IconName } from './Icon'
import { Pressable } from './Pressable'

export type SwitchFieldProps = {
  id?: string
  label: string
  on: boolean
  onChange: (on: boolean) => void
  icon?: IconName
  /** Second line. */
  help?: string
  /** 没打开 / 打开了 (default), shown before the switch: colour alone says nothing. */
  words?: { on: string; off: string }
}

const usual = { on: '打开了', off: '没打开' }

/** A row with a switch, in a flush Card; the whole row is the target. */
export function SwitchField({ id, label, on, onChange, icon, help, words = usual }: SwitchFieldProps) {
  return (
    <Pressable id={id} className="mw-row" role="switch" checked={on} label={label} onPress={() => onChange(!on)}>
      {icon && (
        <View className="mw-row-lead">
          <Icon name={icon} />
        </View>
      )}
      <View className="mw-row-words">
        <View className="mw-row-title">{label}</View>
        {help && <View className="mw-row-detail">{help}</View>}
      </View>
      <View className="mw-row-end">{on ? words.on : words.off}</View>
      <View className={cls('mw-switch', on && 'on')}>
        <View className="mw-switch-knob" />
      </View>
    </Pressable>
  )
}
