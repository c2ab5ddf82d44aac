/** Numbers by chance that are the same on every run (mulberry32), and what is drawn with them. */
export const chanceOf = (seed: number) => {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  /** a whole number, both ends in */
  const from = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const pick = <T>(list: readonly T[]): T => list[from(0, list.length - 1)]
  const digits = (count: number) => Array.from({ length: count }, () => from(0, 9)).join('')
  const two = (n: number) => String(n).padStart(2, '0')
  const day = (first: number, last: number, between = '') =>
    [from(first, last), two(from(1, 12)), two(from(1, 28))].join(between)
  const name = () =>
    pick([...'王李张陈林郑周叶金石赖励史俞']) + pick(['建国', '阿美', '小芬', '伟', '海燕', '志明', '素珍', '根土'])
  return { from, pick, digits, two, day, name }
}

export type Chance = ReturnType<typeof chanceOf>

const regions = [
  '330225',
  '330203',
  '330282',
  '110105',
  '320583',
  '350102',
  '411381',
  '420117',
  '510104',
  '620102',
  '230103',
  '522601',
]

/** An ID number as GB 11643 makes them. */
export const idNumber = (chance: Chance) => {
  const body = chance.pick(regions) + chance.day(1938, 2018) + chance.digits(3)
  let sum = 0
  for (let i = 0; i < 17; i++) sum += Number(body[i]) * (2 ** (17 - i) % 11)
  const check = (12 - (sum % 11)) % 11
  return body + (check === 10 ? 'X' : String(check))
}

/** The form until 1999. */
export const oldIdNumber = (chance: Chance) => chance.pick(regions) + chance.day(1925, 1990).slice(2) + chance.digits(3)

/** A card number of that beginning and length, with its check digit. */
export const cardNumber = (chance: Chance, beginning: string, length: number) => {
  const body = beginning + chance.digits(length - 1 - beginning.length)
  const doubled = [...body].reverse().map((d, i) => (i % 2 === 0 ? Number(d) * 2 : Number(d)))
  const sum = doubled.reduce((a, d) => a + (d > 9 ? d - 9 : d), 0)
  return body + String((10 - (sum % 10)) % 10)
}

export const mobileNumber = (chance: Chance) =>
  chance.pick([
    '130',
    '135',
    '137',
    '138',
    '139',
    '147',
    '150',
    '158',
    '159',
    '166',
    '177',
    '186',
    '188',
    '191',
    '198',
  ]) + chance.digits(8)

export const fullWidth = (text: string) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))

/** Cuts a number into groups: `spaced('13812345678', [3, 4, 4], ' ')`. */
export const spaced = (text: string, sizes: readonly number[], gap: string) => {
  let at = 0
  return sizes
    .map((size) => {
      at += size
      return text.slice(at - size, at)
    })
    .join(gap)
}
