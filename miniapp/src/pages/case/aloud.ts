import type { Workflow } from '@shared/engine/workflow'
import { yuan } from '@shared/money'
import type { CaseView } from '@shared/schemas/views'
import { formOfEntry, toldBy } from './fields'

/** What is read aloud: title, where it stands, sums, then the details, a sentence at a time. */
export function sentencesOf(view: CaseView, workflow: Workflow, status: string, today: string): string[] {
  const { opening, closing, summary, body } = view.fields
  const sums =
    typeof opening === 'number' && typeof closing === 'number'
      ? `期初结余${yuan(opening)}元，期末结余${yuan(closing)}元。`
      : ''
  const told = view.log
    .filter((entry) => !entry.aside && entry.title !== '')
    .flatMap((entry) => {
      const { when, prose } = toldBy(formOfEntry(workflow, entry), entry.values, entry.on, today)
      const said = prose.map(({ words }) => words).filter((words) => words !== summary && words !== body)
      return [`${when}，${entry.title}。${entry.says ?? ''}`, ...said, ...(entry.counted ?? [])]
    })
  return [view.title, status, sums, summary, body, ...told].filter(
    (s): s is string => typeof s === 'string' && s !== '',
  )
}
