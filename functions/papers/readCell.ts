import { accountKinds, isOther } from '@shared/accounts'
import { isDay } from '@shared/engine/deadline'
import type { Cell, Column } from '@shared/sheetKinds'
import type { Value } from './workbook'

/** What a cell comes to: a value as its column has it, nothing, or why it can't be taken. */
export type ReadCell = { value?: Cell } | { says: string }

const blank = /^[-—–―－/／\\.。]*$/

/** Full-width to half, without the blanks at the ends. */
export const plainText = (value: Value): string => {
  if (value === undefined || (typeof value === 'object' && 'unworked' in value)) return ''
  if (value instanceof Date) return dayOf(value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  return String(value).normalize('NFKC').replace(/\s+/g, ' ').trim()
}

/** What was written, kept as it is but for blanks, and for the mark that keeps Excel from reading text as a formula. */
const written = (value: Value): string =>
  typeof value === 'string'
    ? value
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^'(?=[=+\-@])/, '')
        .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (c) => c.normalize('NFKC'))
    : plainText(value)

const dayOf = (date: Date): string => (Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10))
const day = (y: string | number, m: string | number, d: string | number): string =>
  `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`

const [firstSerial, lastSerial] = [18_264, 73_415]
const serial = (n: number): string => dayOf(new Date(Date.UTC(1899, 11, 30) + Math.floor(n) * 86_400_000))

/** A day however it is kept: 2026.5.8, 2026/5/8, 2026年5月8日, 20260508, 5月8日 (in the period's year), a serial number. */
export const readDay = (value: Value, year: string | undefined): ReadCell => {
  const text = plainText(value).replace(/[T ]\d{1,2}:\d{2}.*/, '')
  if (blank.test(text)) return {}
  const n = Number(text)
  if (n >= firstSerial && n <= lastSerial && /^\d{5}(\.\d+)?$/.test(text)) return { value: serial(n) }
  const full =
    /^(\d{4}|\d{2})\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]\s*(\d{1,2})\s*[日号]?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (full) return there(day(full[1].length === 2 ? `20${full[1]}` : full[1], full[2], full[3]), text)
  const short =
    /^(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/.exec(text) ??
    (typeof value === 'string' && /^(\d{1,2})[.\-/](\d{1,2})$/.exec(text))
  if (!short) return { says: `“${cut(text)}”看不出是哪一天，请写成2026-05-08的样子。` }
  return year
    ? there(day(year, short[1], short[2]), text)
    : { says: `“${cut(text)}”没有写是哪一年，请写成2026-05-08的样子，或者先选好是哪一期。` }
}

const there = (on: string, text: string): ReadCell =>
  isDay(on) ? { value: on } : { says: `“${cut(text)}”不是一个存在的日子，请对一下凭证，写成2026-05-08的样子。` }

