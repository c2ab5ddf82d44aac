import { isReplaced, owedYear, readOwed } from '@shared/disclosure'
import type { Case } from '@shared/engine/case'
import { monthsOf } from '@shared/period'
import type { SheetMeta } from '@shared/sheets'
import { may, type Reader } from '../scope'
import { owesOf } from '../store/caseCard'
import { definitionOf } from '../store/caseStore'
import type { House } from '../stores'
import { sheetOf } from './sheetView'

const tries = 5

/** Where a period ends, so that periods of every kind stand in one order. */
const endOf = (period: string): string =>
  period.startsWith('@') ? period.slice(1) : `${monthsOf(period)[1] ?? period}-31`

/** The last list of the same item that this village posted for an earlier period and that this reader may see. */
export const lastList = async (
  house: House,
  found: Case,
  kind: SheetMeta['kind'],
  reader: Reader,
): Promise<{ found: Case; sheet: string } | undefined> => {
  const owes = owesOf(definitionOf(found), found)
  if (!owes) return undefined
  const { village, township } = found.place
  const [mine, year] = [endOf(owes.period), Number(owedYear(owes.code, owes.period))]
  const rows = await Promise.all(
    [year, year - 1].map((y) => house.stores.cases.owed(township, String(y), village, owes.code)),
  )
  const earlier = rows
    .flat()
    .map(readOwed)
    .filter((d) => d.postedOn && d.id !== found.id && !isReplaced(d) && endOf(d.period) < mine)
    .sort((a, b) => compare(endOf(b.period), endOf(a.period)) || compare(b.postedOn!, a.postedOn!))
  for (const { id } of earlier.slice(0, tries)) {
    const stored = await house.stores.cases.get(id)
    const sheet = stored && sheetOf(stored.found)
    if (!stored || !sheet || !may(reader.person, 'seeCase', stored, reader.today)) continue
    if ((await house.stores.sheets.meta(sheet))?.kind === kind) return { found: stored.found, sheet }
  }
  return undefined
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
