import { requestCategories } from '@shared/requestCategories'
import type { CardView } from '@shared/schemas/views'
import { seesNow } from '../../store/caseCard'
import type { VillageAt } from '../../store/placeStore'
import type { Row } from '../../store/table'
import type { House } from '../../stores'
import type { Asked, Searched } from './asked'
import { type Known, knownOf, request, type ServiceRequest, serviceRequest } from './serviceRequest'

/** The specification's most of one answer. */
const most = 1000

/** What every category is called, also one that the county has replaced since. */
export const labelsOf = async (house: House, at: VillageAt): Promise<ReadonlyMap<string, string>> => {
  const { categories } = await house.stores.requestWords.of(at.place.county)
  return new Map([...requestCategories, ...categories].map((c) => [c.value, c.label]))
}

/** Requests that the whole village may see, of a span of days: two indexes are read, and no case. */
const searched = async (house: House, village: string, { from, until, codes, statuses }: Searched) => {
  const changed = new Map((await house.stores.cases.changedSince(village, from)).map(({ pk, sort }) => [pk, sort]))
  const found: Known[] = []
  const query = { from, until: `${until}\uffff`, audiences: ['villagers', 'everyone'], limit: 1000 } as const
  let after: string | undefined
  do {
    const page: { rows: Row[]; next?: string } = await house.stores.cases.said(village, request.mark, {
      ...query,
      after,
    })
    for (const { pk, sort, card } of page.rows) {
      const { step, outcome, due } = JSON.parse(card!) as CardView
      const [openedAt, category = ''] = sort.split('#')
      const status = step === 'closed' ? 'closed' : 'open'
      if ((codes && !codes.includes(category)) || (statuses && !statuses.includes(status))) continue
      found.push({ id: pk, step, outcome, due, openedAt, category, changedAt: changed.get(pk) ?? openedAt })
      if (found.length === most) return found
    }
    after = page.next
  } while (after)
  return found
}

/** One request that the whole village may see; undefined for any other id. */
const known = async (house: House, village: string, id: string): Promise<Known | undefined> => {
  const stored = await house.stores.cases.get(id)
  if (!stored || stored.found.workflow !== request.id || stored.found.place.village !== village) return undefined
  return ['villagers', 'everyone'].includes(seesNow(stored.workflow, stored.found)) ? knownOf(stored.found) : undefined
}

/** The requests asked for, the latest first. */
export const requestsOf = async (house: House, at: VillageAt, asked: Asked): Promise<readonly ServiceRequest[]> => {
  const village = at.village.id
  const found =
    'ids' in asked
      ? (await Promise.all([...new Set(asked.ids)].map((id) => known(house, village, id)))).filter(
          (k) => k !== undefined,
        )
      : await searched(house, village, asked)
  const labels = await labelsOf(house, at)
  return found.map((k) => serviceRequest(k, at, labels))
}
