import { owedYear, readOwed } from '@shared/disclosure'
import type { Case } from '@shared/engine/case'
import { monthsOf } from '@shared/period'
import type { SheetMeta } from '@shared/sheets'
import { maySee, type Reader } from '../scope'
import { isStone } from '../store/caseCard'
import type { House } from '../stores'
import { sheetOf } from './sheetView'

const tries = 5

/** Where a period ends, so that periods of every kind stand in one order. */
const endOf = (period: string): string =>
  period.startsWith('@') ? period.slice(1) : `${monthsOf(period)[1] ?? period}-31`

const periodOf = ({ fields }: Case): string =>
  fields.happenedOn ? `@${fields.happenedOn}` : String(fields.period ?? '')

/** The last list of the same item that this village posted for an earlier period and that this reader may see. */
export const lastList = async (
  house: House,
  found: Case,
  kind: SheetMeta['kind'],
  reader: Reader,
): Promise<{ found: Case; sheet: string } | undefined> => {
  const { item } = found.fields
  if (typeof item !== 'string') return undefined
  const { village, township } = found.place
  const [mine, year] = [endOf(periodOf(found)), Number(owedYear(item, periodOf(found)))]
  const key = `${village}#${item}#`
  const pages = await Promise.all(
    [year, year - 1].map((y) =>
      house.table.list('owed', `${township}#${y}`, { from: key, until: `${key}\uffff`, limit: 200 }),
    ),
  )
  const earlier = pages
    .flatMap((p) => p.rows.map(readOwed))
    .filter((d) => d.postedOn && d.id !== found.id && endOf(d.period) < mine)
    .sort((a, b) => compare(endOf(b.period), endOf(a.period)) || compare(b.postedOn!, a.postedOn!))
  for (const { id } of earlier.slice(0, tries)) {
    const stored = await house.stores.cases.get(id)
    const sheet = stored && sheetOf(stored.found)
    if (!stored || !sheet || stored.found.outcome === 'superseded') continue
    if (isStone(stored.workflow, stored.found) || !maySee(stored.workflow, stored.found, reader)) continue
    if ((await house.stores.sheets.meta(sheet))?.kind === kind) return { found: stored.found, sheet }
  }
  return undefined
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
