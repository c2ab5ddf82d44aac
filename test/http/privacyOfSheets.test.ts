import { verify } from '@shared/engine/chain'
import type { CaseView, RowsView } from '@shared/schemas/views'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyAnswer } from '../journeys/everything'
import { published } from '../journeys/notices'
import { openHouse, type TestHouse } from '../support/house'

let h: TestHouse
const cases: Record<'statement' | 'needy' | 'shares' | 'rewritten', CaseView> = {} as never
/** People in lists: what each list says of them is for fewer than all. */
const people = { payee: '林大山', neighbour: '柯小满', child: '阮小宝', needy: '周阿婆', shareholder: '苏长根' }
const phone = '13857601234'

beforeAll(async () => {
  h = await openHouse('sqlite', '2026-07-05T09:00:00+08:00')
  const clerk = await h.as('clerk-dongxi')
  const sheet = async (body: Record<string, unknown>) => {
    const saved = await clerk.post<{ sheet?: { id: string } }>('/api/villages/dongxi/sheets', body)
    if (!saved.body.sheet) throw new Error(JSON.stringify(saved.body))
    return saved.body.sheet.id
  }
  const base = { summary: '收的比花的多。', audience: 'everyone' }
  const hang = (form: Record<string, unknown>, review?: Record<string, unknown>) =>
    published(h, { ...base, ...form }, '2026-07-05', review)

  const line = { on: '2026-06-03', direction: 'out', category: '误工补贴', amount: 12_000 }
  const lines = await sheet({
    ...{ kind: 'statement', period: '2026-06', opening: 24_000, closing: 0 },
    rows: [
      { ...line, voucher: '记-1', party: people.payee, purpose: `修泵，电话${phone}` },
      { ...line, voucher: '记-2', party: people.neighbour, purpose: '清淤' },
    ],
  })
  cases.statement = await hang(
    { title: '六月收支', board: 'finance', item: 'F03', period: '2026-06', sheet: lines },
    { override: '合作社对外的电话' },
  )
  cases.needy = await hang({
    ...{ title: '低保名单', board: 'village', item: 'V08', period: '2026-Q2', audience: 'villagers' },
    sheet: await sheet({
      ...{ kind: 'recipients', period: '2026-Q2' },
      rows: [
        { name: people.needy, group: '三组', people: 1, what: '低保', amount: 90_000 },
        { name: people.child, group: '四组', people: 2, what: '孤儿补助', amount: 180_000, minor: 'yes' },
      ],
    }),
  })
  cases.shares = await hang({
    ...{ title: '收益分配', board: 'finance', item: 'F07', happenedOn: '2026-07-01' },
    sheet: await sheet({ kind: 'recipients', rows: [{ name: people.shareholder, what: '分红', amount: 33_300 }] }),
  })
  const draft = { ...base, board: 'village', item: 'V12', period: '2026-Q2' }
  const first = await h.open('clerk-dongxi', 'notice', { ...draft, title: '办事记录', body: `找他办的，电话${phone}` })
  await h.done('clerk-dongxi', first.id, { outcome: 'village' })
  await h.done('supervisor-dongxi', first.id, {
    ...{ outcome: 'returned' },
    form: { opinion: `正文里有手机号${phone}，请删掉`, ground: 'personalData' },
  })
  const revised = { ...draft, title: '办事记录', body: '办了养老登记。', changed: '删掉了手机号' }
  await h.done('clerk-dongxi', first.id, { outcome: 'village', form: revised })
  await h.done('supervisor-dongxi', first.id, { outcome: 'agreed', form: { opinion: '同意。' } })
  cases.rewritten = await h.done('clerk-dongxi', first.id, { form: { boardOn: '2026-07-05' } })
})
afterAll(() => h.close())

const readers = [undefined, 'neighbour-dongxi', 'villager-dongxi', 'representative-dongxi', 'villager-shatang'] as const
const about = () => ({ cases: Object.values(cases).map((c) => c.id), words: ['收支', ...Object.values(people), phone] })
const rowsFor = async (person: string | undefined, id: string) =>
  (await (await h.as(person)).get<RowsView>(`/api/cases/${id}/rows`)).body
/** What was asked for stands in the address, not in the answer. */
const sentTo = async (person: string | undefined) =>
  (await everyAnswer(h, person, about())).replace(/\/search\?q=\S+/g, '')
const exportedTo = async (person: string | undefined, id: string) => {
  const { status, body } = await (await h.as(person)).post<{ url: string }>('/api/papers/exports', { case: id })
  if (status !== 200) return { status, cells: '' }
  const bytes = new Uint8Array(await (await h.app.request(body.url)).arrayBuffer())
  return { status, cells: JSON.stringify((await readXlsx(bytes)).sheets.map((s) => s.rows)) }
}

