import type { Case } from '@shared/engine/case'
import type { Audience } from '@shared/engine/workflow'
import type { SimilarView } from '@shared/schemas/requestViews'
import type { CardView } from '@shared/schemas/views'
import type { Reader } from '../scope'
import { alike, threshold } from '../search/alike'
import type { Row } from '../store/table'
import type { House } from '../stores'
import { careMark } from './careMark'

type Asks = Reader & { audiences: readonly Audience[] }

const mark = '说'
const looksAt = 200
const mostSimilar = 3
const mostMergeable = 20

/** Open requests of a village that are about the same as a text, the likest first, at most three. */
export const similarTo = async (house: House, village: string, text: string, reader: Asks): Promise<SimilarView> => {
  const { rows } = await house.stores.cases.said(village, mark, { limit: looksAt, audiences: reader.audiences })
  const near = alike(text, rows.filter(isOpen).map(asCandidate)).filter(({ score }) => score >= threshold)
  return found(
    house,
    near.slice(0, mostSimilar).map(({ id }) => rows.find((r) => r.pk === id)!),
    reader,
  )
}

/** Those that a request may be merged into: open, raised before it, no less seen; the likest first, then the newest. */
export const mergeable = async (house: House, merged: Case, text: string, reader: Asks): Promise<SimilarView> => {
  const openedAt = merged.log[0].at
  const until = `${openedAt}#\uffff`
  const { rows } = await house.stores.cases.said(merged.place.village, mark, {
    ...{ limit: looksAt, until },
    // whoever raised this one must be able to read on in the other
    audiences: merged.sees === 'office' ? reader.audiences : reader.audiences.filter((a) => a !== 'office'),
  })
  const order = (sort: string, id: string) => `${sort.split('#')[0]}#${id}`
  const earlier = rows.filter((r) => isOpen(r) && order(r.sort, r.pk) < order(openedAt, merged.id))
  const scores = new Map(
    alike(text || String(merged.fields.text ?? merged.title), earlier.map(asCandidate)).map((a) => [a.id, a.score]),
  )
  const scoreOf = (r: Row) => scores.get(r.pk) ?? 0
  const best = earlier.toSorted((a, b) => scoreOf(b) - scoreOf(a))
  return found(house, best.slice(0, mostMergeable), reader)
}

const asCandidate = ({ pk, words }: Row) => ({ id: pk, words: words ?? '' })

const isOpen = ({ card }: Row): boolean => (JSON.parse(card!) as CardView).step !== 'closed'

const found = async (house: House, rows: readonly Row[], { person }: Reader): Promise<SimilarView> => {
  const mine = person && careMark(house, person.id)
  return {
    found: await Promise.all(
      rows.map(async ({ pk, card }) => {
        const { size, has } = await house.table.marked(`care#${pk}`, mine)
        const own = (await house.stores.cases.get(pk))?.found.opener === person?.id
        return { card: JSON.parse(card!) as CardView, cares: size, mine: has, own }
      }),
    ),
  }
}
