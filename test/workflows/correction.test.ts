import type { FormValue } from '@shared/engine/case'
import { isRefusal } from '@shared/engine/refusal'
import { correction, majorFinance, notice } from '@shared/workflows/notice'
import { describe, expect, it } from 'vitest'
import { aChild, act, anOpened, answerTo, aPerson, aside, tryOpen, walk } from '../support/build'

const clerk = aPerson('clerk')
const supervisor = aPerson('supervisor')
const agency = aPerson('agency')
const form = {
  ...{ board: 'finance', item: 'F03', period: '2026-05', audience: 'everyone', title: '五月收支' },
  ...{ summary: '收的比花的多。', body: '见公开栏。' },
} satisfies FormValue
const old = { hung: true, item: 'F03', period: '2026-05' }
const corrects = (more = {}) => ({ world: { facts: { corrects: { ...old, ...more } } } })
const opened = { on: '2026-06-10', by: clerk, from: 'c-old', form } as const

describe('更正 (a correction)', () => {
  const begun = anOpened(correction, { ...opened, ...corrects() })
  const ready = walk(begun, [
    act(clerk, '2026-06-10', 'finance'),
    act(supervisor, '2026-06-11', 'agreed'),
    act(agency, '2026-06-12', 'agreed'),
  ])

  it('says what was corrected and why; without that it isn’t begun', () => {
    expect(begun.fields.changed).toBeTruthy()
    const silent = tryOpen(correction, { ...opened, ...corrects(), form: { ...form, changed: '' } })
    expect(silent).toMatchObject({ refusal: 'badForm', says: '请填写“更正了什么、为什么”。' })
  })
  it('starts from what hung and hasn’t been corrected yet', () => {
    for (const more of [{ hung: false }, { outcome: 'superseded' }, { outcome: 'withdrawn' }, { correcting: '更1' }])
      expect(tryOpen(correction, { ...opened, ...corrects(more) })).toMatchObject({ refusal: 'ruleNotMet' })
    expect(isRefusal(tryOpen(correction, { ...opened, ...corrects({ outcome: 'served' }) }))).toBe(false)
  })
  it('goes the same way to the same reviewers as what it corrects, and the author may not review it', () => {
    expect(correction.steps.map((s) => [s.id, s.by])).toEqual(notice.steps.map((s) => [s.id, s.by]))
    const both = aPerson(['clerk', 'supervisor'], 'p-both')
    const own = walk(anOpened(correction, { ...opened, by: both, ...corrects() }), [act(both, '2026-06-10', 'finance')])
    expect(answerTo(own, act(both, '2026-06-11', 'agreed'))).toBe('mustBeAnother')
    expect(answerTo(own, act(supervisor, '2026-06-11', 'agreed'))).toBe('allowed')
  })
  it('tells the old one as it is posted, not before', () => {
    expect(ready.log.flatMap((e) => e.then)).toEqual([])
    const posted = walk(ready, [act(clerk, '2026-06-12', 'posted', { boardOn: '2026-06-12' })])
    expect(posted).toMatchObject({ step: 'display', shown: { untilOn: '2026-06-27' } })
    expect(posted.pending).toMatchObject([{ kind: 'tell', caseId: 'c-old', act: 'superseded' }])
  })
  it('may itself be corrected', () => expect(correction.asides.map((a) => a.id)).toContain('superseded'))
})

describe('what was corrected', () => {
  const village = { ...form, board: 'village', item: 'V12', period: '2026-Q1' }
  const shown = walk(anOpened(notice, { on: '2026-06-01', by: clerk, form: village }), [
    act(clerk, '2026-06-01', 'village'),
    act(supervisor, '2026-06-01', 'agreed'),
    act(clerk, '2026-06-01', 'posted', { boardOn: '2026-06-01' }),
  ])
  it('ends as superseded, by the correction alone, once; where it hung and what it said stay', () => {
    for (const by of [clerk, supervisor, aPerson('township')])
      expect(answerTo(shown, aside(by, '2026-06-10', 'superseded'))).toBe('notYourTurn')
    const ended = walk(shown, [aside(aChild, '2026-06-10', 'superseded')])
    expect(ended).toMatchObject({ step: 'closed', outcome: 'superseded', closedOn: '2026-06-10' })
    expect(ended).toMatchObject({ shown: { on: 'village' }, fields: { title: '五月收支' }, lapsesOn: undefined })
    expect(answerTo(ended, aside(aChild, '2026-06-11', 'superseded'))).toBe('onlyOnce')
  })
  it('after its days too; it keeps the day on which it was filed', () => {
    const late = walk(shown, [aside(aChild, '2026-08-01', 'superseded')])
    expect(late).toMatchObject({ outcome: 'superseded', closedOn: '2026-06-17' })
  })
})

describe('重大财务事项 (a major finance event)', () => {
  const major = {
    ...{ board: 'finance', item: 'F09', audience: 'everyone', title: '店面出租', summary: '店面租给了超市。' },
    ...{ body: '租期三年。', amount: 6_000_000, happenedOn: '2026-06-10' },
  }
  const begun = anOpened(majorFinance, { on: '2026-06-11', by: clerk, form: major })
  it('is due 5 days after it happened at every step, not from the day it was written', () => {
    expect(begun.dueOn).toBe('2026-06-15')
    const sent = walk(begun, [act(clerk, '2026-06-12', 'finance')])
    expect(sent.dueOn).toBe('2026-06-15')
    const posting = walk(sent, [act(supervisor, '2026-06-13', 'agreed'), act(agency, '2026-06-14', 'agreed')])
    expect(posting).toMatchObject({ step: 'posting', dueOn: '2026-06-15' })
  })
  it('5 days is the most that may be set, fewer may be', () => {
    const due = (majorFinanceDays: number) =>
      anOpened(majorFinance, {
        ...{ on: '2026-06-11', by: clerk, form: major },
        world: { settings: { majorFinanceDays, majorFinanceAbove: 5_000_000 } },
      }).dueOn
    expect([due(3), due(9)]).toEqual(['2026-06-13', '2026-06-15'])
  })
  it('under the county’s sum it is no major event', () => {
    const small = tryOpen(majorFinance, { on: '2026-06-11', by: clerk, form: { ...major, amount: 4_999_999 } })
    expect(small).toMatchObject({ refusal: 'ruleNotMet', says: expect.stringContaining('50,000.00元以上') })
  })
})
