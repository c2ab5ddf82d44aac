import { catalogueItem } from '@shared/catalogue'
import { owedYear } from '@shared/disclosure'
import { isRefusal, type Refusal, refuse } from '@shared/engine/refusal'
import { periodName } from '@shared/period'
import type { Urging } from '@shared/schemas/monitorViews'
import type { Citizen, TownshipPlace } from '@shared/schemas/person'
import type { DisclosureView } from '@shared/schemas/views'
import { actOn, caseIdOf, openCase } from './acting'
import { diagnosis } from './http/diagnosis'
import { disclosureFor } from './routes/disclosure'
import { actorOn, may } from './scope'
import type { StoredCase } from './store/caseStore'
import type { House } from './stores'
import { sweepCase } from './sweeping'
import { today } from './world'

type Words = Pick<Urging, 'actId' | 'reason' | 'replyBy'>
/** What was asked to be urged, in words, and the 督办单 that came of it or why there is none. */
export type Urged = { what: string; of: { id: string; number?: string } | Refusal }

const notHere = '不在您管的镇或片里，督办不了。请找管这个村的片长或镇里。'

/** 督办 of a case. Asked again with the same act id it changes nothing and answers the same. */
export const urgeCase = async (
  house: House,
  person: Citizen,
  township: TownshipPlace,
  id: string,
  { actId, reason, replyBy }: Words,
): Promise<Urged> => {
  const on = today(house)
  const stored = await house.stores.cases.get(id)
  if (!stored || stored.found.place.township !== township.id || !may(person, 'seeCase', stored, on))
    return { what: '一件没有找到的事', of: refuse('notFound') }
  const { found, workflow } = stored
  const what = `${found.number} ${found.title}`
  const act = { actId: `${actId}:${id}`, seen: found.seen, aside: 'urge', form: { reason, replyBy } }
  const isDone = found.log.some((e) => e.actId === act.actId && e.person === person.id)
  const of = async () => {
    if (!may(person, 'urge', stored, on)) return refuse('notInScope', notHere)
    if (!workflow.asides.some((a) => a.id === act.aside))
      return refuse('notNow', '督办单、约谈和重点帮扶自己有期限，不再督办。请直接打开它办。')
    return isDone ? undefined : openUrging(house, stored)
  }
  const barred = await of()
  if (barred) return { what, of: barred }
  const acted = await actOn(house, id, act, (found, workflow) => actorOn(person, { found, workflow }, on))
  if (isRefusal(acted)) return { what, of: acted }
  // what a crash here leaves undone the sweep does
  await sweepCase(house, id).catch((e) => console.error('sweep', diagnosis(e)))
  const child = acted.found.log.find((e) => e.actId === act.actId)!.effect.child!
  return { what, of: await numbered(house, child) }
}

/** 督办 of an item that is missing on a board, in the same way. */
export const urgeMissing = async (
  house: House,
  person: Citizen,
  township: TownshipPlace,
  { village, item, period }: Urging['missing'][number],
  { actId, reason, replyBy }: Words,
): Promise<Urged> => {
  const at = await house.stores.places.village(village)
  const owed = catalogueItem(item)
  if (!at || !owed || at.township.id !== township.id)
    return { what: '一项没有找到的公开内容', of: refuse('notFound', '没有这个村或者这一项。请从公开情况里重新选。') }
  const title = missingTitle(owed.title, period)
  const what = `${at.village.name} ${title}`
  if (!may(person, 'urge', at, today(house))) return { what, of: refuse('notInScope', notHere) }
  const wanted = `${actId}:${village}:${item}:${period}`
  if (!(await house.stores.cases.get(caseIdOf(house, person.id, wanted)))) {
    const there = (await house.stores.cases.urgedIn(township.id)).get(`${village}#${item}#${period}`)
    const open = there && (await house.stores.cases.get(there))
    if (open) return { what, of: alreadyUrged(open) }
    const view = await disclosureFor(house, at, Number(owedYear(item, period)), person)
    if (!isMissing(view, item, period))
      return { what, of: refuse('notNow', '这一项现在不缺：已经公开了，或者还没到期。请刷新再看。') }
  }
  const form = { title, reason, replyBy, owedItem: item, owedPeriod: period }
  const opened = await openCase(house, person, { workflow: 'supervision', village, actId: wanted, form })
  if (isRefusal(opened)) return { what, of: opened }
  await sweepCase(house, opened.found.id).catch((e) => console.error('sweep', diagnosis(e)))
  return { what, of: await numbered(house, opened.found.id) }
}

const mostTitle = 60

/** What a 督办单 of a missing item is called. */
export const missingTitle = (item: string, period: string): string =>
  `${periodName(period)} ${item}没有公开`.slice(0, mostTitle)

const isMissing = ({ items }: DisclosureView, code: string, period: string): boolean =>
  items.find((i) => i.code === code)?.periods.some((p) => p.period === period && p.state === 'missing') ?? false

const numbered = async (house: House, id: string) => {
  const number = (await house.stores.cases.get(id))?.found.number
  return { id, ...(number && { number }) }
}

/** The 督办单 of this case that isn't closed yet, as the reason why there is no second one. */
const openUrging = async (house: House, { found, workflow }: StoredCase): Promise<Refusal | undefined> => {
  const then = workflow.asides.find((a) => a.id === 'urge')?.then
  const kind = then && 'open' in then ? then.open : undefined
  for (const { id } of found.children.filter((c) => c.workflow === kind)) {
    const child = await house.stores.cases.get(id)
    // one that a crash left unopened is there all the same
    if (!child) return refuse('onlyOnce', '这件事刚刚督办过，督办单正在编号。请过一会儿再看。')
    if (child.found.step !== 'closed') return alreadyUrged(child)
  }
  return undefined
}

const alreadyUrged = ({ found: { id, number } }: StoredCase): Refusal =>
  refuse('onlyOnce', `已经有督办单${number}，还没有销号，不用再督办。请打开那张督办单看。`, { id, number })
