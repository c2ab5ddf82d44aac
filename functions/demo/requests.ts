import type { Days } from './days'
import { lot, oneOf } from './days'
import { dealer } from './dealer'
import type { Drawing } from './drawings'
import { type Closed, requestPlan, type Stage } from './requestPlan'
import type { Line, Told } from './telling'
import type { Said } from './words/said'

const groups = ['一组', '二组', '三组', '四组', '五组', '六组', '七组', '八组']
const drawings: Readonly<Record<string, Drawing>> = {
  ...{
    pothole: 'road',
    tractor: 'road',
    bump: 'road',
    lamps: 'lamp',
    newLamps: 'lamp',
    canal: 'canal',
    ditch: 'canal',
  },
  ...{ bins: 'bins', rubble: 'bins' },
}
const content = ['办得快，谢谢', '说到做到', '比想的还好', '修好了，大家都说好', '有人来问过，也有人来看过', '满意']
const halfContent = ['办是办了，就是等得久了点', '差不多，还可以再细一点', '先这样，以后看看']
const discontent = ['只弄了一半，边上还是老样子', '过了几天又和以前一样了', '来看过一次就没有下文了']

type Script = { raise: number; lines: readonly Line[] }
export type Teller = { village: string; key: string; said: Said; opener: string; owner?: string; days: Days }

/** The acts of one request, each a line on its day. */
export const actsOf = ({ village, key, said, opener, owner, days }: Teller) => {
  const of = (role: string) => `${role}-${village}`
  const keeper = owner ?? of('clerk')
  const lead = 3 + lot(key, 5)
  const accepted = (day: number, outcome = 'acknowledged'): Line => ({ day, by: of('clerk'), outcome, form: {} })
  const heard = (day: number, outcome: string, more: Record<string, unknown> = {}): Script => ({
    raise: day - lead,
    lines: [
      accepted(day - lead + 1),
      {
        ...{ day, by: of('secretary'), outcome, at: '09:40' },
        form: { decision: said.decision, heldOn: days.on(day), attended: 6 + lot(key, 13), ...more },
      },
    ],
  })
  const entrusted = (day: number) => heard(day, 'handle', owner ? { owner } : {})
  const did = (day: number, result = said.result): Line => ({ day, by: keeper, outcome: 'done', form: { result } })
  const rated = (day: number, outcome: 'satisfied' | 'basically' | 'unsatisfied'): Line => ({
    ...{ day, by: opener, outcome, at: '19:30' },
    form: { reason: oneOf({ satisfied: content, basically: halfContent, unsatisfied: discontent }[outcome], key) },
  })
  const inspected = (day: number): Line => ({
    ...{ day, by: 'township', outcome: 'sentBack' },
    form: { finding: '到现场看过，说事人讲的属实，没有做完。请村里补做，做完请说事人自己看。' },
  })
  const then = ({ raise, lines }: Script, ...more: readonly Line[]): Script => ({ raise, lines: [...lines, ...more] })
  return { of, keeper, accepted, heard, entrusted, did, rated, inspected, then }
}

