import { stepOf } from '@shared/engine/evolve'
import { type Ladder, ladderOf, rungsOf } from '@shared/engine/ladder'
import { isRefusal } from '@shared/engine/refusal'
import { workflowOf } from '@shared/workflows'
import { actOn } from '../acting'
import { never } from '../store/caseKeys'
import type { House } from '../stores'
import { sweepCase } from '../sweeping'
import { backlogKey } from '../views/monitorView'
import { today } from '../world'
import { each } from './each'
import { clock } from './person'

/** Villagers who are asked something are reminded before its day and on it; nobody above them is told. */
const lastForVillagers = 2

/**
 * Climbs the ladder of reminders of every open case: one line for each rung that was reached by today, in order, each once
 * however often this runs (its act id is the visit of the step and the rung). Reads a case only where a rung is new. Returns
 * how many lines were written.
 */
export const remindAll = async (house: House): Promise<number> => {
  const on = today(house)
  let written = 0
  await each((await house.stores.places.places()).townships, async ({ id: township, county, villages }) => {
    const settings = await house.stores.settings.ofEach({ county, township }, villages)
    const ladders = new Map(villages.map(({ id }, i) => [id, ladderOf(settings[i]!)]))
    await each(await house.stores.cases.openIn(township), async (row) => {
      const key = backlogKey(row)
      const ladder = ladders.get(key.village)
      for (const one of ladder ? newRungs(key, ladder, on) : [])
        if (await remind(house, row.pk, { ...one, due: key.due })) written++
    })
  })
  return written
}

/** The rungs that were reached by a day and haven't been written, as far as a backlog key says. */
const newRungs = (key: ReturnType<typeof backlogKey>, ladder: Ladder, on: string) => {
  const by = stepOf(workflowOf(key.workflow)!, key.step)?.by[0]
  if (key.due >= never || by === undefined || by === 'clock' || by === 'child') return []
  const most = by === 'opener' ? lastForVillagers : Number.POSITIVE_INFINITY
  return rungsOf(key.enteredOn, key.due, ladder).filter((r) => r.on <= on && r.rung > key.rung && r.rung <= most)
}

const remind = async (
  house: House,
  id: string,
  { rung, on, due }: { rung: number; on: string; due: string },
): Promise<boolean> => {
  const stored = await house.stores.cases.get(id)
  // it has gone on, or its day has moved, since its key was read
  if (!stored || stored.found.dueOn !== due || (stored.found.rung ?? 0) >= rung) return false
  const { visit } = stored.found
  const told = await actOn(
    house,
    id,
    { actId: `rung:${visit}:${rung}`, seen: 0, aside: 'remind', form: { rung, rungOn: on, dueOn: due } },
    () => clock,
  )
  if (isRefusal(told)) return false
  await sweepCase(house, id)
  return true
}
