import { daysBetween } from '@shared/engine/deadline'
import { lastMonth } from './accounts'
import type { Days } from './days'
import { type PaperAt, paperLines } from './sealActs'
import type { Told } from './telling'
import { papersAsked } from './words/papersAsked'

/** Which paper, where it stands, and the day on which it was asked for: of last month, or counted from today. */
type Planned = readonly [paper: keyof typeof papersAsked, at: PaperAt, day: number | { ofLastMonth: number }]

const last = (day: number) => ({ ofLastMonth: day })

const plan: Readonly<Record<string, readonly Planned[]>> = {
  dongxi: [
    ['residence', 'closed', last(3)],
    ['income', 'closed', last(6)],
    ['electricity', 'closed', last(9)],
    ['party', 'closed', last(14)],
    ['subsidy', 'void', last(17)],
    ['subsidyAgain', 'closed', last(22)],
    ['farm', 'closed', -9],
    ['overdueRent', 'closed', -6],
    ['grain', 'closed', -4],
    ['medical', 'stamping', -1],
    ['repair', 'approval', 0],
  ],
  shatang: [
    ['residence', 'closed', last(5)],
    ['boat', 'closed', last(11)],
    ['grain', 'closed', last(19)],
    ['income', 'closed', -8],
    ['party', 'closed', -5],
    ['electricity', 'approval', -1],
  ],
  jiaotou: [
    ['boat', 'closed', last(8)],
    ['repair', 'approval', -5],
  ],
  beiao: [['medical', 'closed', last(12)]],
  yancheng: [['farm', 'stamping', -1]],
  qiaowei: [['residence', 'closed', -7]],
  shijing: [['subsidyAgain', 'closed', last(15)]],
  zhukeng: [['electricity', 'approval', 0]],
  guantian: [['grain', 'closed', -10]],
  xialin: [['income', 'closed', last(20)]],
  bailu: [['repair', 'stamping', -1]],
  houshan: [['party', 'closed', -3]],
}

/** Papers that asked for a seal without a decision: certificates, reports, letters. */
export const sealsOf = (village: string, days: Days): readonly Told[] =>
  plan[village].map(([paper, at, when]): Told => {
    const { by, ...form } = papersAsked[paper]
    const day =
      typeof when === 'number' ? when : daysBetween(days.today, `${lastMonth(days.today)}-01`) + when.ofLastMonth - 1
    const { copies, sealKind } = form
    return {
      ...{ key: `${village}:seal:${paper}`, village, workflow: 'sealReview' },
      opens: { day, by: `${by}-${village}`, form: { ...form, written: 'whole' } },
      lines: paperLines({ village, day, copies, kind: sealKind, at }, days),
    }
  })
