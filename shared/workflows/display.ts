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

/**
 * What time does to whatever has a day to keep: it reminds, and works the day out anew when a table of holidays comes out; to
 * whatever holds someone's own words or pictures: it erases them where law or they themselves ask for it.
 */
export const byTime: readonly Aside[] = [
  {
    ...{ id: 'remind', title: '到期提醒', by: ['clock'], form: 'rung', while: 'open', does: 'remind' },
    tells: ['desk'],
  },
  { id: 'redate', title: '重算期限', by: ['clock'], form: 'redating', while: 'open', does: 'redate', tells: ['desk'] },
  {
    ...{ id: 'erased', title: '删去个人内容', by: ['clock'], form: 'erasure', facts: ['erasesOwnWords'] },
    ...{ while: 'always', does: 'erase' },
  },
]

const overVillages = ['township', 'townshipLead', 'clusterLead'] as const

/**
 * What time, supervisors and the township do beside the main path of whatever is open: the ladder of reminders, 催办, 督办 (a
 * numbered case of its own that has to be answered), 约谈, 包案; afterwards 回头看. Every one of them stands in the log that
 * villagers read.
 */
export const oversight: readonly Aside[] = [
  { id: 'nudge', title: '催办', by: overVillages, form: 'nudge', while: 'open', tells: ['desk'] },
  {
    ...{ id: 'urge', title: '督办', by: overVillages, form: 'urge', facts: ['replyIsAhead'], while: 'open' },
    tells: ['desk', 'opener'],
    then: { open: 'supervision', carry: ['title', 'reason', 'replyBy'] },
  },
  {
    ...{ id: 'urgeAnswered', title: '督办有了答复', by: ['child'], form: 'urgeAnswered', while: 'always' },
    tells: ['opener'],
  },
  {
    ...{ id: 'summon', title: '约谈', by: [...overVillages, 'discipline'], form: 'summons', facts: ['meetingIsAhead'] },
    ...{ while: 'open', tells: ['desk'] },
    then: { open: 'interview', carry: ['title', 'reason', 'summoned', 'meetOn', 'meetAt', 'meetPlace'] },
  },
  {
    id: 'takeOver',
    title: '包案',
    by: ['townshipLead', 'clusterLead', 'township'],
    form: 'takeOver',
    while: 'open',
    does: 'own',
    tells: ['desk'],
  },
  { id: 'opinion', title: '监督意见', by: ['supervisor'], form: 'opinion', while: 'always', tells: ['desk'] },
  {
    ...{ id: 'inspection', title: '回头看', by: [...overVillages, 'discipline'], form: 'inspected', while: 'closed' },
    tells: ['opener'],
  },
  ...byTime,
]
