/** What becomes of it: nothing is left · totals are left · it stays, for law asks for it. */
export type Then = 'forgotten' | 'totals only' | 'kept'

/**
 * One kind of what is kept about people: what it is for, by which law, how long, and what the program itself does when that is over.
 * `days` is given where it is counted in days. `by` names what does it: the day on the item itself, the clock's job, the
 * deletion of an account, or the view that shows no more.
 */
export type Retention = {
  what: string
  purpose: string
  basis: string
  keptFor: string
  days?: number
  then: Then
  by: 'expiresOn' | 'forgetAll' | 'forgetPerson' | 'forgetUnused' | 'sheetView' | 'exports' | 'nobody'
}

/** A request that the office alone may read is kept whole for so long after it is closed, for whoever comes back to it. */
export const privateDays = 3 * 365
/** A picture or paper that was sent and then not used is kept for so long, for whoever comes back to what they were writing. */
export const unusedDays = 30
/** So long the proof that someone agreed is kept after they have gone: the time in which a claim can be brought. */
export const proofDays = 3 * 365

const contract = '个人信息保护法（2021）第十三条第一款第一项：本人同意'
const duty = '个人信息保护法（2021）第十三条第一款第三项：履行法定职责；村民委员会组织法（2025）第三十五条'
const enough = '个人信息保护法（2021）第十九条：实现目的所必要的最短时间'

/** Every kind, in the order in which a villager meets them. `docs/privacy.md` shows the same table, and a test runs it. */
export const retention = [
  {
    ...{ what: '姓名、哪个村哪一户、身份', purpose: '认出是谁，知道能看什么、能办什么', basis: contract },
    ...{ keptFor: '到注销', then: 'forgotten', by: 'forgetPerson' },
  },
  {
    ...{ what: '手机号的指纹、微信编号、密码的指纹、通行密钥', purpose: '登录', basis: contract },
    ...{ keptFor: '到注销或者解除', then: 'forgotten', by: 'forgetPerson' },
  },
  {
    ...{ what: '在哪些设备上登录过', purpose: '本人看得到、能让它退出', basis: enough },
    ...{ keptFor: '最后一次用以后60天', days: 60, then: 'forgotten', by: 'expiresOn' },
  },
  {
    ...{
      what: '同意过哪一版说明、哪天同意的',
      purpose: '证明问过本人',
      basis: '个人信息保护法（2021）第十四、六十九条',
    },
    ...{ keptFor: '注销以后3年', days: proofDays, then: 'forgotten', by: 'expiresOn' },
  },
  {
    ...{ what: '消息', purpose: '告诉有关的人事情到了哪一步', basis: enough },
    ...{ keptFor: '180天', days: 180, then: 'forgotten', by: 'expiresOn' },
  },
  {
    ...{ what: '微信通知发没发成', purpose: '不重发、不漏发', basis: enough },
    ...{ keptFor: '30天', days: 30, then: 'forgotten', by: 'expiresOn' },
  },
  {
    ...{ what: '愿意收哪些微信通知、存下的筛选、看到哪里', purpose: '照本人选的来', basis: contract },
    ...{ keptFor: '到注销', then: 'forgotten', by: 'forgetPerson' },
  },
  {
    ...{ what: '导出的文件', purpose: '本人或者办事的人取走', basis: enough },
    ...{ keptFor: '30天', days: 30, then: 'forgotten', by: 'exports' },
  },
  {
    ...{ what: '传上来没有用的照片、录音、文件', purpose: '写到一半的事接着写', basis: enough },
    ...{ keptFor: '30天', days: unusedDays, then: 'forgotten', by: 'forgetUnused' },
  },
  {
    ...{
      what: '只给村里和镇里看的说事、投诉建议里本人写的字、照片、录音和名字',
      purpose: '办这件事、答复本人',
      basis: enough,
    },
    ...{ keptFor: '办结以后3年', days: privateDays, then: 'forgotten', by: 'forgetAll' },
  },
  {
    ...{
      what: '给全村看的说事、询问里本人写的字、照片、录音和名字',
      purpose: '办这件事、答复本人、别人查得到',
      basis: contract,
    },
    ...{ keptFor: '到注销', then: 'forgotten', by: 'forgetPerson' },
  },
  {
    ...{ what: '公开栏上发给谁、发了多少的名单，和附件', purpose: '村务公开', basis: duty },
    ...{ keptFor: '公示的天数，不少于15天', days: 15, then: 'totals only', by: 'sheetView' },
  },
  {
    ...{
      what: '村里的会议、决定、账目、名册、任职的人办的事',
      purpose: '村务档案',
      basis: '村民委员会组织法（2025）第三十九条',
    },
    ...{ keptFor: '法律要求一直留着', then: 'kept', by: 'nobody' },
  },
  {
    ...{
      what: '谁看过只给办事的人看的事',
      purpose: '本人能查到谁看过',
      basis: '个人信息保护法（2021）第四十四、五十一条',
    },
    ...{ keptFor: '和那件事一样长', then: 'kept', by: 'nobody' },
  },
  {
    ...{ what: '“我看过了”“我也关心”的记号', purpose: '数人数，不记是谁', basis: enough },
    ...{ keptFor: '和那件事一样长，还原不出是谁', then: 'kept', by: 'nobody' },
  },
] as const satisfies readonly Retention[]
