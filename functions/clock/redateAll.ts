import { asOf } from '@shared/engine/asOf'
import type { Case, Day, Holidays } from '@shared/engine/case'
import { redated } from '@shared/engine/decideAside'
import { stepOf } from '@shared/engine/evolve'
import { isRefusal } from '@shared/engine/refusal'
import type { Step } from '@shared/engine/workflow'
import { firstChange } from '@shared/holidayTables'
import type { TownshipPlace } from '@shared/schemas/person'
import { workflowOf } from '@shared/workflows'
import { actOn } from '../acting'
import { type Applied, freshFor, published } from '../store/holidayStore'
import type { House } from '../stores'
import { sweepCase } from '../sweeping'
import { backlogKey } from '../views/monitorView'
import { sessionsOf, worldOf } from '../world'
import { each } from './each'
import { clock } from './person'
import { redateWaiting } from './redateWaiting'

/**
 * When a county's holidays are others than those by which its open cases were dated, works out their days anew, through the
 * engine, as an entry with the old day and the new. Writes only where the holidays make a difference. Returns how many lines were
 * written. Safe to run twice, late, or to be killed anywhere: begun again, it finds what is done.
 */
export const redateAll = async (house: House): Promise<number> => {
  const { townships } = await house.stores.places.places()
  let written = 0
  await each(townships, async (township) => {
    written += await redateIn(house, township)
  })
  return written
}

const redateIn = async (house: House, township: TownshipPlace): Promise<number> => {
  const { holidays: store } = house.stores
  const [{ savedAt, ...latest }, applied] = await Promise.all([
    store.latest(township.county),
    store.applied(township.id),
  ])
  if (applied?.stamp === latest.stamp) return 0
  const change: Change = { before: applied?.holidays ?? published, ...latest }
  const from = firstChange(change.before, change.holidays)
  const written = from ? await redateFrom(house, township, change, from) : 0
  // until then someone may still date a case by the table before
  if (house.now() - savedAt >= 2 * freshFor) await store.apply(township.id, latest)
  return written
}

type Change = Applied & { before: Holidays }

const redateFrom = async (house: House, township: TownshipPlace, change: Change, from: Day): Promise<number> => {
  const reason = reasonOf(change, from)
  let written = 0
  const rows = (await house.stores.cases.openIn(township.id)).map(backlogKey)
  // no day before the first that has changed can have become another; what stands still, or has no day, is looked at
  const due = rows.filter(({ workflow, step, due }) => due >= from && hasDue(stepOf(workflowOf(workflow)!, step)))
  const jobs = [
    ...due.map(({ id }) => async () => {
      if (await redateCase(house, id, change, reason)) written++
    }),
    // sessions move with the holidays, and with them what waits to be heard
    ...township.villages.map(({ id }) => async () => {
      const at = (await house.stores.places.village(id))!
      const waiting = await redateWaiting(house, id, await sessionsOf(house, at))
      written += waiting.filter(({ moved }) => moved).length
    }),
  ]
  await each(jobs, (job) => job())
  return written
}

const hasDue = (step: Step | undefined): boolean => !!step?.due && !step.due.from?.includes('nextSessionOn')

const reasonOf = ({ before, holidays }: Change, from: Day): string =>
  `${from.slice(0, 4)}年放假安排${from > before.until && holidays.until > before.until ? '公布了' : '改了'}，期限重新算`

const redateCase = async (house: House, id: string, change: Change, reason: string): Promise<boolean> => {
  const stored = await house.stores.cases.get(id)
  const at = stored && (await house.stores.places.village(stored.found.place.village))
  if (!stored || !at) return false
  const { workflow, found } = stored
  const world = await worldOf(house, at, found.log[0].at)
  const { now } = asOf(workflow, found, world)
  const aside = workflow.asides.find((a) => a.does === 'redate')
  if (!aside || !now.dueOn || !hasDue(stepOf(workflow, now.step))) return false
  const [then, next] = [change.before, change.holidays].map((holidays) =>
    redated(workflow, now, { ...world, holidays }),
  )
  // settings may have changed as well since: they don't move a day that was given already
  if (isSame(then, next) || isSame(next, now)) return false
  const actId = `redate:holidays:${change.stamp}:${now.visit}`
  if (found.log.some((e) => e.actId === actId)) return false
  const act = { actId, seen: 0, aside: aside.id, form: { reason, was: now.dueOn } }
  const told = await actOn(house, id, act, () => clock)
  // it was closed in between
  if (isRefusal(told)) return false
  await sweepCase(house, id)
  return true
}

type Due = Pick<Case, 'dueOn' | 'dueIsProvisional'>
const isSame = (a: Due, b: Due): boolean => a.dueOn === b.dueOn && !!a.dueIsProvisional === !!b.dueIsProvisional
