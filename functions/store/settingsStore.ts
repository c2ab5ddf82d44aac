import type { Place } from '@shared/engine/case'
import { type SettingName, settingsWith } from '@shared/schemas/settings'
import { disclosureSettings } from './disclosureSettings'
import type { Table } from './table'

type Own = Partial<Record<SettingName, number | readonly number[]>>

/** Settings of a county, a township or a village; the nearer one wins, the law's floor binds where a rule uses it. */
export const settingsStore = (table: Table) => {
  const own = async (place: string): Promise<Own> => {
    const item = await table.get(`settings#${place}`)
    return item ? (JSON.parse(item.body) as Own) : {}
  }
  return {
    disclosure: disclosureSettings(table),
    async of({ county, township, village }: Place) {
      const [a, b, c] = await Promise.all([own(county), own(township), own(village)])
      return settingsWith({ ...a, ...b, ...c })
    },
    async save(place: string, values: Own) {
      const pk = `settings#${place}`
      const ifVersion = (await table.get(pk))?.version ?? 0
      return table.put(
        { pk, version: ifVersion + 1, body: JSON.stringify(values), sees: 'office', keys: {} },
        { ifVersion },
      )
    },
  }
}
