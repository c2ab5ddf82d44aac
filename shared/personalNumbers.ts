type Place = { from: number; to: number }
type NumberPlace = Place & { kind: 'idNumber' | 'bankCard' | 'mobile' | 'landline' }
/** Digits without a break; `gap` is what stands between them and the group before, undefined where a new chain begins. */
type Group = Place & { digits: string; gap?: string }

/** ID, card and phone numbers in a text that is already half width; \u200b stands for what can't be seen. May lie over each other. */
export const numbersIn = (read: string): readonly NumberPlace[] => [...chained(read), ...landlines(read)]

const chained = (read: string): readonly NumberPlace[] => {
  const groups = groupsIn(read)
  const found: NumberPlace[] = []
  for (let i = 0; i < groups.length; i++) {
    let digits = ''
    for (let j = i; j < groups.length && (j === i || groups[j].gap !== undefined); j++) {
      digits += groups[j].digits
      if (digits.length > 20) break
      if (digits.length < 11) continue
      const place = judge(read, digits, { from: groups[i].from, to: groups[j].to }, j - i + 1)
      if (place) found.push(place)
    }
    found.push(...glued(groups[i]))
  }
  return found
}

/** An ID number and a phone or card number that lost the space between them, as text from a PDF does. */
const glued = ({ from, to, digits }: Group): readonly NumberPlace[] => {
  if (digits.length < 29 || digits.length > 37) return []
  const kindOf = (part: string): NumberPlace['kind'] | undefined =>
    mobileShape.test(part) ? 'mobile' : isCard(part, part, '') ? 'bankCard' : undefined
  const last = kindOf(digits.slice(18))
  if (last && isIdNumber(digits.slice(0, 18)))
    return [
      { kind: 'idNumber', from, to: from + 18 },
      { kind: last, from: from + 18, to },
    ]
  const first = kindOf(digits.slice(0, -18))
  if (first && isIdNumber(digits.slice(-18)))
    return [
      { kind: first, from, to: to - 18 },
      { kind: 'idNumber', from: to - 18, to },
    ]
  return []
}

const groupsIn = (read: string): readonly Group[] => {
  const groups: Group[] = []
  const each = /\d+/g
  let end = -1
  for (let match = each.exec(read); match; match = each.exec(read)) {
    const from = match.index
    const to = from + match[0].length
    // What stands beside a star is what a mask left over.
    if (read[from - 1] === '*' || read[to] === '*') {
      end = -1
      continue
    }
    const gap = end >= 0 && from - end <= 3 ? read.slice(end, from) : ''
    groups.push({ from, to, digits: match[0], ...(/^[-. _\n\r\u200b]+$/.test(gap) && { gap }) })
    end = to
  }
  return groups
}

/** What the digits of some groups, taken together, are. */
const judge = (read: string, digits: string, { from, to }: Place, groups: number): NumberPlace | undefined => {
  if (digits.length === 17) {
    const x = /^[-. \n\u200b]{0,2}X/i.exec(read.slice(to, to + 3))?.[0].length
    if (x && isIdNumber(`${digits}X`)) return { kind: 'idNumber', from, to: to + x }
  }
  if (digits.length === 18 && isIdNumber(digits)) return { kind: 'idNumber', from, to }
  if (digits.length === 20 && isIdNumber(digits.slice(0, 18)) && /[1-7][1-4]$/.test(digits))
    return { kind: 'idNumber', from, to }
  // Only ID numbers are looked for in more pieces than people write a number in.
  if (groups > 6) return undefined
  const shape = read
    .slice(from, to)
    .replace(/\u200b/g, '')
    .replace(/ +/g, ' ')
    .replace(/ ?- ?/g, '-')
    .replace(/\s+/g, ' ')
  const before = read.slice(Math.max(0, from - 16), from)
  const after = read.slice(to, to + 16)
  if (isCard(digits, shape, before)) return { kind: 'bankCard', from, to }
  // Rows under each other make such numbers by chance; only check digits tell.
  if (/[\n\r]/.test(read.slice(from, to))) return undefined
  if (isOldIdNumber(digits, shape) && !/[A-Za-z]$/.test(before) && !isCode(before, after) && !isAccount.test(before))
    return { kind: 'idNumber', from, to }
  if (isMobile(shape, before, after) && !isCode(before, after) && !isAmount(before, after))
    return { kind: 'mobile', from: read[from - 1] === '+' ? from - 1 : from, to }
}

const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

const isDate = (year: number, month: number, day: number) => {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day >= 1 && day <= (days[month - 1] ?? 0)
}

/** GB 11643: region, birthday and check digit of 18 digits, the last of which may be X. */
const isIdNumber = (digits: string) =>
  provinces.test(digits) &&
  digits.slice(2, 4) !== '00' &&
  /^(?:19|20)/.test(digits.slice(6)) &&
  isDate(+digits.slice(6, 10), +digits.slice(10, 12), +digits.slice(12, 14)) &&
  '10X98765432'[weights.reduce((sum, weight, i) => sum + weight * +digits[i], 0) % 11] === digits[17]

/** The form until 1999, without check digit. Before 1920 it can't be told from the code of a village group (330225 100 205 001). */
const isOldIdNumber = (digits: string, shape: string) =>
  /^\d{15}$|^\d{6}([-. ])\d{6}\1\d{3}$/.test(shape) &&
  provinces.test(digits) &&
  digits.slice(2, 4) !== '00' &&
  +digits.slice(6, 8) >= 20 &&
  isDate(1900 + +digits.slice(6, 8), +digits.slice(8, 10), +digits.slice(10, 12))

