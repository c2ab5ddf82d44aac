import type { Case } from '@shared/engine/case'
import { isRefusal } from '@shared/engine/refusal'
import type { VillagePlace } from '@shared/schemas/person'
import { actOn, openCase } from '../functions/acting'
import { people } from '../functions/demo/people'
import { places } from '../functions/demo/places'
import { actorAt } from '../functions/scope'
import type { StoredCase } from '../functions/store/caseStore'
import type { House } from '../functions/stores'
import { sweepAll } from '../functions/sweeping'
import { today } from '../functions/world'

const first = 'dongxi'
const hour = 3_600_000

/** The villages of the demo, and after them more of the same. */
const villageAt = (n: number): VillagePlace => {
  const like = places.villages[n % places.villages.length]
  return n < places.villages.length ? like : { ...like, id: `village${n}`, name: `${like.name.slice(0, -1)}${n}村` }
}

/**
 * A township of so many villages, each with so many open cases: those of the first go through the engine over sixty days up to
 * now, every other village has the same under its own people's ids.
 */
export const fillTownship = async (
  house: House,
  clock: { at: number },
  { villages, each }: { villages: number; each: number },
): Promise<void> => {
  const now = clock.at
  clock.at = now - 60 * 24 * hour
  await house.stores.places.save({
    townships: [{ ...places, villages: Array.from({ length: villages }, (_, n) => villageAt(n)) }],
  })
  await people(house.stores)
  await house.stores.settings.save(first, { requestsPerDay: each })
  const found: StoredCase[] = []
  for (let n = 0; n < each; n++) {
    // more and more of them lately, as it is
    clock.at = now - Math.floor(((each - n) / each) ** 2 * 59 * 24) * hour
    found.push(await opened(house, n))
  }
  clock.at = now
  // whom it concerns has been told, so that nothing is left to do for the copies
  await sweepAll(house)
  const swept = await Promise.all(found.map(async (c) => (await house.stores.cases.get(c.found.id))!))
  for (let n = 1; n < villages; n++) {
    const village = villageAt(n)
    for (const key of ['clerk', 'secretary', 'villager']) await moved(house, key, village)
    for (const { workflow, found: one } of swept) await house.stores.cases.save(workflow, copied(one, village), 0)
  }
}

/** One case as far as its turn: just raised, taken in hand, being handled, or a notice that is still being written. */
const opened = async (house: House, n: number): Promise<StoredCase> => {
  const request = { text: `第${n}盏路灯不亮`, category: 'utilities', visibility: 'villagers' }
  const notice = {
    board: 'village',
    item: 'V02',
    happenedOn: today(house),
    audience: 'everyone',
    body: '先修三组的路。',
  }
  const isNotice = n % 4 === 3
  const [person, workflow, form] = isNotice
    ? ['clerk', 'notice', { ...notice, title: `村庄规划第${n}号` }]
    : ['villager', 'request', request]
  const stored = await openCase(house, (await house.stores.people.get(`${person}-${first}`))!, {
    ...{ workflow: workflow as string, village: first, actId: `fill-${n}`, form: form as Record<string, unknown> },
  })
  if (isRefusal(stored)) throw new Error(stored.says)
  const acts = isNotice ? [] : actsOf(today(house)).slice(0, n % 4)
  let at = stored
  for (const { by, ...act } of acts) {
    const person = (await house.stores.people.get(`${by}-${first}`))!
    const acted = await actOn(
      house,
      at.found.id,
      { actId: `fill-${n}-${act.outcome}`, seen: at.found.seen, ...act },
      (f) => actorAt(person, f.place, today(house)),
    )
    if (isRefusal(acted)) throw new Error(acted.says)
    at = acted
  }
  return at
}

const actsOf = (heldOn: string) => [
  { by: 'clerk', outcome: 'acknowledged', form: {} },
  { by: 'secretary', outcome: 'handle', form: { decision: '请电工来换灯。', heldOn } },
]

/** Somebody of the first village as they are called in another. */
const moved = async (house: House, key: string, { id }: VillagePlace) => {
  const one = (await house.stores.people.get(`${key}-${first}`))!
  const posts = one.posts.map((p) => ({ ...p, place: id }))
  await house.stores.people.save({ ...one, id: `${key}-${id}`, village: id, posts })
}

const copied = (found: Case, village: VillagePlace): Case => ({
  ...(JSON.parse(JSON.stringify(found).replaceAll(`-${first}"`, `-${village.id}"`)) as Case),
  ...{ id: `${found.id}${village.id}`, place: { ...found.place, village: village.id, cluster: village.cluster } },
})
