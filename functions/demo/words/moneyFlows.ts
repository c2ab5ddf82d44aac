/** A kind of income or spending in a month: least and most in yuan, into how many vouchers at most, with whom and what for. */
export type Flow = {
  direction: 'in' | 'out'
  category: string
  least: number
  most: number
  vouchers: number
  /** organisations; none: people of the village */
  parties: readonly string[]
  purposes: readonly string[]
  /** whole fen as a meter or a bank says; by half days of work; else in tens of yuan */
  unit?: 1 | 6_000
  /** every voucher the same */
  same?: true
  /** the same person for the same purpose every month */
  steady?: true
}

const flow =
  (direction: Flow['direction']) =>
  (
    category: string,
    [least, most, vouchers]: readonly [number, number, number],
    parties: readonly string[],
    purposes: readonly string[],
    more: Pick<Flow, 'unit' | 'same' | 'steady'> = {},
  ): Flow => ({ direction, category, least, most, vouchers, parties, purposes, ...more })
const income = flow('in')
const spending = flow('out')

/** Those that come every month stand first: three of the income, three of the spending. */
export const flows: readonly Flow[] = [
  income('上级补助资金', [30_000, 90_000, 2], ['石湾镇财政所', '县财政局'], ['村级组织运转补助', '美丽乡村项目补助']),
  income('集体房屋和鱼塘租金', [12_000, 42_000, 4], [], ['店面一号租金', '鱼塘租金', '店面二号租金', '老粮仓租金'], {
    steady: true,
  }),
  income('光伏发电', [3_000, 11_000, 1], ['县供电公司'], ['礼堂屋顶上网电费'], { unit: 1 }),
  income('存款利息', [80, 900, 1], ['农商银行石湾支行'], ['活期存款结息'], { unit: 1 }),
  income('机耕服务收入', [900, 6_000, 4], [], ['春耕机耕费', '收割机费', '农机代耕费']),
  income('其他收入', [200, 2_600, 1], ['石湾废旧物资回收站'], ['废旧水泵变卖', '旧路灯头变卖']),
  spending(
    '路灯和村道维修',
    [8_000, 36_000, 4],
    ['石湾明亮电器店', '石湾兴路工程队', '石湾五金建材经营部'],
    ['换路灯灯头', '补路面', '换井盖和护栏'],
  ),
  spending('保洁和垃圾清运', [9_000, 22_000, 3], ['石湾环境清运公司'], ['垃圾清运费', '保洁用品', '保洁服务费']),
  spending('误工补贴', [2_400, 9_000, 1], ['全体误工人员（名单按季另列）'], ['按天数，一天一百二十元'], {
    unit: 6_000,
  }),
  spending('慰问困难户', [2_000, 12_000, 6], [], ['慰问金'], { same: true }),
  spending(
    '办公水电',
    [1_200, 6_500, 5],
    ['县供电公司', '石湾自来水厂', '石湾文具经营部', '县电信局'],
    ['村委会电费', '村委会水费', '打印纸和墨盒', '网络和电话费'],
    { unit: 1 },
  ),
  spending('水渠和泵站管护', [1_500, 9_800, 3], ['石湾水泵修理店', '石湾兴路工程队'], ['水渠清淤', '泵站换轴承']),
  spending('绿化养护', [800, 5_200, 2], ['石湾苗木场'], ['补种花苗', '修剪行道树']),
  spending('老年食堂补助', [2_000, 4_200, 1], ['东风粮油商行'], ['米面油，按实际用餐人数']),
  spending('报刊订阅', [300, 1_100, 1], ['石湾邮政局'], ['两份党报和农业报']),
  spending('巡防和防汛', [600, 4_800, 3], [], ['夜间巡防补贴', '装沙袋人工']),
  spending('其他支出', [200, 1_400, 2], ['石湾开锁服务部', '石湾广告经营部'], ['换锁', '做门牌']),
]

/** Every third month: above what may be spent without a decision of the representatives. */
export const works: Flow = spending(
  '工程款',
  [52_000, 88_000, 1],
  ['石湾兴路工程队', '县水利建筑公司'],
  ['水渠加固工程进度款', '村道拓宽工程进度款', '文化礼堂翻修工程款'],
)
