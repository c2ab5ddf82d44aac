import { isRefusal, type Refusal, refuse } from '@shared/engine/refusal'
import { type Setting, type SettingName, type SettingValue, settings } from '@shared/schemas/settings'
import { settingProblem } from '@shared/settingWords'
import { boundsOf } from '@shared/workflows/bounds'
import type { Route } from '../http/serve'
import { type Level, levelOf, setterName } from '../level'
import { may } from '../scope'
import type { SettingsEdit } from '../store/settingsStore'
import { settingsView, valuesAt } from '../views/settingsView'
import { today } from '../world'

/** The numbers that law leaves open: what they are here, and whoever may sets them. */
export const settingsRoutes: Route = (call, house) => {
  call('settings', async ({ params, person }) => {
    const at = await levelOf(house, params.id)
    if (!at) return refuse('notFound', nowhere)
    const mayChange = may(person, 'setRules', at, today(house))
    return settingsView(at, await house.stores.settings.levels(at.places), mayChange)
  })

  call('saveSettings', async ({ params, body, person }) => {
    const at = await levelOf(house, params.id)
    if (!at) return refuse('notFound', nowhere)
    const on = today(house)
    if (!may(person, 'setRules', at, on)) return refuse('notInScope', whoMay[at.level])
    const wrong = wrongIn(at, body.settings)
    if (isRefusal(wrong)) return wrong
    const store = house.stores.settings
    const change = changeOf(valuesAt(at, await store.levels(at.places)), body.settings)
    const edit = { on, who: setterName(at, person, on), items: change.items }
    if (Object.keys(change.values).length && !(await store.change(at.id, change.values, edit)))
      return refuse('someoneActedFirst')
    return settingsView(at, await store.levels(at.places), true)
  })
}

const nowhere = '没有这个地方，请从列表里重新打开。'
const whoMay = {
  county: '全县的规则和期限由县里定。要改请跟县里说。',
  township: '全镇的规则和期限由镇里定。要改请跟镇里说。',
  village: '规则和期限由县里和镇里定，村里不能放宽自己的期限。要改请跟镇里说。',
}

type Wanted = Readonly<Record<string, SettingValue | null>>

/** The first value that can't be set here as the refusal, and all of them beside it. */
const wrongIn = ({ level }: Level, wanted: Wanted): Refusal | undefined => {
  const unknown = Object.keys(wanted).find((name) => !Object.hasOwn(settings, name))
  if (unknown !== undefined)
    return refuse('badRequest', `没有“${unknown}”这一项规则。请从列表里选。`, { field: unknown })
  const problems = Object.entries(wanted).flatMap(([name, value]) => {
    const setting: Setting = settings[name as SettingName]
    if (setting.by === 'county' && level !== 'county')
      return { field: name, says: `“${setting.title}”由县里定。要改请跟县里说。` }
    const says = value === null ? undefined : settingProblem({ ...setting, ...boundsOf(name as SettingName) }, value)
    return says === undefined ? [] : { field: name, says }
  })
  return problems[0] && refuse('ruleNotMet', problems[0].says, { problems })
}

const same = (a: SettingValue | undefined, b: SettingValue | undefined) => JSON.stringify(a) === JSON.stringify(b)

/** What would change of the place's own: what only repeats what it has from above isn't its own. */
const changeOf = (here: ReturnType<typeof valuesAt>, wanted: Wanted) => {
  const values: Partial<Record<SettingName, SettingValue | null>> = {}
  const items: SettingsEdit['items'] = {}
  for (const [key, value] of Object.entries(wanted)) {
    const name = key as SettingName
    const { own, inherited, value: from } = here[name]
    const next = value === null || same(value, inherited) ? undefined : value
    if (same(next, own)) continue
    values[name] = next ?? null
    items[name] = { from, to: next ?? inherited }
  }
  return { values, items }
}
