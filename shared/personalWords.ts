type WordPlace = { kind: 'address' | 'email' | 'health'; from: number; to: number }

/** Addresses, emails and what someone suffers from, in a text that is already half width. May lie over each other. */
export const wordsIn = (read: string): readonly WordPlace[] => [...emails(read), ...addresses(read), ...health(read)]

const emails = (read: string): readonly WordPlace[] => {
  const found: WordPlace[] = []
  for (let at = read.indexOf('@'); at >= 0; at = read.indexOf('@', at + 1)) {
    const name = /[A-Za-z0-9][\w.%+-]{0,63}$/.exec(read.slice(Math.max(0, at - 64), at))
    const host = /^(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,10}/.exec(read.slice(at + 1, at + 130))
    if (name && host) found.push({ kind: 'email', from: at - name[0].length, to: at + 1 + host[0].length })
  }
  return found
}

const number = '(?:[A-Z]?\\d{1,4}(?:-\\d{1,3})?[A-Z]?|[〇零一二三四五六七八九十百]{1,5})'
const gap = '[ ,]?'
const house = `${number}(?:号楼|号|弄|幢|栋|座)`
// …号…室, …幢…单元…室, …幢…单元501: what only a door has.
const toRoom = new RegExp(
  `(?:${house}${gap}){1,3}(?:${number}(?:单元|梯|门|楼|层)${gap}){0,2}${number}室(?![内外一二两三])|(?:${house}${gap}){1,3}${number}单元${gap}\\d{3,4}|[路街道巷弄区园苑庭府村城](?:\\d{1,4}-){1,2}\\d{1,4}室`,
  'g',
)
const toHouse = new RegExp(
  `(?:住址|住所|住处|家庭地址|户籍地址?|户口所在地|收货地址|身份证地址|居住地址?|家住|现住|居住在|居住于|住在|住于|住(?![房宅户院建宿]))(?:在|于|是|为)?[: ]{0,3}([\\u4e00-\\u9fa5A-Za-z0-9]{0,40}?(?!月)[\\u4e00-\\u9fa5]${house}(?:之\\d{1,2})?(?:${gap}\\d{3,4}(?![\\d室]))?(?!${gap}${number}))(?![线机灯杆井泵标地桥库])`,
  'g',
)
const isPublicPlace =
  /村委|村部|办公|服务中心|政务|大厅|礼堂|会议|开标|评标|投标|公司|银行|卫生|学校|祠堂|活动中心|出租|店面|厂房|仓库|集体|政府|法院|派出所|宾馆|综合楼|食堂|调解|警/
const headChar = /[\u4e00-\u9fa5A-Za-z0-9]/
const headEnds = /[住址在于是至为]/

const addresses = (read: string): readonly WordPlace[] => {
  const found: WordPlace[] = []
  toRoom.lastIndex = 0
  for (let match = toRoom.exec(read); match; match = toRoom.exec(read)) {
    const to = match.index + match[0].length
    const from = headOf(read, match.index)
    if (!isPublic(read, from, to)) found.push({ kind: 'address', from, to })
  }
  toHouse.lastIndex = 0
  for (let match = toHouse.exec(read); match; match = toHouse.exec(read)) {
    const to = match.index + match[0].length
    const from = to - match[1].length
    if (!isPublic(read, from, to)) found.push({ kind: 'address', from, to })
  }
  return found
}

/** Whether the address or the words next to it name an office; what stands in the next cell doesn't count. */
const isPublic = (read: string, from: number, to: number) => {
  const before = /[^\s,。;|]*$/.exec(read.slice(Math.max(0, from - 8), from))?.[0] ?? ''
  const after = /^[^\s,。;|]*/.exec(read.slice(to, to + 6))?.[0] ?? ''
  return isPublicPlace.test(before + read.slice(from, to) + after)
}

/** Where the address begins whose door stands at that place: at most 40 characters before, after 住 or 在. */
const headOf = (read: string, door: number) => {
  let from = door
  while (from > 0 && door - from < 40 && headChar.test(read[from - 1]) && !headEnds.test(read[from - 1])) from--
  return from
}

