import { addDays, daysBetween } from '@shared/engine/deadline'
import type { Days } from './days'
import { lot } from './days'
import type { Told } from './telling'

type Row = { direction: 'in' | 'out'; category: string; amount: number; purpose?: string; vouchers: number }

/** What comes in and goes out in a month: least and most in yuan; most villages have most of them. */
const incomes = [
  ['上级补助资金', 30_000, 90_000, '村级组织运转和项目补助'],
  ['集体房屋和鱼塘租金', 12_000, 42_000, '店面两间、鱼塘一口'],
  ['光伏发电', 3_000, 11_000, '礼堂屋顶上网电费'],
  ['存款利息', 80, 900, '一季一结'],
  ['机耕服务收入', 900, 6_000, '合作社农机下田'],
] as const
const expenses = [
  ['路灯和村道维修', 8_000, 36_000, '换灯头、补路面'],
  ['保洁和垃圾清运', 9_000, 22_000, '保洁员工资和清运费'],
  ['慰问困难户', 2_000, 12_000, '慰问金，名单另存'],
  ['误工补贴', 2_400, 9_000, '按天数，一天一百二十元'],
  ['办公水电', 1_200, 6_500, '电费、水费、打印纸'],
  ['水渠和泵站管护', 1_500, 9_800, '清淤、换轴承'],
  ['绿化养护', 800, 5_200, '修剪、补苗'],
  ['老年食堂补助', 2_000, 4_200, '按实际用餐人数'],
  ['报刊订阅', 300, 1_100, '两份党报和农业报'],
  ['巡防和防汛', 600, 4_800, '值班补贴和沙袋'],
  ['其他支出', 200, 1_400, '开锁、换门牌等零星开支'],
] as const

/** What a meter or a bank says has cents; work is paid by half days of sixty yuan; the rest is agreed in tens. */
const rounded = (category: string, fen: number): number => {
  if (['光伏发电', '存款利息', '办公水电'].includes(category)) return fen
  const unit = category === '误工补贴' ? 6_000 : 1_000
  return Math.ceil(fen / unit) * unit
}

type Kind = readonly [category: string, least: number, most: number, purpose: string]

const rows = (direction: Row['direction'], kinds: readonly Kind[], key: string): readonly Row[] =>
  kinds
    .filter(([category], i) => i < 3 || lot(key + category, 5) > 0)
    .map(([category, least, most, purpose]) => ({
      ...{ direction, category, purpose },
      amount: rounded(category, least * 100 + lot(`${key}${category}`, (most - least) * 100)),
      vouchers: 1 + lot(`${category}${key}`, 6),
    }))

/** The month that the mock-ups show: 东溪村's latest account. */
const shown: readonly Row[] = [
  ...(
    [
      ['上级补助资金', 8_000_000, '村级组织运转和项目补助', 2],
      ['集体房屋和鱼塘租金', 3_600_000, '店面两间、鱼塘一口', 4],
      ['光伏发电', 986_000, '礼堂屋顶上网电费', 1],
      ['其他收入', 260_000, '废旧水泵变卖', 1],
    ] as const
  ).map(([category, amount, purpose, vouchers]) => ({ direction: 'in' as const, category, amount, purpose, vouchers })),
  ...(
    [
      ['路灯和村道维修', 3_280_000, '换灯头、补路面', 3],
      ['保洁和垃圾清运', 2_150_000, '保洁员工资和清运费', 2],
      ['慰问困难户', 1_200_000, '慰问金，名单另存', 12],
      ['误工补贴', 850_000, '按天数，一天一百二十元', 1],
      ['办公水电', 641_550, '电费、水费、打印纸', 5],
      ['其他支出', 500_000, '开锁、换门牌等零星开支', 2],
    ] as const
  ).map(([category, amount, purpose, vouchers]) => ({
    direction: 'out' as const,
    category,
    amount,
    purpose,
    vouchers,
  })),
]
const shownOpening = 36_984_877

const sum = (lines: readonly Row[], direction: Row['direction']) =>
  lines.filter((l) => l.direction === direction).reduce((a, l) => a + l.amount, 0)
const wan = (fen: number) => `${(fen / 1_000_000).toFixed(2)}万元`

/** The month whose account may be on the board by now: accounts are posted on the fifth of the month after. */
const lastMonth = (today: string): string => addDays(`${addDays(today, -5).slice(0, 7)}-01`, -1).slice(0, 7)
const monthBefore = (month: string) => addDays(`${month}-01`, -1).slice(0, 7)
const monthAfter = (month: string) => addDays(`${month}-28`, 7).slice(0, 7)

/** Accounts of the last months, each opening where the one before closed: written, read by two, posted. */
export const statementsOf = (village: string, name: string, months: number, days: Days): readonly Told[] => {
  const periods = [lastMonth(days.today)]
  while (periods.length < months) periods.unshift(monthBefore(periods[0]))
  const accounts = periods.map((period, i) => {
    const isShown = village === 'dongxi' && i === periods.length - 1
    const key = `${village}${period.slice(5)}`
    return { period, lines: isShown ? shown : [...rows('in', incomes, key), ...rows('out', expenses, key)] }
  })
  const net = (lines: readonly Row[]) => sum(lines, 'in') - sum(lines, 'out')
  const before = accounts.slice(0, -1).reduce((a, { lines }) => a + net(lines), 0)
  let balance = village === 'dongxi' ? shownOpening - before : 15_000_000 + lot(village, 30_000_000)
  return accounts.map(({ period, lines }) => {
    const opening = balance
    balance += net(lines)
    return statement({ village, name, period, lines, opening, closing: balance }, days)
  })
}

type Account = {
  village: string
  name: string
  period: string
  lines: readonly Row[]
  opening: number
  closing: number
}

const statement = ({ village, name, period, lines, opening, closing }: Account, days: Days): Told => {
  const [year, month] = period.split('-').map(Number)
  const first = daysBetween(days.today, `${monthAfter(period)}-01`)
  const of = (role: string) => `${role}-${village}`
  const spent = sum(lines, 'out')
  const most = [...lines].filter((l) => l.direction === 'out').sort((a, b) => b.amount - a.amount)[0]
  return {
    ...{ key: `${village}:account:${period}`, village, workflow: 'notice' },
    opens: {
      ...{ day: first + 1, by: of('clerk'), at: '09:10' },
      form: {
        ...{
          title: `${name}${year}年${month}月财务收支公开表`,
          board: 'finance',
          item: 'F03',
          period,
          audience: 'everyone',
        },
        summary: `${month}月收入${wan(sum(lines, 'in'))}，支出${wan(spent)}，月底结余${wan(closing)}。花得最多的是${most.category}。`,
        body: '收支逐项列在下面，每一笔都有凭证，收款个人已经遮住。有看不懂的，可以到村委会查单子。',
        ...{ opening, lines, closing },
      },
    },
    lines: [
      {
        day: first + 1,
        by: of('clerk'),
        outcome: 'finance',
        at: '09:40',
        form: { note: '凭证和银行对账单在档案盒里。' },
      },
      {
        day: first + 2,
        by: of('supervisor'),
        outcome: 'agreed',
        form: { opinion: '逐笔对过凭证，三人签字，同意公开。' },
      },
      { day: first + 3, by: 'agency', outcome: 'agreed', form: { opinion: '和账面、银行对账单核对一致，同意公开。' } },
      {
        ...{ day: first + 4, by: of('clerk'), at: '09:30' },
        form: { boardOn: days.on(first + 4) },
        ...(village === 'dongxi' && { pictures: { boardPhotos: ['wall'] as const } }),
      },
    ],
  }
}