describe('the people in a statement', () => {
  it.each(readers)('are a surname to %s, in every answer and in the exported workbook', async (reader) => {
    const { cells } = await exportedTo(reader, cases.statement.id)
    const sent = `${await sentTo(reader)}\n${cells}`
    expect(sent.includes('林**')).toBe(true)
    for (const name of [people.payee, people.neighbour]) expect([name, sent.includes(name)]).toEqual([name, false])
  })
  it('are whole to the office, in the workbook too, so that the test above looks for what is there', async () => {
    const { cells } = await exportedTo('agency', cases.statement.id)
    expect(cells).toContain(people.payee)
    expect((await sentTo('agency')).includes(people.payee)).toBe(true)
  })
  it('a telephone number in a cell stays masked even where a reviewer let it pass', async () => {
    const { rows } = await rowsFor('neighbour-dongxi', cases.statement.id)
    expect(rows[0].cells.purpose).toBe('修泵，电话138****1234')
  })
  it('can’t be found by their names', async () => {
    const found = async (q: string) =>
      (await (await h.as()).get<{ cards: unknown[] }>(`/api/villages/dongxi/search?q=${encodeURIComponent(q)}`)).body
        .cards
    expect(await found('收支')).toHaveLength(1)
    for (const name of Object.values(people)) expect([name, await found(name)]).toEqual([name, []])
  })
})

describe('a list of 低保', () => {
  it('is there for this village, not for another and not without sign-in', async () => {
    for (const path of ['', '/rows', '/broadcast'])
      for (const reader of [undefined, 'villager-shatang'])
        expect((await (await h.as(reader)).get(`/api/cases/${cases.needy.id}${path}`)).status).toBe(404)
    expect((await exportedTo('villager-shatang', cases.needy.id)).status).toBe(404)
    expect((await rowsFor('villager-dongxi', cases.needy.id)).rows).toHaveLength(2)
  })
  it('names who gets what, as law wants, but never a minor', async () => {
    const { rows } = await rowsFor('villager-dongxi', cases.needy.id)
    expect(rows.map((r) => r.cells.name)).toEqual([people.needy, '未成年人'])
    for (const reader of readers) {
      expect((await sentTo(reader)).includes(people.child)).toBe(false)
      expect((await exportedTo(reader, cases.needy.id)).cells).not.toContain(people.child)
    }
  })
})

describe('收益分配', () => {
  it('is totals for whoever is no member, with the reason in words; members read the rows', async () => {
    const outsider = await h.see(undefined, cases.shares.id)
    expect(outsider.sheet).toMatchObject({ sums: { amount: 33_300 }, totalsOnly: expect.stringContaining('合计') })
    expect((await rowsFor(undefined, cases.shares.id)).rows).toEqual([])
    expect((await sentTo('villager-shatang')).includes(people.shareholder)).toBe(false)
    expect((await exportedTo(undefined, cases.shares.id)).cells).not.toContain(people.shareholder)
    expect((await rowsFor('neighbour-dongxi', cases.shares.id)).rows[0].cells.name).toBe(people.shareholder)
  })
})

describe('what was written before it was sent back', () => {
  it.each(readers)('never reaches %s: neither the first text nor what the reviewer said of it', async (reader) =>
    expect((await sentTo(reader)).includes(phone)).toBe(false),
  )
  it('is still in the log for the office; that it was sent back is there for everyone', async () => {
    expect(JSON.stringify(await h.see('supervisor-dongxi', cases.rewritten.id))).toContain(phone)
    const seen = await h.see('neighbour-dongxi', cases.rewritten.id)
    expect(seen.log.map((e) => e.says)).toContain('退回修改')
    expect(seen.fields.body).toBe('办了养老登记。')
    expect(verify(seen.log)).toEqual([])
  })
})

describe('after its days on the board', () => {
  it('a list of people is totals for villagers and rows for the office; a statement stays', async () => {
    h.to('2026-07-20')
    expect((await rowsFor('villager-dongxi', cases.needy.id)).rows).toHaveLength(2)
    h.to('2026-07-21')
    const seen = await h.see('villager-dongxi', cases.needy.id)
    expect(seen.sheet).toMatchObject({
      count: 2,
      sums: { amount: 270_000 },
      totalsOnly: '公示期满，名单不再公开，只留合计',
    })
    expect((await rowsFor('villager-dongxi', cases.needy.id)).rows).toEqual([])
    expect((await sentTo('villager-dongxi')).includes(people.needy)).toBe(false)
    expect((await exportedTo('villager-dongxi', cases.needy.id)).cells).not.toContain(people.needy)
    expect((await rowsFor('clerk-dongxi', cases.needy.id)).rows).toHaveLength(2)
    expect((await rowsFor('villager-dongxi', cases.statement.id)).rows).toHaveLength(2)
  })
})

describe('what was taken down', () => {
  it('leaves no row, no workbook and no difference to anybody but the office', async () => {
    await h.done('township', cases.statement.id, {
      ...{ aside: 'withdraw' },
      form: { ground: 'personalData', reason: '写了不该写的' },
    })
    for (const reader of readers) {
      const me = await h.as(reader)
      for (const path of ['/rows', '/difference'])
        expect((await me.get(`/api/cases/${cases.statement.id}${path}`)).status).toBe(404)
      expect((await exportedTo(reader, cases.statement.id)).status).toBe(404)
      const { body } = await me.get<CaseView>(`/api/cases/${cases.statement.id}`)
      expect(body).toMatchObject({ outcome: 'withdrawn', fields: {} })
      expect(body.sheet).toBeUndefined()
      expect(body.log.at(-1)?.values).toEqual({ ground: 'personalData', reason: '写了不该写的' })
      expect((await sentTo(reader)).includes('林**')).toBe(false)
    }
    expect((await rowsFor('agency', cases.statement.id)).rows).toHaveLength(2)
  })
})
