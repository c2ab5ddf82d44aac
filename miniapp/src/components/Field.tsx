import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'
import { Icon } from './Icon'

/** What every field is given. */
export type FieldProps = {
  /** The error summary leads here. */
  id?: string
  label: string
  /** Under the label. */
  help?: string
  /** Small, at the right of the label: 可以不填, 至少各1张. Required is not starred. */
  note?: string
  /** What happened and what to do. */
  error?: string
}

/** Label, help, whatever is filled in, error. */
export function Field({
  id,
  label,
  help,
  note,
  error,
  role,
  children,
}: FieldProps & { role?: string; children: ReactNode }) {
  return (
    <View className="mw-field" {...(id ? { id } : {})} {...(role ? aria({ role, label }) : {})}>
      <View className="mw-field-label">
        <View>{label}</View>
        {note && <View className="mw-field-note">{note}</View>}
      </View>
      {help && <View className="mw-field-help">{help}</View>}
      {children}
      {error && <FieldError says={error} />}
    </View>
  )
}

export function FieldError({ says }: { says: string }) {
  return (
    <View className="mw-err" {...aria({ role: 'alert' })}>
      <Icon name="alert" bold />
      <View>{says}</View>
    </View>
  )
}
