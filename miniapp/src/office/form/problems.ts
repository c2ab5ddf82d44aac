import type { Problem, Tally } from '@shared/engine/case'
import { outcomeOf, tallyOf } from '@shared/engine/count'
import { isRefusal } from '@shared/engine/refusal'
import type { Count } from '@shared/engine/workflow'
import { yuan } from '@shared/money'
import { judgeForm } from '@shared/schemas/stepForms'
import { rollFault } from '../roll/roll'
import { rollIn, ticksIn } from '../roll/rollSheet'
import { type Judging, judgedHere } from './judgedHere'
import { sheetFault, sheetIn } from './sheet/typedSheet'
import { gapLeft } from './templates'
import { attachedOf, type Field, formValue, isBlank, stagesIn, type Typed } from './typed'

/** 应到 as the roster gives it; that of another day than today says which. */
export type Roll = { name: string; eligible: number; all: number; households: number; on?: string }

/** What a counted step needs to be checked while people type; thresholds are the village's. */
export type Counting = { count: Count; roll: Roll; settings: Readonly<Record<string, unknown>> }

/** The meeting's count from the form, once heads and all three votes are there. */
export const talliedBy = (
  { count, roll, settings }: Counting,
  value: Readonly<Record<string, unknown>>,
): Tally | undefined => {
  // the hash of the roll stays with the server
  const tally = tallyOf(value, { ...roll, hash: '' }, count, settings)
  return isRefusal(tally) ? undefined : tally
}

/** The three votes share one place on the page. */
export const placeOf = (field: string): string => {
  const name = field.split('.')[0]
  return name.startsWith('votes') ? 'votes' : name
}

/** What is still wrong with the form, one sentence a place, in the order of the fields. */
export const problemsOf = (
  form: string,
  fields: readonly Field[],
  typed: Typed,
  counting?: Counting,
  judging?: Judging,
): readonly Problem[] => {
  const value = formValue(fields, typed)
  const verdict = judgeForm(form, value)
  const found = [
    ...fields.flatMap((field) => ofField(form, field, typed) ?? []),
    ...ofTime(fields, typed),
    ...(verdict.ok ? [] : verdict.problems),
    ...(judging ? judgedHere(judging, value) : []),
    ...(counting ? ofMeeting(counting, value) : []),
  ]
  const first = new Map<string, Problem>()
  for (const { field, says } of found) {
    const place = placeOf(field)
    if (!first.has(place)) first.set(place, { field: place, says })
  }
  const order = fields.map(({ name }) => placeOf(name))
  return [...first.values()].sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
}

// Said before the form's own check where its sentence is too general, and for what only this outcome makes compulsory.
const ofField = (form: string, field: Field, typed: Typed): Problem | undefined => {
  const { kind, name } = field
  const value = typed[name]
  const says =
    kind === 'sheet'
      ? ofSheet(field, typed)
      : kind === 'stages'
        ? ofStages(field, value)
        : isBlank(value) || (kind === 'proof' && attachedOf(value).length === 0)
          ? missing(field)
          : (gapLeft(form, name, value) ?? unreadable(field, value))
  return says ? { field: name, says } : undefined
}

const ofStages = ({ optional }: Field, typed: unknown): string | undefined => {
  const stages = stagesIn(typed)
  if (stages.length === 0) return optional ? undefined : '请写明分几步、哪天做到哪一步。'
  const half = stages.findIndex(({ on, does }) => isBlank(on) || isBlank(does))
  return half < 0 ? undefined : `第${half + 1}步${isBlank(stages[half].on) ? '还没选日子' : '还没写做什么'}。`
}

const ofSheet = ({ name, list, optional }: Field, typed: Typed) => {
  const ticked = list === 'roll' ? rollIn(typed[name]) : undefined
  if (ticked) return rollFault(ticksIn(ticked))
  return sheetFault(sheetIn(typed[name], list), typed.period as string | undefined, !optional)
}

// Of what is disclosed regularly and also when something happens, one or the other says which it is.
const ofTime = (fields: readonly Field[], typed: Typed): Problem[] => {
  const asked = (name: string) => fields.find((field) => field.name === name)?.optional
  if (!asked('period') || !asked('happenedOn') || typed.period || typed.happenedOn) return []
  return [{ field: 'period', says: '请选“哪个时期”。不是定期公开的，请选“事情是哪天发生的”。' }]
}

// A yes that the step is about: without it there is nothing to record.
const ticks: Readonly<Record<string, string>> = {
  signed: '请看过以后打勾，由本人签字。',
  checkedByEye: '请把附件和照片逐个打开看过，再打勾。',
}

const mayBeEmpty: readonly string[] = ['switch', 'photos', 'files', 'voice', 'names', 'people', 'hidden']

const missing = ({ kind, label, optional }: Field): string | undefined => {
  if (optional || mayBeEmpty.includes(kind)) return undefined
  if (kind === 'proof') return '请录一段他自己说的话，或者拍一张照片。'
  if (kind === 'case') return '请从名单里选一件事。'
  if (kind === 'votes') return '请把同意、反对、弃权三项都填上，没有就填0。'
  if (kind === 'money') return `请填写“${label}”，不花钱就填0。`
  if (kind === 'present') return '请填写实到几人。'
  if (kind === 'number') return `请填写“${label}”，没有就填0。`
  if (kind === 'choice' || kind === 'person') return `请在“${label}”里选一项。`
  return `请${kind === 'day' || kind === 'time' ? '选择' : '填写'}“${label}”。`
}

const unreadable = (field: Field, typed: unknown): string | undefined => {
  const { name, kind, label, optional, options = [], most } = field
  if (kind === 'switch' && typed !== true && !optional) return ticks[name]
  if (kind === 'money' && typeof typed !== 'number') return `“${label}”请写成金额，例如 128460.50，小数最多两位。`
  if (most !== undefined && typeof typed === 'number' && typed > most)
    return `决议的钱还剩${yuan(most)}元，超过了${yuan(typed - most)}元。请改小，或者另外提一件四议。`
  // another board was chosen since: its items are others
  if (kind === 'choice' && !options.some(({ value }) => value === typed)) return `请在“${label}”里重新选一项。`
  return undefined
}

// A meeting that isn't quorate, or whose votes don't add up, can't be recorded: the server says the same.
const ofMeeting = (counting: Counting, value: Readonly<Record<string, unknown>>): Problem[] => {
  const tally = talliedBy(counting, value)
  const { present, notVoting } = value
  if (Number(notVoting ?? 0) > Number(present ?? 0) && present !== undefined)
    return [{ field: 'notVoting', says: `回避的有${notVoting}人，比实到${present}人还多。请对一下签到册。` }]
  const outcome = tally && outcomeOf(counting.count, tally, counting.settings)
  if (!tally || !isRefusal(outcome)) return []
  return [{ field: placeOfCount(outcome.refusal, tally), says: outcome.says }]
}

const placeOfCount = (refusal: string, tally: Tally): string => {
  const { present, eligible, households, online = 0, proxies = 0 } = tally
  if (refusal === 'notQuorate' || present > eligible) return 'present'
  if (online + proxies > present) return online > 0 ? 'online' : 'proxies'
  return households && households.present > households.eligible ? 'householdsPresent' : 'votes'
}
