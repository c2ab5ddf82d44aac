import { catalogueItem } from '@shared/catalogue'
import type { Case } from '@shared/engine/case'
import type { Audience, Workflow } from '@shared/engine/workflow'
import type { SheetView } from '@shared/schemas/views'
import { type SheetKind, sheetKinds } from '@shared/sheetKinds'
import { otherIsMuch, type SheetMeta } from '@shared/sheets'
import { audiencesAt, type Reader } from '../scope'
import { isStone } from '../store/caseCard'
import type { House } from '../stores'

/** Lists of people, whose names go once they have hung their days. */
const ofPeople: readonly SheetKind[] = ['recipients', 'workdays']

const whoReads: Readonly<Record<Audience, string>> = {
  everyone: '大家',
  villagers: '本村村民',
  party: '党员',
  members: '集体经济组织成员',
  office: '村里和镇里办事的人',
  township: '镇里办事的人',
}

/** The list that a case names. */
export const sheetOf = (found: Case): string | undefined =>
  typeof found.fields.sheet === 'string' ? found.fields.sheet : undefined

/** Whether it has hung its days on the board. */
export const hasHung = ({ step, outcome = '' }: Case): boolean =>
  step === 'closed' && ['served', 'superseded'].includes(outcome)

/** Why this reader is sent totals and no rows, in words; undefined if they may read the rows. */
export const totalsOnly = (found: Case, kind: SheetKind, audiences: readonly Audience[]): string | undefined => {
  if (audiences.includes('office')) return undefined
  if (sheetKinds[kind].columns.every((c) => c.office)) return `${sheetKinds[kind].title}只给${whoReads.office}看。`
  const detail = catalogueItem(String(found.fields.item))?.detail ?? found.sees
  if (!audiences.includes(detail)) return `每一行只给${whoReads[detail]}看，这里只有合计。`
  return hasHung(found) && ofPeople.includes(kind) ? '公示期满，名单不再公开，只留合计' : undefined
}

/** What is known of a list, as it is sent. */
export const savedView = (meta: SheetMeta): SheetView => ({
  ...meta,
  title: sheetKinds[meta.kind].title,
  sums: { ...meta.sums },
  categories: [...meta.categories],
  otherIsMuch: otherIsMuch(meta),
})

/** What is known of the list that a case names; undefined if it names none, or if nothing but a stone is left for this reader. */
export const readableMeta = async (
  house: House,
  found: Case,
  workflow: Workflow,
  audiences: readonly Audience[],
): Promise<SheetMeta | undefined> => {
  const id = sheetOf(found)
  return id && !(isStone(workflow, found) && !audiences.includes('office')) ? house.stores.sheets.meta(id) : undefined
}

/**
 * What this reader is sent of the list that a case names, without its rows; undefined if it names none, or if nothing but a
 * stone is left. `found` is the case as today has made it, and the reader may see it.
 */
export const sheetView = async (
  house: House,
  found: Case,
  workflow: Workflow,
  { person, today }: Reader,
): Promise<SheetView | undefined> => {
  const audiences = audiencesAt(person, found.place, today)
  const meta = await readableMeta(house, found, workflow, audiences)
  if (!meta) return undefined
  const why = totalsOnly(found, meta.kind, audiences)
  return { ...savedView(meta), ...(why && { totalsOnly: why }) }
}
