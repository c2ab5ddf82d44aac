import { refuse } from '@shared/engine/refusal'
import type { Role } from '@shared/engine/workflow'
import type { Citizen } from '@shared/schemas/person'
import type { Route } from '../http/serve'
import { stillTheirs } from '../lookedAt'
import { audiencesAt, may, officesOf } from '../scope'
import { deskOfRole } from '../store/desks'
import { BadPage } from '../store/page'
import type { VillageAt } from '../store/placeStore'
import type { Row } from '../store/table'
import type { House } from '../stores'
import { sweepAll } from '../sweeping'
import { backlogKey } from '../views/monitorView'
import { type Asked, holderOf, isAskedFor, isOfKind } from '../views/narrowing'
import { pageText } from '../views/page'
import { today } from '../world'

const villageDesks: readonly Role[] = [
  'secretary',
  'director',
  'clerk',
  'supervisor',
  'collectiveHead',
  'collectiveSupervisor',
  'sealKeeper',
]

const desksIn = ({ place }: VillageAt) => villageDesks.map((role) => deskOfRole(role, place))

/** The desks that lie before a person: their own and one for each post. */
export const desksOf = (person: Citizen, on: string): readonly string[] => [
  person.id,
  ...officesOf(person, on).map((p) => `${p.place}#${p.role}`),
]

/** Several desks as one list, soonest due first, each case once. */
export const deskRows = async (house: House, desks: readonly string[]): Promise<readonly Row[]> => {
  const rows = (await Promise.all(desks.map((d) => house.stores.cases.deskKeys(d)))).flat()
  return [...new Map(rows.map((r) => [r.pk, r])).values()].sort((a, b) =>
    a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : a.pk < b.pk ? -1 : 1,
  )
}

export const myDesk = async (house: House, person: Citizen) =>
  stillTheirs(house, person, await deskRows(house, desksOf(person, today(house))))

/** Where a row stands; also one that has left the list since keeps its place. */
const placeOf = ({ sort, pk }: Row) => Buffer.from(`${sort}\0${pk}`).toString('base64url')

const cut = (
  rows: readonly Row[],
  after: string | undefined,
  limit: number,
): { rows: readonly Row[]; next?: string } => {
  const place = after === undefined ? '' : Buffer.from(after, 'base64url').toString()
  if (after !== undefined && !place.includes('\0')) throw new BadPage()
  const behind = rows.filter((r) => `${r.sort}\0${r.pk}` > place)
  const page = behind.slice(0, limit)
  return { rows: page, next: behind.length > limit ? placeOf(page[limit - 1]) : undefined }
}

export const backlogRoutes: Route = (call, house) => {
  call('backlog', async ({ query, person }) => {
    await sweepAll(house)
    const { scope, limit, after } = query
    if (scope === 'township') return townshipPage(house, person, query)
    const at = person.village ? await house.stores.places.village(person.village) : undefined
    if (scope === 'village' && !may(person, 'seeVillageDesk', at, today(house)))
      return refuse('notInScope', '只有村干部能看本村的全部待办。')
    const all = at && scope === 'village' ? await deskRows(house, desksIn(at)) : await myDesk(house, person)
    const rows = all.filter(({ sort }) => {
      const [due, mark, seal] = sort.split('#')
      return isOfKind(query, { due, mark, seal }, today(house))
    })
    const page = cut(rows, after, limit)
    return pageText(page.rows, page.next)
  })
}

type TownshipQuery = Asked & { village?: string; limit: number; after?: string }

/** What is open in the township, narrowed as the monitor is: a count there opens the list of just that many here. */
const townshipPage = async (house: House, person: Citizen, query: TownshipQuery) => {
  const township = await house.stores.places.township(person.township)
  if (!township || !may(person, 'seeMonitor', township, today(house)))
    return refuse('notInScope', '只有镇里和片里的人能看全镇的待办。')
  const on = today(house)
  // the head of one cluster isn't in the office of another cluster's villages
  const places = new Map(
    township.villages.map(({ id, cluster }) => {
      const place = { county: township.county, township: township.id, cluster, village: id }
      return [id, { place, sees: audiencesAt(person, place, on) }]
    }),
  )
  const rows = (await house.stores.cases.openIn(township.id)).filter((row) => {
    const key = backlogKey(row)
    const at = places.get(key.village)
    return (
      at?.sees.includes(row.sees) &&
      (!query.village || key.village === query.village) &&
      (query.mark !== undefined || !key.ofAbove) &&
      isAskedFor(query, key, { today: on, place: at.place })
    )
  })
  const page = cut(rows, query.after, query.limit)
  const cards = await Promise.all(
    page.rows.map(async (row) => {
      const card = (await house.table.get(row.pk))?.card
      const key = backlogKey(row)
      const holder = holderOf(key, places.get(key.village)!.place)
      // a card says neither where it is nor who has it: over a whole township both are asked
      return {
        ...row,
        card: card && `${card.slice(0, -1)},${JSON.stringify({ village: key.village, holder }).slice(1)}`,
      }
    }),
  )
  return pageText(
    cards.filter((c) => c.card),
    page.next,
  )
}
