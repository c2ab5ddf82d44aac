import type { Case } from '../engine/case'
import { addDays, isDay, numberOf } from '../engine/deadline'
import { bodyName, matterTopic } from '../matterTopics'
import { gapsIn } from '../requestCategories'
import { cn, type Fact, no } from './fact'

/** What a fact is told of matters; each is gathered by the fact's name. */
export type MatterFacts = {
  /** the workflow that is being opened or acted on */
  workflow?: string
  /** one person is secretary and director of the village */
  oneHead?: boolean
  /** the matter that this one is raised again for */
  earlier?: { outcome?: string; number: string; isMatter: boolean }
  groups?: number
}

const told = (world: { facts: Readonly<Record<string, unknown>> }) => world.facts as MatterFacts
const yuan = (fen: number) => (fen / 100).toLocaleString('zh-CN', { maximumFractionDigits: 2 })

const mustBe = (topic: unknown, workflow: string | undefined): ReturnType<Fact> => {
  const of = matterTopic(topic)
  if (!of || !workflow || of.bodies.includes(workflow)) return {}
  return no(
    `“${of.label}”不能由${bodyName(workflow)}定，要开${of.bodies.map(bodyName).join('或者')}（${of.rule.source}）。`,
    { field: 'topic', bodies: [...of.bodies] },
  )
}

/** 农村集体经济组织法第二十八条 and the others: not every body may decide everything. */
const topicFitsBody: Fact = ({ form, found, person, world }) => {
  const topic = form.topic ?? found?.fields.topic
  if (found || person.kind === 'child' || topic !== undefined) return mustBe(topic, told(world).workflow)
  return no('请先选“这件事是关于什么的”，好知道该由哪个会来定。', { field: 'topic' })
}

/** The same, where a request's matter is handed to a body that someone chose. */
const topicFitsChosenBody: Fact = ({ act, form }) => {
  if (act.outcome !== 'decide') return {}
  if (form.topic === undefined)
    return no('选“转四议”，要选这件事是关于什么的，好知道由哪个会来定。', { field: 'topic' })
  if (form.body === undefined) return no('选“转四议”，要选由哪个会来定。', { field: 'body' })
  const { refused } = mustBe(form.topic, form.body as string)
  return refused ? { refused: { ...refused, detail: { ...refused.detail, field: 'body' } } } : {}
}

const jointWithBasis: Fact = ({ form, world }) => {
  if (form.joint !== true) return {}
  if (!told(world).oneHead) return no('村书记和村主任不是同一个人，提议和商议要分开开会。', { field: 'joint' })
  return form.jointBasis ? {} : no('提议和商议合并开会，要写依据。', { field: 'jointBasis' })
}

const groupIsNamed: Fact = ({ form, world }) => {
  const { workflow, groups = 0 } = told(world)
  if (!workflow?.startsWith('matterOfGroup')) return {}
  if (typeof form.group !== 'number' || form.group < 1) return no('请写是哪个村民小组。', { field: 'group' })
  return form.group > groups ? no(`名册里没有第${form.group}组，请核对。`, { field: 'group' }) : {}
}

/** What failed or was withdrawn may be raised again, and says so. */
const raisedAgain: Fact = ({ world }) => {
  const { earlier } = told(world)
  if (!earlier) return {}
  return earlier.isMatter && ['failed', 'withdrawn'].includes(earlier.outcome ?? '')
    ? {}
    : no(`${earlier.number}没有作废或者没通过，不用再提一次。`)
}

const boardAfterMeeting: Fact = ({ form, found }) => {
  const held = found?.fields.heldOn
  const field = 'planBoardOn' in form ? 'planBoardOn' : 'boardOn'
  return isDay(held) && isDay(form[field]) && form[field] < held
    ? no(`会是${cn(held)}开的，上墙不能早于那天。请核对上墙日期。`, { field, notBefore: held })
    : {}
}

/** 浙江集体资产条例第十七条: who puts investments, works and loans to the vote states what can go wrong. */
const riskStated: Fact = ({ form, found }) => {
  const topic = matterTopic(found?.fields.topic)
  return topic?.risk && !form.risk
    ? no(`“${topic.label}”交给成员表决以前，要说明可能有什么风险（浙江省农村集体资产管理条例第十七条）。`, {
        field: 'risk',
      })
    : {}
}

/** 第三十五条: above the amount that the county sets, collective assets are traded on the exchange. */
const exchangeNamed: Fact = ({ form, found, world }) => {
  const topic = matterTopic(found?.fields.topic)
  const above = numberOf({ setting: 'exchangeAbove' }, world.settings)
  return topic?.exchange && Number(found?.fields.budget ?? 0) > above && !form.exchange
    ? no(
        `超过${yuan(above)}元的集体资产交易要进农村产权交易市场，请写在哪里交易（浙江省农村集体资产管理条例第三十五条）。`,
        {
          field: 'exchange',
        },
      )
    : {}
}

