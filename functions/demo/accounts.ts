import { addDays } from '@shared/engine/deadline'
import type { SheetRow } from '@shared/sheetKinds'
import { lot, oneOf } from './days'
import { officeName } from './people'
import { places } from './places'
import { type Flow, flows, works } from './words/moneyFlows'
import { personOf } from './words/names'

/** What a category came to in a month, and in how many vouchers. Money in fen. */
export type Sum = { flow: Flow; amount: number; vouchers: number }

/** The month that the mock-ups show: 东溪村's latest account. */
const shown: readonly (readonly [category: string, amount: number, vouchers: number])[] = [
  ['上级补助资金', 8_000_000, 2],
  ['集体房屋和鱼塘租金', 3_600_000, 4],
  ['光伏发电', 986_000, 1],
  ['其他收入', 260_000, 1],
  ['路灯和村道维修', 3_280_000, 3],
  ['保洁和垃圾清运', 2_150_000, 2],
  ['慰问困难户', 1_200_000, 12],
  ['误工补贴', 850_000, 1],
  ['办公水电', 641_550, 5],
  ['其他支出', 500_000, 2],
]
export const shownOpening = 36_984_877

/** What a meter or a bank says has cents; work is paid by half days; the rest is agreed in tens of yuan. */
const unitOf = ({ unit }: Flow): number => unit ?? 1_000
const rounded = (flow: Flow, fen: number): number => Math.ceil(fen / unitOf(flow)) * unitOf(flow)

const always = new Set(['上级补助资金', '集体房屋和鱼塘租金', '路灯和村道维修', '保洁和垃圾清运', '误工补贴'])

/** The month whose account may be on the board by now: accounts are posted on the fifth of the month after. */
export const lastMonth = (today: string): string => addDays(`${addDays(today, -5).slice(0, 7)}-01`, -1).slice(0, 7)
export const monthBefore = (month: string): string => addDays(`${month}-01`, -1).slice(0, 7)

/** What came in and went out in a month of a village, by category. */
export const sumsOf = (village: string, month: string, today: string): readonly Sum[] => {
  if (village === 'dongxi' && month === lastMonth(today))
    return shown.map(([category, amount, vouchers]) => ({
      flow: flows.find((f) => f.category === category)!,
      amount,
      vouchers,
    }))
  const key = `${village}${month}`
  const nth = places.villages.findIndex((v) => v.id === village)
  // 礁头村 puts down too much as 其他, which whoever reads it is told
  const scale = (flow: Flow) => (village === 'jiaotou' && flow.category === '其他支出' ? 12 : 1)
  return [...flows, ...((Number(month.slice(5)) + nth) % 3 === 0 ? [works] : [])]
    .filter(({ category }) => always.has(category) || category === works.category || lot(key + category, 5) > 0)
    .map((flow) => ({
      flow,
      amount:
        rounded(flow, flow.least * 100 + lot(`${key}${flow.category}`, (flow.most - flow.least) * 100)) * scale(flow),
      vouchers: 1 + lot(`${flow.category}${key}`, flow.vouchers),
    }))
}

/** A sum in so many parts that add up to it, none of them nothing. */
const parts = ({ flow, amount, vouchers }: Sum, key: string): readonly number[] => {
  const unit = flow.unit === 1 ? 1_000 : unitOf(flow)
  const many = Math.max(1, Math.min(vouchers, Math.floor(amount / (4 * unit))))
  if (flow.same && amount % (many * 100) === 0) return Array.from({ length: many }, () => amount / many)
  const weights = Array.from({ length: many }, (_, i) => 60 + lot(`${i}${key}`, 80))
  const all = weights.reduce((a, w) => a + w, 0)
  const first = weights.slice(1).map((w) => Math.floor((amount * w) / all / unit) * unit)
  return [...first, amount - first.reduce((a, p) => a + p, 0)]
}

/** Above this, in fen, three sign instead of two. */
const threeSignAbove = 500_000
const decisionAbove = 5_000_000

/** Every voucher of a month, as it was booked: by day, numbered through. */
export const vouchersOf = (village: string, month: string, sums: readonly Sum[]): readonly SheetRow[] => {
  const [secretary, director, supervisor] = ['secretary', 'director', 'supervisor'].map((k) => officeName(village, k))
  const rows = sums.flatMap((sum) => {
    const { direction, category, parties, purposes, steady } = sum.flow
    const key = `${village}${month}${category}`
    return parts(sum, key).map((amount, i) => {
      const nth = lot(key, purposes.length) + i
      const purpose = purposes[nth % purposes.length]
      const whose = steady ? 100 + lot(purpose, 40) : lot(key, 40) + i
      return {
        ...{ on: `${month}-${String(2 + lot(`${i * 3}${key}`, 26)).padStart(2, '0')}`, direction, category },
        ...{ party: parties.length ? parties[nth % parties.length] : personOf(village, whose) },
        ...{ purpose, amount },
        ...(direction === 'out' && {
          approvers: [director, supervisor, ...(amount > threeSignAbove ? [secretary] : [])].join('、'),
        }),
        ...(direction === 'out' &&
          amount > decisionAbove && {
            decision: `代表会议〔${month.slice(0, 4)}〕${1 + lot(key, 6)}号`,
          }),
      }
    })
  })
  return rows
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map((row, i) => ({ ...row, voucher: `记-${String(i + 1).padStart(3, '0')}` }))
}

/** What a month came to, in fen. */
export const netOf = (sums: readonly Sum[]): number =>
  sums.reduce((a, { flow, amount }) => a + (flow.direction === 'in' ? amount : -amount), 0)
export const totalOf = (sums: readonly Sum[], direction: Flow['direction']): number =>
  sums.filter((s) => s.flow.direction === direction).reduce((a, s) => a + s.amount, 0)

/** One of them, the same whenever asked. */
export const opinionOn = (key: string): string =>
  oneOf(
    ['逐笔对过凭证，三人签字，同意公开。', '抽了十张凭证，和明细一致，同意公开。', '科目和金额都对，同意公开。'],
    key,
  )
