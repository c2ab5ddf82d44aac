import { createHash } from 'node:crypto'
import { dayInChina } from '@shared/calendar'
import type { Instant } from '@shared/engine/case'
import { addDays } from '@shared/engine/deadline'
import type { TemplateName } from '../wechat/templates'
import { isThere } from './forget'
import type { Item, Table } from './table'

/** Which line of a case is written about, as news to which desk. */
export type Note = { desk: string; no: number; at: Instant; kind: TemplateName }
/** `unknown`: it may have come or not; `dropped`: it was news to them no more. */
export type Outcome = 'sent' | 'refused' | 'failed' | 'unknown' | 'dropped'

/** What is written to one person about one case: a newer line takes the place of one that still waits. */
export type Push = {
  person: string
  caseId: string
  /** the line with which it began: after it was forgotten, another begins with a later one */
  from: number
  /** up to which line it was noted */
  upTo: number
  /** how often WeChat was to be asked */
  attempts: number
  waiting?: Note & { due: Instant; tries: number }
  /** WeChat is being asked, or a process died over it */
  claimed?: Note & { since: Instant; tries: number }
  /** what came of the latest eight */
  outcomes: readonly { no: number; at: Instant; outcome: Outcome }[]
}

export type StoredPush = { push: Push; version: number }

/** After so long nobody is asking any more, in milliseconds. */
export const claimedFor = 10 * 60_000

const shards = 4
const keptDays = 30
const keptOutcomes = 8
const tries = 8

const pkOf = ({ caseId, person }: Pick<Push, 'caseId' | 'person'>) => `push#${caseId}#${person}`
const iso = (at: number): Instant => new Date(at).toISOString()

/** When somebody has to look after it next. */
const dueOf = ({ claimed, waiting }: Push): Instant | undefined =>
  claimed ? iso(Date.parse(claimed.since) + claimedFor) : waiting?.due

/** What waits to be sent through WeChat, and what came of it: one item a case and person. */
export const pushStore = (table: Table, now: () => number) => {
  const itemOf = (push: Push, version: number): Item => {
    const pk = pkOf(push)
    const due = dueOf(push)
    const shard = createHash('sha256').update(pk).digest()[0]! % shards
    return {
      ...{ pk, version, body: JSON.stringify(push), sees: 'office' },
      keys: due ? { sending: { partition: `s${shard}`, sort: due } } : {},
      expiresOn: addDays(dayInChina(now()), keptDays),
    }
  }
  const read = async (pk: string): Promise<StoredPush | undefined> => {
    const item = await table.get(pk)
    return isThere(item) ? { push: JSON.parse(item.body) as Push, version: item.version } : undefined
  }
  const withOutcome = (push: Push, no: number, outcome: Outcome): Push => ({
    ...push,
    outcomes: [...push.outcomes, { no, at: iso(now()), outcome }].slice(-keptOutcomes),
  })
  const put = (push: Push, ifVersion: number) => table.put(itemOf(push, ifVersion + 1), { ifVersion })

  return {
    read,
    /** One conditional put; 'lost' when it has changed since. */
    put,
    /** Notes a line for someone, unless it, or a later one, was noted before. */
    async note(person: string, caseId: string, note: Note, due: Instant): Promise<boolean> {
      const pk = pkOf({ caseId, person })
      for (let turn = 0; turn < tries; turn++) {
        const { push, version } = (await read(pk)) ?? {
          push: { person, caseId, from: note.no, upTo: 0, attempts: 0, outcomes: [] },
          version: (await table.get(pk))?.version ?? 0,
        }
        if (push.upTo >= note.no) return false
        const next: Push = { ...push, upTo: note.no, waiting: { ...note, due, tries: 0 } }
        if ((await put(next, version)) === 'put') return true
      }
      throw new Error(`${pk} changes too often`)
    },
    /** Notes what came of an attempt, or when it waits for the next one; one that was given up meanwhile stays so. */
    async record(pk: string, attempt: number, came: Outcome | NonNullable<Push['waiting']>): Promise<void> {
      for (let turn = 0; turn < tries; turn++) {
        const stored = await read(pk)
        if (!stored?.push.claimed || stored.push.attempts !== attempt) return
        const { claimed, ...push } = stored.push
        // a newer line that was noted meanwhile has taken the place of one that would wait on
        const next =
          typeof came === 'string' ? withOutcome(push, claimed.no, came) : { ...push, waiting: push.waiting ?? came }
        if ((await put(next, stored.version)) === 'put') return
      }
      throw new Error(`${pk} changes too often`)
    },
    /** Takes what waits off the list. */
    drop: ({ push, version }: StoredPush) => {
      const { waiting, ...rest } = push
      return put(withOutcome(rest, waiting!.no, 'dropped'), version)
    },
    /** The keys of what is due by now, soonest first, at most so many a shard. */
    async due(most: number): Promise<readonly string[]> {
      const pages = await Promise.all(
        Array.from({ length: shards }, (_, n) => table.list('sending', `s${n}`, { until: iso(now()), limit: most })),
      )
      const rows = pages.flatMap((p) => p.rows)
      return rows.sort((a, b) => (a.sort < b.sort ? -1 : 1)).map((r) => r.pk)
    },
  }
}
