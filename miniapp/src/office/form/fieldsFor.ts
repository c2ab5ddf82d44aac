import { catalogueItem } from '@shared/catalogue'
import { fieldsOf } from '@shared/schemas/stepForms'
import type { Field, Typed } from './typed'

type For = { outcomes: readonly string[]; must?: true }

/** Fields that belong to some outcomes only. Whatever isn't named here is always drawn. */
const only: Readonly<Record<string, Readonly<Record<string, For>>>> = {
  triage: {
    owner: { outcomes: ['handle'] },
    returnsOn: { outcomes: ['plan'], must: true },
    title: { outcomes: ['decide'], must: true },
    plan: { outcomes: ['decide'], must: true },
  },
  reviewed: { ground: { outcomes: ['returned'], must: true } },
}

/** Everyday words for what the form calls by its general name, where the outcome makes it plainer. */
const called: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  triage: { answered: '当场怎么答复的', declined: '为什么不受理', plan: '为什么暂时办不了、分几步办' },
}

/**
 * The fields to draw, in their order: those of the outcome, what it needs no longer optional; and what the board and the
 * catalogue's item leave open.
 */
export const fieldsFor = (form: string, outcome?: string, typed: Typed = {}): readonly Field[] =>
  fieldsOf(form).flatMap((whole) => {
    const field = narrowed(whole, typed)
    if (!field || field.kind === 'hidden') return []
    const rule = only[form]?.[field.name]
    if (!rule) return [rename(form, field, outcome)]
    if (!outcome || !rule.outcomes.includes(outcome)) return []
    const { help, ...rest } = field
    // 只有“转四议”要填 need not be said once 转四议 is chosen
    return [{ ...rest, optional: !rule.must, ...(help && !help.startsWith('只有') && { help }) }]
  })

const rename = (form: string, field: Field, outcome = ''): Field => {
  const label = field.name === 'decision' ? called[form]?.[outcome] : undefined
  return label ? { ...field, label } : field
}

const ofMoney = ['opening', 'lines', 'closing']
const widest = ['everyone', 'villagers', 'members', 'party', 'office']

// Choices that the catalogue would refuse aren't offered; 收支 is asked on the finance board only.
const narrowed = (field: Field, { board, item }: Typed): Field | undefined => {
  const only = (keeps: (value: string) => boolean) => ({
    ...field,
    options: field.options?.filter((o) => keeps(o.value)),
  })
  if (ofMoney.includes(field.name) && board !== 'finance') return undefined
  if (field.name === 'item' && board !== undefined) return only((code) => catalogueItem(code)?.board === board)
  const sees = field.name === 'audience' ? catalogueItem(String(item))?.sees : undefined
  return sees ? only((audience) => widest.indexOf(audience) >= widest.indexOf(sees)) : field
}
