import { addDays } from '@shared/engine/deadline'
import { stepOf } from '@shared/engine/evolve'
import type { By, Role, Workflow } from '@shared/engine/workflow'
import type { MonitorView, Narrowing } from '@shared/schemas/monitorViews'
import type { TownshipPlace } from '@shared/schemas/person'
import { workflowOf, workflows } from '@shared/workflows'
import { never } from '../store/caseKeys'
import type { Row } from '../store/table'
import { ageOf, holderOf, isAskedFor, isLate } from './narrowing'

type Defined = { mark: string; seal: string; turn?: Role; ofAbove: boolean }
const known = new Map<string, Defined>()

/** What a definition says of a step, looked up once. */
const definedAs = (workflow: string, step: string): Defined => {
  const key = `${workflow}#${step}`
  const there = known.get(key)
  if (there) return there
  const definition = workflowOf(workflow)
  const at = definition && stepOf(definition, step)
  const turn = at && turnOf(at.by)
  const defined = {
    mark: definition?.mark ?? workflow,
    seal: at?.seal ?? '?',
    ...(turn && { turn }),
    ofAbove: definition !== undefined && isOfAbove(definition),
  }
  known.set(key, defined)
  return defined
}

/** Whose desk it is while nobody has it in hand: the first role; what waits for its opener, for time or for a person named has none. */
const turnOf = (by: readonly By[]): Role | undefined => {
  const first = by.find((who) => who !== 'owner' && who !== 'offered')
  if (typeof first === 'object' || first === 'opener' || first === 'clock' || first === 'child') return undefined
  return first as Role | undefined
}

const aboveVillages: readonly string[] = ['township', 'townshipLead', 'county']
/** What the township keeps about a village for itself (重点帮扶), and what is said to it alone (投诉建议): no work of the village's, so in no sum of it. */
export const isOfAbove = ({ sees, opensBy }: Workflow): boolean =>
  sees === 'township' || (sees === 'office' && opensBy.every((who) => aboveVillages.includes(who)))

/** What a backlog key says: due day, village, workflow, step, when it was entered, who answers for it, the last reminder. */
export const backlogKey = (row: Pick<Row, 'pk' | 'sort'>) => {
  const [due, village, workflow, step, enteredOn, owner, rung] = row.sort.split('#')
  return {
    id: row.pk,
    ...{ due, village, workflow, step, enteredOn },
    ...(owner && { owner }),
    rung: Number(rung),
    ...definedAs(workflow, step),
  }
}

export type BacklogKey = ReturnType<typeof backlogKey>

type Counts = MonitorView['villages'][number]['cells'][string]
type Told = { today: string; asked: Narrowing; holderName: (holder: string) => string }

/**
 * Village × step × age, counted from the keys of the backlog alone, narrowed to what was asked for. Most overdue first, then by
 * name: an order of work, not of merit. What the township keeps for itself stands in its own column and in no sum, unless it
 * alone was asked for. Those who have it in hand are counted as if no one of them had been asked for, so that another can be.
 */
export const monitorView = (
  township: TownshipPlace,
  keys: readonly BacklogKey[],
  { today, asked, holderName }: Told,
): MonitorView => {
  const clusters = new Map(township.clusters.map((c) => [c.id, c.name]))
  const villages = new Map(
    township.villages
      .filter((v) => !asked.cluster || v.cluster === asked.cluster)
      .map((v) => [
        v.id,
        {
          ...{ id: v.id, name: v.name, cluster: clusters.get(v.cluster) ?? v.cluster },
          ...{ place: { county: township.county, township: township.id, cluster: v.cluster, village: v.id } },
          ...{ open: 0, near: 0, overdue: 0, cells: {} as Record<string, Counts> },
        },
      ]),
  )
  const totals = { open: 0, near: 0, overdue: 0, dueThisWeek: 0 }
  const holders = new Map<string, number>()
  const week = addDays(today, 7)
  const { owner, ...others } = asked
  for (const key of keys) {
    const village = villages.get(key.village)
    const { place } = village ?? {}
    if (!village || !place || !isAskedFor(others, key, { today, place })) continue
    const holder = holderOf(key, place)
    const isSummed = asked.mark !== undefined || !key.ofAbove
    if (holder && isSummed) holders.set(holder, (holders.get(holder) ?? 0) + 1)
    if (owner && holder !== owner) continue
    const age = ageOf(key, today)
    const cellKey = `${key.mark}/${key.seal}`
    village.cells[cellKey] ??= { open: 0, near: 0, overdue: 0 }
    const cell = village.cells[cellKey]
    for (const of of isSummed ? [cell, village, totals] : [cell]) {
      of.open++
      if (age === 'near') of.near++
      if (isLate(age)) of.overdue++
    }
    if (key.due < never && !(cell.oldest && cell.oldest <= key.due)) cell.oldest = key.due
    if (isSummed && key.due >= today && key.due <= week) totals.dueThisWeek++
  }
  const byName = (a: string, b: string) => a.localeCompare(b, 'zh-CN')
  return {
    ...{ today, township: township.id, townshipName: township.name, totals },
    clusters: township.clusters.map(({ id, name }) => ({ id, name })),
    owners: [...holders]
      .map(([id, open]) => ({ id, says: holderName(id), open }))
      .sort((a, b) => byName(a.says, b.says) || (a.id < b.id ? -1 : 1)),
    columns: [...new Map(workflows.map((w) => [w.mark, w])).values()].map((w) => ({
      mark: w.mark,
      title: w.title,
      seals: [...new Map(w.steps.map((s) => [s.seal, s.title])).entries()].map(([seal, title]) => ({ seal, title })),
    })),
    villages: [...villages.values()]
      .map(({ place: _, ...village }) => village)
      .sort((a, b) => b.overdue - a.overdue || byName(a.name, b.name)),
  }
}
