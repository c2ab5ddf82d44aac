import { catalogueItem } from '@shared/catalogue'
import { missingTitle } from '../urging'
import type { Days } from './days'
import { owedBy } from './duties'
import { places } from './places'
import type { Line, Told } from './telling'

/** What the township or the cluster does about a request that a village is slow with. */
export type Push = 'nudged' | 'urged' | 'urgedLate' | 'urgedDone' | 'urgedBack' | 'raised'

type Of = { village: string; key: string; days: Days }
type Pushed = { lines: readonly Line[]; orders: readonly Told[] }

/** Who leads the cluster of a village. */
export const clusterHeadOf = (village: string): string =>
  places.villages.find((v) => v.id === village)!.cluster === 'haipian' ? 'cluster-hai' : 'cluster'

const reason = '已经过了期限，请说明卡在哪里，几时能办好。'
const urged = (day: number, replyBy: number, days: Days): Line => ({
  ...{ day, by: 'township', aside: 'urge', at: '09:20' },
  form: { reason, replyBy: days.on(replyBy) },
})
const replied = (day: number, by: string, form: Record<string, unknown>): Line => ({
  ...{ day, by, outcome: 'replied', at: '17:10' },
  form,
})
const checked = (day: number, outcome: 'accepted' | 'sentBack', form: Record<string, unknown>): Line => ({
  ...{ day, by: 'township', outcome, at: '10:50' },
  form,
})

const pushes: Readonly<Record<Push, (of: Of, day: number) => Pushed>> = {
  nudged: ({ village }, day) => ({
    lines: [
      {
        ...{ day: Math.min(day + 2, -1), by: clusterHeadOf(village), aside: 'nudge', at: '09:05' },
        form: { reason: '这件事已经过了日子，说事人来问过。这两天请去现场看一次，办到哪一步记上来。' },
      },
    ],
    orders: [],
  }),
  urged: (of, day) => ({ lines: [urged(Math.min(day + 2, -1), 2, of.days)], orders: [order(of)] }),
  urgedLate: (of, day) => ({ lines: [urged(day + 2, -1, of.days)], orders: [order(of)] }),
  urgedDone: (of, day) => ({
    lines: [urged(day - 6, day, of.days)],
    orders: [
      order(
        of,
        replied(day, `clerk-${of.village}`, { answer: '补做好了，边上清干净，叫说事人自己来看过。' }),
        checked(Math.min(day + 1, 0), 'accepted', { finding: '到现场看过，和答复的一样，等说事人评价。' }),
      ),
    ],
  }),
  urgedBack: (of, day) => ({
    lines: [urged(day + 2, day + 5, of.days), summoned(day + 9, of.days)],
    orders: [
      order(
        of,
        replied(day + 5, `clerk-${of.village}`, { answer: '在联系施工队，等他们有空就来做。' }),
        checked(day + 7, 'sentBack', {
          finding: '没有说哪天开工，现场还是老样子。请写清楚谁来做、哪天做完。',
          replyAgainBy: of.days.on(3),
        }),
      ),
      interview(of, day + 11),
    ],
  }),
  raised: ({ village }, day) => ({
    lines: [
      {
        ...{ day: day + 2, by: clusterHeadOf(village), aside: 'raiseLevel', at: '11:15' },
        form: { to: 'clusterHandling', reason: '牵涉两个村的水路，村里定不了，由片里来办。' },
      },
    ],
    orders: [],
  }),
}

export const isPush = (extra: string | undefined): extra is Push => extra !== undefined && extra in pushes

/** The lines on a request that is due on a day (`urgedDone`: done again on it), and what they opened. */
export const pushed = (push: Push, of: Of, day: number): Pushed => pushes[push](of, day)

const order = ({ village, key }: Of, ...lines: readonly Line[]): Told => ({
  ...{ key: `${key}:order`, village, from: key, lines },
})

const meeting = { meetAt: '14:30', meetPlace: '镇政府二楼会议室' }
const summoned = (day: number, days: Days): Line => ({
  ...{ day, by: 'leader', aside: 'summon', at: '16:30' },
  form: {
    ...{ summoned: 'both', meetOn: days.on(day + 2), ...meeting },
    reason: '督办了一次，答复没有日子，现场没有动。请书记和主任一起来说清楚。',
  },
})

/** 约谈: held, and what was promised is still to be done. */
const interview = ({ village, key, days }: Of, day: number): Told => ({
  ...{ key: `${key}:interview`, village, from: key, nth: 1 },
  lines: [
    {
      ...{ day, by: 'leader', outcome: 'held', at: '16:10' },
      form: {
        heldOn: days.on(day),
        said: '书记说人手都在忙收成，主任说材料款没有排。镇里说清楚了期限，也说了可以先用备用金。',
        undertaking: '三天内施工队进场，主任天天到现场，做完请说事人来看。',
        finishBy: days.on(day + 7),
      },
    },
  ],
})

/** 督办 of what is missing on a board: the latest that the village owed and hasn't posted. */
export const missingOrders = (village: string, days: Days): readonly Told[] => {
  const missing = owedBy(village, days).filter((d) => d.at === 'missing' && d.dueOn <= days.on(-5))
  const [latest] = missing.sort((a, b) => (a.dueOn > b.dueOn ? -1 : 1))
  if (!latest || !urgedVillages.includes(village)) return []
  const { title } = catalogueItem(latest.code)!
  return [
    {
      ...{ key: `${village}:missing:${latest.code}`, village, workflow: 'supervision', lines: [] },
      opens: {
        ...{ day: -3, by: 'township', at: '10:05' },
        form: {
          ...{ title: missingTitle(title, latest.period), replyBy: days.on(4) },
          reason: '过了公开的日子，栏上还没有。请补上，说明为什么晚了。',
          ...{ owedItem: latest.code, owedPeriod: latest.period },
        },
      },
    },
  ]
}
const urgedVillages = ['jiaotou', 'yancheng']