/** Local practice: the plan reaches every party member so many days before the meeting. */
const draftHasReached: Fact = ({ form, found, world }) => {
  const before = found?.fields.heldOn
  if (isDay(before) && (form.draftSentOn as string) < before)
    return no(`方案${cn(before)}才商议好，发给党员不能早于那天。请核对日期。`, {
      field: 'draftSentOn',
      notBefore: before,
    })
  const days = numberOf({ setting: 'partyNoticeDays' }, world.settings)
  const first = addDays(form.draftSentOn as string, days)
  return (form.heldOn as string) < first
    ? no(
        `方案${cn(form.draftSentOn as string)}才发给党员，要提前${days}天，最早${cn(first)}开会。请重新发、改期再开。`,
        {
          field: 'heldOn',
          notBefore: first,
        },
      )
    : {}
}

/** A plan that was changed after comments were asked on it isn't what people commented on: pointed at, not stopped. */
const planKeptSinceComments: Fact = ({ form, found }) =>
  form.plan !== undefined && found?.log.some((e) => e.step === 'planDisplay') && form.plan !== found.fields.plan
    ? { remarks: [{ remark: 'planChangedAfterComments', says: '方案在征求意见以后又改过，请核对要不要重新公示。' }] }
    : {}

const waits: Readonly<Record<string, { setting: string; atLeast?: number; whom: string }>> = {
  matterOfRepresentatives: { setting: 'noticeDays', atLeast: 1, whom: '代表' },
  matterOfAssembly: { setting: 'assemblyNoticeDays', atLeast: 10, whom: '村民' },
  matterOfMembers: { setting: 'memberNoticeDays', atLeast: 10, whom: '成员' },
  matterOfNonMembers: { setting: 'memberNoticeDays', atLeast: 10, whom: '成员' },
  matterOfGroupMembers: { setting: 'memberNoticeDays', atLeast: 10, whom: '成员' },
  matterOfMemberRepresentatives: { setting: 'memberRepresentativesNoticeDays', atLeast: 1, whom: '成员代表' },
  matterOfGroup: { setting: 'groupNoticeDays', whom: '本组的人' },
}

const noticeOf = (workflow: string | undefined, settings: Readonly<Record<string, unknown>>) => {
  const { setting, atLeast, whom } = waits[workflow ?? ''] ?? waits.matterOfRepresentatives
  return { days: numberOf({ setting, ...(atLeast && { atLeast }) }, settings), whom }
}

/** The first day on which the meeting may be held: the notice has run so many whole days, the day of sending not counted. */
const firstDay = (noticeOn: string, days: number) => addDays(noticeOn, days + 1)

const calledInTime: Fact = ({ form, found, world }) => {
  const { days, whom } = noticeOf(found?.workflow, world.settings)
  const held = found?.fields.heldOn
  if (isDay(held) && (form.noticeOn as string) < held)
    return no(`上一次会${cn(held)}才开，通知不能早于那天。请核对日期。`, { field: 'noticeOn', notBefore: held })
  const first = firstDay(form.noticeOn as string, days)
  if (form.urgent === true)
    return form.urgentWhy
      ? (form.meetOn as string) < (form.noticeOn as string)
        ? no('开会不能早于通知。请核对日期。', { field: 'meetOn' })
        : {}
      : no('特殊情况临时通知，要写是什么情况。', { field: 'urgentWhy' })
  return (form.meetOn as string) < first
    ? no(`要提前${days}天通知${whom}：${cn(form.noticeOn as string)}发的通知，最早${cn(first)}开会。请改开会的日子。`, {
        field: 'meetOn',
        notBefore: first,
      })
    : {}
}

/** 浙江实施办法第二十三条: important matters come with papers and the legal adviser's view; its absence is pointed at. */
const callIsWhole: Fact = ({ form, found }) => {
  const missing = [
    ...(form.noticeFiles === undefined ? ['发给大家的材料'] : []),
    ...(form.noticeProof === undefined ? ['送达的证明'] : []),
    ...(found?.workflow === 'matterOfRepresentatives' && form.counsel === undefined ? ['村法律顾问的意见'] : []),
  ]
  return missing.length ? { remarks: [{ remark: 'callNotWhole', says: `通知里没有${missing.join('、')}。` }] } : {}
}

/** The meeting itself is held to the notice that was recorded before it, whatever day was planned. */
const noticeHasRun: Fact = ({ form, found, world }) => {
  const { noticeOn, urgent } = found?.fields ?? {}
  if (!isDay(noticeOn) || !isDay(form.heldOn)) return {}
  const { days } = noticeOf(found?.workflow, world.settings)
  const first = urgent === true ? noticeOn : firstDay(noticeOn, days)
  return form.heldOn < first
    ? no(`${cn(noticeOn)}发的通知，要满${days}天才能开会，最早${cn(first)}。请重新通知、改期再开。`, {
        field: 'heldOn',
        notBefore: first,
      })
    : {}
}