const degree = '[一二三四1-4ⅠⅡⅢⅣ]'
const sort = '(?:肢体|视力|听力|言语|智力|精神|多重)'
const diseases = [
  '[鼻咽喉舌肝肺胃肠食管道结直乳腺宫颈卵巢胰胆囊肾膀胱前列甲状骨脑皮肤淋巴血]{1,4}癌',
  '癌症|患癌|绝症',
  '恶性(?:淋巴)?肿瘤|肿瘤|脑瘤|淋巴瘤|骨髓瘤|白血病|再生障碍性贫血|地中海贫血|血友病',
  '尿毒症|肾(?:功能)?衰竭|肾病综合征|肾炎|血液透析|肝硬化|肝腹水|红斑狼疮|系统性硬化',
  '精神分裂症?|精神病(?!医?院)|精神障碍|抑郁症|躁狂症|双相(?:情感)?障碍|自闭症|孤独症|癫痫|羊癫疯',
  '艾滋病|HIV|hiv|AIDS|梅毒|淋病|尖锐湿疣|乙肝|丙肝|肺结核|麻风病',
  '糖尿病|高血压|冠心病|心脏病|心肌梗死|心梗|心衰|脑梗[死塞]?|脑溢血|脑出血|脑卒中|脑血管病|中风(?![力险景貌])|偏瘫|截瘫|瘫痪|脑瘫|植物人',
  '帕金森(?:病|综合征)?|阿尔茨海默(?:病|症)?|老年痴呆症?|渐冻症|肌萎缩|尘肺病?|矽肺病?|慢阻肺|强直性脊柱炎|类风湿性?关节炎',
  '唐氏综合征|先天性[\\u4e00-\\u9fa5]{1,5}病|苯丙酮尿症|智力低下|侏儒症|不孕症?|不育症',
  `${degree}级(?:${sort}|重度|轻度)?残疾|${sort}残疾(?:人?[ ,:/|(]{0,2}${degree}级)?|${sort}[ ,、/|(\\t]{0,2}${degree}级`,
  `残疾(?:等级|级别|程度)?[ :为是(]{0,3}(?:${degree}级|[重轻]度)`,
]
const healthTerm = new RegExp(`(?:${diseases.join('|')})(?:[早中晚]期)?`, 'g')
const isAboutSomeone = /(?:患有?|确诊|诊断[为是]?|查出|得了|身患|罹患|病因|病种|病情|因)[: ]?$/
const isPublicHealth =
  /[一二三四][、及和至]$|防治|筛查|预防|宣传|讲座|疫苗|普查|知识|接种|防控|监测|义诊|科普|标准|两病|随访|保险|关爱|健康|条例|办法|死亡率|发病|患病率|日活动|每人|每月|每户|专项|评定|康复服务|政策|范围|培训|体检|用药保障|免费|签约|家庭医生|以奖代补|无障碍|辅具|的(?:残疾人|人员|村民|居民|老人|患者|家庭|对象|可)|交通|系统|网络|电力|线路|设备|人数|统计/
/** Of many, not of one: 肢体残疾12人, or a row that begins with the words and counts heads. */
const isCount = /^共?\d+[人名户例]/
const isCountInRow = /^[ \t|:]{0,3}\d+[ \t|]{0,2}[人名户例]/

const health = (read: string): readonly WordPlace[] => {
  const found: WordPlace[] = []
  healthTerm.lastIndex = 0
  for (let match = healthTerm.exec(read); match; match = healthTerm.exec(read)) {
    const from = match.index
    const to = from + match[0].length
    const left = read.slice(Math.max(0, from - 10), from)
    const right = read.slice(to, to + 10)
    const before = /[^\s,。;!?|()]*$/.exec(left)?.[0] ?? ''
    const after = /^[^\s,。;!?|()]*/.exec(right)?.[0] ?? ''
    const partOfWord = /^[A-Za-z]/.test(match[0]) && (/[A-Za-z]$/.test(before) || /^[A-Za-z]/.test(after))
    if (partOfWord) continue
    const counted = isCount.test(after) || (/(?:^|\n[ \t|]*)$/.test(left) && isCountInRow.test(right))
    const isPublicMatter = counted || /^日/.test(after) || isPublicHealth.test(before) || isPublicHealth.test(after)
    if (isAboutSomeone.test(before) || !isPublicMatter) found.push({ kind: 'health', from, to })
  }
  return found
}
