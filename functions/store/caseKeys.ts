import { owedSort, owedYear } from '@shared/disclosure'
import { startOf } from '@shared/engine/asOf'
import type { Case } from '@shared/engine/case'
import { sha256Hex } from '@shared/engine/chain'
import { stepOf } from '@shared/engine/evolve'
import type { Workflow } from '@shared/engine/workflow'
import { isCorrection } from '@shared/workflows'
import { isUntold } from '../messages/messagesOf'
import { hungOn, owesOf } from './caseCard'
import { deskOf } from './desks'
import type { Item } from './table'

export const shards = 4
/** sorts after every day: nothing is due */
export const never = '9999-12-31'

/** In which indexes a case stands that is saved at this instant, and where. Leaving a list is leaving its key out. */
export const caseKeys = (workflow: Workflow, found: Case, savedAt: string): Item['keys'] => {
  const { place, log } = found
  const last = log[log.length - 1]
  const step = stepOf(workflow, found.step)
  const due = found.dueOn ?? never
  const desk = step && deskOf(step.by, found)
  const board = found.shown && found.outcome !== 'superseded' ? boardSort(found) : undefined
  const wakesOn = found.pausedOn ? found.resumesOn : found.lapsesOn
  const pendingAt =
    found.pending.length || isUntold(workflow, found) ? last.at : wakesOn && step ? startOf(wakesOn) : undefined
  const on = found.from ?? found.about
  return {
    cases: { partition: `${place.village}#${workflow.mark}`, sort: `${log[0].at}#${found.number}` },
    // nobody looks up what the clock has opened
    ...(log[0].kind === 'person' && { mine: { partition: found.opener, sort: `${log[0].at}#${workflow.mark}` } }),
    changed: { partition: place.village, sort: savedAt },
    ...(board && {
      board: { partition: `${place.village}#${found.shown!.on}`, sort: board },
      boardAll: { partition: place.village, sort: board },
    }),
    ...owed(workflow, found),
    ...(desk && { desk: { partition: desk, sort: `${due}#${workflow.mark}#${step.seal}#${step.id}` } }),
    ...(step && { backlog: { partition: place.township, sort: backlogSort(found) } }),
    ...(on && {
      links: { partition: on, sort: `${log[0].at}#${workflow.mark}#${found.fields.row ?? ''}#${found.step}` },
    }),
    ...(!on && step && urged(found)),
    ...(found.closedOn && {
      closed: {
        partition: `${place.village}#${found.closedOn.slice(0, 7)}`,
        sort: [found.closedOn, found.number, found.openedOn, workflow.mark].join('#'),
      },
    }),
    ...(pendingAt && { pending: { partition: shardOf(found.id), sort: pendingAt } }),
    ...heard(workflow, found),
    ...(workflow.searchable && {
      words: { partition: `${place.village}#${workflow.mark}`, sort: `${log[0].at}#${found.fields.category ?? ''}` },
    }),
    ...(board && {
      words: { partition: `${place.village}#${found.shown!.appOn.slice(0, 4)}`, sort: found.shown!.appOn },
    }),
  }
}

/**
 * Due day (never, while its clock stands still), village, workflow, step, the day on which the step was entered, who answers for
 * it, how far up the ladder of reminders it is: the monitor and the reminders read nothing else.
 */
const backlogSort = ({ dueOn, pausedOn, place, workflow, step, enteredOn, owner = '', rung = 0 }: Case) =>
  [pausedOn ? never : (dueOn ?? never), place.village, workflow, step, enteredOn, owner, rung].join('#')

/** Under the day on which it was last heard, with what was decided then. */
const heard = (workflow: Workflow, { place, log }: Case): Item['keys'] => {
  const entry = log.findLast((e) => !e.aside && stepOf(workflow, e.step)?.hears)
  const day = entry?.values.heldOn
  return entry && typeof day === 'string'
    ? { heard: { partition: `${place.village}#${day}`, sort: `${entry.at}#${entry.outcome}` } }
    : {}
}

/** What is owed stands here from its first draft on, so that what is missing is seen; what was dropped unposted doesn't. */
const owed = (workflow: Workflow, found: Case): Item['keys'] => {
  const owes = owesOf(workflow, found)
  const postedOn = hungOn(workflow, found)
  if (!owes || (found.step === 'closed' && !postedOn)) return {}
  const isOld = ['superseded', 'withdrawn'].includes(found.outcome ?? '')
  const old = isCorrection(workflow) ? 'oldCorrection' : 'old'
  const flag = isOld ? old : found.fields.nothing === true ? 'nothing' : workflow.owedAs
  return {
    owed: {
      partition: `${found.place.township}#${owedYear(owes.code, owes.period)}`,
      sort: owedSort(found.place.village, { ...owes, postedOn, flag }),
    },
  }
}

/** An open 督办单 of what is missing on a board: the matrix and whoever urges see by its key that it is there. */
const urged = ({ place, fields }: Case): Item['keys'] =>
  typeof fields.owedItem === 'string'
    ? {
        links: {
          partition: `urged#${place.township}`,
          sort: `${place.village}#${fields.owedItem}#${fields.owedPeriod ?? '-'}`,
        },
      }
    : {}

/** The day, then what it is, so that one item or period is found without opening a card. */
const boardSort = ({ shown, fields }: Case) => `${shown!.appOn}#${fields.item ?? '-'}#${fields.period ?? '-'}`

export const shardOf = (id: string): string => `p${Number.parseInt(sha256Hex(id).slice(0, 4), 16) % shards}`
