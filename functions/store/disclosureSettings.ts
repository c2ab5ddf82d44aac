import type { DisclosureSettings, ItemSetting, SettingsThen } from '@shared/disclosure'
import type { Day } from '@shared/engine/case'
import type { Table } from './table'

/** What someone set for a place; null: from then on nothing of its own. */
export type SettingsChange = {
  place: string
  on: Day
  /** post and name of whoever did it, as they were then */
  who: string
  items: Readonly<Record<string, ItemSetting | null>>
}

/** A county, a township of it, a village of that. What a township sets for its villages is kept with its own. */
export type SettingsPlace = { county: string; township?: string; village?: string }

const mostChanges = 200
const mostBytes = 200_000
const tries = 4

const foldedTo = (changes: readonly SettingsChange[], place: string, on: Day): Record<string, ItemSetting> => {
  const mine = changes.filter((c) => c.place === place && c.on <= on)
  const items = Object.assign({}, ...mine.map((c) => c.items)) as SettingsChange['items']
  return Object.fromEntries(Object.entries(items).filter((e): e is [string, ItemSetting] => e[1] !== null))
}

/** The two oldest changes of a place become one, until what is kept is small: who changed what lately can be read. */
const shortened = (changes: readonly SettingsChange[]): readonly SettingsChange[] => {
  if (changes.length <= mostChanges && JSON.stringify(changes).length <= mostBytes) return changes
  const first = changes.find((a, i) => changes.findIndex((b, j) => j > i && a.place === b.place) > 0)
  const second = first && changes.find((c) => c !== first && c.place === first.place)
  if (!second) return changes
  const both = { ...second, items: { ...first.items, ...second.items } }
  return shortened(changes.filter((c) => c !== first).map((c) => (c === second ? both : c)))
}

/** What counties, townships and villages have set of the disclosure catalogue: one item with a history for each of the first two. */
export const disclosureSettings = (table: Table) => {
  const keeperOf = ({ county, township }: SettingsPlace) => township ?? county
  const read = async (keeper: string) => {
    const item = await table.get(`disclosure#${keeper}`)
    return { version: item?.version ?? 0, changes: item ? (JSON.parse(item.body) as readonly SettingsChange[]) : [] }
  }
  const all = async ({ county, township }: SettingsPlace) =>
    (await Promise.all([county, township].filter((p) => p !== undefined).map(read))).flatMap((kept) => kept.changes)
  return {
    /** Who changed what in that place itself, the latest first. */
    changes: async (place: SettingsPlace): Promise<readonly SettingsChange[]> =>
      (await read(keeperOf(place))).changes.filter((c) => c.place === nearest(place)).toReversed(),
    /** What that place itself has set by a day. */
    own: async (place: SettingsPlace, on: Day): Promise<DisclosureSettings> =>
      foldedTo((await read(keeperOf(place))).changes, nearest(place), on),
    /** What holds there, on any day: field by field the nearer place wins. Two reads. */
    then: async (place: SettingsPlace): Promise<SettingsThen> => settingsThen(await all(place), place),
    /** The same for any village of a township. Two reads. */
    async thenOf(place: { county: string; township: string }): Promise<(village: string) => SettingsThen> {
      const changes = await all(place)
      return (village) => settingsThen(changes, { ...place, village })
    },
    /** Adds a change to a place's history. False: others were faster again and again. */
    async add(place: SettingsPlace, change: Omit<SettingsChange, 'place'>): Promise<boolean> {
      const pk = `disclosure#${keeperOf(place)}`
      for (let turn = 0; turn < tries; turn++) {
        const { version, changes } = await read(keeperOf(place))
        const body = JSON.stringify(shortened([...changes, { ...change, place: nearest(place) }]))
        const item = { pk, version: version + 1, body, sees: 'everyone' as const, keys: {} }
        if ((await table.put(item, { ifVersion: version })) === 'put') return true
      }
      return false
    },
  }
}

const nearest = ({ county, township, village }: SettingsPlace) => village ?? township ?? county

/** A day is worked out once, however often it is asked for. */
const settingsThen = (
  changes: readonly SettingsChange[],
  { county, township, village }: SettingsPlace,
): SettingsThen => {
  const known = new Map<Day, DisclosureSettings>()
  const merged = (on: Day): DisclosureSettings => {
    const found: Record<string, ItemSetting> = {}
    for (const place of [county, township, village])
      if (place !== undefined)
        for (const [code, set] of Object.entries(foldedTo(changes, place, on))) found[code] = { ...found[code], ...set }
    return found
  }
  return (on) => {
    const settings = known.get(on) ?? merged(on)
    known.set(on, settings)
    return settings
  }
}
