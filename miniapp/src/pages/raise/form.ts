import { fieldsOf, judgeForm } from '@shared/schemas/stepForms'
import type { Refused } from '../../api/client'
import type { Draft } from '../../api/drafts'

/** The fields of 说事 by name: words, limits and choices come from the form itself. */
export const fields = Object.fromEntries(fieldsOf('raised').map((field) => [field.name, field]))

/** The order in which the fields stand on the page. */
export const order = [
  ...['channel', 'onBehalf', 'onBehalfPhone', 'consent', 'text', 'voice', 'category', 'photos', 'place', 'wish'],
  ...['visibility', 'nameShown'],
]

/** What is wrong, in words, by the name of the field. */
export type Errors = Readonly<Record<string, string>>

export const textOf = (draft: Draft, name: string): string => {
  const value = draft.form[name]
  return typeof value === 'string' ? value : ''
}

/** Ways in which someone comes to an office-holder. */
export const channels = (fields.channel.options ?? []).filter(({ value }) => value !== 'online')

/** How it came: what was chosen, else what the page was opened for. */
export const channelOf = (draft: Draft, asked: string): string =>
  textOf(draft, 'channel') || (channels.some(({ value }) => value === asked) ? asked : '')

/** What goes out: without what was left empty, the name hidden unless they chose otherwise, and who spoke only where they spoke for another. */
export function sentForm(draft: Draft, of: { forOther: boolean; channel: string }): Record<string, unknown> {
  const { onBehalf, onBehalfPhone, nameShown, channel: _, ...said } = draft.form
  const form = of.forOther
    ? { ...said, nameShown: 'hidden', channel: of.channel, onBehalf, onBehalfPhone }
    : { ...said, nameShown: nameShown ?? 'hidden', channel: of.channel || 'online' }
  return Object.fromEntries(Object.entries(form).filter(([, v]) => v !== '' && v !== undefined))
}

const missing = (draft: Draft, channel: string): Errors => ({
  ...(!channel && { channel: '请选一下，这件事是从哪里来的。' }),
  ...(!textOf(draft, 'onBehalf').trim() && { onBehalf: '请写清楚是替谁说的。' }),
  ...(!draft.consent?.length && { consent: '替人说事，要录一段他同意的话，或者拍一张照片。' }),
})

/** What is wrong with it before it is sent. */
export function wrongIn(draft: Draft, of: { forOther: boolean; channel: string }): Errors {
  const verdict = judgeForm('raised', sentForm(draft, of))
  return { ...(of.forOther && missing(draft, of.channel)), ...(verdict.ok ? {} : byField(verdict.problems)) }
}

/** What the server found wrong, by field. */
export function wrongBy({ detail, says }: Refused): Errors {
  if (Array.isArray(detail?.problems)) return byField(detail.problems)
  return typeof detail?.field === 'string' && order.includes(detail.field) ? { [detail.field]: says } : {}
}

const byField = (problems: readonly { field: string; says: string }[]): Errors =>
  Object.fromEntries(problems.toReversed().map((p) => [p.field.replace(/^form\./, '').split('.')[0], p.says]))
