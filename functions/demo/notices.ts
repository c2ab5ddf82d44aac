import { catalogueItem } from '@shared/catalogue'
import type { Days } from './days'
import { lot, oneOf } from './days'
import type { Line, Told } from './telling'
import { type GivenCode, noticesGiven } from './words/noticesGiven'

type At =
  | 'submission'
  | 'revision'
  | 'supervisorReview'
  | 'financeReview'
  | 'agencyReview'
  | 'branchReview'
  | 'partyApproval'
  | 'posting'
  | 'posted'
/** What, where it stands, and the day on which that step is due (-2: two days late); for what is posted, the day of it. */
type Planned = readonly [code: GivenCode, at: At, day: number]

/** Besides the accounts. What was posted more than fifteen days ago has come down. */
const plan: Readonly<Record<string, readonly Planned[]>> = {
  dongxi: [
    ['P05', 'posted', -40],
    ['P02', 'posted', -9],
    ['P06', 'posted', -5],
    ['V08', 'posted', -12],
    ['V03', 'posted', -28],
    ['V09', 'posted', -3],
    ['V13', 'posted', -33],
    ['F09', 'posted', -21],
    ['F10', 'posted', -2],
    ['V18', 'supervisorReview', 1],
    ['F11', 'agencyReview', 2],
    ['V12', 'revision', 2],
    ['V15', 'posting', 1],
  ],
  shatang: [
    ['P01', 'posted', -7],
    ['V07', 'posted', -4],
    ['V10', 'posted', -30],
    ['F06', 'financeReview', -1],
  ],
  jiaotou: [
    ['V13', 'supervisorReview', -3],
    ['V07', 'posting', -2],
    ['P08', 'posted', -24],
    ['V05', 'posted', -10],
  ],
  beiao: [
    ['V03', 'posted', -11],
    ['F05', 'posted', -35],
    ['P04', 'branchReview', 1],
  ],
  yancheng: [
    ['V05', 'posted', -6],
    ['V14', 'posted', -45],
    ['F04', 'agencyReview', -2],
  ],
  qiaowei: [
    ['P09', 'posted', -8],
    ['V12', 'posted', -26],
    ['V06', 'posted', -1],
  ],
  shijing: [
    ['V10', 'posted', -13],
    ['V04', 'submission', 2],
    ['F01', 'posted', -38],
  ],
  zhukeng: [
    ['V09', 'posted', -14],
    ['P02', 'posted', -20],
    ['V17', 'supervisorReview', 2],
  ],
  guantian: [
    ['P07', 'partyApproval', 2],
    ['V04', 'posted', -9],
    ['V13', 'posted', -31],
  ],
  xialin: [
    ['V03', 'posted', -5],
    ['F09', 'posted', -18],
    ['P05', 'posting', 2],
  ],
  bailu: [
    ['V09', 'posted', -2],
    ['V15', 'posted', -27],
  ],
  houshan: [
    ['V12', 'posted', -6],
    ['P01', 'posted', -22],
    ['F10', 'financeReview', 1],
  ],
}

const opinions = ['看过了，写得清楚，同意公开。', '和原件核对一致，同意。', '有两处改得更明白了，同意公开。']
const quarters = ['第一季度', '第二季度', '第三季度', '第四季度']

/** The period that a notice posted on a day speaks of, in the catalogue's way and in words. */
const periodOf = (kind: (typeof noticesGiven)[GivenCode]['period'], day: string) => {
  const [y, m] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const past = Math.floor((m - 1) / 3) - 1
  const quarter = past < 0 ? { y: y - 1, q: 4 } : { y, q: past + 1 }
  if (kind === 'quarter')
    return { year: quarter.y, words: quarters[quarter.q - 1], period: `${quarter.y}-Q${quarter.q}` }
  if (kind === 'half') return { year: m > 6 ? y : y - 1, words: '', period: m > 6 ? `${y}-H1` : `${y - 1}-H1` }
  return { year: y, words: '', ...(kind === 'year' && { period: String(y) }) }
}

const noticeOf = (village: string, [code, at, day]: Planned, days: Days): Told => {
  const item = catalogueItem(code)!
  const given = noticesGiven[code]
  const of = (role: string) => `${role}-${village}`
  const key = `${village}:${code}`
  const reviewed = { party: 1, village: 1, finance: 2 }[item.board]
  // days from the writing to the step, each review taking one
  const depth = {
    ...{ submission: 0, revision: 2, supervisorReview: 1, financeReview: 1, branchReview: 1, agencyReview: 2 },
    ...{ partyApproval: 2, posting: 1 + reviewed, posted: 3 + reviewed },
  }[at]
  const written = at === 'posted' ? day - depth : day - 3 - depth
  const { year, words, period } = periodOf(given.period, days.on(written))
  const fill = (text: string) => text.replaceAll('{y}', String(year)).replaceAll('{q}', words)
  const agreed = (d: number, by: string): Line => ({
    ...{ day: d, by, outcome: 'agreed' },
    form: { opinion: oneOf(opinions, `${key}${by}`) },
  })
  const sent: Line = { day: written + 1, by: of('clerk'), outcome: item.board, at: '09:15', form: {} }
  const reviews: Record<typeof item.board, readonly Line[]> = {
    party: [agreed(written + 2, of('secretary'))],
    village: [agreed(written + 2, of('supervisor'))],
    finance: [agreed(written + 2, of('supervisor')), agreed(written + 3, 'agency')],
  }
  const returned: Line = {
    ...{ day: written + 2, by: of('supervisor'), outcome: 'returned' },
    form: { opinion: '“协助收缴”一项没有写收了多少户，请补上再送。', ground: 'incomplete' },
  }
  const posted: Line = { day, by: of('clerk'), at: '10:05', form: { boardOn: days.on(day - lot(key, 2)) } }
  const lines: Record<At, readonly Line[]> = {
    submission: [],
    supervisorReview: [sent],
    financeReview: [sent],
    branchReview: [sent],
    agencyReview: [sent, agreed(written + 2, of('supervisor'))],
    revision: [sent, returned],
    partyApproval: [sent, { ...agreed(written + 2, of('secretary')), outcome: 'escalated' }],
    posting: [sent, ...reviews[item.board]],
    posted: [sent, ...reviews[item.board], posted],
  }
  return {
    ...{ key, village, workflow: 'notice', lines: lines[at] },
    opens: {
      ...{ day: written, by: of('clerk') },
      form: {
        ...{ title: fill(given.title), board: item.board, item: code, ...(period && { period }) },
        ...{ audience: item.sees, summary: given.summary, body: given.body },
      },
    },
  }
}

export const noticesOf = (village: string, days: Days): readonly Told[] =>
  plan[village].map((planned) => noticeOf(village, planned, days))
