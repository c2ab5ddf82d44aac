import { type Audited, nextAudit, serviceOf } from '@shared/auditPlan'
import { describe, expect, it } from 'vitest'

const today = '2026-06-10'
const term = (coversTo: string): Audited => ({ kind: 'term', coversTo })
const leaving = (coversTo: string): Audited => ({ kind: 'leaving', coversTo })
const due = (
  since: string,
  {
    until,
    perTerm = 2,
    audits = [],
    on = today,
  }: { until?: string; perTerm?: number; audits?: Audited[]; on?: string },
) => nextAudit({ since, ...(until && { until }) }, { perTerm, audits, today: on })

describe('the audits of a term', () => {
  it('two in five years are due after two and a half years and after five', () => {
    expect(due('2024-01-01', {})).toEqual({ dueOn: '2026-07-01', why: '任期内第1次' })
    expect(due('2024-01-01', { audits: [term('2026-06-30')] })).toEqual({ dueOn: '2029-01-01', why: '任期内第2次' })
  })

  it('one in five years is due after five, three after twenty months', () => {
    expect(due('2024-01-01', { perTerm: 1 })?.dueOn).toBe('2029-01-01')
    expect(due('2024-01-01', { perTerm: 3 })?.dueOn).toBe('2025-09-01')
  })

  it('are due on the last day of a month that has no such day: 31 August and thirty months is 28 February, 29 in a leap year', () => {
    expect(due('2024-08-31', {})?.dueOn).toBe('2027-02-28')
    expect(due('2025-08-31', {})?.dueOn).toBe('2028-02-29')
    expect(due('2023-12-31', {})?.dueOn).toBe('2026-06-30')
  })

  it('go on in the next five years with the first again', () => {
    const audits = [term('2023-06-30'), term('2025-12-31')]
    expect(due('2021-01-01', { audits })).toEqual({ dueOn: '2028-07-01', why: '任期内第1次' })
  })

  it('one that covers a due day and the one after stands for both; one day short of the second it doesn’t', () => {
    expect(due('2016-01-01', { audits: [term('2021-01-01')] })?.dueOn).toBe('2023-07-01')
    expect(due('2016-01-01', { audits: [term('2020-12-31')] })?.dueOn).toBe('2021-01-01')
  })

  it('what was audited before the post began doesn’t count, from its first day on neither', () => {
    expect(due('2024-01-01', { audits: [term('2023-12-31')] })?.dueOn).toBe('2026-07-01')
    expect(due('2024-01-01', { audits: [term('2024-01-01')] })?.dueOn).toBe('2026-07-01')
  })

  it('are none where none is set', () => {
    expect(due('2024-01-01', { perTerm: 0 })).toBeUndefined()
    expect(due('2024-01-01', { perTerm: 0, until: '2026-12-31' })).toEqual({ dueOn: '2026-12-31', why: '离任' })
  })
})

describe('the audit on leaving', () => {
  it('is due by the last day; a term’s audit that is due a day earlier comes first, on the same day it doesn’t', () => {
    expect(due('2024-01-01', { until: '2026-07-02' })).toEqual({ dueOn: '2026-07-01', why: '任期内第1次' })
    expect(due('2024-01-01', { until: '2026-07-01' })).toEqual({ dueOn: '2026-07-01', why: '离任' })
  })

  it('takes the place of the term’s from the day after the last', () => {
    const until = '2026-09-01'
    expect(due('2024-01-01', { until, on: '2026-09-01' })?.why).toBe('任期内第1次')
    expect(due('2024-01-01', { until, on: '2026-09-02' })).toEqual({ dueOn: until, why: '离任' })
  })

  it('ends it: nothing is due after that', () => {
    expect(due('2024-01-01', { until: '2026-06-30', audits: [leaving('2026-05-31')] })).toBeUndefined()
  })

  it('doesn’t end it for whoever stayed in the post after all', () => {
    expect(due('2024-01-01', { audits: [leaving('2026-05-31')] })?.dueOn).toBe('2029-01-01')
  })
})

describe('a time in a post', () => {
  it('is that of posts which hold today taken together, else what ended last', () => {
    const past = { from: '2018-01-01', until: '2020-12-31' }
    const before = { from: '2021-01-01', until: '2026-06-10' }
    const now = { from: '2024-01-01' }
    expect(serviceOf([past, now, before], today)).toEqual({ since: '2021-01-01' })
    expect(serviceOf([past, now, before], '2026-06-11')).toEqual({ since: '2024-01-01' })
    expect(serviceOf([past, before], '2026-06-11')).toEqual({ since: '2021-01-01', until: '2026-06-10' })
    expect(serviceOf([past, before], '2026-06-10')).toEqual({ since: '2021-01-01', until: '2026-06-10' })
    expect(serviceOf([], today)).toBeUndefined()
  })
})