const unionPay = /^(?:62\d{14,17}|9558\d{15}|95599\d{14})$/
const otherCards = /^(?:4\d{15}|(?:436742|456351|434061)\d{13}|5[1-5]\d{14}|35[2-8]\d{13}|60\d{14,17})$/
const cardShape = /^(?:\d{16,19}|\d{4}([- ])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?|\d{4,12}[- ]\d{4,15})$/
const isCardLabel = /(?:卡|折|账|帐)\D{0,8}$/

const isCard = (digits: string, shape: string, before: string) => {
  if (!cardShape.test(shape) || !luhn(digits)) return false
  if (unionPay.test(digits)) return true
  // Four sums of four figures stand in many a list; an order number may begin with any digit.
  return otherCards.test(digits) && !isCodeLabel.test(before) && (/^\d+$/.test(shape) || isCardLabel.test(before))
}

const luhn = (digits: string) => {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = +digits[digits.length - 1 - i]
    sum += i % 2 ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit
  }
  return sum % 10 === 0
}

const mobileShape =
  /^(?:(?:00)?86[- ]?|0)?1[3-9]\d(?:\d{8}|[- ]\d{8}|\d{4}[- ]\d{4}|([-. ])\d{4}\1\d{4}|-\d{3}-\d{5}|\d-\d{3}-\d{4}|\d-\d{4}-\d{3})$/
const isPhoneLabel = /(?:电话|手机|联系|号码|微信|tel|phone|mobile)\D{0,6}$/i

/** Numbers in a row make a phone number by chance; so do sums that end in 0. Neither counts unless it is called one. */
const isMobile = (shape: string, before: string, after: string) =>
  mobileShape.test(shape) &&
  (!/^\d{3} \d{4} \d{4}$/.test(shape) ||
    isPhoneLabel.test(before) ||
    !(/^\d{2}0 \d{3}0 \d{3}0$/.test(shape) || /(?:\d+ ){3}$/.test(before) || /^(?: \d+){3}/.test(after)))

const isCodeLabel =
  /(?:编号|编码|代码|单号|票号|凭证|流水|订单|发票号码|户号|表号|合同号|合同编号|序列号|图斑|地块|宗地|文号|批次|档号|案卷|条码|No\.?|№|#)(?:号|为|是)?[:\s]{0,3}$/i
const isAccount = /(?:账号|帐号|账户|帐户)[:\s]{0,3}$/

/** Called a number of something else, or part of a code with capital letters. */
const isCode = (before: string, after: string) => {
  if (isCodeLabel.test(before) || /^[A-Z]/.test(after)) return true
  // The X before it may be the end of an ID number.
  if (/\d{14}X$/i.test(before)) return false
  const letters = /[A-Za-z][A-Za-z0-9\-_/#]*$/.exec(before)?.[0] ?? ''
  return /[A-Z]/.test(letters) && !/(?:tel|phone|mobile|mob|wx|vx|qq|id)[-_]?$/i.test(letters)
}

const unit = /^(?:元(?!旦)|万元|亩|平方|㎡|度|吨|千瓦|公斤|斤|立方|股)/
const isAmount = (before: string, after: string) =>
  /[¥￥$]\s?$|(?:^|\D)0\.$/.test(before) || unit.test(after) || /^\.\d{1,4}(?!\d)/.test(after)

const area =
  '(?:10|2[0-57-9]|3(?:1\\d|35|49|5\\d|7\\d|9[1-8])|4(?:1\\d|2[1-9]|3\\d|5\\d|6[4-9]|7\\d|8[23])|5(?:1\\d|2[37]|3\\d|4[36]|5\\d|6[1-6]|7\\d|80|9\\d)|6(?:3[1-5]|6[0238]|9[12])|7(?:01|1\\d|2[248]|3\\d|4[3-6]|5\\d|6[0236-9]|7\\d|9\\d)|8(?:[1-3]\\d|5\\d|7\\d|8[3678]|9\\d)|9(?:0[1-9]|1\\d|3\\d|4[1379]|5[1-5]|7\\d|9\\d))'
const local = '[2-8]\\d{2,3}[- ]?\\d{4}'
/** An extension, and further numbers of the same place. */
const more = `(?:(?:-|转|ext\\.?)\\d{1,5}(?!\\d))?(?:[/、]${local}(?!\\d)){0,3}`
const withArea = new RegExp(`[(\\[]?(?:\\+?86[- ]?0?|0)${area}[)\\]]?[- ]{0,3}(${local})${more}`, 'g')
const withLabel = new RegExp(`(?:电话|座机|固话|传真|tel)(?:号码)?[:. ]{0,3}(${local})${more}`, 'gi')

const landlines = (read: string): readonly NumberPlace[] => [
  ...landlinesBy(withArea, read),
  ...landlinesBy(withLabel, read),
]

const landlinesBy = (shape: RegExp, read: string): readonly NumberPlace[] => {
  const found: NumberPlace[] = []
  shape.lastIndex = 0
  for (let match = shape.exec(read); match; match = shape.exec(read)) {
    const from = shape === withLabel ? match.index + match[0].search(/\d/) : match.index
    const to = match.index + match[0].length
    const before = read.slice(Math.max(0, from - 16), from)
    const after = read.slice(to, to + 3)
    const alone = !/[\d*.]$|\d-$/.test(before) && !/^(?:[\d*]|-\d{1,12}(?!\d))/.test(after)
    const day = /^20[0-4]\d(?:0[1-9]|1[0-2])[0-3]\d$/.test(match[1])
    if (alone && !day && !isCode(before, after) && !isAmount(before, after)) found.push({ kind: 'landline', from, to })
    else shape.lastIndex = match.index + 1
  }
  return found
}
