import { numberOf } from '@shared/engine/deadline'
import { matterTopic, matterTopics } from '@shared/matterTopics'
import { yuan } from '@shared/money'
import { soundsLikeGuarantee } from '@shared/rules/reviewFacts'
import type { Field, Typed } from './typed'
import { writtenStages } from './writtenStages'

/** What a form has to know of the case that it is filled in on. */
export type CaseKnown = {
  /** the case's own values */
  fields: Readonly<Record<string, unknown>>
  settings: Readonly<Record<string, unknown>>
  /** the steps that were gone through, but the one in hand */
  passed: readonly string[]
  /** fen of the decision's money that this act may still take, where it takes any */
  left?: number
}

export const nothingKnown: CaseKnown = { fields: {}, settings: {}, passed: [] }

/** Undefined where it isn't asked; with it what else holds for the field, such as that it must be filled in. */
type Where = (typed: Typed, known: CaseKnown, field: Field) => Partial<Field> | undefined

const must = { optional: false }
const when = (asked: boolean): Partial<Field> | undefined => (asked ? must : undefined)
const above =
  (name: string): Where =>
  (typed) =>
    when(Number(typed[name] ?? 0) > 0)
const offering = ({ options }: Field, values: readonly string[]) => ({
  options: options?.filter(({ value }) => values.includes(value)),
})

const ofWholeVillage = matterTopics.filter(({ about }) => about !== 'group').map(({ value }) => value)
const aboutOf = (topic: unknown) => matterTopic(topic)?.about
const budgetOf = ({ fields }: CaseKnown) => Number(fields.budget ?? 0)
const overspent: Where = (typed, known) => when(typeof typed.spent === 'number' && typed.spent > budgetOf(known))

/** Milestones are ticked off one after another; where there are none nothing is asked. */
const counted: Where = (_, { fields }) => {
  const steps = writtenStages(fields.stages)
  return steps.length > 0 ? { steps, done: Number(fields.stagesDone ?? 0) } : undefined
}
const furtherThanBefore: Where = (typed, { fields }) =>
  when(typeof typed.stagesDone === 'number' && typed.stagesDone > Number(fields.stagesDone ?? 0))

/** What is left of the decision's money stands above the amount. */
const fromDecision: Where = (_, { left }) =>
  left === undefined ? {} : { most: left, help: `这件决议的钱还剩${yuan(left)}元，不能超过。` }

const papers: Readonly<Record<string, Where>> = {
  notGuarantee: ({ document, purpose }) => when(soundsLikeGuarantee.test(`${document ?? ''}${purpose ?? ''}`)),
}
const hidden: Where = () => undefined

/** Fields that are asked for only where what else is filled in, or the case, calls for them; by form. */
const byForm: Readonly<Record<string, Readonly<Record<string, Where>>>> = {
  matter: {
    // chosen on the page before
    topic: ({ topic }) => ({ ...must, ...(topic !== undefined && { kind: 'hidden' as const, fixed: topic }) }),
    group: ({ topic }) => when(aboutOf(topic) === 'group'),
    actsFor: ({ topic }) => (aboutOf(topic) === 'collective' ? {} : undefined),
    jointBasis: ({ joint }) => when(joint === true),
  },
  triage: {
    // a request is the whole village's affair: a group's own goes by the group
    topic: (_, __, field) => offering(field, ofWholeVillage),
    body: ({ topic }, _, field) => {
      const bodies = matterTopic(topic)?.bodies ?? []
      return bodies.length > 0 ? offering(field, bodies) : undefined
    },
  },
  planPosting: {
    risk: (_, { fields }) => when(matterTopic(fields.topic)?.risk === true),
    exchange: (_, known) => {
      const topic = matterTopic(known.fields.topic)
      const line = numberOf({ setting: 'exchangeAbove' }, known.settings)
      if (!topic?.exchange) return undefined
      return budgetOf(known) > line ? { ...must, help: `${yuan(line)}元以上要进农村产权交易市场。` } : {}
    },
  },
  assemblyCall: { urgentWhy: ({ urgent }) => when(urgent === true) },
  sendBack: { to: (_, { passed }, field) => offering(field, passed) },
  progress: { stagesDone: counted, stageBoardOn: furtherThanBefore, overWhy: overspent },
  report: { overWhy: overspent },
  rectification: { stagesDone: counted },
  billOfDecision: { amount: fromDecision },
  sealOfDecision: { amount: fromDecision, ...papers },
  // asked for on the decision itself
  sealPaper: { decision: hidden, amount: hidden, ...papers },
  bill: { decision: hidden },
  rosterChange: { sheet: () => ({ list: 'roster' as const, ...must }) },
  rosterRevision: { sheet: () => ({ list: 'roster' as const, ...must }) },
  auditPlan: {
    electionOn: ({ kind }) => when(kind === 'leaving'),
    demand: above('demanders'),
  },
  auditFindings: { stages: ({ found }) => when(found === 'some') },
}
/** The same in every meeting. */
const byName: Readonly<Record<string, Where>> = {
  notVotingWhy: above('notVoting'),
  roll: () => ({ list: 'roll' as const }),
}

/** The field as it is asked here; undefined where it isn't. */
export const askedHere = (form: string, field: Field, typed: Typed, known: CaseKnown): Field | undefined => {
  const where = byForm[form]?.[field.name] ?? byName[field.name]
  if (!where) return field
  const more = where(typed, known, field)
  return more && { ...field, ...more }
}
