import { sessionsBetween } from '@shared/calendar'
import {
  type SessionPlanView,
  type SessionRunView,
  type SessionsView,
  sessionsChange,
} from '@shared/schemas/requestViews'
import type { CardView } from '@shared/schemas/views'
import { describe, expect, it } from 'vitest'
import {
  nextOf,
  nextWords,
  progressWords,
  runsSessions,
  sealStateOf,
  stageOf,
} from '../../miniapp/src/office/session/run'
import { summaryOf } from '../../miniapp/src/office/session/summary'
import {
  type ChangeName,
  changeOf,
  changingOf,
  consequenceOf,
  daysFor,
  errorsOf,
  startOf,
  type TypedChange,
} from '../../miniapp/src/office/sessions/changes'
import { exceptionChips, monthsOf, movedWords, ruleLines } from '../../miniapp/src/office/sessions/months'

const today = '2026-06-08'
const rule = {
  ...{ days: [10, 20], startsAt: '08:30', place: '村委会一楼', hosts: '村两委值班', movesOffHolidays: true },
  cutOff: { daysBefore: 1, at: '18:00' },
}
const moved = {
  '2026-06-20': { to: '2026-06-22', startsAt: '09:00', place: '祠堂', hosts: '主任', why: '那天全镇开会' },
}
const extra = [{ on: '2026-06-15', kind: 'evening' as const, startsAt: '19:00', place: '祠堂', hosts: '书记' }]
const holidays = { until: '2026-12-31', off: { '2026-10-10': '国庆节' }, on: {}, fixed: {} }
const sessions: SessionPlanView[] = sessionsBetween(today, '2027-06-07', { ...rule, moved, extra }, holidays)
const view: SessionsView = {
  ...{ today, village: 'dongxi', villageName: '东溪村', rule, mayChange: true, sessions, past: [], changes: [] },
}
const [june10, june15, june22] = sessions

describe('说事日安排', () => {
  it('is a year ahead, month by month', () => {
    const months = monthsOf(sessions)
    expect([months[0].title, months.at(-1)!.title]).toEqual(['2026年6月', '2027年5月'])
    expect(months[0].sessions.map(({ on }) => on)).toEqual(['2026-06-10', '2026-06-15', '2026-06-22'])
    expect(months).toHaveLength(12)
  })
  it('marks what isn’t as the rule has it, and says why', () => {
    const marked = (one: SessionPlanView) => exceptionChips(one).map(({ words }) => words)
    expect([june10, june15, june22].map(marked)).toEqual([[], ['晚上加开'], ['改了日子']])
    expect(movedWords(june22)).toBe('原来是6月20日：那天全镇开会')
    expect(movedWords(june10)).toBeUndefined()
    const october = sessions.find(({ was }) => was === '2026-10-10')!
    expect([marked(october), movedWords(october)]).toEqual([['改了日子'], '原来是10月10日：国庆节放假，顺延'])
  })
  it('one that stays on its day at another hour is marked too', () => {
    const here = { ...june10, startsAt: '14:00', why: '上午停电' }
    expect(exceptionChips(here)[0].words).toBe('改了时间地点')
    expect(movedWords(here)).toBe('上午停电')
  })
  it('says the rule in lines', () => {
    const lines = Object.fromEntries(ruleLines(rule).map(({ term, words }) => [term, words]))
    expect(lines).toMatchObject({ 日子: '每月10日、20日', 时间: '上午8:30', 报名截止: '前一天18:00' })
  })
})

