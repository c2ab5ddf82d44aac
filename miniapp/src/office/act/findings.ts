import { neverPublished, personalKinds } from '@shared/personalData'
import type { CaseView } from '@shared/schemas/views'
import type { Refused } from '../../api/client'
import type { Asks } from '../form/fieldsFor'

/** Personal data that was pointed at: where, and whether no reason can let it out. */
export type Finding = { says: string; never: boolean }

/** What was found in all that is about to be public, and what nobody but a person can look into. */
export type Findings = { findings: readonly Finding[]; unreadable: readonly string[] }

const never = (kind: unknown) => (neverPublished as readonly unknown[]).includes(kind)

type Told = { kind?: unknown; says?: unknown; never?: unknown }

/** What the server's no points at; undefined when it isn't about personal data. */
export const findingsIn = ({ detail = {} }: Pick<Refused, 'detail'>): Findings | undefined => {
  const { findings, unreadable } = detail as { findings?: unknown; unreadable?: unknown }
  if (!Array.isArray(findings) && !Array.isArray(unreadable)) return undefined
  return {
    findings: ((findings ?? []) as Told[]).map((f) => ({
      says: String(f.says ?? ''),
      never: f.never === true || never(f.kind),
    })),
    unreadable: ((unreadable ?? []) as unknown[]).map(String),
  }
}

/** What the attachments hold. A file that nobody has looked into yet counts as one that can't be read. */
export const findingsOf = (files: CaseView['files']): Findings => ({
  findings: files.flatMap(({ name, scan }) =>
    (scan?.found ?? []).map(({ kind, where }) => ({
      says: `《${name}》${where}有${kindWords(kind)}`,
      never: never(kind),
    })),
  ),
  unreadable: files.filter(({ scan }) => !scan?.readable).map(({ name }) => `《${name}》`),
})

const kindWords = (kind: string) => (personalKinds as Readonly<Record<string, string>>)[kind] ?? '个人信息'

/** What was pointed at while it was written, since it was last changed. */
export const remarked = ({ log }: Pick<CaseView, 'log'>): readonly string[] =>
  sinceChanged(log).flatMap(({ remarks }) =>
    remarks.filter(({ remark }) => remark === 'personalData').map(({ says }) => says),
  )

/** What else was pointed at in the case so far, once each, with the entry that it was pointed at in. */
export const toCheck = ({ log }: Pick<CaseView, 'log'>): readonly { title: string; says: string }[] => {
  const told = log.flatMap(({ title, remarks }) =>
    remarks.filter(({ remark }) => remark !== 'personalData').map(({ says }) => ({ title, says })),
  )
  return told.filter(({ says }, i) => told.findIndex((other) => other.says === says) === i)
}

const sinceChanged = (log: CaseView['log']): CaseView['log'] => {
  const at = log.map(({ step, aside }) => !aside && ['open', 'revision'].includes(step)).lastIndexOf(true)
  return log.slice(Math.max(at, 0))
}

/** An earlier reviewer of the same content has ticked or given reasons already. */
export const isAnswered = ({ log }: Pick<CaseView, 'log'>, field: 'checkedByEye' | 'override'): boolean =>
  sinceChanged(log).some(({ values }) => values[field] !== undefined && values[field] !== false && values[field] !== '')

/** What the form has to ask for, so that it can pass: nothing where there is nothing, and nothing that can't help. */
export const asksOf = (view: Pick<CaseView, 'log'>, told: Findings, pointedAt: readonly string[]): Asks => ({
  checkedByEye: told.unreadable.length > 0 && !isAnswered(view, 'checkedByEye'),
  override:
    (told.findings.length > 0 || pointedAt.length > 0) &&
    !told.findings.some((finding) => finding.never) &&
    !isAnswered(view, 'override'),
})
