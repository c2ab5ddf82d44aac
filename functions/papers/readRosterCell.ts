import { isDay } from '@shared/engine/deadline'
import type { Column } from '@shared/sheetKinds'
import { cut, plainText, type ReadCell, readCell, readDay } from './readCell'
import type { Value } from './workbook'

/** Headings of the birthday, which stands for both days of coming of age and isn't kept. */
export const bornLabels = ['出生日期', '出生年月日', '出生年月', '出生时间', '生日', '出生']

/** A heading over numbers of a document: a list with one is not taken. */
export const isDocumentLabel = (label: string): boolean =>
  label.length <= 16 && /身份证|身份号码|证件号|证号/.test(label)

const ages: Readonly<Record<string, number>> = { adultOn: 18, fourteenOn: 14 }
/** How old one is on the day of that column. */
export const ageOf = (key: string): number | undefined => ages[key]

/**
 * The day on which somebody born then is so many years old: the birthday itself; for those born on 29 February 1 March, where the
 * year has no such day.
 */
export const comesOfAge = (born: string, years: number): string => {
  const [year, rest] = [Number(born.slice(0, 4)) + years, born.slice(4)]
  return isDay(`${year}${rest}`) ? `${year}${rest}` : `${year}-03-01`
}

/** A birthday however it is kept; of a month alone its last day, so that nobody counts too early. */
export const readBirthday = (value: Value): ReadCell => {
  const text = plainText(value)
  const month = /^(\d{4})\s*[年.\-/]\s*(\d{1,2})\s*月?$/.exec(text) ?? /^((?:19|20)\d{2})(\d{2})$/.exec(text)
  if (month) return lastOf(Number(month[1]), Number(month[2]), text)
  if (/^\d{2}\s*[年.\-/]/.test(text) || /^\d{4}年?$/.test(text)) return unclear(text)
  const read = readDay(typeof value === 'number' && value >= 1 && value < 18_264 ? serial(value) : value, undefined)
  if ('says' in read) return unclear(text)
  return read.value === undefined || String(read.value) >= '1900' ? read : unclear(text)
}

/** Excel counts days from the end of 1899. */
const serial = (days: number): string =>
  new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * 86_400_000).toISOString().slice(0, 10)

const lastOf = (year: number, month: number, text: string): ReadCell =>
  month >= 1 && month <= 12 ? { value: new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) } : unclear(text)

const unclear = (text: string): ReadCell => ({
  says: `出生日期“${cut(text)}”看不清是哪一天，请写成1990-05-08的样子，年份写四位。`,
})

/** The day of a column, worked out from the birthday; what can't be read is said once, of the day of 18 years. */
export const readComingOfAge = (born: Value, years: number): ReadCell => {
  const read = readBirthday(born)
  if ('says' in read) return years === ages.adultOn ? read : {}
  return read.value === undefined ? {} : { value: comesOfAge(String(read.value), years) }
}

const noParty = ['群众', '共青团员', '团员', '无党派', '无党派人士', '民主党派', '否', '无', '不是']
const digits = '零一二三四五六七八九'

/** A cell of a roster: 三组 is 3, and 群众 is no member of the party. */
export const readRosterCell = (column: Column, value: Value): ReadCell => {
  const text = plainText(value).replace(/\s/g, '')
  if (column.key === 'party' && noParty.includes(text)) return {}
  const group = column.key === 'group' && /^第?(\d{1,2}|[一二三四五六七八九十]{1,3})(村民小组|小组|组)?$/.exec(text)
  if (group) return { value: numberIn(group[1]) }
  return readCell(column, value, {})
}

const numberIn = (text: string): number => {
  if (/^\d+$/.test(text)) return Number(text)
  const [tens, ones] = text.includes('十') ? text.split('十') : ['零', text]
  return (tens === '' ? 1 : digits.indexOf(tens)) * 10 + (ones === '' ? 0 : digits.indexOf(ones))
}
