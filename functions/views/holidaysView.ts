import { tableOf } from '@shared/holidayTables'
import type { HolidaysView } from '@shared/schemas/monitorViews'
import { type KeptHolidays, published } from '../store/holidayStore'

const publishedYears = [...new Set(Object.keys(published.off).map((day) => Number(day.slice(0, 4))))].sort()

/** The years that are known, the published ones first, and who entered which, the latest first. */
export const holidaysView = ({ tables, edits }: KeptHolidays, until: string, mayChange: boolean): HolidaysView => {
  const entered = Object.entries(tables).map(([year, table]) => ({ year: Number(year), table }))
  return {
    ...{ until, mayChange },
    years: [
      ...publishedYears.map((year) => ({ year, table: tableOf(year, published), standing: 'published' as const })),
      // by now a year that was entered may have come with a newer version
      ...entered
        .filter(({ year }) => !publishedYears.includes(year))
        .sort((a, b) => a.year - b.year)
        .map((one) => ({ ...one, standing: 'entered' as const })),
    ],
    changes: edits.toReversed(),
  }
}
