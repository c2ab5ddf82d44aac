import { dayInChina, hourInChina } from '@shared/calendar'
import type { Case } from '@shared/engine/case'
import type { Workflow } from '@shared/engine/workflow'
import { may } from '../scope'
import { isStone, seesNow, stoneTitle } from '../store/caseCard'
import type { Note, Push } from '../store/pushStore'
import type { House } from '../stores'
import type { Facts } from '../wechat/templates'
import { today } from '../world'
import { isTheirs } from './holders'
import { messagesOf } from './messagesOf'
import { newsFor } from './queuePush'

/** What is written to someone about a line of a case, as things stand now; nothing where it is news to them no more. */
export const pushFacts = async (
  house: House,
  { person: id, caseId }: Push,
  { desk, no, at, kind }: Note,
): Promise<{ openId: string; facts: Facts } | undefined> => {
  if (house.now() - Date.parse(at) > newsFor) return undefined
  const [stored, person] = await Promise.all([house.stores.cases.get(caseId), house.stores.people.get(id)])
  const day = today(house)
  if (!stored || !person?.openId || !isTheirs(desk, person, day)) return undefined
  const { found, workflow } = stored
  const entry = found.log.find((e) => e.no === no)
  const message = entry && messagesOf(workflow, found, entry).find((m) => m.desk === desk)
  if (!message || !may(person, 'seeCase', stored, day)) return undefined
  // what it reminds of was done, or is due on another day
  if (entry.aside === 'remind' && (entry.step !== found.step || entry.values.dueOn !== found.dueOn)) return undefined
  const village = (await house.stores.places.village(found.place.village))?.village.name ?? ''
  const when =
    kind !== 'moved' && found.dueOn
      ? { on: found.dueOn, time: '23:59' }
      : { on: dayInChina(at), time: hourInChina(at).slice(11) }
  const title = titleFor(workflow, found, id)
  return { openId: person.openId, facts: { title, village, says: message.says, ...when } }
}

/** What only the office may see isn't named on anybody's locked telephone. */
const titleFor = (workflow: Workflow, found: Case, person: string): string => {
  if (isStone(workflow, found)) return stoneTitle
  if (seesNow(workflow, found) !== 'office') return found.title
  // to villagers 村民说事 is 说事
  return `${found.opener === person ? '您的' : ''}一件${workflow.title.replace(/^村民/, '')}`
}
