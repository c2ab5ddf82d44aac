import { fieldsOf } from '@shared/schemas/stepForms'
import { askedHere, type CaseKnown, nothingKnown } from './askedWhere'
import { noticeField } from './noticeFields'
import type { Field, Typed } from './typed'

/** `otherwise` is what stands there where it isn't asked; with `keeps` it stays as it was. */
type For = { outcomes: readonly string[]; must?: true; otherwise?: unknown; keeps?: true }

/** What there is to look at or to answer for, so that the form asks for it: a tick by eye, a reason against what was found. */
export type Asks = {
  checkedByEye?: boolean
  override?: boolean
  /** at a 说事日 it is the session's own record that says who came */
  inSession?: boolean
  /** someone's rating is entered for them, so it has to be shown that they said it */
  carried?: boolean
  /** something was promised at the session before: how it went is read back first */
  promised?: boolean
  /** the case that it is filled in on */
  known?: CaseKnown
}

const whyNot = { outcomes: ['returned', 'refused'], must: true } as const
const resent = { outcomes: ['resent'], must: true, keeps: true } as const

/** Fields that belong to some outcomes only. Whatever isn't named here is always drawn. */
const only: Readonly<Record<string, Readonly<Record<string, For>>>> = {
  triage: {
    owner: { outcomes: ['handle'] },
    stages: { outcomes: ['plan'], must: true },
    returnsOn: { outcomes: ['plan'], must: true },
    ground: { outcomes: ['declined'], must: true },
    title: { outcomes: ['decide'], must: true },
    plan: { outcomes: ['decide'], must: true },
    topic: { outcomes: ['decide'], must: true },
    body: { outcomes: ['decide'], must: true },
  },
  legality: { ground: whyNot },
  sealApproval: { ground: whyNot },
  signing: { ground: whyNot },
  stamping: {
    stampedOn: { outcomes: ['stamped'], must: true },
    stamped: { outcomes: ['stamped'], must: true },
    where: { outcomes: ['stamped'], must: true },
    stampedPhotos: { outcomes: ['stamped'] },
  },
  sealRevision: { document: resent, purpose: resent, papers: { outcomes: ['resent'] } },
  billRevision: {
    purpose: resent,
    category: resent,
    billNo: { outcomes: ['resent'] },
    bills: { outcomes: ['resent'] },
  },
  supervisionCheck: { replyAgainBy: { outcomes: ['sentBack'], must: true } },
  handled: { owner: { outcomes: ['sentBack'], must: true } },
  sessionHeld: {
    readBack: { outcomes: ['held'] },
    came: { outcomes: ['held'] },
    attended: { outcomes: ['held'], must: true, otherwise: 0 },
    photos: { outcomes: ['held', 'nobodyCame'] },
    rollPhotos: { outcomes: ['held'] },
  },
  reviewed: {
    ground: { outcomes: ['returned'], must: true },
    checkedByEye: { outcomes: ['agreed', 'escalated'], must: true },
    override: { outcomes: ['agreed', 'escalated'], must: true },
  },
}

/** What may be left out, and may not where this outcome is chosen. */
const mustFor: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  rating: { reason: 'unsatisfied' },
  onRefusal: { reason: 'objected' },
}

/** Everyday words for what the form calls by its general name, where the outcome makes it plainer. */
const called: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  triage: { decision: { answered: '当场怎么答复的', declined: '怎么跟说事人说', plan: '为什么暂时办不了' } },
  handled: { result: { sentBack: '片里、镇里办了什么，为什么交回村里', escalated: '办到哪里了，为什么要上报' } },
  sessionHeld: { minutes: { nobodyCame: '怎么通知的、等了多久', notHeld: '为什么没有开成' } },
}

const askedFor: Readonly<Partial<Record<string, (asks: Asks) => boolean | undefined>>> = {
  checkedByEye: (asks) => asks.checkedByEye,
  override: (asks) => asks.override,
  proof: (asks) => asks.carried,
}

/**
 * The fields to draw, in their order: those of the outcome, what it needs no longer optional; what the board and the
 * catalogue's item leave open; what the case or another answer calls for; and what is only asked for when something was found.
 */
export const fieldsFor = (form: string, outcome?: string, typed: Typed = {}, asks: Asks = {}): readonly Field[] =>
  fieldsOf(form).flatMap((whole, _, all) => {
    if (whole.kind === 'hidden') return []
    const field = all.some(({ name }) => name === 'item')
      ? noticeField(form, whole, typed)
      : askedHere(form, whole, typed, asks.known ?? nothingKnown)
    if (!field) return []
    if (asks.inSession && form === 'triage' && field.name === 'attended') return []
    const asked = askedFor[field.name]
    if (asked && !asked(asks)) return []
    const rule = only[form]?.[field.name]
    if (!rule) return [named(form, asked ? { ...field, optional: false } : field, outcome)]
    if (!outcome || !rule.outcomes.includes(outcome)) {
      const fixed = rule.keeps ? typed[field.name] : rule.otherwise
      return outcome && fixed !== undefined ? [{ ...field, kind: 'hidden', fixed }] : []
    }
    const { help, ...rest } = field
    // 只有“转四议”要填 need not be said once 转四议 is chosen
    const must = rule.must || (asks.promised && field.name === 'readBack')
    return [{ ...rest, optional: !must, ...(help && !help.startsWith('只有') && { help }) }]
  })

const named = (form: string, field: Field, outcome = ''): Field => {
  const label = called[form]?.[field.name]?.[outcome]
  const must = mustFor[form]?.[field.name] === outcome
  return { ...field, ...(label && { label }), ...(must && { optional: false }) }
}
