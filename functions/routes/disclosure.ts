import { catalogueItem } from '@shared/catalogue'
import { type DisclosureSettings, type ItemSetting, type SettingsThen, wantsYearBefore } from '@shared/disclosure'
import type { Place } from '@shared/engine/case'
import { isRefusal, type Refusal, refuse } from '@shared/engine/refusal'
import type { Citizen, TownshipPlace } from '@shared/schemas/person'
import type { DisclosureSettingsView, DisclosureView, MatrixView } from '@shared/schemas/views'
import type { Route } from '../http/serve'
import { type Level, levelOf, setterName } from '../level'
import { audiencesAt, may } from '../scope'
import type { SettingsChange } from '../store/disclosureSettings'
import type { VillageAt } from '../store/placeStore'
import type { Row } from '../store/table'
import type { House } from '../stores'
import { disclosedOf, disclosureView, matrixView } from '../views/disclosureView'
import { today } from '../world'

/** What a village owes in a year and how it stands, as this reader may know it. */
export const disclosureFor = async (
  house: House,
  at: VillageAt,
  year: number,
  person?: Citizen,
): Promise<DisclosureView> => {
  const [rows, settings, holidays] = await Promise.all([
    house.stores.cases.owed(at.place.township, String(year), at.village.id),
    house.stores.settings.disclosure.then(at.place),
    house.stores.holidays.of(at.place.county),
  ])
  const more = await rowsBefore(house, at.place, { year, rows, settings })
  const of = { village: at.village, rows: [...rows, ...more], settings, year, today: today(house), holidays }
  return disclosureView(of, audiencesAt(person, at.place, today(house)))
}

/** Village × item of a township in a year, with the 督办单 that are open about what is missing. */
export const matrixFor = async (house: House, township: TownshipPlace, year: number): Promise<MatrixView> => {
  const { county, id } = township
  const [all, settingsOf, urged, holidays] = await Promise.all([
    house.stores.cases.owed(id, String(year)),
    house.stores.settings.disclosure.thenOf({ county, township: id }),
    house.stores.cases.urgedIn(id),
    house.stores.holidays.of(county),
  ])
  const villages = await Promise.all(
    township.villages.map(async (village) => {
      const rows = all.filter((row) => row.sort.startsWith(`${village.id}#`))
      const settings = settingsOf(village.id)
      const more = await rowsBefore(house, { township: id, village: village.id }, { year, rows, settings })
      return { village, rows: [...rows, ...more], settings }
    }),
  )
  return matrixView(township, villages, { year, today: today(house), holidays }, urged)
}

export const disclosureRoutes: Route = (call, house) => {
  const thisYear = () => Number(today(house).slice(0, 4))

  call('disclosure', async ({ params, query, person }) => {
    const at = await house.stores.places.village(params.id)
    if (!at) return refuse('notFound', '没有这个村，请从村名列表里选。')
    return disclosureFor(house, at, query.year ?? thisYear(), person)
  })

  call('matrix', async ({ params, query, person }) => {
    const township = await house.stores.places.township(params.id)
    if (!township) return refuse('notFound')
    if (!may(person, 'seeMonitor', township, today(house)))
      return refuse('notInScope', '只有镇里和片里的人能看全镇的公开情况。')
    return matrixFor(house, township, query.year ?? thisYear())
  })

  const viewOf = async (at: Level, person: Citizen | undefined): Promise<DisclosureSettingsView> => {
    const { disclosure } = house.stores.settings
    const on = today(house)
    const [settings, inherited, changes] = await Promise.all([
      disclosure.then(at.places),
      inheritedAt(house, at),
      disclosure.changes(at.places),
    ])
    return {
      ...{
        name: at.name,
        level: at.level,
        settings: settings(on),
        inherited,
        mayChange: may(person, 'setRules', at, on),
      },
      changes: changes.slice(0, 20).map(({ on, who, items }) => ({ on, who, items: Object.keys(items).sort() })),
    }
  }

  call('disclosureSettings', async ({ params, person }) => {
    const at = await levelOf(house, params.id)
    return at ? viewOf(at, person) : refuse('notFound', '没有这个地方，请从列表里重新打开。')
  })

  call('saveDisclosureSettings', async ({ params, body, person }) => {
    const at = await levelOf(house, params.id)
    if (!at) return refuse('notFound', '没有这个地方，请从列表里重新打开。')
    if (!may(person, 'setRules', at, today(house))) return refuse('notInScope', whoMay[at.level])
    const items = await changeOf(house, at, body.settings)
    if (isRefusal(items)) return items
    const { disclosure } = house.stores.settings
    if (
      Object.keys(items).length &&
      !(await disclosure.add(at.places, { on: today(house), who: setterName(at, person, today(house)), items }))
    )
      return refuse('someoneActedFirst')
    return viewOf(at, person)
  })
}

