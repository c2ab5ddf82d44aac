import { claimedFor, type Push } from '../store/pushStore'
import type { House } from '../stores'
import type { SendMessage } from '../wechat/subscribeMessage'
import { byDay, isNight } from './hours'
import { pushFacts } from './pushFacts'

const minute = 60_000
/** How long after each refusal it is tried again, in milliseconds; after the last it is given up. */
const backOff = [1 * minute, 5 * minute, 30 * minute, 120 * minute]
/** At most so many a shard and run: a run ends within the minutes that a function is given. */
const most = 200

type Told = Awaited<ReturnType<SendMessage>>

/**
 * Sends what is due through WeChat, each at most once: the message is taken off what its reader agreed to, then it is claimed,
 * then WeChat is asked. Where a process dies between the last two, nobody knows whether it came, and it isn't sent again. Safe
 * to run twice at the same time. A run ends where WeChat isn't well. Returns how many were sent;
 * throws, at its end, what went wrong with one of them in our own house.
 */
export const sendAll = async (house: House): Promise<{ sent: number }> => {
  if (!house.wechatPush) return { sent: 0 }
  let sent = 0
  let broken: unknown
  for (const pk of await house.stores.pushes.due(most)) {
    // one message's trouble isn't the next one's
    const told = await sendOne(house, pk).catch((e: unknown) => {
      broken ??= e
    })
    if (told === 'sent') sent++
    if (told === 'later' || told === 'unknown') break
  }
  if (broken) throw broken
  return { sent }
}

const sendOne = async (house: House, pk: string): Promise<Told | undefined> => {
  const { pushes, consents } = house.stores
  const stored = await pushes.read(pk)
  if (!stored) return undefined
  const { waiting, claimed, ...push } = stored.push
  const now = house.now()
  if (claimed) {
    if (now >= Date.parse(claimed.since) + claimedFor) await pushes.record(pk, push.attempts, 'unknown')
    return undefined
  }
  if (!waiting || Date.parse(waiting.due) > now || isNight(now)) return undefined
  const { kind, tries } = waiting
  const template = house.wechatPush!.templates[kind]
  const news = template && (await pushFacts(house, push, waiting))
  const attempt = push.attempts + 1
  const by = `${push.caseId}#${push.from}#${attempt}`
  if (!news || (await consents.claim(push.person, template.id, by)) === 'none') {
    // a process that died may have taken it before
    if ((await pushes.drop(stored)) === 'put' && template) await consents.giveBack(push.person, template.id, by)
    return undefined
  }
  const { due: _, ...note } = waiting
  const claim: Push = { ...push, attempts: attempt, claimed: { ...note, since: new Date(now).toISOString() } }
  // another run sends it, or a newer line stands in its place: either finds taken what was taken here
  if ((await pushes.put(claim, stored.version)) === 'lost') return undefined

  const told = await house.wechatPush!.send(news.openId, template, news.facts, `pages/case/index?id=${push.caseId}`)
  if (told === 'refused') await consents.emptied(push.person, template.id)
  if (told === 'failed' || told === 'later') await consents.giveBack(push.person, template.id, by)
  const wait = backOff[tries]
  const again = wait ? { ...note, tries: tries + 1, due: byDay(house.now() + wait) } : ('failed' as const)
  await pushes.record(pk, attempt, told === 'later' ? again : told)
  return told
}
