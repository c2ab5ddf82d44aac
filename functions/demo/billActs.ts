import { type Days, lot } from './days'
import { directorOf } from './people'
import type { Line } from './telling'

/** Above this a bill is first read by both committees together, in fen. */
const jointAbove = 1_000_000

const order = [
  'jointReview',
  'headSign',
  'collectiveSign',
  'secretarySign',
  'supervision',
  'agencyReview',
  'payment',
  'booking',
] as const
export type BillAt = (typeof order)[number] | 'closed'

export type Bill = {
  village: string
  key: string
  amount: number
  /** the collective's money: its head signs in place of the director */
  account?: 'village' | 'collective'
  /** the day on which it was handed in */
  day: number
  /** the step in which it stands; default: as far as it has come by today */
  at?: BillAt
}

const heard = ['发票、验收单和合同对得上。', '用途写清楚了，签字齐。', '数量去现场点过。', '和定的价钱一样。']

/** The number on the paper itself: eight digits, another for every bill. */
export const billNo = (key: string): string => String(10_000_000 + lot(key, 89_999_999))

/** What is done on a bill day by day until it is in the books. */
export const billLines = ({ village, key, amount, account, day, at }: Bill, days: Days): readonly Line[] => {
  const of = (role: string) => `${role}-${village}`
  const head = account === 'collective' ? 'collectiveSign' : 'headSign'
  const steps = order.filter(
    (s) => (s !== 'jointReview' || amount > jointAbove) && (!['headSign', 'collectiveSign'].includes(s) || s === head),
  )
  const opinion = (by: string) => heard[lot(`${key}${by}`, heard.length)]
  const signed = (by: string): Omit<Line, 'day'> => ({ by, outcome: 'signed', form: { opinion: opinion(by) } })
  const lineOf = (step: (typeof order)[number], day: number): Omit<Line, 'day'> => {
    switch (step) {
      case 'jointReview':
        return {
          ...{ by: of('clerk'), at: '20:30' },
          form: {
            ...{ heldOn: days.on(day), startsAt: '19:00', place: '村委会二楼', present: 8 },
            ...{ votesFor: 8, votesAgainst: 0, votesAbstain: 0 },
            minutes: '报账员把票据投在墙上一张张说，大家问了单价和数量，一致同意报。',
          },
        }
      case 'headSign':
        return signed(directorOf(village))
      case 'collectiveSign':
        return signed(of('collective'))
      case 'secretarySign':
        // whoever signed as director doesn't sign again as secretary
        return signed(directorOf(village) === of('secretary') ? 'leader' : of('secretary'))
      case 'supervision':
        return signed(of('supervisor'))
      case 'agencyReview':
        return signed('agency')
      case 'payment':
        return { by: of('clerk'), outcome: 'paid', form: { paidOn: days.on(day), way: 'transfer' } }
      case 'booking':
        return {
          ...{ by: 'agency', outcome: 'booked' },
          form: { bookedOn: days.on(day), voucher: `${days.on(day).slice(5, 7)}-${100 + lot(key, 900)}` },
        }
    }
  }
  const stands = !at || at === 'closed' ? steps.length : steps.indexOf(at)
  return steps
    .slice(0, stands)
    .map((step, i): Line => ({ day: day + 1 + i, ...lineOf(step, day + 1 + i) }))
    .filter((l) => at !== undefined || l.day < 0)
}
