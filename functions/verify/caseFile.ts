import { isSigned } from '@shared/checkpointSignature'
import { type Shown, verify } from '@shared/engine/chain'
import type { ProofView } from '@shared/schemas/chainViews'
import { fieldsOf } from '@shared/schemas/stepForms'
import { codeOf } from '@shared/seenCheckpoint'
import { type CaseFault, type CaseShown, verifyCase } from '@shared/verifyCase'
import { type ProofFault, verifyProof } from '@shared/verifyProof'
import { workflowOf } from '@shared/workflows'
import { type Finding, fault, good, note } from './finding'
import { nameOf } from './ledger'

const wrong: Readonly<Record<CaseFault['fault'], string>> = {
  hash: '和当时记下的对不上',
  link: '和前一条接不上',
  order: '的顺序不对，前面少了或者换过位置',
  value: '有一项内容被换过',
  identity: '说的是另一件事：整本台账被换过',
  field: '之后，页面上显示的内容和台账里的不一样',
  title: '之后，标题和台账里的不一样',
}

const labelOf = (workflow: string, field: string | undefined): string => {
  const definition = workflowOf(workflow)
  const forms = [
    definition?.openForm,
    ...(definition?.steps ?? []).map((s) => s.form),
    ...(definition?.asides ?? []).map((a) => a.form),
  ]
  const label = forms.flatMap((form) => (form ? fieldsOf(form) : [])).find(({ name }) => name === field)?.label
  return field === undefined ? '' : `（${label ?? field}）`
}

export const faultsOfCase = (name: string, workflow: string, faults: readonly CaseFault[]): readonly Finding[] =>
  faults.map((f) =>
    fault(`${name}：第${f.no}条${wrong[f.fault]}${labelOf(workflow, 'field' in f ? f.field : undefined)}。`),
  )

/** A case as somebody was shown it. */
export const checkCase = (view: CaseShown): readonly Finding[] => {
  const workflow = workflowOf(view.workflow, view.workflowVersion)
  const faults = faultsOfCase(view.number, view.workflow, verifyCase(view, workflow))
  if (faults.length) return faults
  const isOld = !view.log[0]?.effect.is
  return [
    good(
      `${view.number}：${view.log.length}条记录前后接得上，看得见的每一项都对得上。最后一条的核验码 ${codeOf(view.log.at(-1)!.hash)}。`,
    ),
    ...(isOld ? [note(`${view.number}：开得早，第一条里没有写明是哪件事，靠总账来认。`)] : []),
  ]
}

/** An archive's log by itself: it says nothing that could be compared beyond its own lines. */
export const checkArchive = ({ number, head, log }: { number: string; head: string; log: readonly Shown[] }) => {
  const faults = faultsOfCase(number, '', verify(log))
  if (log.at(-1)?.hash !== head) return [...faults, fault(`${number}：最后一条不是存档那天的最后一条。`)]
  return faults.length ? faults : [good(`${number}：存档里${log.length}条记录前后接得上。核验码 ${codeOf(head)}。`)]
}

const wrongProof: Readonly<Record<ProofFault, string>> = {
  log: '封过账的那一条，和现在台账里的不一样：封账以后改过或者删过',
  list: '不在签了名的总账里',
  other: '这份证明是另一件事的',
}

export const checkProof = (
  proof: ProofView,
  view: { id: string; village: string; number: string; log: readonly { hash: string }[] },
): readonly Finding[] => {
  const { signed, leaf, coveredUpTo } = proof
  if (signed && !isSigned(signed)) return [fault(`${nameOf(signed)}的签名不对。`)]
  if (!leaf || !signed) return [note(`${view.number}：还没有封进总账，明天再核验一次。`)]
  const faults = verifyProof(proof, view).map((f) => fault(`${view.number}：${wrongProof[f]}。`))
  if (faults.length) return faults
  const newer = view.log.length - coveredUpTo
  return [
    good(`${view.number}：到第${coveredUpTo}条为止，封在${nameOf(signed)}里，签名是对的。`),
    ...(newer > 0 ? [note(`${view.number}：后来的${newer}条要等下一次封账。`)] : []),
  ]
}
