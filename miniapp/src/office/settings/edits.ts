import type { SettingValue } from '@shared/schemas/settings'
import type { SettingsView } from '@shared/schemas/views'
import { floorWords, settingProblem, settingWords } from '@shared/settingWords'

export type SettingView = SettingsView['settings'][number]

/** What stands in the form: a value, text that is no amount or is a list of days, nothing; null: as it is above. */
export type Typed = SettingValue | string | null | undefined

export type Edits = Readonly<Record<string, Typed>>

const plainDigits = (text: string) => text.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))

/** What was typed, as it is sent: 10、20 is two days. */
export const sentAs = ({ unit }: Pick<SettingView, 'unit'>, typed: Typed): SettingValue | string | null | undefined =>
  unit === 'monthDays' && typeof typed === 'string'
    ? [...new Set((plainDigits(typed).match(/\d+/g) ?? []).map(Number))].sort((a, b) => a - b)
    : typed

/** What the field begins with. */
export const typedOf = ({ unit }: Pick<SettingView, 'unit'>, value: SettingValue): Typed =>
  unit === 'monthDays' && typeof value !== 'number' ? value.join('、') : value

/** Whether that is what holds here already. */
export const isUnchanged = (setting: SettingView, typed: Typed): boolean =>
  typed !== null && JSON.stringify(sentAs(setting, typed)) === JSON.stringify(setting.value)

/** What can't be saved, in the server's words; `id` is that of the field. */
export const wrongIn = (settings: readonly SettingView[], edits: Edits): readonly { id: string; says: string }[] =>
  settings.flatMap((setting) => {
    const typed = edits[setting.name]
    if (!(setting.name in edits) || typed === null) return []
    const says = settingProblem(setting, sentAs(setting, typed))
    return says ? [{ id: `set-${setting.name}`, says }] : []
  })

/** 不少于15天；不超过20天: what the law holds it to; '' where it says nothing. */
export const limitWords = ({ unit, atLeast, atMost, floor, standing }: SettingView): string => {
  if (unit === 'bodies' || unit === 'switch') return ''
  const least = atLeast !== undefined && atLeast > 1 ? `不能少于${settingWords(unit, atLeast)}` : ''
  const most = atMost === undefined ? '' : `不能超过${settingWords(unit, atMost)}`
  const share = floor ? `不能低于${floorWords(floor)}` : ''
  const words = [least, most, share].filter(Boolean).join('，')
  return words && (standing === 'law' || floor ? `规定${words}` : words)
}

const setAtWords = { county: '县里定的', township: '镇里定的', village: '单独给这个村定的' }

/** Where the value that holds was set; '' while nobody has. */
export const whereWords = ({ setAt }: Pick<SettingView, 'setAt'>): string =>
  setAt === 'default' ? '' : setAtWords[setAt]
