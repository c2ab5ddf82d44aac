import { heardBy } from '@shared/calendar'
import { startOf } from '@shared/engine/asOf'
import type { Case } from '@shared/engine/case'
import { checkedWords } from '@shared/rules/feedbackFacts'
import type { RequestFacts } from '@shared/rules/requestFacts'
import { workflowOf } from '@shared/workflows'
import type { Gather } from './facts'
import { wasUpheld } from './privacy/appeals'
import { dueOf, promisedRows, sessionBefore, waitingRows } from './sessionRows'
import type { House } from './stores'
import { sessionsOf, today } from './world'

type Told = (...of: Parameters<Gather>) => Promise<RequestFacts>

const request = workflowOf('request')!

const categories: Told = async (house, { place }) => ({
  categories: (await house.stores.requestWords.of(place.county)).categories.map(({ value }) => value),
})

/** How many requests someone has raised today, wherever. */
export const raisedToday = async (house: House, person: string): Promise<number> => {
  const { rows } = await house.stores.cases.mine(person, { from: startOf(today(house)), limit: 200 })
  return rows.filter(({ sort }) => sort.endsWith(`#${request.mark}`)).length
}

/** What the check of contents says; when it can't be asked, nothing is held back: a person reads it within a workday. */
const fitness: Told = async (house, { form, person }) => {
  if (!house.contentSafety) return {}
  const words = checkedWords(form)
  const { openId } = (await house.stores.people.get(person.id)) ?? {}
  const isRisky = (await house.contentSafety.words(words, openId)) === 'risky'
  return { unfit: isRisky && !(await wasUpheld(house, person.id, words)) }
}

const into: Told = async (house, { found, form }) => {
  const target = typeof form.into === 'string' ? await house.stores.cases.get(form.into) : undefined
  if (!found || !target || target.found.place.village !== found.place.village || target.workflow.id !== found.workflow)
    return { into: { found: false, closed: false, later: false, itself: false, hidden: false, number: '' } }
  const order = (of: Case) => `${of.log[0].at}#${of.id}`
  return {
    into: {
      ...{ found: true, number: target.found.number, itself: target.found.id === found.id },
      closed: target.found.step === 'closed',
      later: order(target.found) > order(found),
      hidden: target.found.sees === 'office' && found.sees !== 'office',
    },
  }
}

const namesIn = async (house: House, cases: readonly Case[]): Promise<readonly string[]> => {
  const openers = await house.stores.people.many(cases.map((c) => c.opener))
  const spokenFor = cases.map((c) => c.fields.onBehalf).filter((name) => typeof name === 'string')
  // whoever entered it for someone else did so in office
  const carried = new Set(cases.filter((c) => c.fields.onBehalf).map((c) => c.opener))
  return [...openers.filter((p) => !carried.has(p.id)).map((p) => p.name), ...spokenFor].filter((n) => n.length > 1)
}

/** Of a request whoever raised it, of a session whoever raised what it heard. */
const raisers: Told = async (house, { found }) => {
  if (!found) return {}
  const { sessionOn } = found.fields
  if (typeof sessionOn !== 'string') return { raisers: await namesIn(house, [found]) }
  const rows = await house.stores.cases.heardOn(found.place.village, sessionOn)
  const heard = await Promise.all(rows.slice(0, 100).map((r) => house.stores.cases.get(r.pk)))
  return {
    raisers: await namesIn(
      house,
      heard.filter((h) => h !== undefined).map((h) => h.found),
    ),
  }
}

const templates: Told = async (house, { place }) => ({
  templates: (await house.stores.requestWords.of(place.county)).templates.map(({ text }) => text),
})

/** What was promised at the session before this one. */
const promised: Told = async (house, { found, place }) => {
  const at = await house.stores.places.village(place.village)
  if (!at || !found) return {}
  const { rule, holidays } = await sessionsOf(house, at)
  const before = sessionBefore(String(found.fields.sessionOn), rule, holidays)
  return { promised: (await promisedRows(house, place.village, before)).length }
}

const unheard: Told = async (house, { found, place }) => {
  const on = heardBy(String(found?.fields.sessionOn), await house.stores.holidays.of(place.county))
  return { unheard: (await waitingRows(house, place.village)).filter((row) => dueOf(row) <= on).length }
}

export const requestGatherers = {
  categoryIsListed: categories,
  underDailyLimit: async (house, { person }) => ({ raisedToday: await raisedToday(house, person.id) }),
  wordsAreFit: fitness,
  mergesIntoEarlier: into,
  namesNobody: raisers,
  ownWordsEdited: templates,
  readBackFirst: promised,
  agendaHeard: unheard,
} as const satisfies Readonly<Record<string, Told>>
