import type { Aside, Board, Route, Step } from '../engine/workflow'
import { rules } from './rules'

/** The law's floor binds the setting: never under 15 days. */
export const displayDays = { setting: 'displayDays', atLeast: 15 } as const

/** A posted item hangs for its days and then passes on by time alone: nobody can take it down early. */
export const display = (of: {
  id: string
  title: string
  seal: string
  on: Board | { field: string }
  boardDay: string
  to: Route
  as?: string
  then?: Step['then']
}): Step => ({
  id: of.id,
  title: of.title,
  seal: of.seal,
  rule: rules.display,
  by: ['clock'],
  form: 'nothing',
  due: { days: displayDays, from: ['entered', of.boardDay] },
  lapses: { after: { days: displayDays, from: ['entered', of.boardDay] }, as: 'served' },
  next: { served: of.to },
  shows: { on: of.on, days: displayDays, boardDay: of.boardDay, ...(of.as && { as: of.as }) },
  ...(of.then && { then: of.then }),
})

/** The sheet came up on the wall later than was written, or came off and was put up again: the days run anew, never shorter. */
export const onBoard = (id: string, form: string, during: readonly string[]): Aside => ({
  id,
  title: '改记上墙日期',
  by: ['clerk', 'director', 'secretary'],
  form,
  facts: ['notInFuture', 'boardDayNotEarlier', 'sameFileElsewhere'],
  while: 'open',
  during,
  does: 'posted',
})

/** What supervisors and the township may always do beside the main path. */
export const oversight: readonly Aside[] = [
  { id: 'urge', title: '督办', by: ['township', 'townshipLead', 'clusterLead'], form: 'urge', while: 'open' },
  {
    id: 'takeOver',
    title: '包案',
    by: ['townshipLead', 'clusterLead', 'township'],
    form: 'takeOver',
    while: 'open',
    does: 'own',
  },
  { id: 'opinion', title: '监督意见', by: ['supervisor'], form: 'opinion', while: 'always' },
  { id: 'redate', title: '重算期限', by: ['clock'], form: 'redating', while: 'open', does: 'redate' },
]
