import { type AuditedPost, auditedRoles } from '@shared/auditPlan'
import { addDays, isDay } from '@shared/engine/deadline'
import { stepOf } from '@shared/engine/evolve'
import { calledOn } from '@shared/rolls'
import { changeProblems } from '@shared/rosterProblems'
import type { MatterFacts } from '@shared/rules/matterFacts'
import type { ReviewFacts } from '@shared/rules/reviewFacts'
import type { RollFacts } from '@shared/rules/rollFacts'
import { workflowOf } from '@shared/workflows'
import { bookedBills } from './bookedBills'
import type { Gather } from './facts'
import { holds, rolesAt } from './scope'
import { definitionOf } from './store/caseStore'
import type { House } from './stores'
import { today } from './world'

type Told = (...of: Parameters<Gather>) => Promise<MatterFacts & RollFacts & ReviewFacts>

const body: Told = async (_, { found, wanted }) => ({ workflow: found?.workflow ?? wanted?.workflow })

/** Whether one person is secretary and director of the village today (一肩挑). */
const oneHead: Told = async (house, { place }) => {
  const holders = await house.stores.people.many(await house.stores.people.list(`office#${place.village}`))
  const roles = holders.map((p) => rolesAt(p, place, today(house)))
  return { oneHead: roles.some((r) => r.includes('secretary') && r.includes('director')) }
}

const earlier: Told = async (house, { wanted }) => {
  const old = wanted?.about ? await house.stores.cases.get(wanted.about) : undefined
  return old
    ? { earlier: { outcome: old.found.outcome, number: old.found.number, isMatter: old.workflow.mark === '议' } }
    : {}
}

const groups: Told = async (house, { place, wanted }) => {
  if (!wanted?.workflow.startsWith('matterOfGroup')) return { workflow: wanted?.workflow }
  const members = await house.stores.rosters.members(place.village, today(house))
  return { workflow: wanted.workflow, groups: members.reduce((most, m) => Math.max(most, m.group ?? 0), 0) }
}

/** The ticked roll of a meeting, and who was called to it on the day on which it was held. */
const roll: Told = async (house, { found, form }) => {
  const count = found && stepOf(definitionOf(found), found.step)?.count
  if (!count || typeof form.roll !== 'string') return {}
  const on = isDay(form.heldOn) ? form.heldOn : today(house)
  const [meta, rows, members] = await Promise.all([
    house.stores.sheets.meta(form.roll),
    house.stores.sheets.rows(form.roll),
    house.stores.rosters.members(found.place.village, on),
  ])
  const group = typeof found.fields.group === 'number' ? found.fields.group : undefined
  const called = Object.fromEntries(calledOn(count.roll, members, on, group).map((m) => [m.no, m.household]))
  return { roll: { kind: meta?.kind, rows, called, admits: count.admits ?? [], name: count.roll } }
}

/** The list that changes the roster, and what is wrong with it against who belongs before: asked again when it is agreed. */
const rosterSheet: Told = async (house, { found, form, place }) => {
  const { sheet, kind, effectiveOn } = { ...found?.fields, ...form } as Record<string, string>
  const meta = sheet ? await house.stores.sheets.meta(sheet) : undefined
  if (meta?.kind !== 'roster' || !isDay(effectiveOn)) return meta ? { sheet: { kind: meta.kind } } : {}
  const [rows, before] = await Promise.all([
    house.stores.sheets.rows(sheet),
    house.stores.rosters.members(place.village, effectiveOn),
  ])
  const problems = changeProblems(before, { kind: kind as 'whole' | 'rows', effectiveOn, rows })
  return { sheet: { kind: meta.kind, problems: problems.map(({ row, says }) => `第${row}行：${says}`) } }
}

const mostBills = 200
const splitDays = 30

/** Bills of the last 30 days to the same payee, found by the words under which a village's bills stand. */
const bills: Told = async (house, { place, form, found }) => {
  const { payee, billNo } = { ...found?.fields, ...form } as { payee?: string; billNo?: string }
  if (!payee) return {}
  const mark = workflowOf('spending')!.mark
  const from = addDays(today(house), -366)
  const { rows } = await house.stores.cases.said(place.village, mark, { from, limit: mostBills })
  const theirs = await Promise.all(
    rows.filter((r) => r.words?.includes(payee) && r.pk !== found?.id).map((r) => house.stores.cases.get(r.pk)),
  )
  const standing = theirs
    .flatMap((s) => (s ? [s.found] : []))
    .filter((b) => b.fields.payee === payee && !['refused', 'dropped', 'failed'].includes(b.outcome ?? ''))
  const again = billNo && standing.find((b) => b.fields.billNo === billNo)
  const since = addDays(today(house), -splitDays)
  return {
    ...(again && { billIn: again.number }),
    paidBefore: standing
      .filter((b) => b.openedOn >= since && b.fields.decision === undefined)
      .map((b) => ({ number: b.number, amount: Number(b.fields.amount) })),
  }
}

const voucher: Told = async (house, { place, found, form }) => {
  if (!isDay(form.bookedOn)) return {}
  const bills = await bookedBills(house, place.village, form.bookedOn.slice(0, 7), today(house))
  return { voucherOf: bills.find((b) => b.voucher === form.voucher && b.id !== found?.id)?.number }
}

/** Whoever is audited holds that post in the village, or held it within the time that the audit covers. */
const subject: Told = async (house, { place, form }) => {
  const person = typeof form.subject === 'string' ? await house.stores.people.get(form.subject) : undefined
  const roles: readonly string[] = auditedRoles[form.post as AuditedPost] ?? []
  const at = String(form.coversTo ?? today(house))
  return {
    subjectHasPost:
      person?.posts.some(
        (p) => p.place === place.village && roles.includes(p.role) && (holds(p, today(house)) || holds(p, at)),
      ) ?? false,
  }
}

/** What facts of matters, rolls and the reviews have to be told. */
export const matterGatherers: Readonly<Record<string, Gather>> = {
  topicFitsBody: body,
  jointWithBasis: oneHead,
  groupIsNamed: groups,
  raisedAgain: earlier,
  rollFits: roll,
  rosterIsWhole: rosterSheet,
  billNotAlreadyIn: bills,
  splitBillsNoted: bills,
  voucherIsFree: voucher,
  subjectHasPost: subject,
}

/** Facts that need 应到 though the step itself isn't counted. */
export const needRolls: readonly string[] = [
  'enoughToQuestion',
  'branchIsQuorate',
  'compositionNoted',
  'demandedByEnough',
]

/** 应到 on the day on which a meeting was held, of its group where it is one's. */
export const rollsFor = (house: House, village: string, fields: Readonly<Record<string, unknown>>) =>
  house.stores.rosters.rolls(
    village,
    isDay(fields.heldOn) && fields.heldOn <= today(house) ? fields.heldOn : today(house),
    typeof fields.group === 'number' ? fields.group : undefined,
  )
