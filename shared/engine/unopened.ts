import type { Case } from './case'

/** A case before the first line of its log. */
export const unopened = ({ id, workflow, workflowVersion, number, place, salt, opener, ...found }: Case): Case => ({
  ...{ id, workflow, workflowVersion, number, place, salt, opener },
  ...{ title: found.title, sees: found.sees, openedOn: found.openedOn },
  ...(found.from !== undefined && { from: found.from }),
  ...(found.about !== undefined && { about: found.about }),
  ...{ children: [], step: 'open', enteredOn: found.openedOn, visit: 0, fields: {}, drawn: 0, seen: 0 },
  ...{ pending: [], log: [] },
})
