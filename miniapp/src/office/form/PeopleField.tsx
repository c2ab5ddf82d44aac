import { personId } from '../../api/session'
import { Note } from '../../components/Chip'
import { ChoiceRow } from '../../components/ChoiceField'
import { Field, type FieldProps } from '../../components/Field'

export type PeopleFieldProps = FieldProps & {
  people: readonly { id: string; says: string }[]
  /** ids; none is an answer too */
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}

/** Several of those who hold office here, the reader left out. */
export function PeopleField({ people, chosen, onChange, ...field }: PeopleFieldProps) {
  const others = people.filter(({ id }) => id !== personId())
  return (
    <Field {...field} note={chosen.length > 0 ? `选了${chosen.length}人` : undefined} role="group">
      {others.length === 0 && <Note tone="hui">名册里还没有别的任职的人。</Note>}
      {others.map(({ id, says }) => (
        <ChoiceRow
          key={id}
          many
          words={says}
          on={chosen.includes(id)}
          onPress={() => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])}
        />
      ))}
    </Field>
  )
}
