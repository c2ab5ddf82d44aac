import { daysBetween } from '@shared/engine/deadline'
import { lastMonth } from './accounts'
import { type BillAt, billLines, billNo } from './billActs'
import type { Days } from './days'
import { directorOf } from './people'
import type { Told } from './telling'
import { billsHandedIn } from './words/billsHandedIn'

/** Which bill, where it stands, and the day on which it was handed in: of last month, or counted from today. */
type Planned = readonly [
  bill: keyof typeof billsHandedIn,
  at: BillAt | 'revision',
  day: number | { ofLastMonth: number },
]

const last = (day: number) => ({ ofLastMonth: day })

const plan: Readonly<Record<string, readonly Planned[]>> = {
  dongxi: [
    ['lampParts', 'closed', last(4)],
    ['cleaning', 'closed', last(6)],
    ['stationery', 'closed', last(9)],
    ['canteen', 'closed', last(12)],
    ['patrol', 'closed', last(15)],
    ['water', 'closed', -9],
    // two just under the line, to one who is paid
    ['gravel', 'supervision', -5],
    ['gravelAgain', 'jointReview', -1],
    ['chairs', 'headSign', 0],
    ['pumpPower', 'collectiveSign', -1],
    ['screen', 'secretarySign', -2],
    ['hedges', 'agencyReview', -5],
    ['rubbish', 'payment', -6],
    ['visits', 'booking', -7],
    ['tea', 'revision', -2],
  ],
  shatang: [
    ['cleaning', 'closed', last(5)],
    ['water', 'closed', last(10)],
    ['patrol', 'closed', last(14)],
    ['lampParts', 'secretarySign', -3],
    ['chairs', 'agencyReview', -5],
    ['rubbish', 'booking', -6],
  ],
  jiaotou: [
    ['cleaning', 'closed', last(7)],
    ['screen', 'headSign', -7],
    ['hedges', 'agencyReview', -9],
  ],
  beiao: [
    ['rubbish', 'closed', last(8)],
    ['stationery', 'supervision', -3],
  ],
  yancheng: [['water', 'payment', -6]],
  qiaowei: [['patrol', 'closed', last(9)]],
  shijing: [['lampParts', 'secretarySign', -2]],
  zhukeng: [['cleaning', 'closed', last(11)]],
  guantian: [['canteen', 'agencyReview', -5]],
  xialin: [['rubbish', 'booking', -6]],
  bailu: [['visits', 'supervision', -3]],
  houshan: [['stationery', 'closed', last(13)]],
}

/** Bills that no decision has to stand behind, and the money of one account each. */
export const billsOf = (village: string, days: Days): readonly Told[] =>
  plan[village].map(([name, at, when]): Told => {
    const { amount, account, by, ...said } = billsHandedIn[name]
    const day =
      typeof when === 'number' ? when : daysBetween(days.today, `${lastMonth(days.today)}-01`) + when.ofLastMonth - 1
    const key = `${village}:bill:${name}`
    const isReturned = at === 'revision'
    const lines = billLines({ village, key, amount, account, day, at: isReturned ? 'headSign' : at }, days)
    return {
      ...{ key, village, workflow: 'spending' },
      opens: {
        ...{ day, by: `${by}-${village}` },
        form: {
          ...{ ...said, amount, account, billOn: days.on(day - 2) },
          billNo: billNo(key),
        },
      },
      lines: isReturned
        ? [
            ...lines,
            {
              ...{ day: -1, by: directorOf(village), outcome: 'returned' },
              form: { ground: 'purpose', opinion: '接待了谁、几个人没有写，写清楚再报。' },
            },
          ]
        : lines,
    }
  })
