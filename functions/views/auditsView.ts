import { type Audited, type AuditedPost, auditedRoles, nextAudit, serviceOf } from '@shared/auditPlan'
import { asOf } from '@shared/engine/asOf'
import type { Case } from '@shared/engine/case'
import { stepOf } from '@shared/engine/evolve'
import type { Role, Workflow } from '@shared/engine/workflow'
import type { Citizen, TownshipPlace } from '@shared/schemas/person'
import type { AuditsView } from '@shared/schemas/reviewViews'
import { audit } from '@shared/workflows/audit'
import { may, type Reader } from '../scope'
import type { VillageAt } from '../store/placeStore'
import type { House } from '../stores'
import { worldOf } from '../world'

type Row = AuditsView['rows'][number]
type Found = { now: Case; workflow: Workflow }
const mostAudits = 200

/** Who in a township is to be audited, soonest due first and then by village: a list of what is to be done, of nobody's merits. */
export const auditsView = async (house: House, township: TownshipPlace, reader: Reader): Promise<AuditsView> => {
  const ats = await Promise.all(township.villages.map((v) => house.stores.places.village(v.id)))
  const rows = await Promise.all(ats.filter((at) => at !== undefined).map((at) => inVillage(house, at, reader)))
  const order = ({ dueOn, villageName }: Row) => `${dueOn}${villageName}`
  return { rows: rows.flat().sort((a, b) => (order(a) < order(b) ? -1 : 1)) }
}

const inVillage = async (house: House, at: VillageAt, reader: Reader): Promise<readonly Row[]> => {
  const { cases, people, settings } = house.stores
  const [holders, { auditsPerTerm }, { rows }] = await Promise.all([
    people.list(`office#${at.village.id}`).then(people.many),
    settings.of(at.place),
    cases.ofKind(at.village.id, audit.mark, { limit: mostAudits }),
  ])
  const stored = (await Promise.all(rows.map(({ pk }) => cases.get(pk)))).filter((s) => s !== undefined)
  const audits = await Promise.all(
    stored.map(async ({ found, workflow }) => ({
      workflow,
      now: asOf(workflow, found, await worldOf(house, at, found.log[0].at)).now,
    })),
  )
  const standing = audits.filter(({ now }) => now.outcome !== 'withdrawn')
  return holders.flatMap((person) =>
    (Object.keys(auditedRoles) as AuditedPost[]).flatMap((post) => {
      const theirs = standing.filter(({ now: { fields } }) => fields.subject === person.id && fields.post === post)
      return rowOf({ at, person, post, theirs, perTerm: Number(auditsPerTerm) }, reader)
    }),
  )
}

type Of = { at: VillageAt; person: Citizen; post: AuditedPost; theirs: readonly Found[]; perTerm: number }

const rowOf = ({ at, person, post, theirs, perTerm }: Of, reader: Reader): readonly Row[] => {
  const roles: readonly Role[] = auditedRoles[post]
  const held = person.posts.filter((p) => p.place === at.village.id && roles.includes(p.role))
  const service = serviceOf(held, reader.today)
  if (!service) return []
  const ofService = theirs.filter(({ now }) => String(now.fields.coversTo) > service.since)
  const audits = ofService.map(({ now: { fields } }) => ({ kind: fields.kind, coversTo: fields.coversTo }) as Audited)
  const underWay = ofService.find(({ now }) => now.step !== 'closed')
  const due =
    nextAudit(service, { perTerm, audits, today: reader.today }) ??
    (underWay && service.until && { dueOn: service.until, why: '离任' })
  if (!due) return []
  const seen = ofService.filter(({ workflow, now }) =>
    may(reader.person, 'seeCase', { workflow, found: now }, reader.today),
  )
  const open = seen.find(({ now }) => now.step !== 'closed')
  // the store lists the newest first
  const last = seen.find(({ now }) => now.step === 'closed')?.now
  return [
    {
      ...{ village: at.village.id, villageName: at.village.name, person: person.id, name: person.name, post },
      ...{ title: held[0].title, ...service, ...due },
      ...(last && { last: { id: last.id, number: last.number, on: last.closedOn! } }),
      ...(open && {
        open: {
          ...{ id: open.now.id, number: open.now.number },
          step: stepOf(open.workflow, open.now.step)?.title ?? open.now.step,
        },
      }),
    },
  ]
}
