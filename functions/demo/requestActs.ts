import type { Days } from './days'
import { lot, oneOf } from './days'
import { clusterHeadOf } from './orders'
import { directorOf } from './people'
import { places } from './places'
import type { Line } from './telling'
import type { Said } from './words/said'

const content = ['办得快，谢谢', '说到做到', '比想的还好', '修好了，大家都说好', '有人来问过，也有人来看过', '满意']
const halfContent = ['办是办了，就是等得久了点', '差不多，还可以再细一点', '先这样，以后看看']
const discontent = ['只弄了一半，边上还是老样子', '过了几天又和以前一样了', '来看过一次就没有下文了']
/** What a consultation is called on the board: the matter, and nobody's home. */
const subjects: Readonly<Record<string, string>> = {
  ...{ boundary: '田坎界线怎么划', noise: '晚上几点以后要安静', path: '过道留多宽', water: '放水谁先谁后' },
  ...{ chickens: '养鸡怎么不进菜地', oldHouse: '危险老屋怎么处理', shed: '公路边的铁皮棚', drip: '屋檐水往哪里流' },
  pigsty: '养猪的臭味怎么治',
}
const inspections = [
  { verdict: 'done', finding: '到现场看过，也问了边上的两户，办得和记的一样。' },
  { verdict: 'done', finding: '打电话问了说事人，又去现场看了，还是好的。' },
  { verdict: 'partly', finding: '主要的做好了，边上还有一小段没有收尾，已经请村里补做。' },
]
/** Where each came to nothing in the village itself: what the cluster's head then wrote. */
const upward = '到现场看过，要镇里出面协调，片里定不了。'

/** From the day on which it was raised; `outcome` the day on which a consultation was agreed, which goes to the board. */
export type Script = { raise: number; lines: readonly Line[]; agreed?: number }
export type Teller = {
  village: string
  key: string
  said: Said
  opener: string
  owner?: string
  /** whom an office-holder speaks for */
  elder?: string
  days: Days
}

/** The acts of one request, each a line on its day. */
export const actsOf = ({ village, key, said, opener, owner, elder, days }: Teller) => {
  const of = (role: string) => `${role}-${village}`
  const at = places.villages.find((v) => v.id === village)!
  const keeper = owner ?? of('clerk')
  const lead = 3 + lot(key, 5)
  const isSession = (day: number) => days.pastSessions(village).includes(day)
  const accepted = (day: number, outcome = 'acknowledged'): Line => ({ day, by: of('clerk'), outcome, form: {} })
  const reminded = (day: number): Line => ({
    ...{ day: day - 1, at: '18:10', by: 'clock', aside: 'reminded' },
    form: { sessionOn: days.on(day), startsAt: at.session.startsAt, place: at.session.place },
  })
  const heard = (day: number, outcome: string, more: Record<string, unknown> = {}): Script => ({
    raise: day - lead,
    lines: [
      accepted(day - lead + 1),
      ...(village === 'dongxi' && isSession(day) ? [reminded(day)] : []),
      {
        ...{ day, by: of('secretary'), outcome, at: '09:40' },
        ...(isSession(day) && { atSession: true }),
        form: { decision: said.decision, heldOn: days.on(day), attended: 6 + lot(key, 13), ...more },
      },
    ],
  })
  const entrusted = (day: number) => heard(day, 'handle', owner ? { owner } : {})
  const taken = (day: number, by = keeper): Line => ({ day, by, aside: 'accept', form: {} })
  const handedOver = (day: number, to: string): readonly Line[] => [
    { day, by: keeper, aside: 'handOver', form: { owner: to, reason: '要天天到现场，他住得近，说好由他来办。' } },
    taken(day + 1, to),
  ]
  const did = (day: number, result = said.result): Line => ({ day, by: keeper, outcome: 'done', form: { result } })
  const rated = (day: number, outcome: 'satisfied' | 'basically' | 'unsatisfied'): Line => ({
    ...{ day, by: opener, outcome, at: '19:30' },
    form: { reason: oneOf({ satisfied: content, basically: halfContent, unsatisfied: discontent }[outcome], key) },
    ...(elder && { pictures: { proof: ['note'] as const } }),
  })
  const inspected = (day: number): Line => ({
    ...{ day, by: 'township', outcome: 'sentBack' },
    form: { finding: '到现场看过，说事人讲的属实，没有做完。请村里补做，做完请说事人自己看。' },
  })
  /** 回头看, on some of what was closed */
  const lookedBack = (day: number): readonly Line[] =>
    day <= 0 && lot(key, 3) === 0
      ? [
          {
            ...{ day, by: oneOf(['township', 'discipline'], key), aside: 'inspection', at: '15:20' },
            form: oneOf(inspections, key),
          },
        ]
      : []
  const escalated = (day: number): Script => heard(day, 'escalate', { decision: '村里办不了，要片里和镇里帮忙。' })
  const upFromCluster = (day: number): Line => ({
    ...{ day, by: clusterHeadOf(village), outcome: 'escalated' },
    form: { result: upward },
  })
  const upFromTownship = (day: number): Line => ({
    ...{ day, by: 'township', outcome: 'escalated' },
    form: { result: '要县里的部门来办，镇里定不了，报县里，镇里接着盯。' },
  })
  const noticed = (day: number, meetOn: number): Line => ({
    ...{ day, by: of('clerk'), outcome: 'noticed' },
    form: {
      ...{ subject: subjects[said.key] ?? '怎么商量着办', way: oneOf(['talk', 'council'], key) },
      ...{ meetOn: days.on(meetOn), startsAt: '19:00', place: at.session.place },
      invited: '有关的两户、老队长、村民代表两人、镇司法所。',
    },
  })
  const agreement = (on: number): Line => ({
    ...{ day: on, by: directorOf(village), outcome: 'agreed', at: '20:40' },
    form: {
      ...{ heldOn: days.on(on), attended: 5 + lot(key, 4), result: said.result },
      heard: '请了两家和老队长，各说各的难处，最后各让一步。',
    },
  })
  const stages = (first: number, second: number) => [
    { on: days.on(first), does: '清出场地，量好尺寸，报上预算' },
    { on: days.on(second), does: '补助到了就开工' },
  ]
  const declined = (day: number): Script => heard(day, 'declined', { ground: 'legalWay' })
  const objected = (day: number): Line => ({
    ...{ day, by: opener, outcome: 'objected' },
    form: { reason: '我不知道该找谁，村里总能帮着说一句话。' },
  })
  const then = ({ lines, ...script }: Script, ...more: readonly Line[]): Script => ({
    ...script,
    lines: [...lines, ...more],
  })
  return {
    ...{ of, keeper, accepted, heard, entrusted, taken, handedOver, did, rated, inspected, lookedBack, then },
    ...{ escalated, upFromCluster, upFromTownship, noticed, agreement, stages, declined, objected },
  }
}

/** What a consultation came to, on the village's board: posted the day after, with what became of it ten days later. */
export const outcomeOf = (village: string, key: string, agreed: number, { on }: Days) => ({
  ...{ key: `${key}:outcome`, village, from: key },
  lines: [
    {
      ...{ day: Math.min(agreed + 1, 0), by: `clerk-${village}`, outcome: 'posted', at: '16:10' },
      form: { boardOn: on(Math.min(agreed + 1, 0)) },
    },
    ...(agreed + 10 <= 0
      ? [
          {
            ...{ day: agreed + 10, by: directorOf(village), aside: 'carriedOut', at: '10:30' },
            form: { carriedOut: '去看过，照商量的做了，没有再起争执。' },
          },
        ]
      : []),
  ],
})
