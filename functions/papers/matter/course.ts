import { addDays } from '@shared/engine/deadline'
import { stepOf } from '@shared/engine/evolve'
import type { Workflow } from '@shared/engine/workflow'
import type { CaseView, EntryView } from '@shared/schemas/views'

/** A step of a matter as its log tells it: the line that stands, and those that were gone through again later. */
export type Walked = { id: string; stands?: EntryView; before: readonly EntryView[] }

const stood = ['done', 'back']

/** What was recorded in a step. Of a step that it stands in, or was sent back before, nothing stands yet. */
export const walked = ({ log, path }: CaseView, id: string): Walked => {
  const lines = log.filter((e) => !e.aside && e.step === id)
  const isOver = stood.includes(path.find((n) => n.id === id)?.state ?? '')
  return { id, stands: isOver ? lines.at(-1) : undefined, before: isOver ? lines.slice(0, -1) : lines }
}

/** Lines of the asides of these names, oldest first. */
export const besides = ({ log }: CaseView, ...ids: readonly string[]): readonly EntryView[] =>
  log.filter((e) => e.aside !== undefined && ids.includes(e.aside))

/** Days on which something hung: in the app, on the wall, and the last day of its display. */
export type Hung = { appOn: string; boardOn?: string; untilOn?: string }

/** How long it hung for a step of display; undefined before it came to hang, or where it was sent back from there. */
export const hung = (view: CaseView, workflow: Workflow, id: string): Hung | undefined => {
  const shows = stepOf(workflow, id)?.shows
  const isHere = view.path.some((n) => n.id === id && n.state !== 'todo')
  const at = view.log.findLastIndex((e) => !e.aside && e.effect.to === id)
  if (!shows || !isHere || at < 0) return undefined
  const posted = view.log.slice(at).filter((e, i) => i === 0 || (e.step === id && shows.boardDay in e.values))
  const ends = posted.findLast((e) => e.effect.lapsesOn !== undefined)?.effect.lapsesOn
  return {
    appOn: posted[0].on,
    boardOn: posted.findLast((e) => shows.boardDay in e.values)?.values[shows.boardDay] as string | undefined,
    untilOn: ends && addDays(ends, -1),
  }
}
