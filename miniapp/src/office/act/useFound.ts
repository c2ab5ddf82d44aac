import type { CaseView } from '@shared/schemas/views'
import { useMemo, useState } from 'react'
import type { Refused } from '../../api/client'
import type { Asks } from '../form/fieldsFor'
import type { Reads } from './FoundCard'
import { asksOf, type Findings, findingsIn, findingsOf, remarked } from './findings'
import type { Subject } from './subject'

const ownWords = ['ownWordsClear', 'ownWordsNoted', 'publicWordsNoted']

/**
 * What was found of personal data, and what the form asks for because of it. A notice is looked through as a whole; words of
 * one's own are pointed at by the server alone, and only then may they be answered for.
 */
export function useFound(view: CaseView, { step, aside }: Subject) {
  const facts = (step ?? aside)?.facts ?? []
  const guards = facts.some((fact) => fact.startsWith('personalData'))
  const own = facts.some((fact) => ownWords.includes(fact))
  const papers = guards && Array.isArray(view.fields.attachments) ? view.fields.attachments : []
  const [pointed, setPointed] = useState<Findings>()
  const told = pointed ?? findingsOf(view.files.filter(({ id }) => papers.includes(id)))
  const pointedAt = guards ? remarked(view) : []
  // a reason given for earlier words is none for these
  const { checkedByEye, override } = asksOf(guards ? view : { log: [] }, told, pointedAt)
  const asks: Asks = useMemo(() => ({ checkedByEye, override }), [checkedByEye, override])
  return {
    ...{ told, pointedAt, asks, shown: guards || own },
    note: (refused: Refused) => setPointed((before) => findingsIn(refused) ?? before),
    /** words of one's own have been changed: what was found in them may be gone */
    forget: () => own && setPointed(undefined),
    as: own ? ('writer' as const) : readsAs(step),
  }
}

const readsAs = (step: Subject['step']): Reads => {
  if (step?.form === 'noticePosting') return 'poster'
  if (step?.next.returned) return 'reviewer'
  return step?.facts?.includes('personalDataClear') ? 'answerer' : 'author'
}
