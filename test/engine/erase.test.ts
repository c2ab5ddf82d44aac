import type { Case, Entry } from '@shared/engine/case'
import { caseAt } from '@shared/engine/caseAt'
import { verify } from '@shared/engine/chain'
import { erasedLines } from '@shared/engine/erase'
import { workflowOf, workflows } from '@shared/workflows'
import { describe, expect, it } from 'vitest'
import { act, anOpened, answerTo, aPerson, aside, theClock, walk } from '../support/build'

const request = workflowOf('request')!
const villager = aPerson('villager', 'p-lin')
const words = '水渠塌了一段，林秀英家门口'
const raised = walk(
  anOpened(request, {
    on: '2026-06-01',
    by: villager,
    form: { text: words, category: 'road', place: '三组渠边', visibility: 'villagers' },
  }),
  [
    act(aPerson('clerk'), '2026-06-02', 'acknowledged', { note: '收到' }),
    act(aPerson('secretary'), '2026-06-10', 'decide', {
      decision: '修水渠',
      title: '三组水渠修复',
      plan: '请施工队',
      topic: 'charter',
      body: 'matterOfAssembly',
    }),
  ],
)
const erasing = (of: Record<string, unknown>, on = '2026-07-01') =>
  aside(theClock, on, 'erased', {}, { exactly: { why: 'person', fields: [], ...of } })
const all = { fields: ['1.text', '1.place'], lines: [1], opener: true }
const gone = walk(raised, [erasing(all)])
/** What a case is, less whom it was told to and what it still has to cause. */
const plain = ({ told: _, pending: __, ...found }: Case) => found

describe('erasing in a case', () => {
  it('takes the values and their salts out of the log, the fields and the title; the commitments stay', () => {
    expect(JSON.stringify(gone)).not.toContain('水渠塌了')
    expect(JSON.stringify(gone)).not.toContain('三组渠边')
    expect(gone.title).toBe('内容已按本人要求删除')
    expect(gone.fields).not.toHaveProperty('text')
    expect(gone.log[0].values).toMatchObject({ category: 'road', visibility: 'villagers' })
    expect(Object.keys(gone.log[0].salts)).not.toContain('text')
    expect(gone.log[0].form).toEqual(raised.log[0].form)
  })
  it('verifies without a fault, with the hashes that it had', () => {
    expect(verify(gone.log)).toEqual([])
    expect(gone.log.slice(0, 3).map((e) => e.hash)).toEqual(raised.log.map((e) => e.hash))
    // and one who puts other words in their place is found out
    const put = { ...gone.log[0], values: { ...gone.log[0].values, text: '别的话' } }
    expect(verify([put, ...gone.log.slice(1)])).toEqual([{ no: 1, fault: 'value' }])
  })
  it('leaves nothing that points back to whoever is forgotten; the pseudonym, which is hashed, stays', () => {
    expect(JSON.stringify(gone)).not.toContain('p-lin')
    expect(gone.opener).toMatch(/^erased:/)
    expect(gone.log[0].by).toBe(raised.log[0].by)
    expect(gone.log[1].person).toBe('p-clerk')
  })
  it('leaves everything else as it was: step, days, owner, money, links', () => {
    const { title: _, opener: __, fields: ___, log: ____, pending: p, ...rest } = gone
    const { title: _t, opener: _o, fields: _f, log: _l, pending: q, ...was } = raised
    expect(rest).toEqual(was)
    expect(p).toEqual(q)
  })
  it('is replayed from its own log to the same case, also after more was done to it and more was erased', () => {
    const on = (found: Case) => caseAt(request, JSON.parse(JSON.stringify(found)), '2026-12-31')!
    expect(plain(on(gone))).toEqual(plain(JSON.parse(JSON.stringify(gone))))
    const twice = walk(gone, [
      aside(aPerson('township'), '2026-07-02', 'nudge', { reason: '快办' }),
      erasing({ fields: ['2.note'], why: 'asked' }, '2026-07-03'),
    ])
    expect(JSON.stringify(twice)).not.toContain('收到')
    expect(verify(twice.log)).toEqual([])
    expect(plain(on(twice))).toEqual(plain(JSON.parse(JSON.stringify(twice))))
  })
  it('erasing the same again changes nothing but the log', () => {
    const again = walk(gone, [erasing(all, '2026-07-02')])
    expect({ ...again, log: [] }).toEqual({ ...gone, log: [] })
  })
  it('takes out what was handed on too: to a linked case, and as its title', () => {
    const given = walk(raised, [erasing({ fields: ['3.plan', '3.title'], why: 'period' })])
    expect(raised.pending[0].carry).toMatchObject({ plan: '请施工队' })
    expect(JSON.stringify(given)).not.toContain('请施工队')
    expect(given.title).toBe(raised.title)
  })
  it('keeps what was written in that field by another line; erased there too, what stood there before stands again', () => {
    const handled = walk(
      anOpened(request, { on: '2026-06-01', by: villager, form: { text: words, category: 'road' } }),
      [
        act(aPerson('clerk'), '2026-06-02', 'acknowledged'),
        act(aPerson('secretary'), '2026-06-10', 'handle'),
        act(aPerson('secretary'), '2026-06-11', 'progress', { result: '量过了' }),
        act(aPerson('secretary'), '2026-06-12', 'done', { result: '修好了' }),
      ],
    )
    expect(walk(handled, [erasing({ fields: ['4.result'] })]).fields.result).toBe('修好了')
    expect(walk(handled, [erasing({ fields: ['5.result'] })]).fields.result).toBe('量过了')
  })
  it('says of which lines something was deleted, and why', () =>
    expect([...erasedLines(request, gone.log)]).toEqual([[1, 'person']]))
})

describe('who erases, and what', () => {
  it('nobody but the clock: not the township, not whoever wrote it', () => {
    for (const who of [villager, aPerson('township'), aPerson('clerk')])
      expect(answerTo(raised, { ...erasing(all), by: who })).toBe('notYourTurn')
  })
  it('days, sums, votes and choices are never erased: the case is made of them', () => {
    for (const field of ['1.category', '1.visibility', '3.topic', '3.heldOn', '9.text', '1.nothing'])
      expect(answerTo(raised, erasing({ fields: [field] })), field).toBe('ruleNotMet')
  })
  it('every workflow can erase, open or closed', () => {
    for (const w of workflows)
      expect(
        w.asides.filter((a) => a.does === 'erase').map(({ by, while: when }) => [by, when]),
        w.id,
      ).toEqual([[['clock'], 'always']])
  })
  it('a line that was edited and called erased is still found out', () => {
    const forged: Entry[] = gone.log.map((e) => (e.no === 2 ? { ...e, form: {}, values: {}, salts: {} } : e))
    expect(verify(forged)).toEqual([{ no: 2, fault: 'hash' }])
  })
})
