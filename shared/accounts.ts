/** A kind of income or spending in words that villagers know, and the account of the collective's books that it is kept under. */
export type AccountKind = { direction: 'in' | 'out'; name: string; account: string }

const of =
  (direction: AccountKind['direction']) =>
  ([account, ...names]: readonly [string, ...string[]]): readonly AccountKind[] =>
    names.map((name) => ({ direction, name, account }))

const income = [
  ['经营收入', '集体房屋和鱼塘租金', '土地和资源发包', '光伏发电', '机耕服务收入', '其他经营收入'],
  ['投资收益', '入股分红'],
  ['补助收入', '上级补助资金'],
  ['其他收入', '存款利息', '社会捐赠', '其他收入'],
] as const
const spending = [
  ['经营支出', '经营成本', '经营房屋维修'],
  ['税金及附加', '税费'],
  ['管理费用', '村干部报酬', '误工补贴', '办公水电', '报刊订阅', '会议和培训'],
  ['公益支出', '路灯和村道维修', '保洁和垃圾清运', '慰问困难户', '水渠和泵站管护', '绿化养护', '老年食堂补助'],
  ['公益支出', '巡防和防汛', '文化体育活动', '工程款'],
  ['其他支出', '其他支出'],
] as const

/** The categories of a statement. The accounts are those of 农村集体经济组织会计制度 (财会〔2023〕14号); the plain names are ours. */
export const accountKinds: readonly AccountKind[] = [...income.flatMap(of('in')), ...spending.flatMap(of('out'))]

/** Whether a statement may say so: a kind in plain words, or the account itself where the books say no more. */
export const isCategory = (direction: AccountKind['direction'], name: string): boolean =>
  accountKinds.some((k) => k.direction === direction && (k.name === name || k.account === name))

/** 其他: what says nothing of where the money came from or went. */
export const isOther = (category: string): boolean => category.startsWith('其他')