export const cut = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)}…` : text)

/** Fen from what was written in yuan, or in 万 where it says so or its heading does (`times` 10 000). */
export const readMoney = (value: Value, label: string, times = 1): ReadCell => {
  const bare = plainText(typeof value === 'number' ? exact(value) : value)
    .replace(/人民币|RMB|CNY/gi, '')
    .replace(/[¥,\s']/g, '')
    .replace(/[−–—－]/g, '-')
    .replace(/元?整?$/, '')
  if (blank.test(bare)) return {}
  const match = /^(-|△|\()?(\d{1,13})(?:\.(\d*))?(万)?元?\)?$/.exec(bare)
  if (!match) return { says: `“${label}”写的是“${cut(plainText(value))}”，不是金额，请写成128460.50的样子。` }
  const [, minus, whole, part = '', wan] = match
  if (minus && /[1-9]/.test(whole + part))
    return { says: `“${label}”是负数。退回来的钱请另记一笔收入，多记的请把原来那笔改对。` }
  const places = 2 + (wan || times > 1 ? 4 : 0)
  if (/[1-9]/.test(part.slice(places)))
    return { says: `“${label}”写的是“${cut(plainText(value))}”，多于两位小数。钱最小到分，请改成两位小数。` }
  return { value: Number(whole + part.slice(0, places).padEnd(places, '0')) }
}

/** A number as it was typed, without what binary fractions leave behind its cents: 0.1+0.2 → 0.3. */
const exact = (n: number): string => String(Number(n.toFixed(6)))

const readNumber = (value: Value, label: string): ReadCell => {
  const text = plainText(typeof value === 'number' ? exact(value) : value).replace(/,/g, '')
  if (blank.test(text)) return {}
  const match = /^(\d+(?:\.\d+)?)\s*(亩|人|天|个|工|台|间|平方米|㎡|m2)?$/.exec(text)
  return match ? { value: Number(match[1]) } : { says: `“${label}”写的是“${cut(text)}”，要写数字，不能是负数。` }
}

const words: Readonly<Record<string, readonly string[]>> = {
  in: ['收', '收入', '入', '收款', '借'],
  out: ['支', '支出', '出', '付', '付款', '贷'],
  yes: ['是', '有', '√', '✓', 'Y', 'y', '完全', '完全民事行为能力'],
  no: ['否', '不是', '无', '×', 'N', 'n', '限制', '限制民事行为能力', '无民事行为能力'],
  owedToUs: ['债权', '应收', '应收款', '别人欠村里'],
  male: ['男性'],
  female: ['女性'],
  full: ['正式党员', '中共党员', '党员'],
  probationary: ['预备党员', '中共预备党员'],
  join: ['新增', '增加', '迁入'],
  edit: ['变更'],
  leave: ['删除', '减少', '迁出'],
  signed: ['签到', '签名', '到场'],
  code: ['二维码'],
  paper: ['纸质'],
  online: ['线上'],
  proxy: ['代理', '委托参加'],
  owedByUs: ['债务', '应付', '应付款', '村里欠别人'],
}

const readChoice = (value: Value, column: Column): ReadCell => {
  const text = plainText(value)
  if (blank.test(text)) return {}
  const option = column.options?.find((o) => o.value === text || o.label === text || words[o.value]?.includes(text))
  if (option) return { value: option.value }
  return { says: `“${column.label}”写的是“${cut(text)}”，只能写${column.options?.map((o) => o.label).join('或')}。` }
}

/**
 * A category by its plain name, or by the account that it is kept under where that stands for one plain name or has an 其他 of its
 * own; an account of many names stays the account, for nobody knows which of them was meant. Codes before it are left out.
 */
export const readCategory = (value: Value, direction: Cell | undefined): ReadCell => {
  const text = plainText(value).replace(/^\d{3,8}[\s.、-]*/, '')
  if (blank.test(text)) return {}
  const kinds = accountKinds.filter((k) => direction === undefined || k.direction === direction)
  for (const name of [
    text,
    ...text
      .split(/[-—/\\:·>|]/)
      .map((part) => part.trim())
      .reverse(),
  ]) {
    if (kinds.some((k) => k.name === name)) return { value: name }
    const under = kinds.filter((k) => k.account === name)
    if (under.length)
      return { value: (under.length === 1 ? under[0] : under.find((k) => isOther(k.name)))?.name ?? name }
  }
  return { value: text }
}

/** A cell as its column has it; `about` are the year for days without one, and for money how many yuan a unit is. */
export const readCell = (column: Column, value: Value, about: { year?: string; times?: number }): ReadCell => {
  if (typeof value === 'object' && 'unworked' in value)
    return { says: `“${column.label}”是公式，没有算出来的数。请在Excel里打开，算好以后保存，或者直接写上数。` }
  if (column.kind === 'day') return readDay(value, about.year)
  if (column.kind === 'money') return readMoney(value, column.label, about.times)
  if (column.kind === 'number') return readNumber(value, column.label)
  if (column.kind === 'choice') return readChoice(value, column)
  const text = written(value)
  return text === '' || (column.optional && blank.test(text)) ? {} : { value: text }
}
