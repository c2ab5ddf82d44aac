import type { CaseView } from '@shared/schemas/views'
import type { Definition } from '../../components/Definitions'
import { factsOf } from '../../pages/case/fields'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import type { MaterialProps } from './Material'

/** The facts of a case by the names of their fields, as far as they are known, with the matter that it came from behind them. */
export const rowsOf = ({ view, workflow, today }: MaterialProps, names: readonly string[]): readonly Definition[] => [
  ...factsOf(workflow, view.fields, names, today),
  ...basisOf(view),
]

const basisOf = ({ links: { from }, fields }: CaseView): readonly Definition[] => {
  if (from) return [{ term: '表决依据', words: from.number, onPress: () => go(routes.case(from.id)) }]
  return typeof fields.decision === 'string' ? [{ term: '表决依据', words: fields.decision }] : []
}
