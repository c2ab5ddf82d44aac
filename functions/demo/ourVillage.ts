import type { Days } from './days'
import { bodyOf, type Course, openedOn } from './matterDays'
import { matterOf } from './matters'
import { actsOf } from './requestActs'
import { told } from './requests'
import type { Line, Told } from './telling'
import { mattersPut, type PutKey } from './words/mattersPut'
import { outdoors } from './words/outdoors'
import type { Said } from './words/said'

const village = 'dongxi'
const her = 'villager-dongxi'

const said = (
  key: string,
  category: Said['category'],
  place: string,
  text: string,
  more: { decision: string; result?: string },
): Said => ({ ...{ key, category, place, text, result: '' }, ...more })

/** A request that the meetings have to decide: heard, turned into a matter, and the matter with it. */
const decided = (says: Said, opener: string, course: Course, days: Days): readonly Told[] => {
  const key = `${course.village}:${says.key}`
  const teller = { village: course.village, key, said: says, opener, days }
  const { heard } = actsOf(teller)
  const { title, plan, topic } = mattersPut[course.put]
  const script = heard(openedOn(course), 'decide', { title, plan, topic, body: bodyOf(course) })
  return [told({ ...teller, ...script }), ...matterOf({ ...course, from: key }, days)]
}

/** 三组到四组的路: she raised it, four meetings decided, and now the decision hangs on the board. */
const road = (days: Days) =>
  decided(
    said(
      'roadSurface',
      'road',
      '三组到四组',
      '三组到四组路面坏了。下雨天都是水坑，老人小孩走着都怕，想请村里好好修一次。',
      {
        decision: '要花几十万，当场定不了，走四议两公开。',
      },
    ),
    her,
    { village, put: 'road', at: 'decisionDisplay', since: -4, finish: 62, photos: true },
    days,
  )

/** 晒谷场的灯: mended, and it is for her to say whether that will do; a neighbour's words on the same lamps were merged into it. */
const lamps = (days: Days): readonly Told[] => {
  const says = outdoors.find((s) => s.key === 'lamps')!
  const teller = { village, key: `${village}:lamps`, said: says, opener: her, owner: 'keeper-dongxi', days }
  const { entrusted, did, then } = actsOf(teller)
  const last = days.pastSessions(village).find((s) => s <= -5)!
  const heardOn = last >= -10 ? last : -9
  const mended: Line = { ...did(-3), pictures: { photos: ['lamp'] } }
  return [told({ ...teller, ...then(entrusted(heardOn), mended) }), sameLamps(heardOn, days)]
}

const sameLamps = (heardOn: number, days: Days): Told => {
  const says = said(
    'sameLamps',
    'utilities',
    '晒谷场',
    '晒谷场边上的灯一直没亮。晚上去小店要打手电，是不是线路老化了。',
    { decision: '' },
  )
  const teller = { village, key: `${village}:${says.key}`, said: says, opener: 'neighbour-dongxi', days }
  return told({
    ...{ ...teller, raise: heardOn },
    lines: [
      {
        ...{ day: heardOn + 1, by: `clerk-${village}`, aside: 'merge', into: `${village}:lamps` },
        form: { reason: '说的是同一处的三盏路灯，说事日已经定了修。' },
      },
    ],
  })
}

/** Raised by her and accepted: it is heard on the next session. */
const mirror = (days: Days): Told => {
  const says = said(
    'fourthMirror',
    'road',
    '四组路口',
    '四组路口想装凸面镜。两边都是墙，拐弯看不见来车，接孩子的时候最怕。',
    { decision: '' },
  )
  const teller = { village, key: `${village}:${says.key}`, said: says, opener: her, days }
  const raise = Math.max(-2, days.pastSessions(village)[0])
  return told({ ...teller, raise, lines: [actsOf(teller).accepted(Math.min(raise + 1, 0))] })
}

const course = (put: PutKey, at: Course['at'], since: number, more: Partial<Course> = {}): Course => ({
  ...{ village, put, at, since },
  ...more,
})

/** 二组的污水管: works by stages, one of them due today, its contract with the secretary for the second signature. */
const sewage = course('sewage', 'works', -18, {
  ...{ done: 1, paper: 'countersign' },
  stages: [
    [-6, '挖管沟、埋主管'],
    [0, '一户一户接进来'],
    [15, '补平路面'],
  ],
})

/** 鱼塘: the collective decides, so the plan hangs before the members vote, and two have said something. */
const fishpond = course('fishpond', 'planDisplay', -8, {
  comments: [
    ['villager', 3, '一租五年太长，价钱涨了怎么办？能不能写明第三年重新议价。'],
    ['neighbour', 6, '塘埂去年塌过一段，租出去以前先修好，不然又要村里出钱。'],
  ],
})

/** What makes 东溪村 the village that a visitor looks at first, and one failed vote in 礁头村. */
export const ourVillage = (days: Days): readonly Told[] => [
  ...road(days),
  ...lamps(days),
  mirror(days),
  // on the secretary's desk: late, due today, later
  ...matterOf(course('charging', 'proposal', -9), days),
  ...matterOf(course('canteen', 'partyMeeting', -7), days),
  // on the director's desk
  ...matterOf(sewage, days),
  ...matterOf(course('hall', 'closed', -2), days),
  // decided by others than the representatives: the members, the assembly, a group
  ...matterOf(fishpond, days),
  ...matterOf(course('rules', 'call', -3), days),
  ...matterOf(course('groupWell', 'resolution', -3, { group: 4 }), days),
  ...matterOf(
    course('careHome', 'partyMeeting', -2, {
      sentBack: '有党员提出，二楼漏水不修，一楼也保不住。请“两委”把屋面一起算进方案再提交。',
    }),
    days,
  ),
  ...decided(
    said('quayCourt', 'other', '小码头', '小码头边上想修一个球场。年轻人回来没地方打球，地是空着的。', {
      decision: '要花十几万，先走四议。',
    }),
    'neighbour-jiaotou',
    { village: 'jiaotou', put: 'square', at: 'failed', since: -5 },
    days,
  ),
]
