import type { Days } from './days'
import { lot } from './days'
import { places } from './places'
import { rosterSizes } from './rosters'
import type { Line, Told } from './telling'
import { mattersPut, type PutKey } from './words/mattersPut'

/** The days on which each step of a matter is done, from its opening on; `late` moves the steps from the open one on. */
const span = {
  ...{ proposal: 3, deliberation: 6, legalityReview: 8, partyMeeting: 10, resolution: 16, announcement: 18 },
  ...{ decisionDisplay: 34, works: 59, report: 62, reportDisplay: 78 },
} as const
export type MatterStep = keyof typeof span
const order = Object.keys(span) as MatterStep[]
/** Above this the township looks at the procedure first, in fen. */
const reviewedAbove = 50_000_000

export type Course = {
  village: string
  put: PutKey
  /** the step in which it stands, or how it ended */
  at: MatterStep | 'closed' | 'failed'
  /** the day on which it came there */
  since: number
  /** for works: the day on which they are to be finished */
  finish?: number
  /** the key of the request that it follows from */
  from?: string
  photos?: true
}

const enteredAfter = (at: Course['at']): number => {
  if (at === 'closed') return span.reportDisplay
  if (at === 'failed') return span.resolution
  const i = order.indexOf(at)
  return i === 0 ? 0 : span[order[at === 'partyMeeting' ? i - 2 : i - 1]]
}

/** Days from the opening of the matter to where it stands. */
export const openedOn = ({ at, since }: Pick<Course, 'at' | 'since'>): number => since - enteredAfter(at)

const place = '村委会二楼'
const votes = (present: number, against: number, abstain: number) => ({
  present,
  votesFor: present - against - abstain,
  votesAgainst: against,
  votesAbstain: abstain,
})

type StepLine = Line & { step: MatterStep }

const meetings = (course: Course, days: Days, opened: number): readonly StepLine[] => {
  const { village, put } = course
  const { plan, budget, funds, title } = mattersPut[put]
  const of = (role: string) => `${role}-${village}`
  const v = places.villages.findIndex((p) => p.id === village)
  const party = rosterSizes.party - v
  const luck = (n: number) => lot(`${village}${put}`, n)
  const held = (day: number, startsAt = '19:00') => ({ heldOn: days.on(day), startsAt, place })
  const evening = '21:10'
  const on = (step: MatterStep) => opened + span[step]
  const finish = course.finish ?? on('works')
  const photos = course.photos && { pictures: { photos: ['meeting'] as const } }
  const present = 31 + luck(6)
  const noes = course.at === 'failed' ? 19 : luck(4)
  return [
    {
      ...{ step: 'proposal' as const, day: on('proposal'), at: evening, by: of('secretary') },
      form: {
        ...{ ...held(on('proposal')), ...votes(5, 0, 0), plan, budget, funds, finishBy: days.on(finish) },
        minutes: '支部逐条看了方案，问了钱从哪来、谁来管，一致同意提出来。',
      },
    },
    {
      ...{ step: 'deliberation' as const, day: on('deliberation'), at: evening, by: of('director') },
      form: {
        ...{ ...held(on('deliberation')), ...votes(8 + luck(2), luck(2), 0) },
        minutes: '商议了先后次序和材料单价，有人提出要留质保金，写进方案。',
      },
    },
    ...(budget > reviewedAbove
      ? [
          {
            ...{ step: 'legalityReview' as const, day: on('legalityReview'), by: 'township', outcome: 'lawful' },
            form: { opinion: '程序齐全，预算有来源，可以提交党员大会审议。' },
          },
        ]
      : []),
    {
      ...{ step: 'partyMeeting' as const, day: on('partyMeeting'), at: evening, by: of('secretary') },
      form: {
        ...{ ...held(on('partyMeeting'), '19:30'), ...votes(party - 5 - luck(4), 1, 2) },
        minutes: '党员问得最多的是工期和质量，书记一条条答复，表决通过。',
      },
      ...photos,
    },
    {
      ...{ step: 'resolution' as const, day: on('resolution'), at: evening, by: of('director') },
      form: {
        ...{ ...held(on('resolution')), noticeOn: days.on(on('resolution') - 5), ...votes(present, noes, 1) },
        authorisation: `${days.year}年1月村民会议授权代表会议决定村内建设和集体收支`,
        resolution: budget
          ? `同意${title}，预算${(budget / 1_000_000).toFixed(1)}万元。${plan}`
          : `同意${title}。${plan}`,
        minutes:
          noes > 10
            ? '代表认为现在花这笔钱还早，先把旧的修好，没有通过。'
            : '代表对方案提了三条意见，当场答复，投票通过。',
        supervised: true,
      },
      ...photos,
    },
  ]
}

/** A matter up to where it stands: four meetings, decision on the board, works, result on the board. */
export const matterOf = (course: Course, days: Days): Told => {
  const { village, put, at, from } = course
  const { title, plan, budget, summary, result } = mattersPut[put]
  const opened = openedOn(course)
  const of = (role: string) => `${role}-${village}`
  const on = (step: MatterStep) => opened + span[step]
  const spent = Math.round(budget * 0.97)
  const finishedOn = on('works')
  const watched: StepLine = {
    ...{ step: 'announcement', day: on('announcement') + 1, by: of('supervisor'), aside: 'opinion' },
    form: { opinion: '到场看了签到和计票，人数、票数都对得上。工程款要按进度付，付一次公开一次。' },
  }
  const after: readonly StepLine[] = [
    {
      ...{ step: 'announcement' as const, day: on('announcement'), by: of('clerk') },
      form: { summary, boardOn: days.on(on('announcement')) },
      ...(course.photos && { pictures: { boardPhotos: ['wall'] as const } }),
    },
    ...(course.photos ? [watched] : []),
    {
      ...{ step: 'works' as const, day: on('decisionDisplay') + 6, by: of('director'), outcome: 'progress' },
      form: { progress: '开工了，材料进场，村监委的人天天在看。', spent: Math.round(spent * 0.3) },
    },
    ...(budget
      ? [
          {
            ...{ step: 'works' as const, day: on('decisionDisplay') + 12, by: of('clerk'), aside: 'spend' },
            form: { amount: Math.round(spent * 0.5), purpose: '第一次工程款', payee: '施工队' },
          },
        ]
      : []),
    {
      ...{ step: 'works' as const, day: finishedOn, by: of('director'), outcome: 'finished' },
      form: { progress: '做完了，村监委和代表一起验收过。', spent },
    },
    {
      ...{ step: 'report' as const, day: on('report'), by: of('clerk') },
      form: { result, spent, resultBoardOn: days.on(on('report')) },
    },
  ]
  const stands = at === 'closed' ? order.length : order.indexOf(at === 'failed' ? 'announcement' : at)
  const lines = [...meetings(course, days, opened), ...after]
    .filter(
      (l) =>
        order.indexOf(l.step) < stands || (at === 'works' && l.step === at && l.outcome !== 'finished' && l.day < 0),
    )
    .map(({ step: _, ...line }): Line => line)
  const key = `${village}:matter:${put}`
  if (from) return { key, village, from, lines }
  return {
    ...{ key, village, workflow: 'matterOfRepresentatives', lines },
    opens: {
      ...{ day: opened, by: of(lot(key, 2) ? 'secretary' : 'director') },
      form: { title, plan, motive: lot(key, 3) ? 'villagers' : 'cadres' },
    },
  }
}
