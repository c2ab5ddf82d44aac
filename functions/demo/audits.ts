import type { Days } from './days'
import type { Line, Told } from './telling'

/** The day, counted from its opening, on which an audit is done with each step. */
const span = {
  ...{ notice: 2, findings: 20, answer: 26, conclusion: 31, posting: 34, display: 50 },
  ...{ rectification: 72, check: 76, resultPosting: 79, resultDisplay: 95 },
} as const
type AuditStep = keyof typeof span
const order = Object.keys(span) as readonly AuditStep[]

export type AuditCourse = {
  village: string
  post: 'committee' | 'collectiveHead' | 'secretary'
  at: AuditStep | 'closed'
  /** the day on which it came there */
  since: number
  /** the day of the election before which it is published: then it is one on leaving */
  electionOn?: number
  /** days on which what was found is to be put right; none: nothing was found */
  stages?: readonly number[]
  done?: number
}

const posts = {
  committee: { key: 'director', title: '村委会主任' },
  collectiveHead: { key: 'collective', title: '经济合作社负责人' },
  secretary: { key: 'secretary', title: '村党组织书记' },
}
const faults = ['两处店面欠租追回', '固定资产补登记', '一笔工程补验收单']

/** An audit of a post, as far as it has come: six items, the answer of whoever is audited, publication, what was put right. */
export const auditOf = (course: AuditCourse, days: Days): Told => {
  const { village, post, at, since, electionOn, stages = [], done = 0 } = course
  const stands = at === 'closed' ? order.length : order.indexOf(at)
  const isFaultless = !stages.length
  const last = isFaultless ? 'display' : 'resultDisplay'
  const before = at === 'closed' ? last : order[stands - 1]
  const opened = since - (before ? span[before] : 0)
  const on = (step: AuditStep) => opened + span[step]
  const { key: holder, title } = posts[post]
  const subject = `${holder}-${village}`
  const key = `${village}:audit:${post}`
  const kind = electionOn === undefined ? 'term' : 'leaving'
  const found = stages.length ? `${stages.map((_, i) => faults[i]).join('、')}` : '没有发现问题'
  const steps: readonly (readonly [AuditStep, Omit<Line, 'day'>, day?: number])[] = [
    [
      'notice',
      {
        by: 'township',
        form: {
          ...{ noticeOn: days.on(on('notice')), startsOn: days.on(on('notice') + 3) },
          ...{ team: '镇三资代理中心两人、镇农业农村办一人' },
          needed: '总账和明细账、银行对账单、合同、会议记录、资产和资源登记表。',
        },
      },
    ],
    [
      'findings',
      {
        by: 'township',
        form: {
          finances: '收支都进了账，票据齐全，每月按时公开。',
          debts: '应收主要是店面租金，应付是工程质保金，没有新借债。',
          grants: '上级补助专款专用，捐赠收入登记齐全。',
          tenders: '工程都公开比选或者招标，村监委到场。',
          funds: '大额支出有决议，备用金没有超过规定。',
          found: stages.length ? 'some' : 'none',
          ...(stages.length && { stages: stages.map((day, i) => ({ on: days.on(day), does: faults[i] })) }),
        },
      },
    ],
    [
      'answer',
      { by: subject, outcome: 'answered', form: { answer: stages.length ? '情况属实，已经在改。' : '没有意见。' } },
    ],
    [
      'conclusion',
      { by: 'township', form: { conclusion: `履行职责情况属实，${found}${stages.length ? '，要限期整改' : ''}。` } },
    ],
    [
      'posting',
      {
        by: `clerk-${village}`,
        form: {
          summary: `审了六项。${stages.length ? `要改${stages.length}件：${found}。` : '没有发现问题。'}`,
          boardOn: days.on(on('posting')),
        },
      },
    ],
    ...stages.slice(0, done).map((day, i): [AuditStep, Omit<Line, 'day'>, number] => [
      'rectification',
      {
        ...{ by: subject, outcome: i + 1 === stages.length ? 'done' : 'progress' },
        form: { progress: `${faults[i]}，改好了，凭证交给了镇里。`, stagesDone: i + 1 },
      },
      day,
    ]),
    ['check', { by: 'township', outcome: 'accepted', form: { opinion: '逐项看过凭证，改到位了。' } }],
    [
      'resultPosting',
      {
        by: `clerk-${village}`,
        form: { result: `${found}，都改好了。`, resultBoardOn: days.on(on('resultPosting')) },
      },
    ],
  ]
  const lines = steps
    .filter(([step, , day]) => order.indexOf(step) < stands || (step === at && day !== undefined))
    .filter(([step]) => !isFaultless || order.indexOf(step) < order.indexOf('rectification'))
    .map(([step, line, day]): Line => ({ day: day ?? on(step), ...line }))
  return {
    ...{ key, village, workflow: 'audit', lines },
    opens: {
      ...{ day: opened, by: 'township' },
      form: {
        ...{ title: `${title}${kind === 'term' ? '任期' : '离任'}经济责任审计`, post, subject, kind },
        ...{ coversFrom: '2024-01-01', coversTo: `${Number(days.year) - 1}-12-31` },
        ...(electionOn !== undefined && { electionOn: days.on(electionOn) }),
      },
    },
  }
}

/** Which audits the township has under way. */
const courses: readonly AuditCourse[] = [
  { village: 'dongxi', post: 'collectiveHead', at: 'rectification', since: -12, stages: [-4, 12, 25], done: 1 },
  { village: 'shatang', post: 'committee', at: 'posting', since: -2, electionOn: 33, stages: [20] },
  { village: 'jiaotou', post: 'committee', at: 'findings', since: -36 },
  { village: 'beiao', post: 'collectiveHead', at: 'closed', since: -6 },
  { village: 'yancheng', post: 'secretary', at: 'answer', since: -4, stages: [30] },
  { village: 'qiaowei', post: 'committee', at: 'resultDisplay', since: -9, stages: [-30, -16], done: 2 },
  { village: 'houshan', post: 'committee', at: 'display', since: -5, electionOn: 60 },
]

export const auditsOf = (village: string, days: Days): readonly Told[] =>
  courses.filter((c) => c.village === village).map((c) => auditOf(c, days))
