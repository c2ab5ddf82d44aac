import type { Case } from '@shared/engine/case'
import type { Workflow } from '@shared/engine/workflow'
import type { Citizen } from '@shared/schemas/person'
import type { CaseView } from '@shared/schemas/views'
import { hasLeft, may, officesOf } from './scope'
import { seesNow } from './store/caseCard'
import type { StoredCase } from './store/caseStore'
import type { Row } from './store/table'
import type { House } from './stores'
import { today } from './world'

/** What someone raised of their own and not all of the village may read: who of the office has opened it is theirs to know. */
const isPrivate = (workflow: Workflow, found: Case): boolean =>
  (workflow.opensBy.includes('villager') || workflow.steps[0].by[0] === 'opener') &&
  !['everyone', 'villagers'].includes(seesNow(workflow, found))

/**
 * A single case for whoever opens it; undefined where there is none that they may see. Whoever opens another's private matter is
 * noted before anything of it is handed out, once a day.
 */
export const openedBy = async (
  house: House,
  id: string,
  person: Citizen | undefined,
): Promise<StoredCase | undefined> => {
  const stored = await house.stores.cases.get(id)
  const on = today(house)
  if (!stored || !may(person, 'seeCase', stored, on)) return undefined
  await noteLook(house, stored, person)
  return stored
}

/** The same for a case that was read, and that they may see. */
export const noteLook = async (house: House, { workflow, found }: StoredCase, person: Citizen | undefined) => {
  if (person && person.id !== found.opener && isPrivate(workflow, found))
    await house.table.mark(`looked#${found.id}`, `${today(house)}#${person.id}`)
}

/** Of rows of someone's own lists those that they may still see: what came with a post stays behind when they leave it. */
export const stillTheirs = async (house: House, person: Citizen, rows: readonly Row[]): Promise<readonly Row[]> => {
  const on = today(house)
  if (!hasLeft(person, on)) return rows
  const stored = await Promise.all(rows.map(({ pk }) => house.stores.cases.get(pk)))
  return rows.filter((_, i) => may(person, 'seeCase', stored[i], on))
}

/** Who opened it on which day, the latest first; undefined where nobody has, or where it is no private matter. */
export const lookedAt = async (house: House, id: string): Promise<CaseView['lookedAt']> => {
  const looks = (await house.table.members(`looked#${id}`)).map((look) => {
    const [on, person] = look.split('#') as [string, string]
    return { on, person }
  })
  if (!looks.length) return undefined
  const people = new Map((await house.stores.people.many(looks.map((l) => l.person))).map((p) => [p.id, p]))
  return looks
    .sort((a, b) => (a.on > b.on ? -1 : a.on < b.on ? 1 : a.person < b.person ? -1 : 1))
    .map(({ on, person }) => ({ who: called(people.get(person), on), on }))
}

/** Post and name as on that day: 村支书 何福来. */
const called = (person: Citizen | undefined, on: string): string =>
  person ? `${officesOf(person, on)[0]?.title ?? ''} ${person.name}`.trim() : '已注销的人'
