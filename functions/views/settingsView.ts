import { type Setting, type SettingName, type SettingValue, settings } from '@shared/schemas/settings'
import type { SettingsView } from '@shared/schemas/views'
import { boundsOf } from '@shared/workflows/bounds'
import type { Level } from '../level'
import type { settingsStore } from '../store/settingsStore'

type Levels = Awaited<ReturnType<ReturnType<typeof settingsStore>['levels']>>
type SetAt = SettingsView['settings'][number]['setAt']

/** What holds at a place, where that was set, and what it would be without the place's own. */
export type ValueHere = {
  value: SettingValue
  setAt: SetAt
  own?: SettingValue
  inherited: SettingValue
  default: SettingValue
}

const names = Object.keys(settings) as SettingName[]
const order = ['village', 'township', 'county'] as const

/** Every setting as it stands at a place: the nearer place wins. A village's session days begin as it was set up. */
export const valuesAt = ({ level, village }: Level, levels: Levels): Readonly<Record<SettingName, ValueHere>> => {
  const hereOf = (name: SettingName): ValueHere => {
    const usual = (name === 'sessionDays' && village?.session.days) || settings[name].value
    const setAt = order.find((l) => levels[l]?.[name] !== undefined)
    const above = order.find((l) => l !== level && levels[l]?.[name] !== undefined)
    const at = (l: typeof setAt) => (l && levels[l]?.[name]) ?? usual
    return {
      ...{ value: at(setAt), setAt: setAt ?? 'default', inherited: at(above), default: usual },
      own: levels[level]?.[name],
    }
  }
  return Object.fromEntries(names.map((name) => [name, hereOf(name)])) as Record<SettingName, ValueHere>
}

const plain = (value: SettingValue) => (typeof value === 'number' ? value : [...value])

/** The settings of a place as they are sent, with the law's limits and who changed what lately. */
export const settingsView = (at: Level, levels: Levels, mayChange: boolean): SettingsView => {
  const values = valuesAt(at, levels)
  return {
    ...{ name: at.name, level: at.level, mayChange },
    settings: names.map((name) => {
      const { title, says, source, standing, about, unit, by }: Setting = settings[name]
      const { value, setAt, inherited, default: usual } = values[name]
      const { floor, ...limits } = boundsOf(name)
      return {
        ...{ name, title, says, source, standing, about, unit, setAt, ...limits },
        ...{ value: plain(value), inherited: plain(inherited), default: plain(usual) },
        mayChange: mayChange && (by !== 'county' || at.level === 'county'),
        ...(floor && { floor: [...floor] }),
      }
    }),
    changes: levels.edits.slice(0, 20).map(({ on, who, items }) => ({
      ...{ on, who },
      items: Object.entries(items).map(([name, { from, to }]) => ({ name, from: plain(from), to: plain(to) })),
    })),
  }
}
