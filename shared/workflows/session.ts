import type { Workflow } from '../engine/workflow'
import { display, onBoard, oversight } from './display'
import { law, local } from './rules'

/**
 * 说事日会: the meeting of one 说事日, opened by itself once nothing more can be raised for it. Its agenda is never stored: it
 * is the requests that wait to be heard; what was heard is an act on each of them.
 */
export const session: Workflow = {
  id: 'session',
  version: 1,
  title: '说事日会',
  mark: '会',
  opensBy: ['clock'],
  openForm: 'sessionPlan',
  sees: 'everyone',
  steps: [
    {
      id: 'meeting',
      title: '开说事日会',
      seal: '说',
      rule: local('每月固定的日子，村里听大家说事'),
      by: ['clerk', 'secretary', 'director'],
      form: 'sessionHeld',
      facts: ['sessionDayCame', 'countsWhoCame', 'readBackFirst', 'agendaHeard'],
      due: { days: 1, from: ['sessionOn'] },
      next: { held: 'summary', nobodyCame: 'closed', notHeld: 'closed' },
      says: { held: '开过了，记下来', nobodyCame: '没有人来', notHeld: '没有开成' },
    },
    {
      id: 'summary',
      owes: 'V13',
      title: '公开小结',
      seal: '公',
      rule: law('协商定下的事和落实情况要公开，不写是谁提的', '第三十三条、第三十五条'),
      by: ['clerk', 'secretary', 'director'],
      form: 'sessionSummary',
      facts: ['notInFuture', 'namesNobody', 'ownWordsClear'],
      due: { days: 7 },
      next: { posted: 'display' },
      says: { posted: '公开到村务栏' },
    },
    display({
      id: 'display',
      title: '正在公示',
      seal: '公',
      on: 'village',
      boardDay: 'boardOn',
      to: 'closed',
      as: '小结',
    }),
  ],
  asides: [onBoard('onBoard', 'onBoard', ['display']), ...oversight],
}
