import { type CatalogueItem, catalogue } from '@shared/catalogue'
import { everyOf, type ItemSetting, usualDayOf } from '@shared/disclosure'
import { itemSettingView } from '@shared/schemas/views'

/** One item as it stands in the form. */
export type Terms = { owed: boolean; reason: string; every: 'month' | 'quarter'; day?: number }

/** What the form begins with: what holds today. */
export const termsOf = (item: CatalogueItem, setting: ItemSetting = {}): Terms => {
  const every = everyOf(item, setting)
  return {
    ...{ owed: setting.off === undefined, reason: setting.off ?? '', every: setting.every ?? 'quarter' },
    ...(every && { day: setting.day ?? usualDayOf(item, every) }),
  }
}

/** What the form says, as it is sent: a usual day isn't set. */
export const settingOf = (item: CatalogueItem, terms: Terms, inherited: ItemSetting = {}): ItemSetting => {
  const every = item.every === 'busy' ? terms.every : undefined
  const usual = everyOf(item, { every })
  const isUsual = usual && terms.day === usualDayOf(item, usual) && inherited.day === undefined
  return {
    ...(!terms.owed && { off: terms.reason }),
    ...(every && (every !== 'quarter' || inherited.every) && { every }),
    ...(usual && !isUsual && terms.day !== undefined && { day: terms.day }),
  }
}

const times = { month: '每月一次', quarter: '每季度一次', half: '每半年一次', year: '每年一次' }
const months = { month: '下个月', quarter: '下季度第一个月', half: '1月和7月', year: '1月' }

/** 每季度一次，下季度第一个月20日前; 有了新情况，3天内. */
export const termsWords = (item: CatalogueItem, setting: ItemSetting = {}): string => {
  const every = everyOf(item, setting)
  const events = item.within === undefined ? '' : `有了新情况，${item.within}天内`
  if (!every) return events
  const day = setting.day ?? usualDayOf(item, every)
  if (item.once) return `每年至少一次，12月${day}日前`
  return [`${times[every]}，${months[every]}${day}日前`, events].filter(Boolean).join('；')
}

export type Wrong = { id: string; code: string; says: string }

/** What can't be saved, in the server's words; `id` is that of the field. */
export const wrongIn = (edits: Readonly<Record<string, Terms>>): readonly Wrong[] =>
  catalogue.flatMap((item) => {
    const { code } = item
    const terms = edits[code]
    if (!terms) return []
    const every = everyOf(item, { every: terms.every })
    const isSet = terms.owed && every && terms.day !== usualDayOf(item, every)
    const given = { ...(!terms.owed && { off: terms.reason }), ...(isSet && { day: terms.day ?? 0 }) }
    const { error } = itemSettingView.safeParse(given)
    return (error?.issues ?? []).map(({ path, message }) => ({
      id: `${String(path[0])}-${code}`,
      code,
      says: message,
    }))
  })
