import type { Case } from '@shared/engine/case'
import type { InboxView } from '@shared/schemas/monitorViews'
import type { CardView } from '@shared/schemas/views'
import { may, type Reader } from '../scope'
import { BadPage } from '../store/page'
import type { House } from '../stores'

/** More than so many aren't counted: 50件以上 is enough to know. */
const mostUnread = 50

/** A letter's place: the instant of its latest line, and its case. */
type Place = { at: string; caseId: string }

const placeOf = ({ sort }: { sort: string }): Place & { by: string } => {
  const [at, caseId, by] = sort.split('#')
  return { at, caseId, by }
}

/** How many matters have something new for whoever reads these desks. */
export const unreadOf = async (house: House, person: string, desks: readonly string[]): Promise<number> => {
  const from = await house.stores.inbox.lookedAt(person)
  const pages = await Promise.all(
    desks.map((desk) => house.stores.inbox.of(desk, { limit: mostUnread, ...(from && { from: `${from}#\uffff` }) })),
  )
  const rows = pages.flatMap(({ rows }) => rows.map(placeOf)).filter(({ by }) => by !== person)
  return new Set(rows.map(({ caseId }) => caseId)).size
}

/**
 * The inbox of someone who reads these desks: one letter a matter, the latest first, whichever desk it came to; what they may
 * not see any more, and what they did themselves, isn't in it. Throws `BadPage`.
 */
export const inboxView = async (
  house: House,
  reader: Required<Reader>,
  desks: readonly string[],
  { limit, after }: { limit: number; after?: string },
): Promise<InboxView> => {
  const { inbox, cases, places } = house.stores
  const me = reader.person.id
  const [unread, looked = ''] = await Promise.all([unreadOf(house, me, desks), inbox.lookedAt(me)])
  const behind = after === undefined ? undefined : readPlace(after)
  const pages = await Promise.all(
    desks.map((desk) =>
      inbox.of(desk, { limit: limit * 2, ...(behind && { until: `${behind.at}#${behind.caseId}` }) }),
    ),
  )
  const isBehind = (p: Place, of: Place) => p.at < of.at || (p.at === of.at && p.caseId < of.caseId)
  const rows = pages
    .flatMap(({ rows }) => rows.map(placeOf))
    .filter((p) => !behind || isBehind(p, behind))
    .sort((a, b) => (isBehind(b, a) ? -1 : 1))
  const page = rows.filter(({ caseId }, i) => rows.findIndex((r) => r.caseId === caseId) === i).slice(0, limit)
  const letters = await Promise.all(
    page.map(async ({ caseId, at }) => {
      const [stored, ...mine] = await Promise.all([
        cases.withCard(caseId),
        ...desks.map((desk) => inbox.letter(desk, caseId)),
      ])
      const lines = mine
        .flatMap((letter) => letter?.lines ?? [])
        .filter(({ by }) => by !== me)
        .sort((a, b) => b.no - a.no)
      const told = lines.filter(({ no }, i) => lines.findIndex((l) => l.no === no) === i)
      // a newer letter of the same matter came to another desk of theirs: it stood on an earlier page
      if (!stored || !told.length || told[0].at > at) return undefined
      if (!may(reader.person, 'seeCase', stored, reader.today)) return undefined
      return {
        card: JSON.parse(stored.card) as CardView,
        villageName: (await places.village(stored.found.place.village))!.village.name,
        at: told[0].at,
        unread: told.filter((l) => l.at > looked).length,
        // whoever's turn it was isn't called again once it has gone on
        lines: told.map((l) => ({
          at: l.at,
          says: l.says,
          turn: l.kind === 'turn' && l.no === lastMove(stored.found),
        })),
      }
    }),
  )
  const last = page.at(-1)
  const more = last && (rows.some((r) => isBehind(r, last)) || pages.some(({ next }) => next !== undefined))
  return {
    unread,
    letters: letters.filter((l) => l !== undefined),
    ...(more && { next: Buffer.from(`${last.at}#${last.caseId}`).toString('base64url') }),
  }
}

const lastMove = ({ log }: Case) => log.findLast((e) => e.effect.to !== undefined && e.effect.to !== e.step)?.no

const readPlace = (after: string): Place => {
  const [at, caseId] = Buffer.from(after, 'base64url').toString().split('#')
  if (!at || !caseId) throw new BadPage()
  return { at, caseId }
}
