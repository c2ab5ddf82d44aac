import type { Case, Day, Entry } from './case'
import { evolve } from './evolve'
import { unopened } from './unopened'
import type { Workflow } from './workflow'

/** Each line of a case's log, with the case as it was before it. */
export const courseOf = (workflow: Workflow, found: Case): readonly { before: Case; entry: Entry }[] => {
  let before = unopened(found)
  return found.log.map((entry) => {
    const line = { before, entry }
    before = evolve(workflow, before, entry)
    return line
  })
}

/**
 * A case as it stood at the end of a day: its log up to then, folded again. Undefined when it wasn't opened by then. Only what
 * the log says is there: nothing is pending, and whom it was told to isn't known.
 */
export const caseAt = (workflow: Workflow, found: Case, day: Day): Case | undefined => {
  const lines = found.log.filter((entry) => entry.on <= day)
  if (!lines.length) return undefined
  return { ...lines.reduce((then, entry) => evolve(workflow, then, entry), unopened(found)), pending: [] }
}
