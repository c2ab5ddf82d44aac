import { isDay } from '@shared/engine/deadline'
import { paperClasses, sealKinds } from '@shared/paperClasses'
import type { SealRegisterView } from '@shared/schemas/reviewViews'
import type { CardView } from '@shared/schemas/views'
import { workflowOf } from '@shared/workflows'
import { audiencesAt, may, type Reader } from '../scope'
import type { StoredCase } from '../store/caseStore'
import type { House } from '../stores'
import { readableFields } from './readable'

type Stamping = SealRegisterView['rows'][number]

const { mark } = workflowOf('sealReview')!

/**
 * 用章台账: what was put on the register in a month (YYYY-MM), by the day of stamping. What was stamped late in a month and
 * registered in the next stands under the next, so that no monthly summary misses it.
 */
export const sealRegisterView = async (
  house: House,
  village: string,
  month: string,
  reader: Reader,
): Promise<SealRegisterView> => {
  const closed = await house.stores.cases.closedIn(village, month)
  const stamped = closed.filter(
    ({ sort, card }) => sort.endsWith(`#${mark}`) && (JSON.parse(card!) as CardView).outcome === 'stamped',
  )
  const stored = await Promise.all(stamped.map(({ pk }) => house.stores.cases.get(pk)))
  const rows = stored.flatMap((s) =>
    s && may(reader.person, 'seeCase', s, reader.today) ? [stampingOf(s, reader)] : [],
  )
  return { month, rows: rows.sort((a, b) => (`${a.on}${a.number}` < `${b.on}${b.number}` ? -1 : 1)) }
}

const stampingOf = ({ found, workflow }: StoredCase, { person, today }: Reader): Stamping => {
  const audiences = audiencesAt(person, found.place, today)
  const fields = readableFields(workflow, found, { audiences, stone: false })
  const { sealKind, paper, document, stampedOn, stamped, decision, applicant } = fields
  const voidOn = found.log.find((e) => e.aside === 'void')?.values.voidOn
  return {
    ...{ id: found.id, number: found.number, on: isDay(stampedOn) ? stampedOn : found.closedOn! },
    ...{ seal: labelIn(sealKinds, sealKind), paper: labelIn(paperClasses, paper) },
    ...{ document: String(document), copies: Number(stamped) },
    ...(typeof decision === 'string' && { decision }),
    ...(isDay(voidOn) && { voidOn }),
    // the form keeps it for the office
    ...(typeof applicant === 'string' && { applicant }),
  }
}

const labelIn = (of: readonly { value: string; label: string }[], value: unknown): string =>
  of.find((o) => o.value === value)?.label ?? String(value)
