/** What lists of assets, resources and debts name: quantities, yuan, mu. */
export const assetsHeld: readonly (readonly [
  name: string,
  quantity: number,
  unit: string,
  cost: number,
  value: number,
  use: string,
])[] = [
  ['村委会办公楼', 1, '幢', 1_860_000, 1_320_000, '自用'],
  ['文化礼堂', 1, '幢', 2_140_000, 1_690_000, '办酒席、开会'],
  ['沿街店面', 2, '间', 960_000, 740_000, '出租'],
  ['老粮仓', 1, '座', 230_000, 86_000, '出租'],
  ['老年食堂', 1, '处', 310_000, 262_000, '自用'],
  ['屋顶光伏', 1, '套', 420_000, 298_000, '自用，余电上网'],
  ['路灯', 126, '盏', 214_000, 131_000, '在用'],
  ['抽水泵', 4, '台', 56_000, 23_000, '在用'],
  ['旋耕机', 2, '台', 88_000, 39_000, '出租给农户用'],
  ['健身器材', 12, '件', 46_000, 28_000, '在用'],
]

export const resourcesHeld: readonly (readonly [
  name: string,
  what: string,
  area: number,
  place: string,
  use: string,
  rent?: number,
])[] = [
  ['机动地东片', '耕地', 22.5, '一组东边', '出租种菜', 9_000],
  ['机动地西片', '耕地', 15.5, '五组西边', '出租种稻', 4_650],
  ['后山林地', '林地', 1_460, '后山', '村里管护'],
  ['大塘', '水面', 32, '三组南边', '出租养鱼', 34_560],
  ['小塘', '水面', 20, '七组北边', '蓄水，不出租'],
  ['砖窑空地', '四荒', 15, '老砖窑', '没有出租'],
]

export const helped = ['低保', '临时救助', '特困供养', '节日慰问'] as const
export const worked = ['水渠清淤', '路边清杂草', '台风天值守', '搬救灾物资', '量地登记', '带人看现场'] as const

/** Debts that come and go: who owes whom, for what, since when, yuan. Without a party it is someone of the village. */
export const owing: readonly (readonly [
  direction: 'owedToUs' | 'owedByUs',
  party: string | undefined,
  what: string,
  since: string,
  amount: number,
])[] = [
  ['owedToUs', undefined, '店面一号租金', '2024-03-15', 18_000],
  ['owedToUs', undefined, '店面二号租金', '2024-04-15', 14_000],
  ['owedToUs', '石湾海鲜冷冻厂', '鱼塘押金未结', '2024-05-15', 6_500],
  ['owedByUs', '石湾明亮电器店', '路灯工程质保金', '2024-06-15', 5_430],
  ['owedByUs', '石湾兴路工程队', '村道维修质保金', '2024-07-15', 12_600],
  ['owedByUs', '县水利建筑公司', '水渠加固尾款', '2024-08-15', 23_400],
]