/** 浙江集体资产条例第十七条: the supervisors watch the whole vote. */
const voteWasWatched: Fact = ({ form }) =>
  form.supervised === true
    ? {}
    : no(
        '成员表决要由监事会全程监督，没有监督的不能算数（浙江省农村集体资产管理条例第十七条）。请在监事会到场时再表决。',
        {
          field: 'supervised',
        },
      )

/** What the township ticked as missing can't be lawful. */
const checkedBeforeLawful: Fact = ({ act, form }) => {
  const questions = {
    track: '开的会不对',
    authorised: '没有授权',
    called: '通知时间不够',
    funded: '钱没有来源',
    lawful: '和法律政策冲突',
  }
  const missing = Object.entries(questions).filter(([field]) => form[field] === 'no')
  return act.outcome === 'lawful' && missing.length
    ? no(`上面写了“${missing.map(([, says]) => says).join('、')}”，不能算程序合法。请退回，或者核对上面几项。`, {
        field: missing[0][0],
      })
    : {}
}

const minutesFilled: Fact = ({ form }) => {
  const gaps = gapsIn(String(form.minutes ?? ''))
  return gaps.length ? no(`会议记录里还有没填的：${gaps[0]}。填好再交。`, { field: 'minutes' }) : {}
}

/** The steps that lead to where a case stands: what was passed before it was sent back doesn't count any more. */
const passedNow = ({ log }: Case): readonly string[] =>
  log.reduce<readonly string[]>((way, { step, aside, effect: { to } }) => {
    const on = aside || way.includes(step) ? way : [...way, step]
    return to !== undefined && on.includes(to) ? on.slice(0, on.indexOf(to)) : on
  }, [])

const backToEarlier: Fact = ({ form, found }) =>
  found && form.to !== found.step && passedNow(found).includes(form.to as string)
    ? {}
    : no('只能退回到已经走过的一步，请重新选。', { field: 'to' })

type Stage = { on: string; does: string }
const stagesOf = (value: unknown) => (Array.isArray(value) ? (value as readonly Stage[]) : [])

const stagesInOrder: Fact = ({ form }) => {
  const days = stagesOf(form.stages).map(({ on }) => on)
  return days.some((on, i) => i > 0 && on < days[i - 1])
    ? no('分几步的日子要从早到晚。请核对。', { field: 'stages' })
    : {}
}

const stagesCountUp: Fact = ({ form, found }) => {
  const all = stagesOf(found?.fields.stages).length
  const before = Number(found?.fields.stagesDone ?? 0)
  const done = form.stagesDone
  if (done === undefined) return {}
  if ((done as number) > all) return no(`一共只有${all}步，请核对做完了几步。`, { field: 'stagesDone' })
  return (done as number) < before ? no(`前面已经记了做完${before}步，不能变少。`, { field: 'stagesDone' }) : {}
}

/** Local practice (财务公开、定查评): what takes long is made public stage by stage. */
const stageIsPosted: Fact = ({ form, found }) => {
  const before = Number(found?.fields.stagesDone ?? 0)
  return Number(form.stagesDone ?? before) > before && form.stageBoardOn === undefined
    ? no('做完一步，公开一步：请写哪天贴上公开栏。', { field: 'stageBoardOn' })
    : {}
}

const spentExplained: Fact = ({ form, found }) => {
  const budget = Number(found?.fields.budget ?? 0)
  const over = Number(form.spent ?? 0) - budget
  if (over > 0 && !form.overWhy)
    return no(`花了${yuan(form.spent as number)}元，比决议定的多${yuan(over)}元，请写为什么超、谁同意的。`, {
      field: 'overWhy',
    })
  return over > 0 ? { remarks: [{ remark: 'overBudget', says: `比决议定的多花了${yuan(over)}元。` }] } : {}
}

const wasPassed: Fact = ({ found }) =>
  found?.log.some((e) => e.step === 'resolution' && e.outcome === 'passed') && found.outcome !== 'withdrawn'
    ? {}
    : no('这件事没有通过的决议，不能按它用钱、用章。')

export const matterFacts = {
  topicFitsBody,
  topicFitsChosenBody,
  jointWithBasis,
  groupIsNamed,
  raisedAgain,
  boardAfterMeeting,
  riskStated,
  exchangeNamed,
  draftHasReached,
  planKeptSinceComments,
  calledInTime,
  callIsWhole,
  noticeHasRun,
  voteWasWatched,
  checkedBeforeLawful,
  minutesFilled,
  backToEarlier,
  stagesInOrder,
  stagesCountUp,
  stageIsPosted,
  spentExplained,
  wasPassed,
} satisfies Record<string, Fact>
