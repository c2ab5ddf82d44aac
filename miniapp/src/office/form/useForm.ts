import type { Problem } from '@shared/engine/case'
import { fieldsOf } from '@shared/schemas/stepForms'
import { useMemo, useRef, useState } from 'react'
import { newActId } from '../../platform/random'
import { draftName, dropDraft, keepDraft, readDraft } from './draft'
import { type Asks, fieldsFor } from './fieldsFor'
import type { Judging } from './judgedHere'
import { type Counting, placeOf, problemsOf } from './problems'
import { startFrom } from './startFrom'
import { type Field, formValue, type Typed } from './typed'

export type FormOf = {
  /** the form's name */
  form: string
  /** the draft is kept under this: case and step */
  about: string
  /** what the case already holds */
  known?: Readonly<Record<string, unknown>>
  counting?: Counting
  /** the rules that the phone can hold it against */
  judging?: Omit<Judging, 'outcome'>
  /** chosen from the start: the only outcome that there is */
  outcome?: string
  /** over what is taken from the case: the place where a board is chosen beforehand */
  start?: Typed
  /** what is known for certain where the form is opened: sent with it, or left out where undefined, and not asked */
  given?: Typed
  /** what there is to look at or to answer for */
  asks?: Asks
  /** the act's id where it isn't the phone's to choose: what a 说事日 heard */
  actId?: string
}

const nothingAsked: Asks = {}
const nothingGiven: Typed = {}

const without = (fields: readonly Field[], given: Typed): readonly Field[] =>
  fields.map((field) => (field.name in given ? { ...field, kind: 'hidden', fixed: given[field.name] } : field))

export type FormState = {
  /** its name */
  form: string
  /** the name under which its draft is kept */
  draft: string
  fields: readonly Field[]
  typed: Typed
  outcome?: string
  set: (name: string, value: unknown) => void
  choose: (outcome: string) => void
  /** what is typed now, also for whoever was begun earlier: an upload that ends later */
  latest: () => Typed
  value: Record<string, unknown>
  /** all that is still wrong */
  problems: readonly Problem[]
  /** what is told beside a place now: after the first try everything, before it only what has been left again */
  told: Readonly<Record<string, string>>
  /** how often it was tried to send; 0 before the first time */
  attempt: number
  /** notes a try; true when nothing is wrong */
  check: () => boolean
  /** what the server found, until something is typed again */
  refuse: (problems: readonly Problem[]) => void
  actId: () => Promise<string>
  /** sent: the draft goes */
  done: () => void
  /** empties the form */
  clear: () => void
  /** what is typed stands on the phone already */
  saved: boolean
  /** when the draft that the form started from was kept, ISO */
  resumed?: string
}

/** A form in hand: what is typed, what is wrong with it, and a draft that survives everything. */
export function useForm({
  form,
  about,
  known = {},
  counting,
  judging,
  outcome: only,
  start,
  given = nothingGiven,
  asks = nothingAsked,
  actId,
}: FormOf): FormState {
  const name = draftName(about)
  const fresh = () => ({ ...startFrom(form, fieldsOf(form), known), ...start })
  const [kept] = useState(() => readDraft(name))
  const [typed, setTyped] = useState<Typed>(() => kept?.typed ?? fresh())
  const [outcome, setOutcome] = useState(only ?? kept?.outcome)
  const [touched, setTouched] = useState<readonly string[]>([])
  const [attempt, setAttempt] = useState(0)
  const [refused, setRefused] = useState<readonly Problem[]>([])
  const [resumed, setResumed] = useState(kept?.at)
  const act = useRef(kept?.actId)
  // an upload that ends later must not take back what was typed meanwhile
  const now = useRef(typed)

  // what is given stays as it was when the form was opened
  const [fixed] = useState(given)
  const fields = useMemo(
    () => without(fieldsFor(form, outcome, typed, asks), fixed),
    [form, outcome, typed, asks, fixed],
  )
  const found = useMemo(
    () => problemsOf(form, fields, typed, counting, judging && { ...judging, outcome }),
    [form, fields, typed, counting, judging, outcome],
  )
  const problems = refused.length > 0 ? refused : found
  const left = touched.slice(0, -1)
  const told = Object.fromEntries(
    problems
      .filter(({ field }) => attempt > 0 || (left.includes(field) && field !== 'present' && field !== 'votes'))
      .map(({ field, says }) => [field, says]),
  )
  const remember = (next: { typed?: Typed; outcome?: string }) =>
    keepDraft(name, { typed: now.current, outcome, actId: act.current, ...next })

  return {
    ...{
      form,
      draft: name,
      fields,
      typed,
      outcome,
      problems,
      told,
      attempt,
      resumed,
      saved: touched.length > 0 || resumed !== undefined,
    },
    latest: () => now.current,
    value: formValue(fields, typed),
    set: (field, value) => {
      now.current = { ...now.current, [field]: value }
      setTyped(now.current)
      setTouched((before) => [...before.filter((f) => f !== placeOf(field)), placeOf(field)])
      setRefused([])
      remember({ typed: now.current })
    },
    choose: (next) => {
      setOutcome(next)
      setRefused([])
      remember({ outcome: next })
    },
    check: () => {
      setRefused([])
      setAttempt((n) => n + 1)
      return found.length === 0
    },
    refuse: (next) => {
      setRefused(next)
      setAttempt((n) => n + 1)
    },
    actId: async () => {
      if (actId) return actId
      act.current ??= await newActId()
      remember({})
      return act.current
    },
    done: () => {
      act.current = undefined
      dropDraft(name)
    },
    clear: () => {
      act.current = undefined
      now.current = fresh()
      setTyped(now.current)
      setOutcome(only)
      setTouched([])
      setAttempt(0)
      setRefused([])
      setResumed(undefined)
      dropDraft(name)
    },
  }
}
