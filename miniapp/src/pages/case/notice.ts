import type { CaseView } from '@shared/schemas/views'

/** Marks of what is written and posted: notices, corrections, 重大财务事项, what a consultation came to. */
const notices = ['公', '更', '财', '协']
/** Marks of what is asked: of the village, of the township, 质询. */
const questions = ['问', '询', '质']

export const isNotice = (mark: string): boolean => notices.includes(mark)
export const isQuestion = (mark: string): boolean => questions.includes(mark)

/** Whether the office may begin a correction of it: it hung and nothing has taken its place. Who exactly, the form says. */
export const mayBeCorrected = (view: CaseView): boolean =>
  view.may.people.length > 0 &&
  typeof view.fields.item === 'string' &&
  view.shown !== undefined &&
  !['superseded', 'withdrawn'].includes(view.outcome ?? '')

/** Workflows of questions that people ask about a notice. */
export const asksAbout = (workflow: string): boolean => workflow === 'objection' || workflow === 'objectionToTownship'

/** Before these steps are through there is no answer yet. */
export const isAnswered = (step: string): boolean => !['villageAnswer', 'townshipAnswer'].includes(step)
