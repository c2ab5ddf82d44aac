import type { Days } from './days'
import { oneOf } from './days'
import { dealer } from './dealer'
import type { Drawing } from './drawings'
import { isPush, pushed } from './orders'
import { actsOf, outcomeOf, type Script, type Teller } from './requestActs'
import { type Closed, requestPlan, type Stage } from './requestPlan'
import type { Line, Told } from './telling'
import { personOf } from './words/names'

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
const scriptOf = (teller: Teller, [at, day, extra]: Stage): Script => {
  const { days, village, opener } = teller
  const acts = actsOf(teller)
  const { keeper, accepted, heard, entrusted, did, rated, inspected, then } = acts
  // what is long past was heard on a session of the village; what is open may also have been heard in between
  const session = (wanted: number) => days.pastSessions(village).find((s) => s <= wanted) ?? wanted
  const closedAfter = (span: number) => session(day - span) + span
  const progress = (heardOn: number): readonly Line[] =>
    heardOn + 3 <= -1
      ? [{ day: heardOn + 3, by: keeper, outcome: 'progress', form: { result: '去现场看过，材料在备，人也约好了。' } }]
      : []
  const reopened = (heardOn: number) => then(entrusted(heardOn), did(heardOn + 4), rated(heardOn + 6, 'unsatisfied'))
  /** handled, and closed by how the villager rates it */
  const finished = (took: number, outcome: 'satisfied' | 'basically') =>
    then(
      entrusted(session(day - 8)),
      ...[did(closedAfter(8) - took), rated(closedAfter(8), outcome), ...acts.lookedBack(closedAfter(8) + 3)],
    )
  const closed: Record<Closed, () => Script> = {
    satisfied: () => finished(3, 'satisfied'),
    basically: () => finished(2, 'basically'),
    silent: () => then(entrusted(session(day - 13)), did(closedAfter(13) - 8)),
    answered: () => then(heard(session(day - 2), 'answered'), rated(closedAfter(2), 'satisfied')),
    agreed: () => {
      const on = session(day - 7)
      const talk = [acts.noticed(on + 1, on + 4), acts.agreement(on + 4), rated(on + 7, 'satisfied')]
      return { ...then(heard(on, 'consult'), ...talk), agreed: on + 4 }
    },
    undisputed: () => acts.declined(session(day)),
    upheld: () =>
      then(acts.declined(session(day - 5)), acts.objected(closedAfter(5) - 2), {
        ...{ day: closedAfter(5), by: 'township', outcome: 'upheld' },
        form: { finding: '看过材料，也问了村里。该走法院，镇司法所已经约说事人来办手续。' },
      }),
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
    case 'handling':
      return then(
        entrusted(extra === 'extended' ? day - 11 : day - 7),
        ...(['extended', 'paused', 'handed'].includes(extra ?? '') ? [] : progress(day - 7)),
        ...besides(acts, teller, [at, day, extra]),
      )
    case 'clusterHandling':
      return acts.escalated(day - 7)
    case 'townshipHandling': {
      const took: Line = {
        day: day + 2,
        by: 'cluster-hai',
        aside: 'takeOver',
        form: { reason: '拖得久了，由片里直接盯着办。' },
      }
      return then(acts.escalated(day - 19), acts.upFromCluster(day - 15), ...(extra === 'takenOver' ? [took] : []))
    }
    case 'countyHandling':
      return then(acts.escalated(day - 42), acts.upFromCluster(day - 37), acts.upFromTownship(day - 30))
    case 'consultationNotice':
      return heard(day - 3, 'consult')
    case 'consultation':
      return then(heard(day - 7, 'consult'), acts.noticed(day - 6, day - 2))
    case 'planned': {
      const decision = '今年的钱已经排满，分两步：先清出场地，明年补助下来再做。'
      return heard(day, 'plan', { decision, returnsOn: days.on(26), stages: acts.stages(15, 60) })
    }
    case 'returned': {
      const on = session(day - 30)
      const decision = '要等镇里的补助，先清场地，到日子再拿出来商量。'
      return heard(on, 'plan', { decision, returnsOn: days.on(day), stages: acts.stages(day - 10, day + 20) })
    }
    case 'declined':
      return acts.declined(day - 7)
    case 'declinedReview':
      return then(acts.declined(day - 5), acts.objected(day - 3))
    case 'rating':
      return then(entrusted(day - 5), did(day))
    case 'reopening':
      return reopened(day - 9)
    case 'secondHandling':
      return then(reopened(day - 15), inspected(day - 7))
    case 'secondRating':
      return then(reopened(day - 15), inspected(day - 7), ...besides(acts, teller, [at, day, extra]), did(day))
    default:
      return closed[at]()
  }
}

/** What happens while the village handles something that is due on a day. */
const besides = (acts: ReturnType<typeof actsOf>, teller: Teller, [, day, extra]: Stage): readonly Line[] => {
  const { keeper } = acts
  if (isPush(extra)) return pushed(extra, teller, day).lines
  switch (extra) {
    case 'extended': {
      const reason = '材料晚到了三天，又连着下雨，等天晴接着做。'
      // the days that were granted are part of those until it is due
      return [{ day: day - 7, by: keeper, aside: 'extend', form: { days: 4, reason } }]
    }
    case 'paused': {
      const question = '请说一下是靠哪一家的那一段，最好补一张照片。'
      return [{ day: day - 5, by: keeper, aside: 'askVillager', form: { question } }]
    }
    case 'handed':
      return acts.handedOver(day - 6, `keeper-${teller.village}`)
    case 'director':
      return day <= 6 ? [acts.taken(day - 6)] : []
    default:
      return []
  }
}

/** The requests of a village as planned, with what their consultations came to. */
export const requestsOf = (village: string, nth: number, days: Days): readonly Told[] => {
  const deal = dealer(village, nth)
  return requestPlan[village].flatMap((stage, i) => {
    const words = deal(stage)
    const key = `${village}:${words.key}`
    const own = village === 'dongxi' ? ['neighbour', 'representative'] : ['villager', 'neighbour', 'representative']
    const isCarried = i % 5 === 3
    const opener = `${isCarried ? 'director' : own[i % own.length]}-${village}`
    const [at, , extra] = stage
    const entrusted = extra === 'director' || extra === 'keeper' ? { owner: `${extra}-${village}` } : {}
    // whoever handled it or led the talks doesn't answer for an elder
    const isSpokenFor = isCarried && extra !== 'director' && at !== 'agreed'
    const elder = isSpokenFor ? { elder: personOf(village, 40 + i) } : {}
    const teller = { village, key, said: words, opener, days, ...entrusted, ...elder }
    const script = scriptOf(teller, stage)
    const request = told({
      ...teller,
      ...script,
      ...(isCarried && { channel: oneOf(['door', 'phone', 'visit'], key) }),
    })
    return [
      request,
      ...(script.agreed === undefined ? [] : [outcomeOf(village, key, script.agreed, days)]),
      ...(isPush(extra) ? pushed(extra, teller, stage[1]).orders : []),
    ]
  })
}

/** A request from its raising on. */
export const told = (of: Omit<Teller, 'owner' | 'days'> & Script & { channel?: string }): Told => {
  const group = oneOf(groups, of.key)
  const drawing = drawings[of.said.key]
  const photos = { ...(drawing && { photos: [drawing] }), ...(of.elder && { consent: ['note'] as const }) }
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
        ...(of.elder && { onBehalf: of.elder, onBehalfPhone: `住${group}，上门找` }),
      },
      ...(Object.keys(photos).length && { pictures: photos }),
    },
  }
}
