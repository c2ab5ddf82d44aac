import { numbersIn } from './personalNumbers'
import { wordsIn } from './personalWords'

/** Personal data that must not get out: what it is called and where it stands in a text. */
export type PersonalKind = 'idNumber' | 'bankCard' | 'mobile' | 'landline' | 'address' | 'email' | 'health' | 'minor'

/** One find: `from` and `to` are places in the text as it was given. */
export type PersonalFind = { kind: PersonalKind; from: number; to: number; text: string }

/** What a find is called on screens. */
export const personalKinds: Readonly<Record<PersonalKind, string>> = {
  idNumber: '身份证号',
  bankCard: '银行卡号',
  mobile: '手机号',
  landline: '电话号码',
  address: '详细住址',
  email: '邮箱',
  health: '病情或残疾细节',
  minor: '未成年人姓名',
}

/** What no reason can override. */
export const neverPublished: readonly PersonalKind[] = ['idNumber', 'bankCard', 'health']

const plain: Readonly<Record<string, string>> = { '×': 'X', Х: 'X', Χ: 'X', Ⅹ: 'X', ⅹ: 'X', '【': '[', '】': ']' }
const asDash = /[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]/
const asNothing = /[\u00ad\u200b-\u200f\u2060\ufeff]/

/** The text as the rules read it, one character for each: half width, one kind of dash, space, dot and X, one mark for what can't be seen. */
const readable = (text: string) =>
  text
    .replace(
      /[\uff01-\uff5e\u3000\u00a0\u2000-\u200f\u202f\u205f\u2060\ufeff\u00ad\u2010-\u2015\u2212\u2043\ufe58\ufe63\u00b7\u2022\u30fb×ХΧⅩⅹ【】]/g,
      (c) => {
        if (plain[c]) return plain[c]
        if (asDash.test(c)) return '-'
        if (asNothing.test(c)) return '\u200b'
        if (/[\u00b7\u2022\u30fb]/.test(c)) return '.'
        return /[\uff01-\uff5e]/.test(c) ? String.fromCharCode(c.charCodeAt(0) - 0xfee0) : ' '
      },
    )
    .replace(/[〇○零一二三四五六七八九幺]{11,}/g, (words) =>
      words.replace(/./g, (c) => (c === '幺' ? '1' : String(Math.max(0, '〇一二三四五六七八九'.indexOf(c))))),
    )

// Where two finds lie over each other the one that comes first here stands.
const order: readonly PersonalKind[] = ['idNumber', 'bankCard', 'email', 'address', 'mobile', 'landline', 'health']

/**
 * Personal data in a text, from left to right, no two over each other; places are those of the text as given. Takes time in
 * proportion to the text. 未成年人 are never found here: only a column of a list says who is one.
 *
 * Decided: an 18-digit number is an ID number if region, birthday and check digit fit, whatever it is called; a 15-digit one if
 * born 1920–1999 and not called 编号, 账号 and the like. 残疾证号 (ID and two digits) counts as an ID number. 400, 800 and short
 * hotlines (12345, 110) are public and never found; a landline is found even if it is the village's own, and can be overridden.
 * A house number alone (东溪村12号) counts only after 住, 住址 or the like; down to 室 it counts unless the place is an office.
 *
 * Not found: digits as pictures, with letters for digits (O, l), or one by one (1 3 8 …, but ID numbers are), and short numbers
 * in words; an ID number glued to digits that are no phone or card number; a disease that isn't in the list, or is known only by a
 * nickname; a disability whose sort and degree stand in columns apart. Found though it is none: one in ten of the 16–19-digit
 * codes that begin like a card and one in eleven of the codes of region, day and serial number, since their check digits fit by
 * chance.
 */
export const findPersonalData = (text: string): readonly PersonalFind[] => {
  const read = readable(text)
  const all = [...numbersIn(read), ...wordsIn(read)].sort((a, b) => a.from - b.from || b.to - a.to)
  const covered = new Uint8Array(text.length)
  const taken: PersonalFind[] = []
  for (const kind of order)
    for (const found of all) {
      if (found.kind !== kind) continue
      const { to } = found
      let { from } = found
      // Of an email or address that another find runs into, the end still counts.
      if (kind === 'email' || kind === 'address') from += covered.subarray(from, to).lastIndexOf(1) + 1
      if (from === to || covered.subarray(from, to).some(Boolean)) continue
      covered.fill(1, from, to)
      taken.push({ kind, from, to, text: text.slice(from, to) })
    }
  return taken.sort((a, b) => a.from - b.from)
}

