import type { Case, Entry } from '@shared/engine/case'
import { stepOf } from '@shared/engine/evolve'
import { rungTells } from '@shared/engine/ladder'
import type { By, Workflow } from '@shared/engine/workflow'
import { deskOf } from '../store/desks'

/** What is news to whom: a person's id, or the desk of a role (`dongxi#secretary`). `says` is words of the definition alone. */
export type Message = {
  desk: string
  no: number
  at: string
  /** who did it: they aren't told */
  by: string
  kind: 'turn' | 'moved' | 'told'
  says: string
}

/** What one line of the log is news to, as the case stands now. */
export const messagesOf = (workflow: Workflow, found: Case, entry: Entry): readonly Message[] => {
  const aside = workflow.asides.find((a) => a.id === entry.aside)
  const { to } = entry.effect
  const base = { no: entry.no, at: entry.at, by: entry.person }
  const messages: Message[] = []
  const tell = (desk: string | undefined, kind: Message['kind'], says: string) => {
    if (desk && desk !== entry.person && !messages.some((m) => m.desk === desk))
      messages.push({ ...base, desk, kind, says })
  }
  const step = stepOf(workflow, found.step)
  const moves = to !== undefined && to !== entry.step
  // a line that another has overtaken is nobody's turn any more
  if (moves && step?.id === to && isLastMove(found, entry))
    tell(deskOf(step.by, found), 'turn', `到您办了：${step.title}`)
  const title = aside?.title ?? stepOf(workflow, entry.step)?.title ?? workflow.title
  for (const who of tellsOf(aside?.tells ?? [], entry))
    tell(who === 'desk' ? step && deskOf(step.by, found) : deskOf([who], found), 'told', toldWords(title, entry))
  if (moves && entry.step !== 'open' && hasOpener(found))
    tell(found.opener, 'moved', movedWords(workflow, entry, title))
  return messages
}

/** Whether there are lines that whoever they concern hasn't been told of. */
export const isUntold = (workflow: Workflow, found: Case): boolean =>
  found.log.slice(found.told ?? 0).some((entry) => messagesOf(workflow, found, entry).length > 0)

const isLastMove = ({ log }: Case, { no }: Entry) =>
  log.findLast((e) => e.effect.to !== undefined && e.effect.to !== e.step)?.no === no

const hasOpener = ({ log }: Case) => log[0].kind !== 'clock'

const tellsOf = (tells: readonly (By | 'desk')[], { aside, values }: Entry): readonly (By | 'desk')[] =>
  aside === 'remind' ? [rungTells(Number(values.rung))] : tells

const toldWords = (title: string, { aside, values }: Entry): string => {
  if (aside !== 'remind') return title
  const rung = Number(values.rung)
  return rung === 1 ? '快到期了' : rung === 2 ? '今天到期' : '逾期了，请尽快办'
}

const movedWords = (workflow: Workflow, { step, outcome, effect }: Entry, title: string): string => {
  const says = outcome && stepOf(workflow, step)?.says?.[outcome]
  if (effect.to === 'closed') return says ? `办完了：${says}` : '办完了'
  const next = stepOf(workflow, effect.to!)?.title
  return says ? `${title}：${says}` : next ? `到了“${next}”` : title
}