describe('a change of the sessions', () => {
  const typed: Readonly<Record<ChangeName, TypedChange>> = {
    rule: startOf({ change: 'rule' }, view),
    move: { ...startOf({ change: 'move', session: june10 }, view), to: '2026-06-12', why: '那天停电' },
    add: startOf({ change: 'add', kind: 'evening' }, view),
    drop: { why: '没有人要来' },
  }
  const sessionOf: Partial<Record<ChangeName, SessionPlanView>> = { move: june10, drop: june15 }
  it.each(['rule', 'move', 'add', 'drop'] as const)('%s is sent as the server takes it', (change) => {
    const changing = { change, session: sessionOf[change] }
    expect(errorsOf(changing, typed[change], view)).toEqual({})
    expect(sessionsChange.parse(changeOf(changing, typed[change]))).toMatchObject({ change })
  })
  it('an extra one after nobody came: in the evening at 19:00, within the week, on a day that has none', () => {
    expect(typed.add).toMatchObject({ kind: 'evening', on: '2026-06-11', startsAt: '19:00', place: '村委会一楼' })
    const full = { ...view, sessions: [...sessions, { ...june15, on: '2026-06-11' }, { ...june15, on: '2026-06-12' }] }
    expect(startOf({ change: 'add', kind: 'evening' }, full).on).toBe('2026-06-13')
    expect(startOf({ change: 'add' }, view).on).toBeUndefined()
  })
  it('is opened for what there is to change, by whoever may', () => {
    const opened = (change: string, on = '', kind = '') => changingOf({ change, on, kind }, view)
    expect(opened('move', '2026-06-10')).toEqual({ change: 'move', session: june10 })
    expect(opened('drop', '2026-06-15')).toEqual({ change: 'drop', session: june15 })
    expect(opened('add', '', 'evening')).toEqual({ change: 'add', kind: 'evening' })
    expect(opened('add', '', 'fixed')).toEqual({ change: 'add' })
    // fixed ones are moved, extra ones called off; what is gone is neither
    expect([opened('drop', '2026-06-10'), opened('move', '2026-06-15'), opened('move', '2026-06-20')]).toEqual([
      ...[undefined, undefined, undefined],
    ])
    expect(changingOf({ change: 'rule', on: '', kind: '' }, { ...view, mayChange: false })).toBeUndefined()
  })
  it('a session moves between the one before it and the one after it, from tomorrow on', () => {
    expect(daysFor({ change: 'move', session: june10 }, view)).toEqual({ from: '2026-06-09', until: '2026-06-14' })
    expect(daysFor({ change: 'move', session: june22 }, view)).toEqual({ from: '2026-06-16', until: '2026-07-09' })
    expect(daysFor({ change: 'add' }, view)).toEqual({ from: '2026-06-09', until: '2027-06-08' })
  })
  it('says at each field what is missing, in words', () => {
    const errors = errorsOf({ change: 'add' }, { ...startOf({ change: 'add' }, view), place: ' ' }, view)
    expect(errors).toEqual({
      ...{ kind: '请选晚上开，还是到大家那里去开。', on: '请选哪一天加开。', place: '请填写地点。' },
    })
    const long = errorsOf({ change: 'drop', session: june15 }, { why: '长'.repeat(61) }, view)
    expect(long.why).toBe('为什么不开了最多60个字，请写短一点。')
  })
  it.each([
    ['2026-06-08', '要给大家留出说事的时间，请选今天以后的日子。'],
    ['2026-06-15', '6月15日本来就有说事日，请换一天。'],
    ['2026-02-31', '没有这一天，请重新选日子。'],
  ])('moving to %s: %s', (to, says) =>
    expect(errorsOf({ change: 'move', session: june10 }, { ...typed.move, to }, view).to).toBe(says),
  )
  it('its own day is no clash: only the hour and the place change', () =>
    expect(errorsOf({ change: 'move', session: june10 }, { ...typed.move, to: '2026-06-10' }, view)).toEqual({}))
  it('tells what follows before it is done', () => {
    const ask = consequenceOf({ change: 'move', session: june10 }, typed.move, today, 5)
    expect(ask.title).toBe('改到6月12日？')
    expect(ask.lines).toContain('排在这次的5件事跟着改，会告诉说事人。')
    expect(consequenceOf({ change: 'drop', session: june15 }, typed.drop, today, 0).lines).toEqual([
      '现在没有事排在这次。',
    ])
    expect(consequenceOf({ change: 'drop', session: june15 }, typed.drop, today, undefined).lines).toEqual([
      '排在这次的事放到下一次说事日听，会告诉说事人。',
    ])
  })
})

const card = (id: string, more: Partial<CardView> = {}): CardView => ({
  ...{
    id,
    title: '何福来家门口的路灯',
    mark: '说',
    step: 'hearing',
    seal: '议',
    on: '2026-06-01',
    due: '2026-06-10',
    n: 3,
  },
  ...more,
})
const heard = (decided: string, more: Partial<CardView> = {}) => ({ card: card(decided, more), decided })
const run: SessionRunView = {
  ...{ today: '2026-06-10', village: 'dongxi', villageName: '东溪村', session: { ...june10, case: 'c1' } },
  ...{ step: 'meeting', agenda: [card('a'), card('b')], unacknowledged: [], later: [] },
  ...{ heard: [], promised: [], counts: { agenda: 2, heard: 0 } },
}

