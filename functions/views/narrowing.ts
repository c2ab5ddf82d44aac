import type { Day, Place } from '@shared/engine/case'
import { daysBetween, isOverdue } from '@shared/engine/deadline'
import type { Role } from '@shared/engine/workflow'
import type { AgeName, Narrowing } from '@shared/schemas/monitorViews'
import { never } from '../store/caseKeys'
import { deskOfRole } from '../store/desks'

/** What a key says of a piece of work; `turn` is the role whose desk it is while nobody has it in hand. */
export type Work = {
  due: Day
  enteredOn: Day
  mark: string
  seal: string
  owner?: string
  turn?: Role
  ofAbove: boolean
}

export type Asked = Narrowing & { seal?: string; overdue?: '0' | '1' }

const nearPercent = 70

/** How long it has waited by that day: on the day itself it is near, late from the day after. */
export const ageOf = ({ due, enteredOn }: Pick<Work, 'due' | 'enteredOn'>, today: Day): AgeName => {
  if (due >= never) return 'undated'
  const late = daysBetween(due, today)
  if (late > 0) return late <= 7 ? 'late7' : late <= 30 ? 'late30' : 'late31'
  const gone = daysBetween(enteredOn, today)
  return late === 0 || gone * 100 >= daysBetween(enteredOn, due) * nearPercent ? 'near' : 'early'
}

export const isLate = (age: AgeName): boolean => age.startsWith('late')

/** Who has it in hand: a person, or the desk of the role whose turn it is. */
export const holderOf = ({ owner, turn }: Pick<Work, 'owner' | 'turn'>, place: Place): string | undefined =>
  owner ?? (turn && deskOfRole(turn, place))

/** Whether it is of the kind that was asked for; whoever asks for nothing gets everything. */
export const isOfKind = (asked: Asked, work: Pick<Work, 'due' | 'mark' | 'seal'>, today: Day): boolean =>
  (!asked.mark || work.mark === asked.mark) &&
  (!asked.seal || work.seal === asked.seal) &&
  (asked.overdue !== '1' || isOverdue(work.due, today))

/** Whether a piece of work in a place is what was asked for, in every way that it can be narrowed. */
export const isAskedFor = (asked: Asked, work: Work, { today, place }: { today: Day; place: Place }): boolean =>
  isOfKind(asked, work, today) &&
  (!asked.cluster || place.cluster === asked.cluster) &&
  (!asked.owner || holderOf(work, place) === asked.owner) &&
  (!asked.age || ageOf(work, today) === asked.age)
