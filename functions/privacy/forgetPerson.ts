import type { Case } from '@shared/engine/case'
import { addDays } from '@shared/engine/deadline'
import type { Role } from '@shared/engine/workflow'
import { proofDays } from '@shared/retention'
import type { Citizen } from '@shared/schemas/person'
import { levelOfRole } from '../acts'
import { each } from '../clock/each'
import { memberKey, openIdHash } from '../inviteCode'
import { isOfficeRole } from '../scope'
import { deskOfRole } from '../store/desks'
import { forget } from '../store/forget'
import type { House } from '../stores'
import { today } from '../world'
import { dropFiles, eraseIn } from './eraseIn'
import { erasableIn, ownLines } from './ownWords'

/** What is left of whoever has gone. */
export const goneName = '已注销'

/**
 * Forgets someone: they are signed out everywhere, nothing leads to them any more, their own words, pictures and recordings are
 * gone from every case. What they did by a post stays with their name, as a record of the village. Killed anywhere and begun
 * anew, it ends the same: what is read to find the rest is forgotten last.
 */
export const forgetPerson = async (house: House, id: string): Promise<void> => {
  const { people, deletions } = house.stores
  const person = await people.fresh(id)
  if (person) {
    await house.stores.signIns.end(id, () => true)
    await forgetWaysIn(house, person)
    await each(await casesOf(house, person), (pk) => forgetIn(house, pk, id))
    await dropFiles(house, id, await house.stores.files.sentBy(id))
    await forgetDesk(house, id)
    for (const kind of ['consent', 'views', 'looked']) await forget(house.table, `${kind}#${id}`, today(house))
    await house.stores.agreements.keepUntil(id, addDays(today(house), proofDays))
    // the roster may have given them a post meanwhile
    const left = leftOf(person, today(house))
    const isLeft = JSON.stringify(left) === JSON.stringify(person)
    if (!isLeft && (await people.save(left)) === 'lost') return forgetPerson(house, id)
  }
  await deletions.done(id, today(house))
}

/** Finishes what was begun and not done. */
export const finishDeletions = async (house: House): Promise<void> =>
  each(await house.stores.deletions.open(), (person) => forgetPerson(house, person))

/** A number, a WeChat, a line of a roster: none of them leads to an account any more. */
const forgetWaysIn = async (house: House, { id, openId, village, member }: Citizen): Promise<void> => {
  const { accounts } = house.stores
  const { phoneHash } = await accounts.get(id)
  const gone = () => ({ next: undefined, says: undefined })
  const key = village && member && memberKey(village, member)
  const numbers = [phoneHash, key && (await accounts.members.get(key))?.phoneHash]
  for (const number of numbers) if (number) await accounts.phones.change(number, gone)
  if (key) await accounts.members.change(key, gone)
  if (openId) await accounts.wechats.change(openIdHash(house, openId), gone)
  await forget(house.table, `account#${id}`, today(house))
}

/** Every case that they may have written in: those of the villages to which they belong, or ever did, and their own. */
const casesOf = async (house: House, { id, village, posts }: Citizen): Promise<readonly string[]> => {
  const villages = new Set([village, ...posts.map((p) => p.place)].filter((v) => v !== undefined))
  const found = new Set<string>()
  for (const at of villages) for (const { pk } of await house.stores.cases.changedSince(at, '0')) found.add(pk)
  let after: string | undefined
  do {
    const page = await house.stores.cases.mine(id, { limit: 1000, after })
    for (const { pk } of page.rows) found.add(pk)
    after = page.next
  } while (after)
  return [...found]
}

const forgetIn = async (house: House, pk: string, person: string): Promise<void> => {
  // what was written to them about it
  await forget(house.table, `push#${pk}#${person}`, today(house))
  const stored = await house.stores.cases.get(pk)
  if (!stored) return
  const { found, workflow } = stored
  const own = ownLines(workflow, found, person)
  const opener = found.opener === person && own.some((e) => e.step === 'open')
  const fields = own.flatMap((e) => erasableIn(workflow, e))
  if (own.length || opener) await forgetHand(house, found, person)
  if (own.length || opener) await eraseIn(house, stored, { fields, lines: own.map((e) => e.no), opener, why: 'person' })
}

/** In letters to whoever was told of it by what someone did, nothing says any more who that was. */
const forgetHand = async (house: House, { id, place, log }: Case, person: string): Promise<void> => {
  const desks = (Object.keys(levelOfRole) as Role[]).map((role) => deskOfRole(role, place))
  const people = log.map((e) => e.person).filter((one) => one !== person)
  for (const desk of new Set([...desks, ...people])) await house.stores.inbox.forgetHand(desk, id, person)
}

const forgetDesk = async (house: House, person: string): Promise<void> => {
  for (;;) {
    const { rows } = await house.stores.inbox.of(person, { limit: 200 })
    for (const { pk } of rows) await forget(house.table, pk, today(house))
    if (!rows.length) return
  }
}

/** Nobody any more; of whoever held office the name and the posts, which stand beside what they did by them. */
const leftOf = ({ id, name, township, posts }: Citizen, on: string): Citizen => {
  const held = posts.filter((p) => isOfficeRole(p.role)).map((p) => ({ ...p, until: p.until ?? addDays(on, -1) }))
  return { id, name: held.length ? name : goneName, says: goneName, township, posts: held }
}
