import type { Day } from './engine/case'
import { addDays } from './engine/deadline'
import type { Role } from './engine/workflow'

/** The posts that are audited, and the roles that hold each. */
export const auditedRoles = {
  committee: ['director', 'committee'],
  collectiveHead: ['collectiveHead'],
  secretary: ['secretary'],
} as const satisfies Record<string, readonly Role[]>

export type AuditedPost = keyof typeof auditedRoles

/** A time in a post: its first day, and its last where that is set. */
export type Service = { since: Day; until?: Day }
/** An audit of that post, done or under way: `coversTo` is the last day that it looks at. */
export type Audited = { kind: 'term' | 'leaving'; coversTo: Day }
export type AuditDue = { dueOn: Day; why: string }

const termMonths = 60

/** So many whole months on; where that month has no such day, its last: 31 August and 30 months is the end of February. */
const addMonths = (day: Day, months: number): Day => {
  const at = +day.slice(0, 4) * 12 + +day.slice(5, 7) - 1 + months
  const first = (n: number) => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-01`
  const last = addDays(first(at + 1), -1)
  const same = `${last.slice(0, 8)}${day.slice(8)}`
  return same < last ? same : last
}

/** The time in a post that counts: what holds today or is still to come taken together, else what ended last. */
export const serviceOf = (posts: readonly { from: Day; until?: Day }[], today: Day): Service | undefined => {
  const ends = ({ until }: { until?: Day }) => until ?? '9'
  const byEnd = [...posts].sort((a, b) => (ends(a) < ends(b) ? -1 : 1))
  const standing = byEnd.filter((p) => ends(p) >= today)
  const counted = standing.length ? standing : byEnd.slice(-1)
  const until = counted.at(-1)?.until
  return counted.length
    ? { since: counted.map((p) => p.from).sort()[0], ...(until !== undefined && { until }) }
    : undefined
}

/**
 * When the next audit of a time in a post is due: `perTerm` of them spread evenly over each five years, and one on leaving by
 * the last day. Each audit done or under way stands for one due day, and for every due day that it covers. Undefined when
 * nothing is due any more.
 */
export const nextAudit = (
  { since, until }: Service,
  { perTerm, audits, today }: { perTerm: number; audits: readonly Audited[]; today: Day },
): AuditDue | undefined => {
  const theirs = audits.filter((a) => a.coversTo > since)
  if (until !== undefined && theirs.some((a) => a.kind === 'leaving')) return undefined
  const covered =
    theirs
      .map((a) => a.coversTo)
      .sort()
      .at(-1) ?? since
  const dueAt = (no: number) => addMonths(since, Math.floor((no * termMonths) / perTerm))
  let no = theirs.length + 1
  while (perTerm > 0 && dueAt(no) <= covered) no++
  const inTerm = perTerm > 0 ? { dueOn: dueAt(no), why: `任期内第${((no - 1) % perTerm) + 1}次` } : undefined
  // whoever has left is audited once more, for all of it
  const leaves = until !== undefined && (until < today || !inTerm || inTerm.dueOn >= until)
  return leaves ? { dueOn: until, why: '离任' } : inTerm
}
