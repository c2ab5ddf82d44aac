import { fieldsOf } from '@shared/schemas/stepForms'
import { noticeField } from './noticeFields'
import type { Field, Typed } from './typed'

type For = { outcomes: readonly string[]; must?: true }

/** What there is to look at or to answer for, so that the form asks for it: a tick by eye, a reason against what was found. */
export type Asks = { checkedByEye?: boolean; override?: boolean }

/** Fields that belong to some outcomes only. Whatever isn't named here is always drawn. */
const only: Readonly<Record<string, Readonly<Record<string, For>>>> = {
  triage: {
    owner: { outcomes: ['handle'] },
    returnsOn: { outcomes: ['plan'], must: true },
    title: { outcomes: ['decide'], must: true },
    plan: { outcomes: ['decide'], must: true },
  },
  reviewed: {
    ground: { outcomes: ['returned'], must: true },
    checkedByEye: { outcomes: ['agreed', 'escalated'], must: true },
    override: { outcomes: ['agreed', 'escalated'], must: true },
  },
}

/** Everyday words for what the form calls by its general name, where the outcome makes it plainer. */
const called: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  triage: { answered: '当场怎么答复的', declined: '为什么不受理', plan: '为什么暂时办不了、分几步办' },
}

const askedFor = ['checkedByEye', 'override'] as const

/**
 * The fields to draw, in their order: those of the outcome, what it needs no longer optional; what the board and the
 * catalogue's item leave open; and what is only asked for when something was found.
 */
export const fieldsFor = (form: string, outcome?: string, typed: Typed = {}, asks: Asks = {}): readonly Field[] =>
  fieldsOf(form).flatMap((whole, _, all) => {
    const field = all.some(({ name }) => name === 'item') ? noticeField(form, whole, typed) : whole
    if (!field || field.kind === 'hidden') return []
    const asked = askedFor.find((name) => name === field.name)
    if (asked && !asks[asked]) return []
    const rule = only[form]?.[field.name]
    if (!rule) return [rename(form, asked ? { ...field, optional: false } : field, outcome)]
    if (!outcome || !rule.outcomes.includes(outcome)) return []
    const { help, ...rest } = field
    // 只有“转四议”要填 need not be said once 转四议 is chosen
    return [{ ...rest, optional: !rule.must, ...(help && !help.startsWith('只有') && { help }) }]
  })

const rename = (form: string, field: Field, outcome = ''): Field => {
  const label = field.name === 'decision' ? called[form]?.[outcome] : undefined
  return label ? { ...field, label } : field
}