describe('one session as it is run', () => {
  it('is planned until the cut-off has opened its case, waits until its day, then runs', () => {
    expect(stageOf({ ...run, session: june10 })).toBe('planned')
    expect(stageOf({ ...run, today: '2026-06-09' })).toBe('waiting')
    expect(stageOf(run)).toBe('running')
    expect(stageOf({ ...run, today: '2026-06-14' })).toBe('running')
    expect(stageOf({ ...run, step: 'summary' })).toBe('written')
    expect(['display', 'closed'].map((step) => stageOf({ ...run, step }))).toEqual(['over', 'over'])
  })
  it('says how far it is', () => {
    expect(progressWords({ ...run, counts: { agenda: 2, heard: 3 } })).toBe('听了3件，还有2件')
    expect(progressWords({ ...run, unacknowledged: [card('u')], counts: { agenda: 2, heard: 3 } })).toBe(
      '听了3件，还有3件',
    )
    expect(progressWords({ ...run, counts: { agenda: 0, heard: 3 } })).toBe('听了3件，都听完了')
    expect(progressWords({ ...run, counts: { agenda: 0, heard: 0 } })).toBe('没有要听的')
    expect(nextWords('2026-06-10', '2026-06-08', 5)).toBe('后天说事日，有5件要听')
    expect(nextWords('2026-06-10', '2026-06-08', undefined)).toBe('后天说事日')
    expect(nextOf(run)?.id).toBe('a')
  })
  it('a promise that waits for its rating is nobody’s delay', () => {
    const state = (more: Partial<CardView>) => sealStateOf(card('p', { due: '2026-06-09', ...more }), '2026-06-10')
    expect([state({ step: 'handling' }), state({ step: 'secondRating' }), state({ step: 'closed' })]).toEqual([
      ...['late', 'now', 'done'],
    ])
  })
  it('is run by clerk, secretary and director of that village alone', () => {
    const person = (role: string, place: string) => ({
      ...{ id: 'p', name: '方大海', township: 'shiwan', says: '' },
      posts: [{ role, place, placeName: '', title: '' }],
    })
    const may = (role: string, place: string) => runsSessions(person(role, place), 'dongxi')
    expect([may('clerk', 'dongxi'), may('director', 'dongxi')]).toEqual([true, true])
    expect([may('secretary', 'jiaotou'), may('township', 'shiwan'), may('villager', 'dongxi')]).toEqual([
      ...[false, false, false],
    ])
    expect(runsSessions(undefined, 'dongxi')).toBe(false)
  })
})

describe('the draft of a summary', () => {
  const done: SessionRunView = {
    ...run,
    heard: [heard('handle'), heard('handle'), heard('answered'), heard('plan')],
    counts: { agenda: 1, heard: 5 },
    before: '2026-05-20',
    promised: [
      ...[heard('handle', { step: 'closed', outcome: 'satisfied' }), heard('consult', { step: 'rating' })],
      ...[heard('escalate', { step: 'clusterHandling' }), heard('plan', { step: 'closed', outcome: 'merged' })],
    ],
  }
  it('counts what was decided and how far last time’s promises are', () =>
    expect(summaryOf(done).split('\n')).toEqual([
      '6月10日说事日，在村委会一楼，听了5件事：当场答复1件，村里去办2件，暂时办不了、定了日子再说1件。',
      '5月20日答应的4件：办好了1件，等评价1件，了结了1件，还在办1件。',
      '还有1件没有听，放到后面听。',
    ]))
  it('never names a thing or a person', () => {
    expect(summaryOf(done)).not.toContain('何福来')
    expect(summaryOf(done)).not.toContain('路灯')
  })
  it('an outcome of tomorrow is counted all the same', () =>
    expect(summaryOf({ ...done, heard: [heard('somethingNew')] })).toContain('别的1件'))
  it('one at which nothing was to be heard', () =>
    expect(summaryOf({ ...run, session: { ...june15, case: 'c' }, counts: { agenda: 0, heard: 0 } })).toBe(
      '6月15日晚上加开的说事，在祠堂，没有事要听。',
    ))
})
