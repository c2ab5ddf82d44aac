import { daysBetween } from '@shared/engine/deadline'
import type { Days } from './days'
import { owedBy } from './duties'
import { accountKey, accountPosted, accountsOf } from './statements'
import type { Told } from './telling'

const village = 'dongxi'
const her = 'villager-dongxi'

/** One voucher of the latest account: asked about by her, answered, and clear to her. */
const oneLine = (days: Days): Told => {
  const { month, sheet } = accountsOf(village, 1, days)[0]
  const works = sheet.rows.filter((r) => r.category === '路灯和村道维修')
  const most = works.reduce((a, r) => (Number(r.amount) > Number(a.amount) ? r : a))
  const posted = accountPosted(month, days)
  const on = (after: number) => Math.min(posted + after, 0)
  return {
    ...{ key: `${village}:asked:line`, village, workflow: 'objection' },
    linked: { about: accountKey(village, month) },
    opens: {
      ...{ day: on(1), by: her, at: '12:20' },
      form: { question: `${most.purpose}这一笔修的是哪一段，用了多少材料？`, row: sheet.rows.indexOf(most) + 1 },
    },
    lines: [
      {
        ...{ day: on(3), by: `clerk-${village}`, outcome: 'answered', at: '15:10' },
        form: { answer: '是村口到二组那一段。验收单和材料清单都在档案盒里，也贴在公开栏边上，随时可以来看。' },
      },
      { day: on(4), by: her, outcome: 'settled', at: '19:20', form: {} },
    ],
  }
}

/** What should hang there and doesn't: the village has yet to answer. */
const missing = (days: Days): readonly Told[] =>
  owedBy(village, days)
    .filter((o) => o.at === 'missing')
    .map(({ code, period, dueOn }) => ({
      ...{ key: `${village}:asked:missing`, village, workflow: 'objection', lines: [] },
      opens: {
        ...{ day: Math.max(-3, daysBetween(days.today, dueOn) + 1), by: `neighbour-${village}`, at: '18:40' },
        form: { question: '协助政府做的事，按规定早该公开了，怎么还没有看到？', item: code, period },
      },
    }))

/** Straight to the township, which law lets a villager choose. */
const township = (): Told => ({
  ...{ key: `${village}:asked:township`, village, workflow: 'objectionToTownship', lines: [] },
  linked: { about: `${village}:F09` },
  opens: {
    ...{ day: -4, by: `representative-${village}`, at: '20:10' },
    form: { question: '鱼塘投标那天来了三家，另外两家报了多少，能不能一起公开？' },
  },
})

/** 质询: the supervisors ask how someone on the committee does their duty, and are answered. */
const questioning = (days: Days): Told => {
  const supervisor = `supervisor-${village}`
  return {
    ...{ key: `${village}:questioning`, village, workflow: 'questioning' },
    opens: {
      ...{ day: -26, by: supervisor, at: '10:00' },
      form: {
        ...{ basis: 'supervisors', whom: '村委会委员（管章）' },
        question: '上个季度有三次用章是第二天才补登记的。为什么没有当场登记，以后怎么办？',
      },
    },
    lines: [
      { day: -26, by: supervisor, outcome: 'submitted', at: '11:00', form: {} },
      {
        ...{ day: -22, by: `director-${village}`, outcome: 'decided', at: '14:30' },
        form: { answeredBy: `keeper-${village}`, way: 'written' },
      },
      {
        ...{ day: -17, by: `keeper-${village}`, outcome: 'answered', at: '16:00' },
        form: {
          answer:
            '三次都是下班以后有人急用，我先盖了章，第二天才补登记，这样不对。从这个月起，登记本和章放在一起，不登记不盖章，村监委每月底来核对一次。',
          heldOn: days.on(-17),
        },
      },
      { day: -15, by: supervisor, outcome: 'settled', at: '09:50', form: {} },
    ],
  }
}

/** What was asked in 东溪村: one answered, one before the village, one before the township, and one 质询. */
export const askedOf = (days: Days): readonly Told[] => [
  ...[oneLine(days), township(), questioning(days)],
  ...missing(days),
]
