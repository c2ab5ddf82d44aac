import { type Disclosure, disclosureOf, readOwed, wantsYearBefore } from '@shared/disclosure'
import type { Day } from '@shared/engine/case'
import type { ReportRow, ReportView } from '@shared/schemas/monitorViews'
import type { TownshipPlace, VillagePlace } from '@shared/schemas/person'
import type { Row } from '../store/table'
import type { House } from '../stores'

/** What each village owes in the years asked for, and how it stands today: one read a year, one more where the first needs it. */
export const dutiesOf = async (
  { stores }: Pick<House, 'stores'>,
  { county, id, villages: all }: TownshipPlace,
  villages: readonly VillagePlace[],
  { years, today }: { years: readonly number[]; today: Day },
): Promise<ReadonlyMap<string, readonly Disclosure[]>> => {
  const one = villages.length === 1 && all.length > 1 ? villages[0]!.id : undefined
  const read = async (year: number) => byVillage(await stores.cases.owed(id, String(year), one))
  const [settingsOf, holidays, ...found] = await Promise.all([
    stores.settings.disclosure.thenOf({ county, township: id }),
    stores.holidays.of(county),
    ...years.map(read),
  ])
  const rows = new Map(years.map((year, i) => [year, found[i]!]))
  const rowsOf = (year: number, village: string) => rows.get(year)?.get(village) ?? []
  const wants = (year: number, village: string) =>
    wantsYearBefore(year, rowsOf(year, village).map(readOwed), settingsOf(village))
  const first = Math.min(...years)
  if (villages.some((v) => wants(first, v.id))) rows.set(first - 1, await read(first - 1))
  return new Map(
    villages.map(({ id: village, since }) => {
      const terms = { today, holidays, settings: settingsOf(village), ...(since && { since }) }
      const duties = years.flatMap((year) => {
        const its = [...rowsOf(year, village), ...(wants(year, village) ? rowsOf(year - 1, village) : [])]
        return disclosureOf(year, its.map(readOwed), terms)
      })
      return [village, duties] as const
    }),
  )
}

const byVillage = (rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> => {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const village = row.sort.slice(0, row.sort.indexOf('#'))
    const its = found.get(village) ?? []
    its.push(row)
    found.set(village, its)
  }
  return found
}

/** What fell due in a span of days: due, posted in time, and not posted by its end. What isn't due yet counts for nothing. */
export const disclosedIn = (
  duties: readonly Disclosure[],
  from: Day,
  until: Day,
): Pick<ReportRow, 'disclosed' | 'missing'> => {
  const due = duties.filter(
    (d) => d.dueOn >= from && d.dueOn <= until && d.state !== 'notDue' && d.state !== 'notApplicable',
  )
  return {
    disclosed: { of: due.length, is: due.filter(({ state }) => state === 'posted' || state === 'nothing').length },
    missing: due.filter(({ state, postedOn }) => state === 'missing' || (postedOn !== undefined && postedOn > until))
      .length,
  }
}

/** The same month by month. */
export const disclosedByMonth = (duties: readonly Disclosure[], months: readonly string[]): ReportView['disclosure'] =>
  months.map((month) => {
    const { of: due, is: inTime } = disclosedIn(duties, `${month}-01`, `${month}-31`).disclosed
    return { month, due, inTime }
  })
