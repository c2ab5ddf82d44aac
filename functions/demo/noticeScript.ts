import { type CatalogueItem, catalogueItem } from '@shared/catalogue'
import { monthsOf } from '@shared/period'
import type { Sheet } from '@shared/sheets'
import type { Days } from './days'
import { lot, oneOf } from './days'
import { listOf } from './lists'
import { financeReview } from './statements'
import type { Line } from './telling'
import { type GivenCode, nothingGiven, noticesGiven } from './words/noticesGiven'

const opinions = ['看过了，写得清楚，同意公开。', '和原件核对一致，同意。', '有两处改得更明白了，同意公开。']

/** The bodies that read a notice before it is posted, each on a day of its own. */
export const reviewsOf = (board: CatalogueItem['board']): number => (board === 'finance' ? 2 : 1)
/** Days from the writing to the posting. */
export const daysToPost = (code: string): number => reviewsOf(catalogueItem(code)!.board) + 1

const quarters = ['第一季度', '第二季度', '第三季度', '第四季度']
const restOf = (period: string): string => {
  const [, rest = ''] = period.split('-')
  if (rest.startsWith('Q')) return quarters[Number(rest[1]) - 1]
  if (rest.startsWith('H')) return rest === 'H1' ? '上半年' : '下半年'
  return rest && `${Number(rest)}月`
}

/** What is written in a notice: of a period, or of what happened on a day. */
export const contentOf = (
  of: { village: string; code: GivenCode } & ({ period: string } | { happenedOn: string }),
  days: Days,
): { form: Record<string, unknown>; sheet?: Sheet } => {
  const { village, code } = of
  const item = catalogueItem(code)!
  const period = 'period' in of ? of.period : ''
  const key = `${village}${code}${period}`
  const { sheet, told } = monthsOf(period)[0] ? listOf(code, { village, period, today: days.today }) : { told: {} }
  const words: Readonly<Record<string, string>> = { y: (period || days.year).slice(0, 4), p: restOf(period), ...told }
  const fill = (text: string) =>
    text.replace(/\{(?:(\w+)|(\d+)-(\d+))\}/g, (slot, name, from, to) =>
      name ? words[name] : String(+from + lot(key + slot, +to - +from + 1)),
    )
  const given = noticesGiven[code]
  return {
    form: {
      ...{ title: fill(given.title), board: item.board, item: code, audience: item.sees },
      ...('period' in of ? { period } : { happenedOn: of.happenedOn }),
      ...{ summary: fill(given.summary), body: fill(given.body) },
    },
    ...(sheet && { sheet }),
  }
}

/** 本期无: what is written where there was nothing. */
export const nothingOf = (of: { village: string; code: GivenCode; period: string }, days: Days) => {
  const { summary: _, ...form } = contentOf(of, days).form
  return { form: { ...form, body: nothingGiven[of.code], nothing: true } }
}

/** What becomes of a notice that was written on a day: each line on its day, whoever's turn it is. */
export const actsOn = (village: string, code: string, written: number, days: Days) => {
  const { board } = catalogueItem(code)!
  const key = `${village}:${code}`
  const of = (role: string) => `${role}-${village}`
  const to = board === 'finance' ? financeReview(village) : { outcome: board, by: of('supervisor') }
  const agreed = (day: number, by: string): Line => ({
    ...{ day, by, outcome: 'agreed' },
    form: { opinion: oneOf(opinions, `${key}${by}`), checkedByEye: true },
  })
  const first = agreed(written + 1, board === 'party' ? of('secretary') : to.by)
  return {
    sent: { day: written, by: of('clerk'), outcome: to.outcome, at: '16:15', form: {} } as Line,
    reviews: board === 'finance' ? [first, agreed(written + 2, 'agency')] : [first],
    /** on the wall the same day, or the day before */
    posted: (day: number): Line => ({
      ...{ day, by: of('clerk'), at: '16:40', form: { boardOn: days.on(day - lot(key, 2)) } },
    }),
  }
}
