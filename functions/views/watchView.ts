import { addDays } from '@shared/engine/deadline'
import { stepOf } from '@shared/engine/evolve'
import type { WatchView } from '@shared/schemas/monitorViews'
import type { Citizen, TownshipPlace } from '@shared/schemas/person'
import { workflowOf } from '@shared/workflows'
import { may, officesOf, type Reader } from '../scope'
import type { StoredCase } from '../store/caseStore'
import type { House } from '../stores'

const watch = workflowOf('watch')!
/** What was removed longer ago is no longer on the list. */
const shownDays = 180
const mostInVillage = 20

/** Villages in difficulty that this reader may see, open ones first, by village; and who may answer for one. */
export const watchView = async (
  house: House,
  township: TownshipPlace,
  { person, today }: Required<Reader>,
): Promise<WatchView> => {
  const { cases, people } = house.stores
  const seen = township.villages.filter(({ id, cluster }) => {
    const place = { county: township.county, township: township.id, cluster, village: id }
    return may(person, 'seeWatchList', { place }, today)
  })
  const pages = await Promise.all(seen.map((v) => cases.ofKind(v.id, watch.mark, { limit: mostInVillage })))
  const found = (await Promise.all(pages.flatMap((p) => p.rows).map((row) => cases.get(row.pk))))
    .filter((c): c is StoredCase => c !== undefined)
    .filter(({ found: { closedOn } }) => !closedOn || closedOn >= addDays(today, -shownDays))
  const names = new Map(seen.map((v) => [v.id, v.name]))
  const leaders = new Map(
    (await people.many(found.map((c) => String(c.found.fields.leader)))).map((p) => [p.id, called(p, today)]),
  )
  const office = await people.many(await people.list(`office#${township.id}`))
  return {
    rows: found
      .map((stored) => rowOf(stored, names, leaders))
      .sort(
        (a, b) =>
          Number(a.closedOn !== undefined) - Number(b.closedOn !== undefined) ||
          a.villageName.localeCompare(b.villageName, 'zh-CN') ||
          (a.since < b.since ? -1 : 1),
      ),
    people: office.map((p) => ({ id: p.id, says: called(p, today) })),
    mayOpen: may(person, 'openWatch', township, today),
  }
}

/** Post and name: 镇长 周大海. */
const called = (person: Citizen, today: string): string =>
  `${officesOf(person, today)[0]?.title ?? ''} ${person.name}`.trim()

const rowOf = (
  { found, workflow }: StoredCase,
  names: ReadonlyMap<string, string>,
  leaders: ReadonlyMap<string, string>,
): WatchView['rows'][number] => {
  const { id, title, place, fields, openedOn, dueOn, closedOn } = found
  const notes = found.log.filter((e) => !e.aside && stepOf(workflow, e.step)?.form === 'watchNote')
  const lastNoteOn = notes.at(-1)?.values.notedOn as string | undefined
  return {
    ...{ id, title, village: place.village, villageName: names.get(place.village)! },
    leader: leaders.get(String(fields.leader)) ?? '已注销的人',
    ...{ since: openedOn, finishBy: String(fields.finishBy), notes: notes.length },
    ...(lastNoteOn && { lastNoteOn }),
    ...(dueOn && !closedOn && { dueOn }),
    ...(closedOn && { closedOn }),
  }
}