const scriptOf = (teller: Teller, [at, day, extra]: Stage): Script => {
  const { days, village, said, opener } = teller
  const { of, keeper, accepted, heard, entrusted, did, rated, inspected, then } = actsOf(teller)
  // what is long past was heard on a session of the village; what is open may also have been heard in between
  const session = (wanted: number) => days.pastSessions(village).find((s) => s <= wanted) ?? wanted
  const closedAfter = (span: number) => session(day - span) + span
  const progress = (heardOn: number): readonly Line[] =>
    heardOn + 3 <= -1
      ? [{ day: heardOn + 3, by: keeper, outcome: 'progress', form: { result: '去现场看过，材料在备，人也约好了。' } }]
      : []
  const reopened = (heardOn: number) => then(entrusted(heardOn), did(heardOn + 4), rated(heardOn + 6, 'unsatisfied'))
  const closed: Record<Closed, () => Script> = {
    satisfied: () => then(entrusted(session(day - 8)), did(closedAfter(8) - 3), rated(closedAfter(8), 'satisfied')),
    basically: () => then(entrusted(session(day - 8)), did(closedAfter(8) - 2), rated(closedAfter(8), 'basically')),
    silent: () => then(entrusted(session(day - 13)), did(closedAfter(13) - 8)),
    answered: () => then(heard(session(day - 2), 'answered'), rated(closedAfter(2), 'satisfied')),
    agreed: () =>
      then(heard(session(day - 7), 'consult'), ...agreement(closedAfter(7) - 3), rated(closedAfter(7), 'satisfied')),
    declined: () => heard(session(day), 'declined'),
    withdrawn: () => ({
      raise: day - 3,
      lines: [
        accepted(day - 2),
        { day, by: opener, aside: 'withdraw', form: { reason: '自己和邻居说好了，不用村里管了。' } },
      ],
    }),
    unsatisfied: () =>
      then(reopened(day - 17), inspected(day - 9), { ...did(day - 4), outcome: 'done' }, rated(day, 'unsatisfied')),
  }
  const agreement = (on: number): readonly Line[] => [
    {
      ...{ day: on, by: of('director'), outcome: 'agreed' },
      form: { heldOn: days.on(on), heard: '请了两家和老队长，各说各的难处，最后各让一步。', result: said.result },
    },
  ]
  switch (at) {
    case 'acknowledgement':
      return { raise: day, lines: [] }
    case 'hearing': {
      // accepted after the last session's cut-off: it waits for the next one
      const raise = Math.max(day, days.pastSessions(village)[0])
      return { raise, lines: [accepted(Math.min(raise + 1, 0))] }
    }
    case 'urgentHearing':
      return { raise: day, lines: [accepted(day, 'urgent')] }
    case 'handling': {
      if (extra === 'extended') {
        const reason = '材料晚到了三天，又连着下雨，等天晴接着做。'
        const line: Line = { day: day - 7, by: keeper, aside: 'extend', form: { days: 4, reason } }
        return then(entrusted(day - 11), line)
      }
      if (extra === 'paused') {
        const question = '请说一下是靠哪一家的那一段，最好补一张照片。'
        return then(entrusted(day - 7), { day: day - 5, by: keeper, aside: 'askVillager', form: { question } })
      }
      const urge: Line = {
        ...{ day: Math.min(day + 2, -1), by: 'township', aside: 'urge' },
        form: { reason: '已经过了期限，请说明卡在哪里，几时能办好。', replyBy: days.on(2) },
      }
      return then(entrusted(day - 7), ...progress(day - 7), ...(extra === 'urged' ? [urge] : []))
    }
    case 'townshipHandling': {
      const took: Line = {
        day: day + 2,
        by: 'cluster-hai',
        aside: 'takeOver',
        form: { reason: '拖得久了，由片里直接盯着办。' },
      }
      return then(heard(day - 15, 'escalate'), ...(extra === 'takenOver' ? [took] : []))
    }
    case 'countyHandling':
      return then(heard(day - 42, 'escalate'), {
        ...{ day: day - 30, by: 'township', outcome: 'escalated' },
        form: { result: '要县里的部门来办，镇里定不了，报县里。' },
      })
    case 'consultation':
      return heard(day - 7, 'consult')
    case 'planned': {
      const decision = '今年的钱已经排满，分两步：先清出场地，明年补助下来再做。'
      return heard(day, 'plan', { decision, returnsOn: days.on(26) })
    }
    case 'rating':
      return then(entrusted(day - 5), did(day))
    case 'reopening':
      return reopened(day - 9)
    case 'secondHandling':
      return then(reopened(day - 15), inspected(day - 7))
    case 'secondRating':
      return then(reopened(day - 15), inspected(day - 7), did(day))
    default:
      return closed[at]()
  }
}

/** The requests of a village as planned. */
export const requestsOf = (village: string, nth: number, days: Days): readonly Told[] => {
  const deal = dealer(village, nth)
  return requestPlan[village].map((stage, i) => {
    const words = deal(stage)
    const key = `${village}:${words.key}`
    const own = village === 'dongxi' ? ['neighbour', 'representative'] : ['villager', 'neighbour', 'representative']
    const isCarried = i % 5 === 3
    const opener = `${isCarried ? 'director' : own[i % own.length]}-${village}`
    const entrusted = stage[2] === 'director' || stage[2] === 'keeper' ? { owner: `${stage[2]}-${village}` } : {}
    const script = scriptOf({ village, key, said: words, opener, days, ...entrusted }, stage)
    return told({
      village,
      key,
      said: words,
      opener,
      ...script,
      ...(isCarried && { channel: oneOf(['door', 'phone', 'visit'], key) }),
    })
  })
}

/** A request from its raising on. */
export const told = (of: Omit<Teller, 'owner' | 'days'> & Script & { channel?: string }): Told => {
  const group = oneOf(groups, of.key)
  const drawing = drawings[of.said.key]
  return {
    ...{ key: of.key, village: of.village, workflow: 'request', lines: of.lines },
    opens: {
      ...{ day: of.raise, by: of.opener },
      form: {
        text: of.said.text.replaceAll('{g}', group),
        category: of.said.category,
        place: of.said.place.replaceAll('{g}', group),
        visibility: of.said.quiet ? 'office' : 'villagers',
        ...(of.channel && { channel: of.channel }),
      },
      ...(drawing && { pictures: { photos: [drawing] } }),
    },
  }
}
