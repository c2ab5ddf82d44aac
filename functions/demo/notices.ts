import { catalogueItem } from '@shared/catalogue'
import type { Days } from './days'
import { actsOn, contentOf, daysToPost, reviewsOf } from './noticeScript'
import type { Line, Told } from './telling'
import type { GivenCode } from './words/noticesGiven'

type At =
  | 'submission'
  | 'revision'
  | 'supervisorReview'
  | 'financeReview'
  | 'collectiveReview'
  | 'agencyReview'
  | 'branchReview'
  | 'partyApproval'
  | 'posting'
  | 'posted'
/** What, where it stands, and the day on which that step is due (-2: two days late); for what is posted, the day of it. */
type Planned = readonly [code: GivenCode, at: At, day: number]

/** What is disclosed because something happened: a decision, a contract, posts changed. */
const plan: Readonly<Record<string, readonly Planned[]>> = {
  dongxi: [
    ['P04', 'posted', -9],
    ['P06', 'posted', -5],
    ['V05', 'posted', -3],
    ['V14', 'posted', -33],
    ['F10', 'posted', -2],
    ['V02', 'supervisorReview', 1],
    ['F11', 'agencyReview', 2],
    ['V04', 'revision', 2],
    ['V15', 'posting', 1],
  ],
  shatang: [
    ['P01', 'posted', -7],
    ['V05', 'posted', -4],
    ['F11', 'financeReview', -1],
  ],
  jiaotou: [
    ['V17', 'supervisorReview', -3],
    ['V14', 'posting', -2],
    ['P01', 'posted', -24],
    ['V05', 'posted', -10],
    ['F10', 'collectiveReview', 2],
  ],
  beiao: [
    ['V14', 'posted', -11],
    ['F10', 'posted', -35],
    ['P04', 'branchReview', 1],
  ],
  yancheng: [
    ['V05', 'posted', -6],
    ['V14', 'posted', -45],
    ['F11', 'agencyReview', -2],
  ],
  qiaowei: [
    ['P01', 'posted', -8],
    ['V04', 'posted', -26],
    ['V06', 'posted', -1],
  ],
  shijing: [
    ['V15', 'posted', -13],
    ['V04', 'submission', 2],
    ['F10', 'posted', -38],
  ],
  zhukeng: [
    ['V05', 'posted', -14],
    ['P04', 'posted', -20],
    ['V17', 'supervisorReview', 2],
  ],
  guantian: [
    ['P07', 'partyApproval', 2],
    ['V04', 'posted', -9],
    ['V15', 'posted', -31],
  ],
  xialin: [
    ['V02', 'posted', -5],
    ['F10', 'posted', -18],
    ['P01', 'posting', 2],
  ],
  bailu: [
    ['V14', 'posted', -2],
    ['V15', 'posted', -27],
  ],
  houshan: [
    ['V02', 'posted', -6],
    ['P01', 'posted', -22],
    ['F10', 'financeReview', 1],
  ],
}

/** Every step is due three days after it was entered. */
const reviewDays = 3

const noticeOf = (village: string, [code, at, day]: Planned, days: Days): Told => {
  const { board } = catalogueItem(code)!
  // days from the writing to the step: sent in the same day, each review on a day of its own
  const depth = {
    ...{ submission: 0, supervisorReview: 0, financeReview: 0, collectiveReview: 0, branchReview: 0 },
    ...{ revision: 1, agencyReview: 1, partyApproval: 1, posting: reviewsOf(board), posted: daysToPost(code) },
  }[at]
  const written = day - depth - (at === 'posted' ? 0 : reviewDays)
  const { sent, reviews, posted } = actsOn(village, code, written, days)
  const returned: Line = {
    ...{ day: written + 1, by: `supervisor-${village}`, outcome: 'returned' },
    form: { opinion: '报价在哪天、当着谁的面拆封没有写，请补上再送。', ground: 'incomplete' },
  }
  const lines: Record<At, readonly Line[]> = {
    submission: [],
    ...{ supervisorReview: [sent], financeReview: [sent], collectiveReview: [sent], branchReview: [sent] },
    agencyReview: [sent, reviews[0]],
    revision: [sent, returned],
    partyApproval: [sent, { ...reviews[0], outcome: 'escalated' }],
    posting: [sent, ...reviews],
    posted: [sent, ...reviews, posted(day)],
  }
  const content = contentOf({ village, code, happenedOn: days.on(written) }, days)
  const pictured = village === 'dongxi' && code === 'F10' && { pictures: { attachments: ['lamp'] as const } }
  return {
    ...{ key: `${village}:${code}`, village, workflow: 'notice', lines: lines[at] },
    opens: { day: written, by: `clerk-${village}`, ...content, ...pictured },
  }
}

export const noticesOf = (village: string, days: Days): readonly Told[] =>
  plan[village].map((planned) => noticeOf(village, planned, days))
