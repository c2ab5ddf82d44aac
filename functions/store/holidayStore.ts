import { holidaysWith } from '@shared/calendar'
import type { Day, Holidays } from '@shared/engine/case'
import { canonical, sha256Hex } from '@shared/engine/chain'
import { isRefusal, type Refusal, refuse } from '@shared/engine/refusal'
import { type HolidayTables, withTables } from '@shared/holidayTables'
import type { Table } from './table'

/** Who entered or changed the table of a year: post and name as they were then. */
export type HolidaysEdit = { on: Day; who: string; year: number }

/** What a county has entered; `savedAt` is the instant of the last change. */
export type KeptHolidays = { tables: HolidayTables; edits: readonly HolidaysEdit[]; savedAt: number }

/** The table by which a township's open cases were dated last, and under which name that was done. */
export type Applied = { stamp: string; holidays: Holidays }

/** The years that come with this version. */
export const published: Holidays = holidaysWith()
/** How long another process may go on with a table that was changed since, in milliseconds. */
export const freshFor = 30_000

const mostEdits = 50
const tries = 4
const none: KeptHolidays = { tables: {}, edits: [], savedAt: 0 }

/** Holiday tables that a county has entered for years that weren't published yet: one small item, kept in memory for half a minute. */
export const holidayStore = (table: Table, now: () => number) => {
  const fresh = new Map<string, { holidays: Holidays; at: number }>()
  const read = async (county: string): Promise<{ kept: KeptHolidays; version: number }> => {
    const item = await table.get(`holidays#${county}`)
    return { kept: item ? (JSON.parse(item.body) as KeptHolidays) : none, version: item?.version ?? 0 }
  }
  const put = (pk: string, body: unknown, ifVersion: number) =>
    table.put({ pk, version: ifVersion + 1, body: JSON.stringify(body), sees: 'everyone', keys: {} }, { ifVersion })
  const keep = (county: string, { tables }: KeptHolidays): Holidays => {
    const holidays = Object.keys(tables).length ? withTables(published, tables) : published
    fresh.set(county, { holidays, at: now() })
    return holidays
  }
  const appliedIn = async (township: string): Promise<{ applied?: Applied; version: number }> => {
    const item = await table.get(`redated#${township}`)
    return { ...(item && { applied: JSON.parse(item.body) as Applied }), version: item?.version ?? 0 }
  }
  return {
    /** What holds in a county: the published years and those that it has entered since. */
    async of(county: string): Promise<Holidays> {
      const known = fresh.get(county)
      if (known && now() - known.at < freshFor && now() >= known.at) return known.holidays
      return keep(county, (await read(county)).kept)
    },
    /** What it has entered and who did, as of now. */
    entered: async (county: string): Promise<KeptHolidays> => (await read(county)).kept,
    /** The table as of now, under a name that no other has, even when one is put back to what it was. */
    async latest(county: string): Promise<Applied & { savedAt: number }> {
      const { kept, version } = await read(county)
      const holidays = keep(county, kept)
      const stamp = sha256Hex(canonical({ holidays, version })).slice(0, 8)
      return { stamp, holidays, savedAt: kept.savedAt }
    },
    /** Changes what was entered as `judge` says, or not at all; judged again when someone else was faster. */
    async change(
      county: string,
      judge: (kept: KeptHolidays) => Omit<KeptHolidays, 'savedAt'> | Refusal,
    ): Promise<KeptHolidays | Refusal> {
      for (let turn = 0; turn < tries; turn++) {
        const { kept, version } = await read(county)
        const wanted = judge(kept)
        if (isRefusal(wanted)) return wanted
        if (wanted === kept) return kept
        const next = { ...wanted, edits: wanted.edits.slice(-mostEdits), savedAt: now() }
        if ((await put(`holidays#${county}`, next, version)) === 'lost') continue
        keep(county, next)
        return next
      }
      return refuse('someoneActedFirst')
    },
    applied: async (township: string): Promise<Applied | undefined> => (await appliedIn(township)).applied,
    /** Notes by which table everything open is dated now. Whoever else notes it at the same time is as right. */
    async apply(township: string, { stamp, holidays }: Applied): Promise<void> {
      const { version } = await appliedIn(township)
      await put(`redated#${township}`, { stamp, holidays }, version)
    },
  }
}
