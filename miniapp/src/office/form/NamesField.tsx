import type { FieldProps } from '../../components/Field'
import { LongTextField } from '../../components/TextField'
import { namesIn } from './typed'

export type NamesFieldProps = FieldProps & {
  /** as it is typed, one name a line */
  value: string
  max: number
  /** the text, and how many names stand in it now and stood in it before */
  onChange: (text: string, count: number, before: number) => void
}

// as many letters as the longest names of everyone would take
const lettersEach = 10

/** Names, one a line, and how many there are. */
export function NamesField({ value, max, onChange, ...field }: NamesFieldProps) {
  const count = namesIn(value).length
  return (
    <LongTextField
      {...field}
      value={value}
      maxLength={max * lettersEach}
      saved={count > 0 ? `写了${count}个名字` : ''}
      onChange={(text) => onChange(text, namesIn(text).length, count)}
    />
  )
}
