import type { FormValue } from './engine/case'
import { canonical, type Fault, type Shown, verify } from './engine/chain'
import { erasedTitles } from './engine/erase'
import { titleOf } from './engine/open'
import type { Workflow } from './engine/workflow'

/** What is verified of a case as a reader has it. */
export type CaseShown = {
  id: string
  number: string
  workflow: string
  workflowVersion: number
  workflowTitle: string
  village: string
  title: string
  fields: FormValue
  log: readonly Shown[]
}

/** Beside what is wrong with a line: the log is of another case; what is shown as the latest isn't what the log says last. */
export type CaseFault = Fault | { no: number; fault: 'identity' | 'field' | 'title'; field?: string }

/**
 * Verifies a case by its own log, as far as the reader can see it. What was withheld from them, or erased, is no fault. Without
 * the workflow, which tells which lines beside the main path change what is shown, a little more passes.
 */
export const verifyCase = (shown: CaseShown, workflow?: Workflow): readonly CaseFault[] => {
  const last = latest(shown.log, workflow)
  const field = (name: string) => !(last.get(name) ?? []).some((value) => same(value, shown.fields[name]))
  return [
    ...verify(shown.log),
    ...(isOf(shown) ? [] : [{ no: 1, fault: 'identity' as const }]),
    ...Object.keys(shown.fields)
      .filter(field)
      .map((name) => ({ no: shown.log.length, fault: 'field' as const, field: name })),
    ...(isTitled(shown, last, workflow) ? [] : [{ no: shown.log.length, fault: 'title' as const }]),
  ]
}

/**
 * The fields that a reader is sent. What the last line to say it hides from them isn't there, for then what is shown could be
 * anything; what they see in the log themselves is sent as it is stored, so that it can be compared.
 */
export const provenFields = (workflow: Workflow, log: readonly Shown[], fields: FormValue): FormValue => {
  const last = latest(log, workflow)
  const isSeen = (name: string) => {
    const line = log.findLast((e) => name in e.form && changesFields(e, workflow))
    return line !== undefined && name in line.values
  }
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) => isSeen(name) || (last.get(name) ?? []).some((v) => same(v, value)),
    ),
  )
}

/** Lines of the main path say what is shown; of those beside it, the ones that put something up. */
const changesFields = ({ aside }: Shown, workflow?: Workflow): boolean =>
  !aside || workflow?.asides.find((a) => a.id === aside)?.does === 'posted'

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

/** What may stand as the latest value of each field: what the last line that says it says. */
const latest = (log: readonly Shown[], workflow?: Workflow): ReadonlyMap<string, readonly unknown[]> => {
  const last = new Map<string, unknown[]>()
  for (const entry of log)
    for (const [name, value] of Object.entries(entry.values))
      if (changesFields(entry, workflow)) last.set(name, [value])
      else if (!workflow) last.set(name, [...(last.get(name) ?? []), value])
  return last
}

/** Whether the first line says that it is this case. Those that were opened before that was written don't say. */
const isOf = ({ id, number, workflow, workflowVersion: version, village, log }: CaseShown): boolean => {
  const is = log[0]?.effect.is
  return !is || same({ ...is, from: undefined, about: undefined }, { id, workflow, version, village, number })
}

/** A title is what was given, or the beginning of what was said; where neither is shown, there is nothing to compare. */
const isTitled = (
  { title, workflowTitle, log }: CaseShown,
  last: ReadonlyMap<string, readonly unknown[]>,
  workflow?: Workflow,
): boolean => {
  const said = Object.values(log[0]?.values ?? {}).filter((v) => typeof v === 'string')
  if (!said.length || Object.values(erasedTitles).includes(title)) return true
  const given = [...(last.get('title') ?? []), log[0].values.title].filter((t) => t !== undefined)
  if (workflow?.titleFrom)
    return log[0].values[workflow.titleFrom] === undefined || title === titleOf(workflow, log[0].values)
  if (given.includes(title)) return true
  // which of the two it is the workflow knows
  if (workflow && given.length) return false
  const begins = title.replace(/…$/, '')
  return title === workflowTitle || said.some((text) => text.trim().startsWith(begins))
}
