import { View } from '@tarojs/components'
import { aria } from './aria'
import { cls } from './cls'
import { Pressable } from './Pressable'

export type SegmentedProps<V extends string> = {
  /** What is being filtered: 公开栏分类 */
  label: string
  options: readonly { value: V; words: string; count?: number /** how many are new */; fresh?: number }[]
  value: V
  onChange: (value: V) => void
}

/** 全部 | 党务 | 村务 | 财务 */
export function Segmented<V extends string>({ label, options, value, onChange }: SegmentedProps<V>) {
  return (
    <View className="mw-seg" {...aria({ role: 'group', label })}>
      {options.map((option) => (
        <Pressable
          key={option.value}
          className={cls('mw-seg-one', option.value === value && 'on')}
          pressed={option.value === value}
          onPress={() => onChange(option.value)}
        >
          {option.words}
          {!!option.fresh && <View className="mw-new">新{option.fresh}</View>}
          {option.count !== undefined && <View className="mw-seg-count">{option.count}</View>}
        </Pressable>
      ))}
    </View>
  )
}
