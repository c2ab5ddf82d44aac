import { View } from '@tarojs/components'
import { cls } from './cls'
import { Field, type FieldProps } from './Field'
import { Icon, type IconName } from './Icon'
import { Pressable } from './Pressable'

export type Choice<V extends string> = { value: V; words: string; detail?: string; icon?: IconName }

export type ChoiceFieldProps<V extends string> = FieldProps & {
  options: readonly Choice<V>[]
  /** '' while nothing is chosen. */
  value: V | ''
  onChange: (value: V) => void
  /** rows (default), or a grid of tiles with icons, four a line. */
  layout?: 'rows' | 'grid'
}

/** One of several. The whole row or tile is the target. */
export function ChoiceField<V extends string>({
  options,
  value,
  onChange,
  layout = 'rows',
  ...field
}: ChoiceFieldProps<V>) {
  const rows = options.map((option) =>
    layout === 'grid' ? (
      <Pick
        key={option.value}
        words={option.words}
        icon={option.icon ?? 'more'}
        on={option.value === value}
        onPress={() => onChange(option.value)}
      />
    ) : (
      <ChoiceRow key={option.value} {...option} on={option.value === value} onPress={() => onChange(option.value)} />
    ),
  )
  return (
    <Field {...field} role="radiogroup">
      {layout === 'grid' ? <View className="mw-picks">{rows}</View> : rows}
    </Field>
  )
}

export type ChoiceRowProps = { words: string; detail?: string; on: boolean; many?: boolean; onPress: () => void }

/** One row by itself: a radio, or with `many` a tick box (我已看过…, 监委会到场监督). */
export function ChoiceRow({ words, detail, on, many, onPress }: ChoiceRowProps) {
  return (
    <Pressable
      className={cls('mw-radio', on && 'on')}
      role={many ? 'checkbox' : 'radio'}
      checked={on}
      onPress={onPress}
    >
      <View className={cls('mw-radio-dot', many && 'check')}>{many && on && <Icon name="check" bold />}</View>
      <View className="mw-radio-words">
        <View className="mw-radio-title">{words}</View>
        {detail && <View className="mw-radio-detail">{detail}</View>}
      </View>
    </Pressable>
  )
}

/** A tile with an icon, ticked at its corner. */
export function Pick({
  words,
  icon,
  on,
  onPress,
}: {
  words: string
  icon: IconName
  on: boolean
  onPress: () => void
}) {
  return (
    <Pressable className={cls('mw-pick', on && 'on')} role="radio" checked={on} onPress={onPress}>
      <Icon name={icon} />
      {words}
      {on && (
        <View className="mw-pick-tick">
          <Icon name="check" bold />
        </View>
      )}
    </Pressable>
  )
}
