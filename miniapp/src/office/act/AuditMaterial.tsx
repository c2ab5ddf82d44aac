import { Card } from '../../components/Card'
import { Definitions } from '../../components/Definitions'
import { factsOf } from '../../pages/case/fields'
import type { MaterialProps } from './Material'

const facts = ['post', 'kind', 'coversFrom', 'coversTo', 'electionOn', 'demand']

/** Which audit it is: whose, of which time, until when it has to be public. What was found and answered stands behind it. */
export function AuditMaterial({ view, workflow, today }: MaterialProps) {
  const name = view.may.people.find(({ id }) => id === view.fields.subject)?.says
  return (
    <Card>
      <Definitions
        layout="rows"
        items={[...(name ? [{ term: '审计谁', words: name }] : []), ...factsOf(workflow, view.fields, facts, today)]}
      />
    </Card>
  )
}
