import type { Answer } from '@shared/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { posted, published, reviewed } from '../journeys/notices'
import { openHouse, type TestHouse } from '../support/house'

let h: TestHouse
beforeAll(async () => {
  h = await openHouse('sqlite', '2026-06-08T09:00:00+08:00')
})
afterAll(() => h.close())

type Rows = Answer<'rows'> & { says?: string }
const get = async <T>(path: string, who?: string) => (await h.as(who)).get<T>(path)
const rowsOf = async (id: string, query = '', who?: string) =>
  (await get<Rows>(`/api/cases/${id}/rows?${query}`, who)).body
const hand = async (body: object, who = 'clerk-dongxi') =>
  (await h.as(who)).post<Answer<'sheet'> & { says?: string }>('/api/villages/dongxi/sheets', body)
const kept = async (body: object): Promise<string> => {
  const { status, body: told } = await hand(body)
  if (!told.sheet) throw new Error(`${status} ${JSON.stringify(told)}`)
  return told.sheet.id
}
const line = (n: number, more: object = {}) => ({
  ...{ on: '2026-05-08', voucher: `5-${n}`, direction: 'out', category: '办公水电', party: '林阿海', purpose: '电费' },
  ...{ amount: 100 * n, ...more },
})
/** A statement that adds up, from what was there before. */
const statement = (period: string, opening: number, rows: readonly { direction?: string; amount: number }[]) => ({
  ...{ kind: 'statement', period, opening, rows },
  closing: rows.reduce((left, r) => left + (r.direction === 'in' ? r.amount : -r.amount), opening),
})
const may = { kind: 'statement', period: '2026-05' }
const form = {
  title: '五月的账',
  board: 'finance',
  item: 'F03',
  period: '2026-05',
  audience: 'everyone',
  summary: '花了一点。',
}

