import { isOverdue } from '@shared/engine/deadline'
import { ChoiceRow } from '../../components/ChoiceField'
import { Field, type FieldProps } from '../../components/Field'
import { lateWords, monthDay } from '../../words'
import type { Milestone } from './typed'

export type MilestonesFieldProps = FieldProps & {
  steps: readonly Milestone[]
  /** how many stand on record as done: they stay so */
  before: number
  /** how many are done now */
  value?: number
  /** YYYY-MM-DD */
  today: string
  onChange: (done: number) => void
}

/** Which milestones are done: one after another, so a tick takes those before it with it. */
export function MilestonesField({ steps, before, value, today, onChange, ...field }: MilestonesFieldProps) {
  const done = Math.max(value ?? before, before)
  const press = (at: number) => onChange(Math.max(before, at < done ? at : at + 1))
  return (
    <Field {...field} label="哪几步做完了" note={`${done}/${steps.length}步`} role="group">
      {steps.map(({ on, does }, at) => (
        <ChoiceRow
          key={`${on}${does}`}
          many
          words={`第${at + 1}步 ${does}`}
          detail={detailOf(on, at < before ? '已经记了做完' : at < done ? '这次记做完' : undefined, today)}
          on={at < done}
          onPress={() => press(at)}
        />
      ))}
    </Field>
  )
}

const detailOf = (on: string, done: string | undefined, today: string): string =>
  [`${monthDay(on, today)}前`, done ?? (isOverdue(on, today) ? lateWords(on, today) : undefined)]
    .filter(Boolean)
    .join(' · ')
