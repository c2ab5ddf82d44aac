import { type Disclosure, type DisclosureSettings, disclosureOf } from '@shared/disclosure'
import { daysBetween } from '@shared/engine/deadline'
import type { Days } from './days'
import { holidays, lot } from './days'
import { actsOn, contentOf, daysToPost, nothingOf } from './noticeScript'
import { placesAt } from './places'
import type { Told } from './telling'
import { type GivenCode, noticesGiven } from './words/noticesGiven'

/** What the township has set: accounts every month, and no land was taken for which someone would be insured. */
export const disclosureSettings: DisclosureSettings = {
  ...{ F02: { every: 'month' }, F03: { every: 'month' } },
  V11: { off: '全镇没有被征地的村民' },
}

type At = 'posted' | 'late' | 'missing' | 'nothing'
export type Owed = { code: GivenCode; period: string; dueOn: string; at: At }

/** Which of those that have fallen due in a village, the last or the first, was left out, late, or declared as nothing. */
const odd: Readonly<Record<string, readonly (readonly [at: At, code: GivenCode, which: 'last' | 'first'])[]>> = {
  dongxi: [
    ['missing', 'V12', 'last'],
    ['late', 'V13', 'first'],
    ['nothing', 'V07', 'last'],
    ['nothing', 'V10', 'last'],
  ],
  shatang: [['missing', 'V12', 'last']],
  jiaotou: [
    ['missing', 'V18', 'last'],
    ['missing', 'V10', 'last'],
    ['missing', 'V01', 'last'],
    ['late', 'V18', 'first'],
  ],
  beiao: [
    ['late', 'V18', 'first'],
    ['nothing', 'V07', 'last'],
  ],
  yancheng: [
    ['missing', 'V13', 'last'],
    ['nothing', 'V10', 'last'],
  ],
  qiaowei: [['nothing', 'V07', 'last']],
  shijing: [['late', 'V18', 'first']],
  zhukeng: [['nothing', 'V10', 'last']],
  guantian: [['missing', 'V03', 'last']],
  bailu: [['nothing', 'V07', 'last']],
  houshan: [
    ['missing', 'V12', 'last'],
    ['nothing', 'V10', 'last'],
  ],
}

/** Of these 东溪村 has posted the last ones, however long ago they were due, so that what changed is to be seen. */
const kept: Readonly<Record<string, number>> = { P02: 1, F01: 1, F04: 1, F05: 1, F06: 2 }

const isTold = (d: Disclosure): d is Disclosure & { code: GivenCode } =>
  d.code in noticesGiven && d.state !== 'notApplicable'

/** What falls due in a village by its calendar, accounts apart, and what becomes of it. */
export const owedBy = (village: string, days: Days): readonly Owed[] => {
  const { since = days.today } = placesAt(days.began).villages.find((v) => v.id === village)!
  const year = Number(days.year)
  const terms = { today: days.today, holidays, settings: () => disclosureSettings }
  const all = [year - 1, year, year + 1].flatMap((y) => disclosureOf(y, [], terms)).filter(isTold)
  return [...new Set(all.map((d) => d.code))].flatMap((code) => {
    const those = all.filter((d) => d.code === code)
    const passed = those.filter((d) => d.state === 'missing')
    const older = village === 'dongxi' ? passed.slice(-(kept[code] ?? 0) || passed.length) : []
    const mine = passed.filter((d) => d.dueOn >= since)
    const atOf = (d: Disclosure): At =>
      odd[village]?.find(([, c, which]) => c === code && d === (which === 'last' ? mine.at(-1) : mine[0]))?.[0] ??
      'posted'
    return those
      .filter((d) => d.dueOn >= since || older.includes(d))
      .map((d) => ({ code, period: d.period, dueOn: d.dueOn, at: atOf(d) }))
  })
}

const told = (village: string, { code, period, dueOn, at }: Owed, days: Days): readonly Told[] => {
  const due = daysBetween(days.today, dueOn)
  const posting = at === 'late' ? due + 5 : due - 1 - lot(`${village}${code}${period}`, 7)
  const written = posting - daysToPost(code)
  if (at === 'missing' || posting > 0) return []
  const { sent, reviews, posted } = actsOn(village, code, written, days)
  const of = { village, code, period }
  const content = at === 'nothing' ? nothingOf(of, days) : contentOf(of, days)
  return [
    {
      ...{ key: `${village}:${code}:${period}`, village, workflow: 'notice' },
      opens: { day: written, by: `clerk-${village}`, ...content },
      lines: [sent, ...reviews, posted(posting)],
    },
  ]
}

/** The regular items of a village, as far as they have been posted by now. */
export const dutiesOf = (village: string, days: Days): readonly Told[] =>
  owedBy(village, days).flatMap((owed) => told(village, owed, days))

/** How many monthly accounts have fallen due in a village: at least two are told. */
export const accountsDue = (village: string, days: Days): number => {
  const { since } = placesAt(days.began).villages.find((v) => v.id === village)!
  const terms = { today: days.today, holidays, settings: () => disclosureSettings, since }
  const year = Number(days.year)
  const due = [year - 1, year].flatMap((y) => disclosureOf(y, [], terms))
  return Math.max(2, due.filter((d) => d.code === 'F03' && d.state === 'missing').length + 1)
}
