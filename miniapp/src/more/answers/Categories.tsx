import { View } from '@tarojs/components'
import { aria } from '../../components/aria'
import { cls } from '../../components/cls'
import { Pressable } from '../../components/Pressable'

export type CategoriesProps = {
  known: readonly { value: string; label: string }[]
  /** '' for all */
  value: string
  onChange: (value: string) => void
}

/** What requests are about, to choose from; nothing while the list isn't known. */
export function Categories({ known, value, onChange }: CategoriesProps) {
  if (known.length === 0) return null
  return (
    <View className="answers-kinds" {...aria({ role: 'group', label: '看哪一类' })}>
      {[{ value: '', label: '全部' }, ...known].map((one) => (
        <Pressable
          key={one.value}
          className={cls('answers-kind', one.value === value && 'on')}
          pressed={one.value === value}
          onPress={() => onChange(one.value)}
        >
          {one.label}
        </Pressable>
      ))}
    </View>
  )
}
