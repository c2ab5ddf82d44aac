import type { Option } from '@shared/schemas/fields'
import { Picker, View } from '@tarojs/components'
import { aria } from '../../components/aria'
import { cls } from '../../components/cls'
import { Field, type FieldProps } from '../../components/Field'
import { Icon } from '../../components/Icon'

type KeyEvent = { key?: string; preventDefault?: () => void; currentTarget?: { click?: () => void } }

export type SelectFieldProps = FieldProps & {
  options: readonly Option[]
  /** '' while none is chosen */
  value: string
  onChange: (value: string) => void
}

/** One of many: a wheel. Arrow keys turn it on the web. */
export function SelectField({ options, value, onChange, ...field }: SelectFieldProps) {
  const at = options.findIndex((option) => option.value === value)
  const words = options[at]?.label
  const onKeyDown = (event: unknown) => {
    const { key, preventDefault, currentTarget } = event as KeyEvent
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const next = options[Math.min(Math.max(at + (key === 'ArrowDown' ? 1 : -1), 0), options.length - 1)]
      if (next) onChange(next.value)
    } else if (key === 'Enter' || key === ' ') currentTarget?.click?.()
    else return
    preventDefault?.call(event)
  }
  return (
    <Field {...field}>
      <Picker
        mode="selector"
        range={options.map((option) => option.label)}
        value={Math.max(at, 0)}
        onChange={(e) => onChange(options[Number(e.detail.value)]?.value ?? '')}
      >
        <View
          className={cls('mw-input mw-focus', field.error && 'err')}
          {...aria({
            role: 'spinbutton',
            label: field.label,
            valueText: words ?? '还没选',
            invalid: field.error ? true : undefined,
          })}
          {...{ tabIndex: 0, onKeyDown }}
        >
          {words ?? <View className="mw-ph">点这里选一项</View>}
          <View className="mw-input-end">
            <Icon name="down" size="s" />
          </View>
        </View>
      </Picker>
    </Field>
  )
}
