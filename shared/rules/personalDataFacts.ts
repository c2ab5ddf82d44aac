import type { Case, FormValue } from '../engine/case'
import { neverPublished, type PersonalKind, personalKinds } from '../personalData'
import { type Fact, no } from './fact'

/** What was found in everything that is about to be public, which files nobody but a person can read, which were never looked into. */
export type PersonalFindings = {
  findings: readonly { kind: PersonalKind; where: string }[]
  unreadable: readonly string[]
  unscanned: readonly string[]
}

const foundBy = (about: Parameters<Fact>[0]): PersonalFindings =>
  (about.world.facts.personalData as PersonalFindings | undefined) ?? { findings: [], unreadable: [], unscanned: [] }

const words = ({ kind, where }: PersonalFindings['findings'][number]) => `${where}有${personalKinds[kind]}`
const listed = (findings: PersonalFindings['findings']) =>
  `${findings.slice(0, 3).map(words).join('；')}${findings.length > 3 ? `；还有${findings.length - 3}处` : ''}`
const detail = ({ findings, unreadable }: PersonalFindings) => ({
  findings: findings.map((f) => ({ ...f, says: words(f), never: neverPublished.includes(f.kind) })),
  unreadable,
})

/** What a reviewer has ticked or given reasons for since the content was last changed. */
const sinceChanged = (found: Case | undefined, field: string, form: FormValue): boolean => {
  if (form[field]) return true
  const log = found?.log ?? []
  const changed = log.map((e) => !e.aside && ['open', 'revision'].includes(e.step)).lastIndexOf(true)
  return log.slice(changed + 1).some((e) => e.values[field])
}

const open = (about: Parameters<Fact>[0], mayTick: boolean) => {
  const all = foundBy(about)
  const never = all.findings.filter((f) => neverPublished.includes(f.kind))
  if (never.length) return no(`${listed(never)}。这些不能公开，请先遮住或删掉。`, detail(all))
  const { form, found } = about
  if (all.findings.length && !sinceChanged(found, 'override', form))
    return no(
      `${listed(all.findings)}。请遮住再公开${mayTick ? '；如果不是个人信息，请写明理由' : '，或者由审核人写明理由'}。`,
      detail(all),
    )
  if (all.unreadable.length && !sinceChanged(found, 'checkedByEye', form))
    return no(
      `${all.unreadable.slice(0, 3).join('、')}是图片或没有文字，系统看不出有没有个人信息。${mayTick ? '请逐个看过，再勾“已经人工核对”。' : '请审核人看过并勾选。'}`,
      detail(all),
    )
  return undefined
}

/** While it is written: what can never be public is refused at once, the rest is pointed at. */
const personalDataNoted: Fact = (about) => {
  if (about.act.outcome === 'rewrite') return {}
  const all = foundBy(about)
  const never = all.findings.filter((f) => neverPublished.includes(f.kind))
  if (never.length) return no(`${listed(never)}。这些不能公开，请先遮住或删掉，再提交。`, detail(all))
  if (all.unscanned.length)
    return no(`附件${all.unscanned.slice(0, 3).join('、')}还没有查过个人信息，请删掉再加一次。`, {
      field: 'attachments',
    })
  return all.findings.length
    ? { remarks: all.findings.slice(0, 9).map((f) => ({ remark: 'personalData', says: `${words(f)}，请核对。` })) }
    : {}
}

const passes = ['agreed', 'escalated', 'answered']

/** Whoever lets it pass masks, gives a reason or looks for themselves; ID, card and health never pass. */
const personalDataClear: Fact = (about) => (passes.includes(about.act.outcome ?? '') ? (open(about, true) ?? {}) : {})

/** At the last gate nothing is taken on trust: everything is looked at once more. */
const personalDataCleared: Fact = (about) => open(about, false) ?? {}

/** What is published as it is written: nothing that was found passes without a reason. */
const ownWordsClear: Fact = (about) => open(about, true) ?? {}

/** Why something was taken down is public. */
const reasonIsClear: Fact = (about) => {
  const { findings } = foundBy(about)
  return findings.length ? no(`${listed(findings)}。说明会公开，请不要写个人信息。`, { field: 'reason' }) : {}
}

export const personalDataFacts = {
  personalDataNoted,
  personalDataClear,
  personalDataCleared,
  reasonIsClear,
  ownWordsClear,
  // nobody reviews these once more: what can never be public is refused as they are written
  ownWordsNoted: personalDataNoted,
} as const satisfies Record<string, Fact>
