import { describe, expect, it } from 'vitest'
import { type BookedBill, billedOtherwise } from '../../functions/bookedBills'

const billed = (number: string, voucher: string, amount: number): BookedBill => ({
  ...{ id: `c${number}`, number, voucher, amount, on: '2026-06-03', row: {} },
})
const line = (voucher: string, amount: number, direction = 'out') => ({ voucher, amount, direction })

describe('booked bills held against a statement', () => {
  const bills = [billed('甲', '6-1', 10_000), billed('乙', '6-2', 20_050)]

  it('a bill of the same voucher and amount is there, to the fen', () => {
    expect(billedOtherwise(bills, [line('6-1', 10_000), line('6-2', 20_050), line('6-9', 1)])).toEqual([])
    expect(billedOtherwise(bills, [line('6-1', 10_000), line('6-2', 20_049)])).toEqual([
      { numbers: ['乙'], voucher: '6-2', amount: 20_050, listed: 20_049 },
    ])
  })

  it('income under the same voucher isn’t the bill', () => {
    expect(billedOtherwise(bills.slice(0, 1), [line('6-1', 10_000, 'in')])).toEqual([
      { numbers: ['甲'], voucher: '6-1', amount: 10_000 },
    ])
  })

  it('two bills under one voucher are held against their sum', () => {
    const both = [billed('甲', '6-1', 10_000), billed('丙', '6-1', 5_000)]
    expect(billedOtherwise(both, [line('6-1', 15_000)])).toEqual([])
    expect(billedOtherwise(both, [line('6-1', 10_000)])).toMatchObject([{ numbers: ['甲', '丙'], amount: 15_000 }])
  })
})
