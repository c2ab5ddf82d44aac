import { numberOf } from '@shared/engine/deadline'
import type { Step } from '@shared/engine/workflow'

type Values = Readonly<Record<string, unknown>>

/** What is known beyond the form, so that it can be said by name: who is named, what it is merged into, whose days hold. */
export type Told = {
  /** the name of whoever was chosen as handler, and whether that is the reader */
  named?: string
  toSelf?: boolean
  /** who answers for it until they take it: 您, or a name */
  keeper?: string
  into?: { number: string; title: string }
  /** the case's due day, YYYY-MM-DD */
  dueOn?: string
  /** the village's, once they are known */
  settings?: Values
}

/** 6月15日 */
export const dayWords = (day: unknown): string =>
  typeof day === 'string' ? `${+day.slice(5, 7)}月${+day.slice(8, 10)}日` : '期限'

/** How many days a setting has; '' while the village's settings aren't known. */
export const daysOf = (setting: string, settings: Values | undefined): string =>
  settings ? `${numberOf({ setting, atLeast: 1 }, settings)}天` : ''

/** What an outcome means for those whom it concerns, one sentence a line. */
export const linesOf = (step: Step, outcome: string, values: Values, told: Told): readonly string[] => [
  ...(step.form === 'triage' ? ofTriage(outcome, values, told) : []),
  ...(opensOutcome(step, outcome) ? ['商量的结果会公开到村务栏，不写是谁提的。'] : []),
  ...(step.form === 'sessionHeld' ? (ofSession[outcome] ?? []) : []),
  ...(byForm[step.form]?.[outcome]?.(values) ?? []),
  ...(step.form === 'handled' && outcome === 'escalated' ? ['村里记的都一起交上去，说事人看得到。'] : []),
]

const seenByAll = '为什么，大家看得到。'
const ended = { failed: () => ['以后可以再提一次，会写明是接着这一件。'] }
const givenBack = ({ decision }: Values) => (decision === undefined ? [] : ['从决议里扣的钱退回去。'])
const refused = (values: Values) => ['申请的人看得到为什么。', ...givenBack(values)]

/** What it means further, by form: one sentence a line. */
const byForm: Readonly<Record<string, Readonly<Record<string, (values: Values) => readonly string[]>>>> = {
  ...Object.fromEntries(
    [
      ...['proposalMeeting', 'plainProposalMeeting', 'jointProposalMeeting', 'plainJointProposalMeeting'],
      ...['deliberationMeeting', 'partyMeeting', 'resolutionMeeting', 'assemblyMeeting', 'membersMeeting'],
      'memberRepresentativesMeeting',
    ].map((form) => [form, ended]),
  ),
  legality: { returned: () => [seenByAll], lawful: () => ['只说程序合法，不说该不该办。'] },
  planPosting: { posted: () => ['公示期里谁都可以提意见，要写明怎么处理的。'] },
  representativesCall: { called },
  assemblyCall: { called },
  memberCall: { called },
  memberRepresentativesCall: { called },
  groupCall: { called },
  sealApproval: { returned: () => ['退回申请的人补材料。'], refused },
  stamping: { stamped: () => ['会记进用章台账，全村可查。'], returned: () => ['退回申请的人，不盖。'] },
  sealRevision: { dropped: givenBack },
  billRevision: { dropped: givenBack },
  signing: { returned: () => ['退回报账的人补票据。'], refused },
  booking: { booked: () => ['这一笔会成为当月收支公开表的一行，不用再填。'] },
  auditConclusion: { concluded: () => ['结论会公开。'] },
  supervisionCheck: {
    accepted: () => ['这张督办单销号，怎么答复、怎么核对的都还在。'],
    sentBack: ({ replyAgainBy }) => [`请村里在${dayWords(replyAgainBy)}前再答复一次。`],
    notDone: () => ['这张督办单到此为止。还要办，就再发一张，或者约谈。'],
  },
  interviewHeld: {
    held: ({ finishBy }) => [
      `村里要在${dayWords(finishBy)}前做到，做到了来报告。`,
      '答应做什么，大家看得到；谈了什么，只有村里和镇里看。',
    ],
  },
  watchReview: { keptOn: () => ['接着每个月记一次。'] },
  rectified: { again: () => ['没有改好的，接着改。'] },
}

function called({ meetOn, meetPlace }: Values): readonly string[] {
  return [`${dayWords(meetOn)}在${meetPlace ?? '会场'}开会，到那天才能记结果。`]
}

const opensOutcome = ({ then }: Step, outcome: string): boolean => {
  const follow = then?.[outcome]
  return follow !== undefined && 'open' in follow && follow.open === 'consultationOutcome'
}

const ofSession: Readonly<Record<string, readonly string[]>> = {
  nobodyCame: ['照实记“没有人来”。可以加开一次晚上的，或者到各组去听。'],
  notHeld: ['等着说的事排到下一次说事日。'],
}

const ofTriage = (
  outcome: string,
  { returnsOn }: Values,
  { named, toSelf, keeper, settings }: Told,
): readonly string[] => {
  switch (outcome) {
    case 'handle':
      if (toSelf) return ['由您自己办，从现在起您负责。']
      return named ? [`请${named}办。${handedOver(keeper)}`] : []
    case 'declined':
      return [
        '理由会告诉说事人。',
        `他不同意，${settings ? `${daysOf('ratingDays', settings)}内` : ''}可以请镇里看该不该受理。`,
      ]
    case 'plan':
      return [`到${dayWords(returnsOn)}，它自己回到说事日，说事人看得到分几步。`]
    case 'decide':
      return ['会开一件四议事项，和这件事连在一起，名字会公开。']
    default:
      return []
  }
}

/** Until it is taken, whoever had it before answers for it. */
export const handedOver = (keeper = '原来的人'): string => `他接手以前还是${keeper}负责。`
