import { View } from '@tarojs/components'
import { Pick } from './ChoiceField'
import { Field, type FieldProps } from './Field'
import type { IconName } from './Icon'

export type Rating<V extends string> = { value: V; words: string; face: 'smile' | 'meh' | 'frown' }

export type RatingFieldProps<V extends string> = FieldProps & {
  /** 满意 · 基本满意 · 不满意, in the words of the form. */
  options: readonly Rating<V>[]
  /** '' to begin with: a rating is never chosen beforehand. */
  value: V | ''
  onChange: (value: V) => void
  /** Under it: 选“不满意”，这件事会退回去重新办。 */
  after?: string
}

/** 评: three faces with words. */
export function RatingField<V extends string>({ options, value, onChange, after, ...field }: RatingFieldProps<V>) {
  return (
    <Field {...field} role="radiogroup">
      <View className="mw-picks three">
        {options.map((option) => (
          <Pick
            key={option.value}
            words={option.words}
            icon={option.face satisfies IconName}
            on={option.value === value}
            onPress={() => onChange(option.value)}
          />
        ))}
      </View>
      {after && <View className="mw-field-under">{after}</View>}
    </Field>
  )
}
