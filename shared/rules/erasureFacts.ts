import type { FieldKind } from '../schemas/fields'
import { fieldsOf } from '../schemas/stepForms'
import { workflowOf } from '../workflows'
import { type Fact, no } from './fact'

/** What people write, say and show: only this is erased. Days, sums, votes and choices are what the case is made of. */
export const erasableKinds: readonly FieldKind[] = ['text', 'longText', 'photos', 'files', 'voice', 'proof', 'names']

const erasesOwnWords: Fact = ({ form, found }) => {
  const workflow = found && workflowOf(found.workflow, found.workflowVersion)
  if (!workflow) return no('没有找到要删的这件事。')
  for (const at of form.fields as readonly string[]) {
    const [no_, field] = at.split('.')
    const entry = found.log[Number(no_) - 1]
    const name =
      entry?.step === 'open' && !entry.aside
        ? workflow.openForm
        : (workflow.asides.find((a) => a.id === entry?.aside) ?? workflow.steps.find((s) => s.id === entry?.step))?.form
    const kind = name && fieldsOf(name).find((f) => f.name === field)?.kind
    if (!kind || !erasableKinds.includes(kind)) return no('这一处不是文字、照片或录音，不能删。', { field: at })
  }
  return {}
}

/** Facts of taking content out of a case. */
export const erasureFacts = { erasesOwnWords } as const
