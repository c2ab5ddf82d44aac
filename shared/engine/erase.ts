import type { Case, Entry, FollowUp, FormValue } from './case'
import { unopened } from './unopened'
import type { Workflow } from './workflow'

/** Why values were erased: the person is no more (注销), the time for keeping them is over, or they asked for it. */
export type ErasedFor = 'person' | 'period' | 'asked'

/** Who asked for it and why, and who decided it: where it wasn't the person themselves, signed in. */
export type Asked = { reason?: string; decidedBy?: string }

/** What an erasing line says: `no.field` of each value, the lines whose hand is forgotten, and whether the opener is. */
export type Erasure = { fields: readonly string[]; lines?: readonly number[]; opener?: boolean; why: ErasedFor } & Asked

/** What stands in place of a title that was taken from erased words. */
export const erasedTitles: Readonly<Record<ErasedFor, string>> = {
  person: '内容已按本人要求删除',
  asked: '内容已按本人要求删除',
  period: '内容已过保存期删除',
}

const json = (value: unknown) => JSON.stringify(value)

/**
 * A case less what a line erases: values and salts are gone from the log, what was handed on of them too, and whoever is forgotten
 * is nobody's id any more. Commitments, pseudonyms and hashes stay, so that the chain verifies; the case is folded anew from what
 * is left, so that replaying its log gives the same.
 */
export const erased = (
  workflow: Workflow,
  found: Case,
  entry: Entry,
  fold: (workflow: Workflow, found: Case, entry: Entry) => Case,
): Case => {
  const of = entry.values as Erasure
  const lost = found.log.flatMap(({ no, values }) =>
    Object.keys(values).flatMap((field) => (of.fields.includes(`${no}.${field}`) ? [json(values[field])] : [])),
  )
  const forgets = (line: Entry) => of.lines?.includes(line.no) && !isErased(line.person)
  // replayed, there is nothing left to take out
  if (!lost.length && !found.log.some(forgets) && !(of.opener && !isErased(found.opener))) return found

  const title = losesTitle(workflow, found, of) ? erasedTitles[of.why] : found.title
  const gone = new Set([...lost, ...(title === found.title ? [] : [json(found.title)])])
  const handed = (follow: FollowUp): FollowUp => ({ ...follow, carry: lessCarried(follow.carry, gone, title) })
  const opener = of.opener && !isErased(found.opener) ? `${prefix}${found.id}` : found.opener
  const log = found.log.map((line): Entry => {
    const lose = (field: string) => of.fields.includes(`${line.no}.${field}`)
    const touched = Object.keys(line.values).some(lose)
    return {
      ...line,
      ...(touched && { values: less(line.values, lose), salts: less(line.salts, lose), remarks: [] }),
      then: line.then.map(handed),
      ...(forgets(line) && { person: line.person === found.opener ? opener : `${prefix}${line.by}` }),
    }
  })
  const before = unopened({ ...found, title, opener })
  const now = log.slice(0, -1).reduce((then, line) => fold(workflow, then, line), before)
  return { ...now, log, pending: found.pending.map(handed), ...(found.told !== undefined && { told: found.told }) }
}

const prefix = 'erased:'

/** Whether an id is that of nobody any more. */
export const isErased = (person: string): boolean => person.startsWith(prefix)

/** Where the values of a log were erased: the number of each such line, and why. */
export const erasedLines = (workflow: Workflow, log: readonly Entry[]): ReadonlyMap<number, ErasedFor> => {
  const lines = new Map<number, ErasedFor>()
  for (const entry of log) {
    if (workflow.asides.find((a) => a.id === entry.aside)?.does !== 'erase') continue
    const { fields, why } = entry.values as Erasure
    for (const field of fields) lines.set(Number(field.split('.')[0]), why)
  }
  return lines
}

/** Whether the title came out of one of these values. */
const losesTitle = ({ titleFrom }: Workflow, found: Case, { fields }: Erasure): boolean =>
  titleFrom
    ? fields.includes(`1.${titleFrom}`)
    : found.log.some((e) => !e.aside && e.values.title === found.title && fields.includes(`${e.no}.title`))

const less = <T>(values: Readonly<Record<string, T>>, lose: (field: string) => boolean): Record<string, T> =>
  Object.fromEntries(Object.entries(values).filter(([field]) => !lose(field)))

const lessCarried = (carry: FormValue, gone: ReadonlySet<string>, title: string): FormValue =>
  Object.fromEntries(
    Object.entries(carry).flatMap(([field, value]) =>
      !gone.has(json(value)) ? [[field, value]] : field === 'title' ? [[field, title]] : [],
    ),
  )