const hidden = '〔已遮住〕'
const digitsOf = (text: string) => text.replace(/[^\dX]/gi, '')

/** What stays of an address: down to the village or its group. */
const downToVillage = (text: string) => /^.*(?:省|市|县|区|镇|乡|街道|村|社区|组)/.exec(text)?.[0] ?? ''

const masks: Readonly<Record<PersonalKind, (found: string) => string>> = {
  // The last two digits of a 残疾证号 are the disability itself.
  idNumber: (found) => {
    const digits = digitsOf(found)
    const end = digits.length > 18 ? '' : digits.slice(-2)
    return `${digits.slice(0, 3)}${'*'.repeat(digits.length - 3 - end.length)}${end}`
  },
  bankCard: () => hidden,
  mobile: (found) => {
    const digits = digitsOf(found).slice(-11)
    return `${digits.slice(0, 3)}****${digits.slice(-4)}`
  },
  landline: (found) => `${/^[([]?(?:\+?86[- ]?0?|0)(?:10|2\d|[3-9]\d\d)[)\]]?[- ]?/.exec(found)?.[0] ?? ''}****`,
  address: (found) => `${downToVillage(found)}${hidden}`,
  email: () => hidden,
  health: () => hidden,
  minor: () => hidden,
}

/**
 * The text with everything hidden that `findPersonalData` finds in it, so that it finds nothing more: of an ID number the first
 * 3 and last 2 stay, of a mobile number 3 and 4, of a landline the area code, of an address the village and group.
 */
export const maskPersonalData = (text: string): string => {
  let masked = hide(text, (found) => masks[found.kind](readable(found.text)))
  // What stays of two finds can by chance make a third.
  while (findPersonalData(masked).length > 0) masked = hide(masked, () => hidden)
  return masked
}

const hide = (text: string, mask: (found: PersonalFind) => string) => {
  let masked = ''
  let from = 0
  for (const found of findPersonalData(text)) {
    masked += text.slice(from, found.from) + mask(found)
    from = found.to
  }
  return masked + text.slice(from)
}

const compoundSurnames =
  /^(?:欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|令狐|轩辕|呼延|百里|东郭|西门|公良|拓跋|完颜|纳兰|叶赫|范姜|张简)/
const commonSurnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'
const isOrganisation =
  /公司|中心|银行|合作社|合作联社|委员会|村委|居委|学校|小学|中学|大学|幼儿园|医院|卫生院|基金|协会|办公室|政府|街道|集团|工作室|经营部|超市|饭店|农场|林场|事务所|办事处|管理处|商行|工程队|联合社|信用社|党支部|财政|税务|电信|移动|联通|国网|供电|邮政|[厂店局所站馆厅署镇乡县]$|[\d一二三四五六七八九十]组$/
/** These end names of people too: only where the rest doesn't look like one. */
const mayBeOrganisation = /^.+[村社队部会行院场园市处团]$/
const isNobody =
  /^(?:全体|各|全村|本村|外来|其他|其它|不详|无|现金|村民|农户|社员|低保户|困难户|散户|合计|小计|总计)|^\d|[*＊某〔]/

/**
 * A person's name as others see it: surname and two stars, whatever its length (张**, 欧阳**). Of a name without a surname
 * (买买提·艾力, John) the first letter stays. Several names in one cell are masked one by one. Organisations, words for nobody in
 * particular and names that are masked already stay as they are. A short name that could be either (王爱社) is taken for a person's.
 */
export const maskName = (name: string): string =>
  (/^[\u4e00-\u9fa5]([ \u3000]+[\u4e00-\u9fa5]){1,3}$/.test(name.trim()) ? name.replace(/[ \u3000]/g, '') : name)
    .split(/([、,，/;；\s\u3000]+|[（(][^（）()]*[）)]|等\d*[人户名]?$)/)
    .map((part, i) => (i % 2 ? part : maskOne(part)))
    .join('')

const maskOne = (name: string) => {
  if (name === '' || isNobody.test(name) || isOrganisation.test(name)) return name
  const compound = compoundSurnames.test(name) && name.length > 2
  const longest = compound ? 4 : 3
  const isPlace =
    mayBeOrganisation.test(name) && (name.length > longest || !(compound || commonSurnames.includes(name[0])))
  if (isPlace || (name.length === 3 && /家[村社]$/.test(name))) return name
  return `${compound ? name.slice(0, 2) : name[0]}**`
}
