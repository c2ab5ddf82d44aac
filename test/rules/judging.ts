import type { Case, Entry, FactVerdict, FormValue, Person, World } from '@shared/engine/case'
import { judgeFact } from '@shared/rules/facts'
import { aPerson, aWorld } from '../support/build'

export const today = '2026-06-10'

/** What a fact is asked about: the form, what the case says so far, its log, who acts, what was gathered of the world. */
export type Given = {
  form?: FormValue
  before?: FormValue
  log?: readonly Partial<Entry>[]
  /** the rest of the case that is asked about */
  found?: Partial<Case>
  outcome?: string
  by?: Person
  facts?: Record<string, unknown>
  world?: Partial<World>
}

/** What the fact of that name says. */
export const judge = (name: string, { form = {}, before, log, found, outcome, by, facts, world }: Given): FactVerdict =>
  judgeFact(name, {
    form,
    act: { actId: 'a', seen: 0, form, ...(outcome && { outcome }) },
    found: before || log || found ? ({ fields: before ?? {}, log: log ?? [], ...found } as unknown as Case) : undefined,
    person: by ?? aPerson('clerk'),
    world: aWorld({ today, ...(facts && { facts }), ...world }),
  })

/** The sentence of its refusal, or `fine`. */
export const says = (name: string, given: Given): string => judge(name, given).refused?.says ?? 'fine'

/** What it only points at. */
export const remarks = (name: string, given: Given): readonly string[] =>
  (judge(name, given).remarks ?? []).map((r) => r.says)
