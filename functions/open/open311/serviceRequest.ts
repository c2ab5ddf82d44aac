import type { Case } from '@shared/engine/case'
import { stepOf } from '@shared/engine/evolve'
import type { CardView } from '@shared/schemas/views'
import { workflowOf } from '@shared/workflows'
import type { VillageAt } from '../../store/placeStore'

export const request = workflowOf('request')!

/** What is told of a request to everyone: never a word of what was said, never by whom. */
export type Known = Pick<CardView, 'id' | 'step' | 'outcome' | 'due'> & {
  openedAt: string
  changedAt: string
  category: string
}

export type ServiceRequest = {
  service_request_id: string
  status: 'open' | 'closed'
  status_notes: string
  service_name: string
  service_code: string
  description: string
  agency_responsible: string
  requested_datetime: string
  updated_datetime: string
  expected_datetime?: string
  address: string
}

/** An instant as W3C writes it, in China time to the second. */
export const inChina = (instant: string): string =>
  `${new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`

const closedAs: Readonly<Record<string, string>> = {
  merged: '并到同一件事一起办',
  withdrawn: '说事人撤回了',
  accepted: '不受理，理由已经告诉说事人',
  undisputed: '不受理，理由已经告诉说事人',
  upheld: '不受理，镇里看过，理由成立',
}

const holderOf = (step: string, { village, township }: VillageAt): string => {
  if (['townshipHandling', 'countyHandling', 'declinedReview', 'reopening'].includes(step)) return township.name
  const cluster = township.clusters.find((c) => c.id === village.cluster)
  return step === 'clusterHandling' && cluster ? cluster.name : village.name
}

/** A request in the shape of GeoReport v2. */
export const serviceRequest = (
  { id, step, outcome = '', due, openedAt, changedAt, category }: Known,
  at: VillageAt,
  labels: ReadonlyMap<string, string>,
): ServiceRequest => {
  const isClosed = step === 'closed'
  const name = labels.get(category) ?? '别的事'
  return {
    ...{ service_request_id: id, status: isClosed ? 'closed' : 'open' },
    status_notes: isClosed ? (closedAs[outcome] ?? '办完了') : (stepOf(request, step)?.title ?? ''),
    ...{ service_name: name, service_code: category },
    description: `${name}方面的说事。原话只给本村村民看，本村村民请登录后看。`,
    agency_responsible: holderOf(step, at),
    ...{ requested_datetime: inChina(openedAt), updated_datetime: inChina(changedAt) },
    ...(!isClosed && due && { expected_datetime: `${due}T23:59:59+08:00` }),
    address: `${at.township.name}${at.village.name}`,
  }
}

/** The same of a case that was read. */
export const knownOf = ({ id, step, outcome, dueOn, log, fields }: Case): Known => ({
  ...{ id, step, outcome, due: dueOn, openedAt: log[0].at, changedAt: log.at(-1)!.at },
  category: String(fields.category ?? ''),
})
