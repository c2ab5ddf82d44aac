import type { FormValue } from '@shared/engine/case'
import type { RollName } from '@shared/engine/workflow'
import { type Days, lot } from './days'
import { bodyOf, type Course, consults, doneOn, isLease, type MatterStep } from './matterDays'
import { directorOf } from './people'
import { places } from './places'
import { rosterSizes } from './rosters'
import type { Line } from './telling'
import { mattersPut } from './words/mattersPut'
import { talks } from './words/talks'

export type StepLine = Line & { step: MatterStep }

const place = '村委会二楼'
const evening = '21:10'
const votes = (present: number, against: number, abstain: number, notVoting = 0) => ({
  present,
  ...(notVoting && { notVoting, notVotingWhy: '承包的地就在边上' }),
  votesFor: present - against - abstain - notVoting,
  votesAgainst: against,
  votesAbstain: abstain,
})

/** Who keeps the record of the deciding meeting, and runs what it has decided. */
export const runnerOf = (course: Course): string =>
  consults(bodyOf(course)) ? `collective-${course.village}` : directorOf(course.village)

/** Who came to the deciding meeting and how they voted: of every household two are grown, and more came than has to. */
const decided = (course: Course): FormValue => {
  const { village, put, at, comments } = course
  const { households } = places.villages.find((v) => v.id === village)!
  const luck = (n: number) => lot(`${village}${put}`, n)
  const share = (of: number, percent: number) => Math.floor((of * percent) / 100)
  const said = comments?.length
    ? `公示期间有${comments.length}人提了意见，逐条议过：能写进合同的写进合同，不能的当面说明了原因。`
    : '没有人提意见。'
  const members = (came: number) => ({
    ...votes(came, share(came, 3), luck(3)),
    ...{ online: share(came, 6), proxies: share(came, 11), comments: said },
  })
  switch (bodyOf(course)) {
    case 'matterOfRepresentatives':
      return votes(31 + luck(6), at === 'failed' ? 19 : luck(4), 1)
    case 'matterOfAssembly': {
      const came = share(households, 76)
      return { ...votes(came + share(households, 9), share(came, 4), luck(4)), householdsPresent: came }
    }
    case 'matterOfGroup': {
      const came = share(households / 8, 88)
      return { ...votes(came, luck(3), 1), householdsPresent: came }
    }
    case 'matterOfMemberRepresentatives':
      return { ...votes(24, luck(3), 0), comments: said }
    case 'matterOfGroupMembers':
      return members(share(households / 8, 178))
    case 'matterOfNonMembers':
      return members(share(households, 190))
    default:
      return members(share(households, 174))
  }
}

const legality = (body: string): FormValue => ({
  ...{ track: 'yes', authorised: body === 'matterOfRepresentatives' ? 'yes' : 'none', called: 'none' },
  ...{ funded: 'yes', lawful: 'yes' },
})

/** What the call to the deciding meeting says: as many days before as law asks. */
const callOf = (course: Course, days: Days, on: (step: MatterStep) => number): FormValue => {
  const { put } = course
  const isOfRepresentatives = bodyOf(course) === 'matterOfRepresentatives'
  return {
    ...{ noticeOn: days.on(on('call')), meetOn: days.on(on('resolution')), meetAt: '19:00', meetPlace: place },
    agenda: `审议并表决“${mattersPut[put].title}”：方案、预算、谁来管，材料随通知发到手里。`,
    ...(isOfRepresentatives && { counsel: '程序和内容没有发现与法律相抵触的地方。' }),
  }
}

/** In 东溪村 a meeting of few is ticked one by one; elsewhere its figures are written down. */
const ticked = ({ village }: Course, of: RollName, form: FormValue): Pick<Line, 'form' | 'roll'> => ({
  form,
  ...(village === 'dongxi' && {
    roll: { of, came: form.present as number, recused: Number(form.notVoting ?? 0) },
  }),
})

const decidedBy = (course: Course, form: FormValue) =>
  bodyOf(course) === 'matterOfRepresentatives' ? ticked(course, 'representativesMeeting', form) : { form }

