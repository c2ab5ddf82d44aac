import type { Day, Place } from '@shared/engine/case'
import { type SettingName, type SettingValue, settingsWith } from '@shared/schemas/settings'
import { disclosureSettings, type SettingsPlace } from './disclosureSettings'
import type { Table } from './table'

export type OwnSettings = Partial<Record<SettingName, SettingValue>>

/** What someone changed: post and name as they were then, and what was in force before and after. */
export type SettingsEdit = {
  on: Day
  who: string
  items: Partial<Record<SettingName, { from: SettingValue; to: SettingValue }>>
}

type Kept = { values: OwnSettings; edits: readonly SettingsEdit[] }

const mostEdits = 50
const tries = 4

/** Settings of a county, a township or a village; the nearer one wins, the law's floor binds where a rule uses it. */
export const settingsStore = (table: Table) => {
  const read = async (place: string): Promise<Kept & { version: number }> => {
    const item = await table.get(`settings#${place}`)
    return { version: item?.version ?? 0, ...(item ? (JSON.parse(item.body) as Kept) : { values: {}, edits: [] }) }
  }
  const put = (place: string, kept: Kept, ifVersion: number) =>
    table.put(
      { pk: `settings#${place}`, version: ifVersion + 1, body: JSON.stringify(kept), sees: 'everyone', keys: {} },
      { ifVersion },
    )
  return {
    disclosure: disclosureSettings(table),
    /** What is in force in a village that began with these days for its sessions. */
    async of({ county, township, village }: Place, sessionDays?: readonly number[]) {
      const [a, b, c] = await Promise.all([county, township, village].map(read))
      return settingsWith({ ...(sessionDays && { sessionDays }), ...a.values, ...b.values, ...c.values })
    },
    /** The same for villages of a township, in their order; what stands above them is read once. */
    async ofEach(
      { county, township }: Pick<Place, 'county' | 'township'>,
      villages: readonly { id: string; session: { days: readonly number[] } }[],
    ) {
      const [a, b, ...own] = await Promise.all([county, township, ...villages.map((v) => v.id)].map(read))
      return villages.map(({ session }, i) =>
        settingsWith({ sessionDays: session.days, ...a!.values, ...b!.values, ...own[i]!.values }),
      )
    },
    /** What each of the places has set itself, and who changed what in the nearest of them, the latest first. */
    async levels({ county, township, village }: SettingsPlace) {
      const places = [county, township, village].filter((p) => p !== undefined)
      const found = await Promise.all(places.map(read))
      const [a, b, c] = found.map(({ values }) => values)
      return { county: a!, township: b, village: c, edits: found.at(-1)!.edits.toReversed() }
    },
    /** Sets values of a place; null takes its own away. False: others were faster again and again. */
    async change(
      place: string,
      values: Readonly<Partial<Record<SettingName, SettingValue | null>>>,
      edit: SettingsEdit,
    ): Promise<boolean> {
      for (let turn = 0; turn < tries; turn++) {
        const { version, ...kept } = await read(place)
        const all = Object.entries({ ...kept.values, ...values }).filter(([, value]) => value !== null)
        const next = { values: Object.fromEntries(all), edits: [...kept.edits, edit].slice(-mostEdits) }
        if ((await put(place, next, version)) === 'put') return true
      }
      return false
    },
    /** Sets a place up: its own settings are these alone. */
    async save(place: string, values: OwnSettings) {
      const { version, edits } = await read(place)
      return put(place, { values, edits }, version)
    },
  }
}
