import { Input, Textarea, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cls } from './cls'
import { Field, type FieldProps } from './Field'
import { Icon, type IconName } from './Icon'
import { useInner } from './inner'

export type TextFieldProps = FieldProps & {
  value: string
  onChange: (value: string) => void
  placeholder?: string
  icon?: IconName
  /** Small words inside at the right: 微信绑定的 */
  end?: string
  maxLength?: number
  keyboard?: 'text' | 'tel'
  /** Dots instead of what is typed. */
  secret?: boolean
  /** What the browser may fill in: username, current-password, new-password, one-time-code. */
  autocomplete?: string
  onDone?: () => void
}

export function TextField({
  value,
  onChange,
  placeholder,
  icon,
  end,
  maxLength = 140,
  keyboard = 'text',
  secret = false,
  autocomplete,
  onDone,
  ...field
}: TextFieldProps) {
  const inner = useInner(field.label, !!field.error, keyboard === 'tel' ? 'tel' : undefined, autocomplete)
  return (
    <Field {...field}>
      <View className={cls('mw-input', field.error && 'err')}>
        {icon && <Icon name={icon} />}
        <Input
          className="mw-input-text"
          type={keyboard === 'tel' ? 'number' : 'text'}
          value={value}
          placeholder={placeholder}
          placeholderClass="mw-ph"
          maxlength={maxLength}
          {...(secret && { password: true })}
          nativeProps={inner}
          onInput={(e) => onChange(e.detail.value)}
          onConfirm={onDone}
        />
        {end && <View className="mw-input-end mw-meta">{end}</View>}
      </View>
    </Field>
  )
}

export type LongTextFieldProps = FieldProps & {
  value: string
  onChange: (value: string) => void
  placeholder?: string
  /** Counted under the box. */
  maxLength?: number
  /** At the left under the box: 已帮您存好草稿 */
  saved?: string
  /** VoiceButton, or small second Buttons (语音记录, 拍纸质记录). */
  tools?: ReactNode
  /** What WeChat's box is told of focus and selection. */
  area?: { focus?: boolean; selectionStart?: number; selectionEnd?: number }
}

export function LongTextField({
  value,
  onChange,
  placeholder,
  maxLength = 500,
  saved,
  tools,
  area,
  ...field
}: LongTextFieldProps) {
  const inner = useInner(field.label, !!field.error)
  return (
    <Field {...field}>
      <View className={cls('mw-input area', field.error && 'err')}>
        <Textarea
          className="mw-input-area"
          value={value}
          placeholder={placeholder}
          placeholderClass="mw-ph"
          maxlength={maxLength}
          nativeProps={inner}
          onInput={(e) => onChange(e.detail.value)}
          {...area}
        />
      </View>
      <View className="mw-field-under">
        <View>{saved}</View>
        <View>
          {value.length}/{maxLength}字
        </View>
      </View>
      {tools && <View className="mw-field-tools">{tools}</View>}
    </Field>
  )
}
