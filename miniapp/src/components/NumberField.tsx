import { fenOf, yuan } from '@shared/money'
import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { cls } from './cls'
import { Field, type FieldProps } from './Field'
import { useInner } from './inner'

/** Whole numbers only; undefined while nothing is typed. */
export type CountProps = { value?: number; onChange: (value: number | undefined) => void }

const digits = (typed: string) =>
  typed.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\D/g, '')

/** The box alone, for a form that has its own labels. `big` centres a bold figure. */
export function CountInput({
  label,
  unit,
  value,
  onChange,
  wrong = false,
  big,
}: CountProps & { label: string; unit?: string; wrong?: boolean; big?: boolean }) {
  const inner = useInner(label, wrong, 'numeric')
  return (
    <View className={cls('mw-input', big && 'big', wrong && 'err')}>
      <Input
        className="mw-input-text"
        type="number"
        value={value === undefined ? '' : String(value)}
        maxlength={9}
        nativeProps={inner}
        onInput={(e) => {
          const typed = digits(e.detail.value)
          onChange(typed === '' ? undefined : Number(typed))
        }}
      />
      {unit && <View className="mw-input-end">{unit}</View>}
    </View>
  )
}

/** A whole number with its unit: 40 米. */
export function NumberField({ value, onChange, unit, ...field }: FieldProps & CountProps & { unit?: string }) {
  return (
    <Field {...field}>
      <CountInput label={field.label} unit={unit} value={value} onChange={onChange} wrong={!!field.error} />
    </Field>
  )
}

export type MoneyFieldProps = FieldProps & {
  /** Integer fen; undefined while it is empty or isn't an amount. */
  value?: number
  /** Fen, and what stands in the box; an amount that can't be read comes as undefined with its text. */
  onChange: (fen: number | undefined, typed: string) => void
}

/** People type yuan (128460.5); the form holds integer fen. */
export function MoneyField({ value, onChange, ...field }: MoneyFieldProps) {
  const [typed, setTyped] = useState(() => (value === undefined ? '' : yuan(value)))
  const inner = useInner(`${field.label}，元`, !!field.error, 'decimal')
  // A value from outside (a draft, a cleared form) wins over what stands in the box, half-typed text over nothing.
  const shown = value !== undefined && fenOf(typed) !== value ? yuan(value) : typed
  return (
    <Field {...field}>
      <View className={cls('mw-input', field.error && 'err')}>
        <Input
          className="mw-input-text"
          type="digit"
          value={shown}
          maxlength={16}
          nativeProps={inner}
          onInput={(e) => {
            setTyped(e.detail.value)
            onChange(fenOf(e.detail.value), e.detail.value)
          }}
        />
        <View className="mw-input-end">元</View>
      </View>
    </Field>
  )
}
