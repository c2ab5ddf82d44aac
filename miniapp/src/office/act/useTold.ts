import type { CaseView } from '@shared/schemas/views'
import { personId } from '../../api/session'
import { useCall } from '../../api/useCall'
import type { ChosenCase } from '../form/CaseField'
import type { Typed } from '../form/typed'
import type { Told } from './outcomeLines'
import type { Subject } from './subject'

/** What has to be asked for, so that the consequence can be said by name: the case to merge into, the village's days. */
export function useTold(view: CaseView, { form, aside }: Subject, typed: Typed): { told: Told; into?: ChosenCase } {
  const id = form === 'merging' && typeof typed.into === 'string' ? typed.into : undefined
  const chosen = useCall('case', id ? { params: { id } } : null).answer
  const wantsDays = form === 'triage' || aside?.does === 'pause'
  const rules = useCall('settings', wantsDays ? { params: { id: view.village } } : null).answer
  const named = view.may.people.find((person) => person.id === typed.owner)?.says.split('，')[0]
  return {
    told: {
      ...{ named, toSelf: typed.owner === personId(), keeper: view.owner, dueOn: view.dueOn, into: chosen },
      ...(rules && { settings: Object.fromEntries(rules.settings.map(({ name, value }) => [name, value])) }),
    },
    ...(chosen && { into: chosen }),
  }
}
