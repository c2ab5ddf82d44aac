import type { ExtraSession, MovedSession, SessionRule } from '@shared/calendar'
import type { Day } from '@shared/engine/case'
import { isRefusal, type Refusal, refuse } from '@shared/engine/refusal'
import type { Table } from './table'

/** What someone changed, in words: post and name as they were then. */
export type SessionsEdit = { on: Day; who: string; says: string }

/** What a village has changed of its sessions; whatever it hasn't is as it was set up. */
export type SessionChanges = {
  rule: Partial<Pick<SessionRule, 'startsAt' | 'place' | 'hosts' | 'movesOffHolidays'>>
  moved: Readonly<Record<Day, MovedSession>>
  extra: readonly ExtraSession[]
  /** the days of the month as the clock last saw them, and since when they are others than before */
  days?: { on: readonly number[]; since?: Day }
  /** days for which a session was announced that isn't held then any more */
  off: readonly Day[]
  /** the days of what waits to be heard haven't all been worked out anew since the last change */
  unsettled?: true
  /** the latest last */
  edits: readonly SessionsEdit[]
}

const mostEdits = 50
const tries = 4
const none: SessionChanges = { rule: {}, moved: {}, extra: [], off: [], edits: [] }

/** A village's sessions where they differ from its rule: one small item each. */
export const sessionStore = (table: Table) => {
  const read = async (village: string): Promise<{ kept: SessionChanges; version: number }> => {
    const item = await table.get(`sessions#${village}`)
    return { kept: item ? (JSON.parse(item.body) as SessionChanges) : none, version: item?.version ?? 0 }
  }
  const put = (village: string, kept: SessionChanges, ifVersion: number) =>
    table.put(
      { pk: `sessions#${village}`, version: ifVersion + 1, body: JSON.stringify(kept), sees: 'everyone', keys: {} },
      { ifVersion },
    )
  return {
    read,
    of: async (village: string): Promise<SessionChanges> => (await read(village)).kept,
    /** Changes them as `judge` says, or not at all; judged again when someone else was faster. */
    async change(
      village: string,
      judge: (kept: SessionChanges) => SessionChanges | Refusal,
    ): Promise<SessionChanges | Refusal> {
      for (let turn = 0; turn < tries; turn++) {
        const { kept, version } = await read(village)
        const next = judge(kept)
        if (isRefusal(next) || next === kept) return next
        const cut = { ...next, edits: next.edits.slice(-mostEdits) }
        if ((await put(village, cut, version)) === 'put') return cut
      }
      return refuse('someoneActedFirst')
    },
    /** Everything that waits stands on its day, as of that version; one that was changed since stays unsettled. */
    async settle(village: string, version: number): Promise<void> {
      const { kept, version: now } = await read(village)
      if (!kept.unsettled || now !== version) return
      const { unsettled: _, ...settled } = kept
      await put(village, settled, version)
    },
  }
}
