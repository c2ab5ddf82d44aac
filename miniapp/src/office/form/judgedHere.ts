import type { Case, Problem, World } from '@shared/engine/case'
import { judgeFact } from '@shared/rules/facts'
import { isBlank } from './typed'

/** What the phone knows of the case and the rules, so that it can say no before the server does. */
export type Judging = {
  /** the facts of the step, the aside or the opening */
  facts: readonly string[]
  outcome?: string
  found?: Pick<Case, 'workflow' | 'fields' | 'step' | 'enteredOn' | 'outcome'> & { log: readonly unknown[] }
  /** the workflow that is being opened */
  workflow?: string
  settings: Readonly<Record<string, unknown>>
  /** YYYY-MM-DD */
  today: string
}

/** Facts that nothing but form, case and settings decide, with the fields that have to be there first. */
const known: Readonly<Record<string, readonly string[]>> = {
  ...{ notInFuture: [], heldInOrder: ['heldOn'], boardAfterMeeting: [] },
  ...{ draftHasReached: ['draftSentOn', 'heldOn'], calledInTime: ['noticeOn', 'meetOn'], noticeHasRun: ['heldOn'] },
  ...{ voteWasWatched: [], checkedBeforeLawful: [], backToEarlier: ['to'] },
  ...{ stagesInOrder: ['stages'], stagesCountUp: ['stagesDone'] },
  ...{ paperIsLawful: ['sealKind', 'paper', 'written', 'copies'], paperHasDecision: ['paper'] },
  ...{ stampedAsApproved: ['stamped', 'stampedOn'], billIsMoney: ['amount'], bookedAfterPaid: ['bookedOn'] },
  ...{
    replyIsAhead: ['replyBy'],
    meetingIsAhead: ['meetOn'],
    toAHigherLevel: ['to'],
    replyAgainNamed: ['replyAgainBy'],
  },
  ...{
    electionIsSet: ['kind', 'electionOn'],
    coversInOrder: ['coversFrom', 'coversTo'],
    problemsHaveStages: ['found'],
  },
}
/** Facts that settings decide: they can't be judged where none are known. */
const bySettings = ['draftHasReached', 'calledInTime', 'noticeHasRun']

const isFilled = (value: unknown) => !isBlank(value) && !(Array.isArray(value) && value.length === 0)

/** What the rules refuse of what has been filled in so far, as far as a phone can tell; the server judges all of it again. */
export const judgedHere = (judging: Judging, form: Readonly<Record<string, unknown>>): readonly Problem[] => {
  const { facts, outcome, found, workflow, settings, today } = judging
  const knowsSettings = Object.keys(settings).length > 0
  const about = {
    ...{ form, found: found as Case | undefined, act: { actId: '', seen: 0, outcome, form } },
    person: { id: '', kind: 'person', roles: [] } as const,
    world: { today, settings, facts: { workflow: workflow ?? found?.workflow }, rolls: {} } as unknown as World,
  }
  return facts
    .filter((fact) => known[fact]?.every((field) => isFilled(form[field])))
    .filter((fact) => knowsSettings || !bySettings.includes(fact))
    .flatMap((fact) => {
      const { refused } = judgeFact(fact, about)
      const field = refused?.detail?.field
      return refused && typeof field === 'string' ? [{ field, says: refused.says }] : []
    })
}

/** The first day on which the meeting may be held that was called on that day; undefined where any day will do. */
export const earliestMeeting = (judging: Judging, form: Readonly<Record<string, unknown>>): string | undefined => {
  if (!judging.facts.includes('calledInTime') || !isFilled(form.noticeOn) || form.urgent === true) return undefined
  if (Object.keys(judging.settings).length === 0) return undefined
  const { refused } = judgeFact('calledInTime', {
    ...{ form: { ...form, meetOn: form.noticeOn }, found: judging.found as Case | undefined },
    act: { actId: '', seen: 0, form },
    person: { id: '', kind: 'person', roles: [] },
    world: { today: judging.today, settings: judging.settings, facts: {} } as unknown as World,
  })
  const { field, notBefore } = refused?.detail ?? {}
  return field === 'meetOn' && typeof notBefore === 'string' ? notBefore : undefined
}
