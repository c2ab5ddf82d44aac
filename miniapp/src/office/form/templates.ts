import { gapsIn } from '@shared/requestCategories'

/** Where a ready-made beginning may be taken: the field of each form. */
const fields: Readonly<Record<string, string>> = { handled: 'result', answer: 'answer', triage: 'decision' }

/** The record of a meeting begins with what such a record has to say. */
export const isMinutes = (field: string): boolean => field === 'minutes'

export const takesTemplate = (form: string, field: string): boolean => fields[form] === field

/** “【哪天】”还没有填: what is still to be filled in of a ready-made beginning; undefined where nothing is. */
export const gapLeft = (form: string, field: string, value: unknown): string | undefined => {
  const [gap] = takesTemplate(form, field) || isMinutes(field) ? gapsIn(String(value ?? '')) : []
  return gap && `“${gap}”还没有填。请换成实际情况，连括号一起去掉。`
}

/** A part of a text, from and until counted in UTF-16 units. */
export type Selection = { from: number; until: number }

/** What was written with the ready-made words behind it, and their first gap, to type over; else the end. */
export const withTemplate = (written: string, template: string): { text: string; select: Selection } => {
  const before = written.trimEnd()
  const start = before === '' ? 0 : before.length + 1
  const text = before === '' ? template : `${before}\n${template}`
  const gap = gapsIn(template)[0]
  const from = gap ? start + template.indexOf(gap) : text.length
  return { text, select: { from, until: gap ? from + gap.length : from } }
}
