import { dayInChina } from '@shared/calendar'
import type { Case, Day } from '@shared/engine/case'
import { canonical, sha256Hex } from '@shared/engine/chain'
import { addDays } from '@shared/engine/deadline'
import { type Rolls, rollsOf } from '@shared/rolls'
import { foldRoster, type Member } from '@shared/roster'
import type { CardView } from '@shared/schemas/views'
import type { CaseStore } from './caseStore'
import type { SheetStore } from './sheetStore'
import type { Table } from './table'

const mark = '册'
/** Rises when the same changes come to other rolls than before. */
const countedAs = 1
const keptDays = 40
const remembered = 16

/** A change of a village's roster that counts: its case is closed and agreed. `count` is how many rows its list `sheet` has. */
export type StoredChange = {
  id: string
  number: string
  kind: 'whole' | 'rows'
  effectiveOn: Day
  agreedOn: Day
  /** the instant of that */
  at: string
  sheet: string
  count: number
}

/**
 * Who belongs to a village on a day: the fold of its closed, agreed `rosterChange` cases. Nothing but those cases and their lists is
 * the roster; what stands beside them under `rolls#…` is worked out from them and may be lost at any time. The changes are found by
 * the index of cases, which in the cloud may lag an instant behind: right after a change was agreed a reader may still be told the
 * roster without it. A meeting's entry keeps the hash and the 应到 that it was counted with.
 */
export const rosterStore = (
  table: Table,
  cases: Pick<CaseStore, 'get' | 'ofKind'>,
  sheets: SheetStore,
  now: () => number,
) => {
  const changesKnown = new Map<string, readonly StoredChange[]>()
  const membersKnown = new Map<string, readonly Member[]>()

  const agreed = async (village: string): Promise<readonly string[]> => {
    const ids: string[] = []
    let after: string | undefined
    do {
      const page = await cases.ofKind(village, mark, { limit: 1000, after })
      for (const { pk, card } of page.rows) {
        const { step, outcome } = JSON.parse(card!) as CardView
        if (step === 'closed' && outcome === 'agreed') ids.push(pk)
      }
      after = page.next
    } while (after)
    return ids.sort()
  }

  const changesOf = (ids: readonly string[]): Promise<readonly StoredChange[]> =>
    remembering(changesKnown, canonical(ids), async () => {
      const stored = await Promise.all(ids.map((id) => cases.get(id)))
      const changes = await Promise.all(stored.flatMap((s) => (s ? [changeOf(s.found)] : [])))
      return changes.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.number < b.number ? -1 : 1))
    })

  const changeOf = async (found: Case): Promise<StoredChange> => {
    const closing = found.log.findLast((e) => e.effect.to === 'closed')!
    const { kind, effectiveOn, sheet } = found.fields as Pick<StoredChange, 'kind' | 'effectiveOn' | 'sheet'>
    return {
      ...{ id: found.id, number: found.number, kind, effectiveOn, sheet, at: closing.at, agreedOn: closing.on },
      count: (await sheets.meta(sheet))?.count ?? 0,
    }
  }

  /** Reads the lists of those changes alone that can have a say on that day. */
  const membersOf = async (ids: readonly string[], on: Day): Promise<readonly Member[]> => {
    const due = (await changesOf(ids)).filter((c) => c.effectiveOn <= on)
    const since = due.reduce((last, c) => (c.kind === 'whole' && c.effectiveOn > last ? c.effectiveOn : last), '')
    const telling = due.filter((c) => c.effectiveOn >= since)
    return remembering(membersKnown, canonical(telling.map((c) => c.id)), async () =>
      foldRoster(await Promise.all(telling.map(async (c) => ({ ...c, rows: await sheets.rows(c.sheet) }))), on),
    )
  }

  return {
    /** Every change that counts, on whatever day, in the order in which they were agreed. */
    changes: async (village: string): Promise<readonly StoredChange[]> => changesOf(await agreed(village)),

    /** Who belongs on a day, past or to come, by number; nobody where no roster was agreed by then. */
    members: async (village: string, on: Day): Promise<readonly Member[]> => membersOf(await agreed(village), on),

    /** 应到 of every roll on a day, of a group's own where one is named: one list and one get, once it was worked out. */
    async rolls(village: string, on: Day, group?: number): Promise<Rolls> {
      const ids = await agreed(village)
      if (!ids.length) return rollsOf([], on, group)
      const pk = `rolls#${sha256Hex(canonical([countedAs, ids, on, group ?? 0]))}`
      const item = await table.get(pk)
      if (item) return JSON.parse(item.body) as Rolls
      const rolls = rollsOf(await membersOf(ids, on), on, group)
      const expiresOn = addDays(dayInChina(now()), keptDays)
      const kept = { pk, version: 1, body: JSON.stringify(rolls), sees: 'office' as const, keys: {}, expiresOn }
      await table.put(kept, { ifVersion: 0 })
      return rolls
    },
  }
}

/** What closed cases say never changes: what was worked out last is kept in memory. */
const remembering = async <T>(known: Map<string, T>, key: string, work: () => Promise<T>): Promise<T> => {
  const value = known.get(key) ?? (await work())
  known.delete(key)
  known.set(key, value)
  if (known.size > remembered) known.delete(known.keys().next().value!)
  return value
}
