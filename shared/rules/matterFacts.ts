import type { Case } from '../engine/case'
import { isDay, numberOf } from '../engine/deadline'
import { bodyName, matterTopic } from '../matterTopics'
import { gapsIn } from '../requestCategories'
import { callFacts } from './callFacts'
import { cn, type Fact, no, yuan } from './fact'
import { worksFacts } from './worksFacts'

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

/** A plan that was changed after comments were asked on it isn't what people commented on: pointed at, not stopped. */
const planKeptSinceComments: Fact = ({ form, found }) =>
  form.plan !== undefined && found?.log.some((e) => e.step === 'planDisplay') && form.plan !== found.fields.plan
    ? { remarks: [{ remark: 'planChangedAfterComments', says: '方案在征求意见以后又改过，请核对要不要重新公示。' }] }
    : {}

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
const passedNow = ({ log }: Case): readonly string[] => {
  const way: string[] = []
  for (const { step, aside, effect } of log) {
    if (!aside && !way.includes(step)) way.push(step)
    const back = way.indexOf(effect.to ?? '')
    if (back >= 0) way.splice(back)
  }
  return way
}

const backToEarlier: Fact = ({ form, found }) =>
  found && form.to !== found.step && passedNow(found).includes(form.to as string)
    ? {}
    : no('只能退回到已经走过的一步，请重新选。', { field: 'to' })

const wasPassed: Fact = ({ found }) =>
  found?.log.some((e) => e.step === 'resolution' && e.outcome === 'passed') && found.outcome !== 'withdrawn'
    ? {}
    : no('这件事没有通过的决议，不能按它用钱、用章。')

export const matterFacts = {
  ...callFacts,
  ...worksFacts,
  topicFitsBody,
  topicFitsChosenBody,
  jointWithBasis,
  groupIsNamed,
  raisedAgain,
  boardAfterMeeting,
  riskStated,
  exchangeNamed,
  planKeptSinceComments,
  voteWasWatched,
  checkedBeforeLawful,
  minutesFilled,
  backToEarlier,
  wasPassed,
} satisfies Record<string, Fact>