/** The meetings up to the decision, with what stands between them. */
export const meetingsOf = (course: Course, days: Days): readonly StepLine[] => {
  const { village, put, at, joint, sentBack, comments = [] } = course
  const { plan, budget, funds, title, topic } = mattersPut[put]
  const body = bodyOf(course)
  const talk = talks[isLease(put) ? 'lease' : budget ? 'works' : 'other']
  const of = (role: string) => `${role}-${village}`
  const party = rosterSizes.party - places.villages.findIndex((p) => p.id === village)
  const luck = (n: number) => lot(`${village}${put}`, n)
  const on = doneOn(course)
  const held = (day: number, startsAt = '19:00') => ({ heldOn: days.on(day), startsAt, place })
  const finish = course.stages?.at(-1)?.[0] ?? course.finish ?? on('works')
  const photos = course.photos && { pictures: { photos: ['meeting'] as const } }
  const proposed = {
    ...{ plan, budget, funds, finishBy: days.on(finish) },
    ...(body === 'matterOfRepresentatives' && {
      authorisation: `${days.year}年1月村民会议授权代表会议决定村内建设和集体收支`,
    }),
  }
  const deliberation = (day: number, minutes: string): StepLine => ({
    ...{ step: 'deliberation' as const, day, at: evening, by: directorOf(village) },
    ...ticked(course, 'twoCommittees', {
      ...{ ...held(day), ...votes(8 + luck(2), luck(2), 0, course.photos ? 1 : 0), minutes },
    }),
  })
  const opening: readonly StepLine[] = joint
    ? [
        {
          ...{ step: 'jointMeeting' as const, day: on('jointMeeting'), at: evening, by: of('secretary') },
          form: {
            ...{ ...held(on('jointMeeting')), branchPresent: 4, ...votes(8, 0, 0), ...proposed },
            minutes: `支部先说了想法，“两委”一起商议。${talk.deliberation}`,
          },
        },
      ]
    : [
        {
          ...{ step: 'proposal' as const, day: on('proposal'), at: evening, by: of('secretary') },
          ...ticked(course, 'branchCommittee', {
            ...{ ...held(on('proposal')), ...votes(5, 0, 0), ...proposed },
            minutes: talk.proposal,
          }),
        },
        ...(sentBack
          ? [
              deliberation(on('deliberation') - 2, '商议了先后次序，多数人觉得可以提交党员大会。'),
              {
                ...{ step: 'proposal' as const, day: on('deliberation') - 1, by: of('secretary'), aside: 'sendBack' },
                form: { to: 'deliberation', reason: sentBack },
              },
            ]
          : []),
        deliberation(on('deliberation'), talk.deliberation),
      ]
  return [
    ...opening,
    {
      ...{ step: 'legalityReview', day: on('legalityReview'), by: 'township', outcome: 'lawful' },
      form: { ...legality(body), opinion: '程序齐全，预算有来源，可以提交党员大会审议。' },
    },
    {
      ...{ step: 'planPosting', day: on('planPosting'), by: of('clerk') },
      form: {
        planSummary: `${plan}开会以前先公示十五天，有意见在手机上提，也可以到村委会说。`,
        ...(topic === 'operation' && { exchange: '县农村产权交易中心' }),
        ...(topic === 'investment' && { risk: '工期里租金会少收三个月；造价可能上浮，超过预算要再开会。' }),
        planBoardOn: days.on(on('planPosting')),
      },
    },
    ...comments.map(
      ([who, after, comment]): StepLine => ({
        ...{ step: 'planPosting', day: on('planPosting') + after, at: '19:40', by: of(who), aside: 'comment' },
        form: { comment },
      }),
    ),
    {
      ...{ step: 'partyMeeting', day: on('partyMeeting'), at: evening, by: of('secretary') },
      ...ticked(course, 'partyVoting', {
        draftSentOn: days.on(on('partyMeeting') - 3),
        ...{ ...held(on('partyMeeting'), '19:30'), ...votes(party - 5 - luck(4), 1, 2) },
        minutes: talk.partyMeeting,
      }),
      ...photos,
    },
    { step: 'call', day: on('call'), by: runnerOf(course), form: callOf(course, days, on) },
    {
      ...{ step: 'resolution', day: on('resolution'), at: evening, by: runnerOf(course) },
      ...decidedBy(course, {
        ...{ ...held(on('resolution')), ...decided(course) },
        resolution: `同意${title}${budget ? `，${isLease(put) ? '合同总价估' : '预算'}${(budget / 1_000_000).toFixed(1)}万元` : ''}。${plan}`,
        minutes:
          at === 'failed'
            ? '代表认为现在花这笔钱还早，先把旧的修好，没有通过。'
            : '对方案提了三条意见，当场答复，投票通过。',
        supervised: true,
      }),
      ...photos,
    },
  ]
}
