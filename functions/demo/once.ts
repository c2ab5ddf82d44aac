import type { Days } from './days'
import { actsOn, contentOf, daysToPost } from './noticeScript'
import { places } from './places'
import type { Told } from './telling'

const village = 'dongxi'
const fish = 17_280_000

/** 鱼塘出租: above what the county calls major, so it hung within five days. */
const majorFinance = (days: Days): Told => {
  const posting = -21
  const written = posting - daysToPost('F09')
  const { sent, reviews, posted } = actsOn(village, 'F09', written, days)
  const { form } = contentOf({ village, code: 'F09', happenedOn: days.on(written - 1) }, days)
  return {
    ...{ key: `${village}:F09`, village, workflow: 'majorFinance', lines: [sent, ...reviews, posted(posting)] },
    opens: { day: written, by: `clerk-${village}`, form: { ...form, amount: fish } },
  }
}

/** 帮扶方案: it said too much of the families, and the township took it down; a stone is left. */
const stone = (days: Days): Told => {
  const posting = -16
  const written = posting - daysToPost('V06')
  const { sent, reviews, posted } = actsOn(village, 'V06', written, days)
  const content = contentOf({ village, code: 'V06', happenedOn: days.on(written) }, days)
  return {
    ...{ key: `${village}:V06`, village, workflow: 'notice' },
    opens: { day: written, by: `clerk-${village}`, ...content },
    lines: [
      ...[sent, ...reviews, posted(posting)],
      {
        ...{ day: posting + 2, by: 'township', aside: 'withdraw', at: '10:10' },
        form: { ground: 'personalData', reason: '方案里写得出是哪几户人家，先撤下，遮住以后重新公开。' },
      },
    ],
  }
}

/** What 东溪村 did once: a major contract, and something that had to be taken down. */
export const once = (days: Days): readonly Told[] => [majorFinance(days), stone(days)]

const holders = ['secretary', 'director', 'clerk', 'supervisor', 'keeper', 'collective']
/** Before the oldest account of the story. */
const signedBefore = 500

/** Every village's supervisor has signed who is near kin, in 东溪村 everyone in office: nobody is. */
export const kinshipOf = (): readonly Told[] =>
  places.villages.flatMap(({ id }) =>
    (id === village ? holders : ['supervisor']).map((holder, i): Told => {
      const by = `${holder}-${id}`
      return {
        ...{ key: `${id}:kinship:${holder}`, village: id, workflow: 'kinship' },
        opens: { day: -signedBefore + i, by, form: { term: '2024—2028' } },
        lines: [{ day: -signedBefore + i, by, outcome: 'signed', at: '17:00', form: { kin: [], signed: true } }],
      }
    }),
  )
