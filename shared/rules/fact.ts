import type { FactVerdict, World } from '../engine/case'

/** A named fact: refuses in words, remarks, or says nothing. */
export type Fact = (about: Parameters<World['judgeFact']>[1]) => FactVerdict

export const no = (says: string, detail?: Record<string, unknown>): FactVerdict => ({
  refused: { refusal: 'ruleNotMet', says, ...(detail && { detail }) },
})

/** 6月8日 */
export { monthDay as cn } from '../engine/deadline'

/** 48,600 or 0.01, of fen. */
export const yuan = (fen: number): string => (fen / 100).toLocaleString('zh-CN', { maximumFractionDigits: 2 })
