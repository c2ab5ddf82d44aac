import type { Case, Day } from '@shared/engine/case'
import { isDay } from '@shared/engine/deadline'
import { dayIsIn, monthsOf } from '@shared/period'
import type { BilledOtherwise } from '@shared/rules/noticeFacts'
import type { CardView } from '@shared/schemas/views'
import type { SheetRow } from '@shared/sheetKinds'
import { workflowOf } from '@shared/workflows'
import type { House } from './stores'

/** A paid bill that is in the books: which case it was, and the line that it makes in a statement. */
export type BookedBill = {
  id: string
  number: string
  on: Day
  voucher: string
  amount: number
  row: SheetRow
}

const { mark } = workflowOf('spending')!
const mostMonths = 15

/** From a month to another, both included; of a long time the first months. */
const monthsFrom = (from: string, until: string): readonly string[] => {
  const no = (month: string) => +month.slice(0, 4) * 12 + +month.slice(5) - 1
  const many = Math.min(no(until) - no(from) + 1, mostMonths)
  return Array.from({ length: Math.max(0, many) }, (_, i) => {
    const at = no(from) + i
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  })
}

/**
 * The bills of a village whose booking day lies in a period (2026-05, 2026-Q2 …), by that day and then by voucher. A case may
 * be closed after the day that it was booked on: it is looked for in the months since.
 */
export const bookedBills = async (
  house: House,
  village: string,
  period: string,
  today: Day,
): Promise<readonly BookedBill[]> => {
  const [from] = monthsOf(period)
  if (from === undefined) return []
  const months = monthsFrom(from, today.slice(0, 7))
  const rows = (await Promise.all(months.map((m) => house.stores.cases.closedIn(village, m)))).flat()
  const booked = rows.filter(
    ({ sort, card }) => sort.endsWith(`#${mark}`) && (JSON.parse(card!) as CardView).outcome === 'booked',
  )
  const stored = await Promise.all(booked.map(({ pk }) => house.stores.cases.get(pk)))
  const found = stored.flatMap((s) =>
    s && isDay(s.found.fields.bookedOn) && dayIsIn(s.found.fields.bookedOn, period) ? [s.found] : [],
  )
  return (await Promise.all(found.map((one) => billOf(house, one)))).sort(byDayAndVoucher)
}

const byDayAndVoucher = (a: BookedBill, b: BookedBill) =>
  a.on === b.on ? a.voucher.localeCompare(b.voucher, 'zh', { numeric: true }) : a.on < b.on ? -1 : 1

const billOf = async (house: House, found: Case): Promise<BookedBill> => {
  const { bookedOn, voucher, category, payee, purpose, amount, decision } = found.fields as Record<string, string>
  const money = Number(amount)
  const approvers = (await house.stores.people.many(signers(found))).map((p) => p.name).join('、')
  const row: SheetRow = {
    ...{ on: bookedOn, voucher, direction: 'out', category, party: payee, purpose, amount: money },
    ...(approvers && { approvers }),
    ...(decision && { decision }),
  }
  return { id: found.id, number: found.number, on: bookedOn, voucher, amount: money, row }
}

/** Whoever signed last as head, then as secretary. */
const signers = ({ log }: Case): readonly string[] =>
  [['headSign', 'collectiveSign'], ['secretarySign']].flatMap((steps) => {
    const signed = log.findLast((e) => steps.includes(e.step) && e.outcome === 'signed')
    return signed ? [signed.person] : []
  })

/** The vouchers of booked bills that a statement hasn't, or has with another amount. */
export const billedOtherwise = (bills: readonly BookedBill[], lines: readonly SheetRow[]): readonly BilledOtherwise[] =>
  [...new Set(bills.map((b) => b.voucher))].flatMap((voucher) => {
    const of = bills.filter((b) => b.voucher === voucher)
    const listed = lines.filter((line) => line.direction === 'out' && line.voucher === voucher)
    const sum = (amounts: readonly number[]) => amounts.reduce((all, fen) => all + fen, 0)
    const [amount, there] = [sum(of.map((b) => b.amount)), sum(listed.map((line) => Number(line.amount)))]
    const about = { numbers: of.map((b) => b.number), voucher, amount }
    if (listed.length === 0) return [about]
    return there === amount ? [] : [{ ...about, listed: there }]
  })
