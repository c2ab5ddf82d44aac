import { dayInChina } from '@shared/calendar'
import type { Case } from '@shared/engine/case'
import { canonical, pseudonym } from '@shared/engine/chain'
import { isErased } from '@shared/engine/erase'
import { evolve } from '@shared/engine/evolve'
import { titleOf } from '@shared/engine/open'
import { unopened } from '@shared/engine/unopened'
import type { Workflow } from '@shared/engine/workflow'
import { verifyCase } from '@shared/verifyCase'
import { workflowOf } from '@shared/workflows'
import { faultsOfCase } from './caseFile'
import { type Finding, fault } from './finding'

/** A case as it is stored, whole: whoever may read it may work out everything that it is from its log alone. */
export const checkStoredCase = (found: Case, head: string | undefined): readonly Finding[] => {
  const workflow = workflowOf(found.workflow, found.workflowVersion)
  const name = found.number
  if (!workflow) return [fault(`${name}：没有“${found.workflow}”这类事项。`)]
  const { village } = found.place
  const faults = faultsOfCase(
    name,
    found.workflow,
    verifyCase({ ...found, workflowTitle: workflow.title, village }, workflow),
  )
  const says = (text: string) => fault(`${name}：${text}。`)
  const [first] = found.log
  return [
    ...faults,
    ...(found.log.at(-1)?.hash === head ? [] : [says('目录里记的最后一条不是台账的最后一条')]),
    ...found.log
      .filter((e) => !isErased(e.person) && e.by !== pseudonym(e.person, found.salt))
      .map((e) => says(`第${e.no}条换了人`)),
    ...found.log.filter((e) => e.on !== dayInChina(Date.parse(e.at))).map((e) => says(`第${e.no}条的日子改过`)),
    ...(first && first.person !== found.opener ? [says('提出的人换过')] : []),
    ...(isReplayed(workflow, found) ? [] : [says('现在的样子和台账里一条条办下来的不一样')]),
  ]
}

/** Whether the lines of its log, folded again, make the case that is stored. */
const isReplayed = (workflow: Workflow, found: Case): boolean => {
  const opening = found.log[0]
  if (!opening) return false
  // what was erased can't be compared with what it was taken from
  const has = (field: string | undefined) => field !== undefined && opening.values[field] !== undefined
  const title = has(workflow.titleFrom) || has('title') ? titleOf(workflow, opening.values) : found.title
  const before = { ...unopened(found), title, openedOn: opening.on, enteredOn: opening.on }
  const { sees } = workflow
  if (typeof sees === 'string' && sees !== 'about' && found.sees !== sees) return false
  const again = found.log.reduce((then, entry) => evolve(workflow, then, entry), before)
  // what still has to be done elsewhere, and who was told, isn't a part of the record
  const record = ({ pending: _, told: __, ...rest }: Case) => canonical(JSON.parse(JSON.stringify(rest)))
  return record(again) === record(found)
}