describe('a list that is typed in on the phone', () => {
  it('is kept when each row is right and it adds up', async () => {
    const { status, body } = await hand({
      ...may,
      opening: 1000,
      closing: 700,
      rows: [line(1), line(2, { party: ' ' })],
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({ problems: [], sheet: { count: 2, expense: 300, opening: 1000, closing: 700 } })
    expect((await h.house.stores.sheets.rows(body.sheet!.id))[1]).not.toHaveProperty('party')
  })

  it('with anything wrong nothing is kept, and each thing is named by row and column', async () => {
    const rows = [
      line(1, { amount: -1 }),
      line(2, { on: '2026-06-01' }),
      line(1, { category: '请客' }),
      line(4, { secret: 'x' }),
    ]
    const { body } = await hand({ ...may, rows })
    expect(body.sheet).toBeUndefined()
    expect(body.problems.map(({ row, field }) => `${row} ${field}`).sort()).toEqual(
      ['1 amount', '2 on', '3 category', '3 voucher', '4 secret'].sort(),
    )
    expect((await hand({ ...may, opening: 0, closing: 1, rows: [line(1)] })).body.problems).toMatchObject([
      { row: 0, field: 'closing', says: expect.stringMatching(/应是-1\.00元.*写的是0\.01元，差1\.01元/) },
    ])
  })

  it('is for the office of the village, and says at least one thing', async () => {
    expect((await hand({ ...may, rows: [line(1)] }, 'villager-dongxi')).status).toBe(403)
    expect((await hand({ ...may, rows: [line(1)] }, 'clerk-shatang')).status).toBe(403)
    expect((await hand({ ...may, rows: [] })).status).toBe(422)
  })
})

describe('the rows of a list', () => {
  let id: string
  let question: string
  beforeAll(async () => {
    const rows = Array.from({ length: 120 }, (_, i) =>
      line(i + 1, i % 2 ? { direction: 'in', category: '存款利息', purpose: '电话13857601234' } : {}),
    )
    id = (
      await published(h, { ...form, sheet: await kept(statement('2026-05', 1_000_000, rows)) }, '2026-06-08', {
        override: '信用社的电话',
      })
    ).id
    question = (
      await h.open('villager-dongxi', 'objection', { question: '这一笔是哪里的电费？', row: 3 }, { about: id })
    ).id
  })

  it('come in pages, and by direction and category under their own numbers', async () => {
    const first = await rowsOf(id, 'limit=100')
    expect([first.rows.length, first.rows[99].no, first.next]).toEqual([100, 100, '100'])
    const last = await rowsOf(id, `limit=100&after=${first.next}`)
    expect([last.rows.length, last.rows[0].no, last.next]).toEqual([20, 101, undefined])
    const income = await rowsOf(id, 'direction=in&limit=2&after=10')
    expect(income.rows.map((r) => r.no)).toEqual([12, 14])
    expect((await rowsOf(id, `category=${encodeURIComponent('税费')}`)).rows).toEqual([])
    expect((await get(`/api/cases/${id}/rows?after=x`)).status).toBe(400)
  })

  it('are masked for whoever isn’t in the office, and whole for it', async () => {
    const [one, two] = (await rowsOf(id)).rows
    expect(one.cells).toMatchObject({ party: '林**', amount: 100 })
    expect(two.cells.purpose).not.toContain('13857601234')
    expect((await rowsOf(id, '', 'agency')).rows[1].cells).toMatchObject({
      party: '林阿海',
      purpose: '电话13857601234',
    })
    expect((await get('/api/cases/nothing/rows')).status).toBe(404)
  })

  it('show what was asked of them once it is answered, and to the office before', async () => {
    const asked = async (who?: string) => (await rowsOf(id, 'limit=5', who)).rows[2].asked
    expect(await asked()).toEqual([])
    expect(await asked('clerk-dongxi')).toEqual([{ id: question, answered: false }])
    await h.done('clerk-dongxi', question, { outcome: 'answered', form: { answer: '是村部的电费，发票在村里。' } })
    expect(await asked()).toEqual([{ id: question, answered: true }])
  })
})

describe('a list of what the village has', () => {
  const hang = async (year: string, rows: object[], on: string) => {
    h.to(on)
    const sheet = await kept({ kind: 'assets', period: year, rows })
    return published(h, { ...form, title: `${year}年资产`, item: 'F04', period: year, sheet }, on)
  }
  const thing = (name: string, value: number) => ({ name, quantity: 1, unit: '幢', cost: 100_000, value })

  it('says what is new, what changed and what is gone since the last', async () => {
    const first = await hang('2024', [thing('食堂', 90_000), thing('旧泵房', 10)], '2026-06-09')
    expect((await rowsOf(first.id)).since).toBeUndefined()
    const next = await hang('2025', [thing('食堂', 80_000), thing('新泵房', 50_000)], '2026-06-10')
    const view = await rowsOf(next.id)
    expect(view.since).toBe(first.id)
    expect(view.rows.map((r) => r.change)).toEqual(['changed', 'new'])
    expect(view.gone).toEqual([thing('旧泵房', 10)])
    expect((await rowsOf(next.id, 'after=1')).gone).toEqual([])
  })
})

describe('a correction', () => {
  it('shows what it changed: words, sums, and each row, masked', async () => {
    h.to('2026-06-11')
    const april = (rows: ReturnType<typeof line>[]) => kept(statement('2026-04', 1000, rows))
    const dated = (n: number, more: object = {}) => line(n, { on: '2026-04-08', ...more })
    const given = { ...form, title: '四月的账', period: '2026-04' }
    const old = await published(h, { ...given, sheet: await april([dated(1), dated(2), dated(3)]) }, '2026-06-11')
    expect((await get(`/api/cases/${old.id}/difference`)).status).toBe(404)
    const sheet = await april([dated(1), dated(2, { amount: 250, party: '柯春燕' }), dated(4)])
    const draft = await h.open(
      'clerk-dongxi',
      'correction',
      { ...given, summary: '多花了五毛。', sheet, changed: '第2笔抄错了' },
      { from: old.id },
    )
    expect((await get(`/api/cases/${draft.id}/difference`)).status).toBe(404)
    const { id } = await posted(h, await reviewed(h, draft), '2026-06-11')
    const { body } = await get<Answer<'difference'>>(`/api/cases/${id}/difference`)
    expect(body.before).toMatchObject({ id: old.id, title: '四月的账' })
    expect(body.fields).toEqual([{ label: '大白话说一遍', before: '花了一点。', after: '多花了五毛。' }])
    expect(body.sums).toContainEqual({ label: '支出合计', before: 600, after: 750 })
    expect(body.rows.map((r) => [r.change, r.before?.amount, r.after?.amount, r.after?.party])).toEqual([
      ['changed', 200, 250, '柯**'],
      ['new', undefined, 400, '林**'],
      ['gone', 300, undefined, undefined],
    ])
    expect(body.more).toBe(0)
  })
})

it('the sums of each statement that everyone may read come from the board, latest first', async () => {
  h.to('2026-06-12')
  const sheet = await kept(statement('2026-03', 1100, [line(1, { on: '2026-03-08' })]))
  await published(
    h,
    {
      ...form,
      title: '三月的账',
      period: '2026-03',
      sheet,
    },
    '2026-06-12',
  )
  const { body } = await get<Answer<'accounts'>>('/api/villages/dongxi/accounts')
  expect(body.accounts[0]).toMatchObject({ period: '2026-03', income: 0, expense: 100, closing: 1000 })
  expect(new Set(body.accounts.map((a) => a.period)).size).toBe(body.accounts.length)
})
