import { numberOf } from '@shared/engine/deadline'
import type { Step } from '@shared/engine/workflow'

type Values = Readonly<Record<string, unknown>>

/** What is known beyond the form, so that it can be said by name: who is named, what it is merged into, whose days hold. */
export type Told = {
  /** the name of whoever was chosen as handler, and whether that is the reader */
  named?: string
  toSelf?: boolean
  /** who answers for it until they take it: 您, or a name */
  keeper?: string
  into?: { number: string; title: string }
  /** the case's due day, YYYY-MM-DD */
  dueOn?: string
  /** the village's, once they are known */
  settings?: Values
}

/** 6月15日 */
export const dayWords = (day: unknown): string =>
  typeof day === 'string' ? `${+day.slice(5, 7)}月${+day.slice(8, 10)}日` : '期限'

/** How many days a setting has; '' while the village's settings aren't known. */
export const daysOf = (setting: string, settings: Values | undefined): string =>
  settings ? `${numberOf({ setting, atLeast: 1 }, settings)}天` : ''

/** What an outcome of a request or a session means for those whom it concerns, one sentence a line. */
export const linesOf = (step: Step, outcome: string, values: Values, told: Told): readonly string[] => [
  ...(step.form === 'triage' ? ofTriage(outcome, values, told) : []),
  ...(opensOutcome(step, outcome) ? ['商量的结果会公开到村务栏，不写是谁提的。'] : []),
  ...(step.form === 'sessionHeld' ? (ofSession[outcome] ?? []) : []),
  ...(step.form === 'handled' && outcome === 'escalated' ? ['村里记的都一起交上去，说事人看得到。'] : []),
]

const opensOutcome = ({ then }: Step, outcome: string): boolean => {
  const follow = then?.[outcome]
  return follow !== undefined && 'open' in follow && follow.open === 'consultationOutcome'
}

const ofSession: Readonly<Record<string, readonly string[]>> = {
  nobodyCame: ['照实记“没有人来”。可以加开一次晚上的，或者到各组去听。'],
  notHeld: ['等着说的事排到下一次说事日。'],
}

const ofTriage = (
  outcome: string,
  { returnsOn }: Values,
  { named, toSelf, keeper, settings }: Told,
): readonly string[] => {
  switch (outcome) {
    case 'handle':
      if (toSelf) return ['由您自己办，从现在起您负责。']
      return named ? [`请${named}办。${handedOver(keeper)}`] : []
    case 'declined':
      return [
        '理由会告诉说事人。',
        `他不同意，${settings ? `${daysOf('ratingDays', settings)}内` : ''}可以请镇里看该不该受理。`,
      ]
    case 'plan':
      return [`到${dayWords(returnsOn)}，它自己回到说事日，说事人看得到分几步。`]
    case 'decide':
      return ['会开一件四议事项，和这件事连在一起，名字会公开。']
    default:
      return []
  }
}

/** Until it is taken, whoever had it before answers for it. */
export const handedOver = (keeper = '原来的人'): string => `他接手以前还是${keeper}负责。`