const whoMay = {
  county: '全县的公开目录由县里定。要改请跟县里说。',
  township: '全镇的公开目录由镇里定。要改请跟镇里说。',
  village: '公开目录由县里和镇里定，村里不能改自己该公开什么。要改请跟镇里说。',
}

/** What the places round this one have set. */
const inheritedAt = async (house: House, { level, places }: Level): Promise<DisclosureSettings> => {
  if (level === 'county') return {}
  const { county, township } = places
  const above = level === 'village' ? { county, township } : { county }
  return (await house.stores.settings.disclosure.then(above))(today(house))
}

const fields = ['off', 'every', 'day'] as const

/** What would change of the place's own settings: for each item named, what differs from what it has from above. */
const changeOf = async (
  house: House,
  at: Level,
  wanted: DisclosureSettings,
): Promise<SettingsChange['items'] | Refusal> => {
  const [inherited, own] = await Promise.all([
    inheritedAt(house, at),
    house.stores.settings.disclosure.own(at.places, today(house)),
  ])
  const items: Record<string, ItemSetting | null> = {}
  for (const [code, setting] of Object.entries(wanted)) {
    const bad = wrongWith(code, setting, inherited[code])
    if (bad) return bad
    const differs = fields.filter((f) => setting[f] !== undefined && setting[f] !== inherited[code]?.[f])
    const next = Object.fromEntries(differs.map((f) => [f, setting[f]])) as ItemSetting
    if (fields.some((f) => next[f] !== own[code]?.[f])) items[code] = differs.length ? next : null
  }
  return items
}

const wrongWith = (code: string, setting: ItemSetting, above: ItemSetting = {}): Refusal | undefined => {
  const item = catalogueItem(code)
  if (!item) return refuse('badRequest', `公开目录里没有“${code}”这一项。请从目录里选。`, { code })
  const name = `“${item.title}”`
  if (setting.every && item.every !== 'busy')
    return refuse('ruleNotMet', `${name}多久公开一次不能改。能改成每月的只有钱款往来多的项目。`, {
      code,
      field: 'every',
    })
  if (setting.day !== undefined && !item.every)
    return refuse('ruleNotMet', `${name}是有了新情况才公开的，没有固定的到期日。请把“几号到期”去掉。`, {
      code,
      field: 'day',
    })
  if (above.off !== undefined && setting.off === undefined)
    return refuse('ruleNotMet', `${name}上级定了不用公开（${above.off}），这里不能改回来。要改请跟上级说。`, {
      code,
      field: 'off',
    })
  return undefined
}

/** Months of the last quarter that stand under the year before, where the calendar needs them. Most villages need none. */
const rowsBefore = async (
  house: House,
  { township, village }: Pick<Place, 'township' | 'village'>,
  { year, rows, settings }: { year: number; rows: readonly Row[]; settings: SettingsThen },
): Promise<readonly Row[]> =>
  wantsYearBefore(year, disclosedOf(rows), settings) ? house.stores.cases.owed(township, String(year - 1), village) : []
