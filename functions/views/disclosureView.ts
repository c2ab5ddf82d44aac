import { catalogue } from '@shared/catalogue'
import { type Disclosed, type Disclosure, disclosureOf, readOwed, type SettingsThen } from '@shared/disclosure'
import type { Holidays } from '@shared/engine/case'
import type { Audience } from '@shared/engine/workflow'
import type { TownshipPlace, VillagePlace } from '@shared/schemas/person'
import type { DisclosureView, MatrixView } from '@shared/schemas/views'
import type { Row } from '../store/table'

type When = { year: number; today: string; holidays: Holidays }
type Of = { village: VillagePlace; rows: readonly Row[]; settings: SettingsThen } & When

const dutiesOf = ({ village, rows, settings, year, today, holidays }: Of): readonly Disclosure[] => {
  const { since } = village
  return disclosureOf(year, rows.map(readOwed), { today, holidays, settings, ...(since && { since }) })
}

const none = () => ({ missing: 0, late: 0, posted: 0, nothing: 0 })

const count = (totals: ReturnType<typeof none>, { state }: Disclosure): void => {
  if (state in totals) totals[state as keyof typeof totals]++
}

/**
 * What a village owes in a year and how it stands. That something is posted is no secret; the way to it is given to whoever
 * may read it, and the way to what is still being written to the office alone.
 */
export const disclosureView = (of: Of, audiences: readonly Audience[]): DisclosureView => {
  const { village, rows, settings, year, today } = of
  const isOffice = audiences.includes('office')
  // what happened and isn't due yet is still being written: only what is late with it is said aloud
  const duties = dutiesOf(of).filter((d) => isOffice || d.state !== 'notDue' || !d.period.startsWith('@'))
  const sees = new Map(rows.map((r) => [r.pk, r.sees]))
  const mayOpen = ({ id, postedOn }: Disclosure) =>
    id !== undefined && (postedOn ? audiences.includes(sees.get(id)!) : isOffice)
  const totals = none()
  for (const duty of duties) count(totals, duty)
  const settled = settings(today < `${year}-12-31` ? today : `${year}-12-31`)
  return {
    ...{ today, year, village: village.id, villageName: village.name, totals },
    items: catalogue.map(({ code, board, title, rule }) => ({
      ...{ code, board, title, rule },
      ...(settled[code]?.off && { off: settled[code].off }),
      periods: duties
        .filter((d) => d.code === code)
        .map((d) => {
          const { code: _, id, ...shown } = d
          return { ...shown, ...(mayOpen(d) && { id }) }
        }),
    })),
  }
}

type UrgedBy = (period: string) => string | undefined
type Cell = MatrixView['villages'][number]['cells'][string]

/** One cell: how many of each, and the state that matters most: missing, then late, then that of the latest period due. */
const cellOf = (duties: readonly Disclosure[], urgedBy: UrgedBy): Cell => {
  const totals = none()
  for (const duty of duties) count(totals, duty)
  const inOrder = [...duties].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  const first = (state: Disclosure['state']) => inOrder.find((d) => d.state === state)
  const done = inOrder.filter((d) => d.state !== 'notDue').at(-1)
  const { state, period, dueOn } = first('missing') ?? first('late') ?? done ?? inOrder[0]
  const urged = state === 'missing' ? urgedBy(period) : undefined
  return { state, period, ...totals, ...(state === 'missing' && { oldest: dueOn }), ...(urged && { urged }) }
}

/**
 * Village × item in a year. What is missing comes first, then by name: an order of work, not of merit. `urged` are the open
 * 督办单 by village#item#period.
 */
export const matrixView = (
  township: TownshipPlace,
  given: readonly Omit<Of, keyof When>[],
  when: When,
  urged: ReadonlyMap<string, string>,
): MatrixView => {
  const totals = none()
  const villages = given.map(({ village, ...its }) => {
    const duties = dutiesOf({ village, ...its, ...when })
    for (const duty of duties) count(totals, duty)
    const sum = (state: Disclosure['state']) => duties.filter((d) => d.state === state).length
    const cells = catalogue.map(({ code }) => [code, duties.filter((d) => d.code === code)] as const)
    return {
      ...{ id: village.id, name: village.name, missing: sum('missing'), late: sum('late') },
      cluster: township.clusters.find((c) => c.id === village.cluster)?.name ?? village.cluster,
      cells: Object.fromEntries(
        cells
          .filter(([, of]) => of.length)
          .map(([code, of]) => [code, cellOf(of, (period) => urged.get(`${village.id}#${code}#${period}`))]),
      ),
    }
  })
  return {
    ...{ today: when.today, year: when.year, township: township.id, townshipName: township.name, totals },
    items: catalogue.map(({ code, board, title }) => ({ code, board, title })),
    villages: villages.sort((a, b) => b.missing - a.missing || a.name.localeCompare(b.name, 'zh-CN')),
  }
}

/** What rows of `owed` say. */
export const disclosedOf = (rows: readonly Row[]): readonly Disclosed[] => rows.map(readOwed)
