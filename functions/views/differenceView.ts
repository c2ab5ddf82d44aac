import { asOf } from '@shared/engine/asOf'
import type { Case } from '@shared/engine/case'
import type { Workflow } from '@shared/engine/workflow'
import type { DifferenceView } from '@shared/schemas/views'
import { sheetKinds } from '@shared/sheetKinds'
import type { SheetMeta } from '@shared/sheets'
import { isCorrection } from '@shared/workflows'
import { audiencesAt, may, type Reader } from '../scope'
import { isStone, stoneTitle } from '../store/caseCard'
import type { House } from '../stores'
import { worldOf } from '../world'
import { readableFields } from './readable'
import { rowChanges } from './rowChanges'
import { columnsView } from './rowMask'
import { readableList } from './rowsView'
import { sheetOf } from './sheetView'

const words = { title: '标题', period: '哪个时期', summary: '大白话说一遍', body: '内容' } as const
const rowsShown = 100

/** What a correction changed; undefined if it corrects nothing that this reader may see. `found` as today has made it. */
export const differenceView = async (
  house: House,
  found: Case,
  workflow: Workflow,
  reader: Reader,
): Promise<DifferenceView | undefined> => {
  const old = found.from && isCorrection(workflow) ? await house.stores.cases.get(found.from) : undefined
  const at = old && (await house.stores.places.village(old.found.place.village))
  if (!old || !at || !may(reader.person, 'seeCase', old, reader.today)) return undefined
  const { now: was } = asOf(old.workflow, old.found, await worldOf(house, at, old.found.log[0].at))
  const audiences = audiencesAt(reader.person, found.place, reader.today)
  const fieldsOf = (w: Workflow, c: Case) =>
    readableFields(w, c, { audiences, stone: isStone(w, c) && !audiences.includes('office') })
  const [before, after] = [fieldsOf(old.workflow, was), fieldsOf(workflow, found)]
  return {
    before: { id: was.id, title: String(before.title ?? stoneTitle), number: was.number },
    fields: Object.entries(words).flatMap(([field, label]) => {
      const [b, a] = [before[field], after[field]].map((v) => (typeof v === 'string' && v ? v : undefined))
      return b === a ? [] : [{ label, ...(b && { before: b }), ...(a && { after: a }) }]
    }),
    ...(await listsApart(house, { workflow: old.workflow, found: was }, { workflow, found }, reader)),
  }
}

type Version = { workflow: Workflow; found: Case }

const listsApart = async (
  house: House,
  old: Version,
  now: Version,
  reader: Reader,
): Promise<Pick<DifferenceView, 'sums' | 'columns' | 'rows' | 'more'>> => {
  const listed = ({ workflow, found }: Version) => readableList(house, found, workflow, reader)
  const [before, after] = await Promise.all([listed(old), listed(now)])
  const metaOf = async (list: typeof before, { found }: Version) => list && house.stores.sheets.meta(sheetOf(found)!)
  const sums = sumsApart(await metaOf(before, old), await metaOf(after, now))
  const list = after ?? before
  // totals only, or another kind of list: rows can't be held against each other
  if (!list || before?.kind !== after?.kind || !before?.rows.length || !after?.rows.length)
    return { sums, columns: columnsView(list?.mask.columns ?? []), rows: [], more: 0 }
  const changes = rowChanges(list.kind, before.rows, after.rows)
  return {
    sums,
    columns: columnsView(list.mask.columns),
    rows: changes.slice(0, rowsShown).map((c) => ({
      change: c.change,
      ...('before' in c && { before: before.mask.cellsOf(c.before) }),
      ...('after' in c && { after: after.mask.cellsOf(c.after) }),
    })),
    more: Math.max(0, changes.length - rowsShown),
  }
}

const statementSums = { opening: '上期结余', income: '收入合计', expense: '支出合计', closing: '期末结余' } as const

const sumsApart = (before: SheetMeta | undefined, after: SheetMeta | undefined): DifferenceView['sums'] => {
  const kinds = [before, after].flatMap((m) => (m ? [m.kind] : []))
  const labels: readonly (readonly [string, (m: SheetMeta) => number | undefined])[] = kinds.includes('statement')
    ? Object.entries(statementSums).map(([key, label]) => [label, (m) => m[key as keyof typeof statementSums]])
    : (sheetKinds[kinds[0] ?? 'statement'].columns ?? [])
        .filter((c) => c.kind === 'money')
        .map((c) => [`${c.label}合计`, (m) => m.sums[c.key]])
  return labels.flatMap(([label, of]) => {
    const [b, a] = [before && of(before), after && of(after)]
    if (b === undefined && a === undefined) return []
    return [{ label, ...(b !== undefined && { before: b }), ...(a !== undefined && { after: a }) }]
  })
}
