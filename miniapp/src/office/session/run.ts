import { isOverdue } from '@shared/engine/deadline'
import type { SessionRunView } from '@shared/schemas/requestViews'
import type { CardView, PersonView } from '@shared/schemas/views'
import { request } from '@shared/workflows/request'
import type { SealState } from '../../components/Seal'
import { nearDay } from '../../words'

const runners = ['clerk', 'secretary', 'director']

/** The village for whose sessions this person answers: clerk, secretary or director there. */
export const villageRunBy = (person: PersonView | undefined): string | undefined =>
  person?.posts.find(({ role }) => runners.includes(role))?.place

/** Whether this person runs the sessions of that village. */
export const runsSessions = (person: PersonView | undefined, village: string): boolean =>
  person?.posts.some(({ role, place }) => runners.includes(role) && place === village) ?? false

/**
 * planned: one may still raise for it · waiting: the day is still to come · running: it is held and written down ·
 * written: it was held, the summary is to come · over
 */
export type Stage = 'planned' | 'waiting' | 'running' | 'written' | 'over'

/** How far a session is. Without its case it hasn't been cut off yet. */
export const stageOf = ({ session: { case: found, on }, step, today }: SessionRunView): Stage => {
  if (!found) return 'planned'
  if (step === 'summary') return 'written'
  if (step !== undefined && step !== 'meeting') return 'over'
  return today < on ? 'waiting' : 'running'
}

const triage = request.steps.filter(({ hears }) => hears).map(({ says }) => says ?? {})

/** By which words a request was heard: 村里办, 当场答复. */
export const decidedWords = (outcome: string): string => triage.find((says) => says[outcome])?.[outcome] ?? '商量过了'

const ended: Readonly<Record<string, string>> = { held: '开过了', nobodyCame: '没有人来', notHeld: '没有开成' }

/** How the meeting ended; undefined while it isn't recorded. */
export const endedWords = ({ outcome }: SessionRunView): string | undefined => ended[outcome ?? '']

/** 听了3件，还有2件 */
export const progressWords = ({ counts: { agenda, heard }, unacknowledged }: SessionRunView): string => {
  const left = agenda + unacknowledged.length
  return left === 0 ? (heard === 0 ? '没有要听的' : `听了${heard}件，都听完了`) : `听了${heard}件，还有${left}件`
}

/** 后天说事日，有5件要听 */
export const nextWords = (on: string, today: string, waiting: number | undefined): string =>
  `${nearDay(on, today)}说事日${waiting === undefined ? '' : waiting === 0 ? '，还没有事要听' : `，有${waiting}件要听`}`

/** How the seal of a promise looks now. */
export const sealStateOf = ({ step, due }: CardView, today: string): SealState =>
  step === 'closed' ? 'done' : isOverdue(due, today) && !step.toLowerCase().endsWith('rating') ? 'late' : 'now'

/** What is heard next: what has been taken in hand, in the order in which it was raised. */
export const nextOf = ({ agenda }: SessionRunView): CardView | undefined => agenda[0]
