import type { Option } from '@shared/schemas/fields'
import { type FieldProps, Field as Labelled } from '../../components/Field'
import { Segmented } from '../../components/Segmented'

export type CompactChoiceProps = FieldProps & {
  options: readonly Option[]
  /** '' while none is chosen */
  value: string
  onChange: (value: string) => void
}

/** One of a few short answers, side by side. */
export function CompactChoice({ options, value, onChange, ...field }: CompactChoiceProps) {
  return (
    <Labelled {...field}>
      <Segmented
        label={field.label}
        options={options.map((option) => ({ value: option.value, words: option.label }))}
        value={value}
        onChange={onChange}
      />
    </Labelled>
  )
}
