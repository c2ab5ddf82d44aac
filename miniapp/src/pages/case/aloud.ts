import type { Workflow } from '@shared/engine/workflow'
import type { CaseView } from '@shared/schemas/views'
import { sheetSentences } from './cells'
import { formOfEntry, toldBy } from './fields'

/** What is read aloud: title, where it stands, sums, then the details, a sentence at a time. */
export function sentencesOf(view: CaseView, workflow: Workflow, status: string, today: string): string[] {
  const { summary, body, question, changed } = view.fields
  const sums = view.sheet ? sheetSentences(view.sheet) : []
  const nothing = view.fields.nothing === true ? '村里声明：这一期没有要公开的内容。' : ''
  const told = view.log
    .filter((entry) => !entry.aside && entry.title !== '')
    .flatMap((entry) => {
      const { when, prose } = toldBy(formOfEntry(workflow, entry), entry.values, entry.on, today)
      const said = prose
        .map(({ words }) => words)
        .filter((words) => ![summary, body, question, changed].includes(words))
      return [`${when}，${entry.title}。${entry.says ?? ''}`, ...said, ...(entry.counted ?? [])]
    })
  return [view.title, status, ...sums, nothing, summary, changed, body, question, ...told].filter(
    (s): s is string => typeof s === 'string' && s !== '',
  )
}
