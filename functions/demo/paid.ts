import { billLines, billNo } from './billActs'
import type { Days } from './days'
import { bodyOf, type Course, consults, doneOn, isLease } from './matterDays'
import { paperLines } from './sealActs'
import type { Line } from './telling'
import { mattersPut } from './words/mattersPut'

/** What is asked for under a decision: the aside on the matter, and what follows in the case that it opens. */
export type Under = { what: 'bill' | 'paper'; asked: Line; lines: readonly Line[] }

const accountOf = (course: Course) => (consults(bodyOf(course)) ? 'collective' : 'village')

/** Half of what was spent, once the works have been going for twelve days. */
export const billUnder = (course: Course, days: Days): readonly Under[] => {
  const { village, put } = course
  const { budget, title, topic } = mattersPut[put]
  const day = doneOn(course)('decisionDisplay') + 12
  if (isLease(put) || topic === 'yearPlan' || !budget || day >= 0) return []
  const amount = Math.round((budget * 0.97) / 2)
  const account = accountOf(course)
  const asked: Line = {
    ...{ day, by: `clerk-${village}`, aside: 'spend' },
    form: {
      ...{ purpose: `${title}第一次工程款`, payee: '石湾建筑队', amount, category: '工程款', account },
      ...{ billOn: days.on(day - 1), billNo: billNo(`${village}${put}`) },
    },
  }
  return [{ what: 'bill', asked, lines: billLines({ village, key: put, amount, account, day }, days) }]
}

/** The contract or the lease, as far as its two signatures and the seal have come. */
export const paperUnder = (course: Course, days: Days): readonly Under[] => {
  const { village, put, paper } = course
  const { budget, title } = mattersPut[put]
  const begun = doneOn(course)('decisionDisplay')
  const day = paper === 'countersign' ? -2 : begun + 8
  if (!paper || day >= 0) return []
  const collective = accountOf(course) === 'collective'
  const kind = collective ? 'collective' : 'committee'
  const asked: Line = {
    ...{ day, by: `clerk-${village}`, aside: 'sealPaper' },
    form: {
      ...{ sealKind: kind, paper: isLease(put) ? 'contractingOut' : 'contract', purpose: '双方签字盖章，各留两份' },
      document: `${title}${isLease(put) ? '租赁合同' : '施工合同'}`,
      ...{ copies: 4, applicant: isLease(put) ? '中标的人' : '石湾建筑队', written: 'whole' },
      amount: Math.round(budget * 0.98),
    },
  }
  const at = paper === 'stamped' ? 'closed' : 'countersign'
  return [{ what: 'paper', asked, lines: paperLines({ village, day, copies: 4, kind, important: true, at }, days) }]
}
