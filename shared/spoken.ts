/**
 * Numbers as a loudspeaker says them. 两 stands before 千, and where 2 alone counts 万, 亿 or 元; 二 everywhere else: 两千, 两万,
 * 两元, but 二百, 二十, 十二万, 二角. 十 leads without 一 only at the head of a number: 十二万, 一百一十.
 */

const digits = [...'零一二三四五六七八九']
const yi = 100_000_000

/** 412093 → 四十一万两千零九十三. Whole numbers; throws `RangeError` for others. */
export const spokenNumber = (n: number): string => {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not a whole number: ${n}`)
  if (n < 0) return `负${spokenNumber(-n)}`
  return n === 0 ? digits[0] : read(n).replace(/^一十/, '十')
}

const read = (n: number): string => {
  if (n >= yi) return counted(n, yi, '亿')
  if (n >= 10_000) return counted(n, 10_000, '万')
  return belowTenThousand(n)
}

/** So many 万 or 亿, and the rest; 零 where the rest doesn't fill its first place. */
const counted = (n: number, unit: number, name: string): string => {
  const many = Math.floor(n / unit)
  const rest = n % unit
  const gap = rest > 0 && rest < unit / 10 ? '零' : ''
  return `${many === 2 ? '两' : read(many)}${name}${gap}${rest ? read(rest) : ''}`
}

const belowTenThousand = (n: number): string => {
  const places = [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const
  let said = ''
  let skipped = false
  for (const [unit, name] of places) {
    const digit = Math.floor(n / unit) % 10
    if (digit === 0) {
      skipped = said !== ''
      continue
    }
    said += `${skipped ? '零' : ''}${digit === 2 && name === '千' ? '两' : digits[digit]}${name}`
    skipped = false
  }
  return said
}

/** Fen as money: 41209327 → 四十一万两千零九十三元二角七分; whole yuan end in 整; 305 → 三元零五分; 0 → 零元. */
export const spokenYuan = (fen: number): string => {
  if (fen < 0) return `负${spokenYuan(-fen)}`
  const yuan = Math.floor(fen / 100)
  const jiao = Math.floor(fen / 10) % 10
  const rest = fen % 10
  if (fen === 0) return '零元'
  const whole = yuan === 0 ? '' : `${yuan === 2 ? '两' : spokenNumber(yuan)}元`
  if (jiao === 0 && rest === 0) return `${whole}整`
  const gap = whole && jiao === 0 ? '零' : ''
  return `${whole}${jiao ? `${digits[jiao]}角` : ''}${gap}${rest ? `${digits[rest]}分` : ''}`
}

/** One digit after another: years with 〇, as they are written. */
const oneByOne = (text: string, zero = '〇', one = '一'): string =>
  text.replace(/\d/g, (d) => (d === '0' ? zero : d === '1' ? one : digits[+d]))

/** 2026-06-08 → 二〇二六年六月八日 */
export const spokenDay = (day: string): string => {
  const [year, month, date] = day.split('-')
  return `${oneByOne(year)}年${spokenNumber(+month)}月${spokenNumber(+date)}日`
}

/** 2026-05 → 二〇二六年五月, 2026-Q2 → 二〇二六年二季度, 2026-H1 → 二〇二六年上半年, 2026 → 二〇二六年 */
export const spokenPeriod = (period: string): string => {
  const [year, part] = period.split('-')
  const said = `${oneByOne(year)}年`
  if (!part) return said
  if (part.startsWith('H')) return `${said}${part === 'H1' ? '上' : '下'}半年`
  return `${said}${part.startsWith('Q') ? `${spokenNumber(+part.slice(1))}季度` : `${spokenNumber(+part)}月`}`
}

/** A telephone number, digit by digit, 幺 for 1: 0000-6012 0010 → 零零零零，六零幺二，零零幺零 */
export const spokenPhone = (phone: string): string =>
  oneByOne(phone.trim(), '零', '幺').replace(/[^零幺二三四五六七八九]+/g, '，')

const fenIn = (amount: string): number => Math.round(Number(amount.replace(/[,元]/g, '')) * 100)

const decimal = (n: string): string => {
  const [whole, part] = n.split('.')
  const said = /^0\d/.test(whole) ? oneByOne(whole, '零') : spokenNumber(+whole)
  return part ? `${said}点${oneByOne(part, '零')}` : said
}

/** What a run of digits is, first that fits: a day, a year, money, a share, a telephone or card number, a count. */
const kinds: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/\d{4}-(0[1-9]|1[0-2])-\d{2}/g, spokenDay],
  [/\d{4}(?=年)/g, (year) => oneByOne(year)],
  [
    /\d{1,3}(,\d{3}){1,5}(\.\d{1,2})?元|\d{1,10}(\.\d{1,2})?元/g,
    (amount) => spokenYuan(fenIn(amount)).replace(/整$/, ''),
  ],
  [/\d+(\.\d+)?%/g, (share) => `百分之${decimal(share.slice(0, -1))}`],
  [/\d[\d-]{2,}[ -]?\d{3,}/g, spokenPhone],
  [/\d{1,3}(,\d{3})+(\.\d+)?/g, (n) => decimal(n.replaceAll(',', ''))],
  [/2(?=[万亿])/g, () => '两'],
  [/\d{1,15}(\.\d+)?/g, decimal],
]

/** Plain words with every figure in it spoken. */
export const spokenText = (text: string): string =>
  kinds.reduce((said, [found, spoken]) => said.replace(found, (match) => spoken(match)), text)
