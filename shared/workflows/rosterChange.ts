import type { Workflow } from '../engine/workflow'
import { oversight } from './display'
import { local, ours } from './rules'

const due = { days: { setting: 'reviewDays', atLeast: 1 } } as const

/** 名册变动: the roster of a day is what the changes say that were agreed and are effective by then. */
export const rosterChange: Workflow = {
  ...{ id: 'rosterChange', version: 1, title: '名册变动', mark: '册', sees: 'office' },
  opensBy: ['clerk', 'secretary', 'director', 'collectiveHead'],
  openForm: 'rosterChange',
  openFacts: ['rosterIsWhole', 'effectiveSoon'],
  steps: [
    {
      ...{ id: 'review', title: '核对名册', seal: '核', by: ['director', 'secretary', 'supervisor'], form: 'reviewed' },
      rule: ours('名册由另一个人核对，应到人数从这里算'),
      notBy: ['open', 'revision'],
      // another change may have been agreed meanwhile
      facts: ['groundWhenReturned', 'rosterIsWhole'],
      due,
      next: { agreed: 'closed', returned: 'revision' },
      says: { agreed: '核对无误', returned: '退回修改' },
    },
    {
      ...{ id: 'revision', title: '改名册', seal: '册', by: ['opener'], form: 'rosterRevision', rewrites: true },
      rule: local('退回的名册改好再送'),
      facts: ['rosterIsWhole', 'effectiveSoon'],
      due,
      next: { revised: 'review' },
      says: { revised: '改好了，再送核对' },
    },
  ],
  asides: [
    {
      ...{ id: 'drop', title: '不改了', by: ['opener'], form: 'reason', while: 'open', does: 'withdraw' },
      during: ['revision'],
    },
    ...oversight,
  ],
}
