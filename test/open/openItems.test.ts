import { calls } from '@shared/contract'
import { openAccount, openItem } from '@shared/schemas/openViews'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountFields, itemFields } from '../../functions/open/fieldGuide'
import { type FilledHouse, filledHouse } from './filledHouse'

let h: FilledHouse
beforeAll(async () => {
  h = await filledHouse()
})
afterAll(() => h.close())

type Items = { items: { id: string; title: string; state: string; [field: string]: unknown }[]; next?: string }
const items = async (query = '') => (await h.send<Items>('GET', `/api/open/villages/dongxi/items.json${query}`)).body
const csv = async (path: string) => {
  const response = await h.app.request(path)
  return { response, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer()) }
}

describe('what is open to everyone', () => {
  it('is given in the shape that the contract says, without anybody signing in', async () => {
    const { status, body } = await h.send('GET', '/api/open/villages/dongxi/items.json')
    expect(status).toBe(200)
    const said = calls.openItems.out.parse(body)
    expect(said).toEqual(body)
    expect(said).toMatchObject({ village: 'dongxi', villageName: '东溪村', on: '2026-06-08' })
    expect(said.licence).toContain('CC BY 4.0')
    expect(said.items.map((i) => i.id).sort()).toEqual([h.statement, h.older, h.formula].sort())
  })

  it('has no word of what is for villagers, for the office, or still being written', async () => {
    const { text } = await csv('/api/open/villages/dongxi/items.csv')
    for (const said of [JSON.stringify(await items('?limit=100')), text])
      for (const marker of h.secrets) expect(said).not.toContain(marker)
    for (const id of [h.forVillagers, h.draft]) expect(JSON.stringify(await items('?limit=100'))).not.toContain(id)
  })

  it('has nothing of what was taken down; its address says that it was there, not what it said nor what it came to', async () => {
    expect((await items('?limit=100')).items.map((i) => i.id)).not.toContain(h.withdrawn)
    const lists = [
      'open/villages/dongxi/accounts.json',
      'villages/dongxi/cases?workflow=notice&limit=50',
      `cases/${h.withdrawn}`,
    ]
    const said = await Promise.all(
      lists.map(async (path) => JSON.stringify((await h.send('GET', `/api/${path}`)).body)),
    )
    expect(said[2]).toContain('已撤下')
    for (const answer of said)
      for (const marker of ['撤下前写的用途', String(h.withdrawnIncome)]) expect(answer).not.toContain(marker)
  })

  it('keeps its totals when its days are over, in fen', async () => {
    const found = (await items()).items.find((i) => i.id === h.statement)!
    expect(found).toMatchObject({ item: 'F03', period: '2026-05', income: 120_000, expense: 100, closing: 119_900 })
  })

  it('is asked for by board, item and year', async () => {
    expect((await items('?item=F03')).items.map((i) => i.item)).toEqual(['F03', 'F03'])
    expect((await items('?board=party')).items).toEqual([])
    expect((await items('?year=2025')).items).toEqual([])
    expect((await items('?year=2026')).items).toHaveLength(3)
  })

  it('comes in pages that leave nothing out and give nothing twice', async () => {
    const found: string[] = []
    let after = ''
    for (let n = 0; n < 9; n++) {
      const page = await items(`?limit=1${after}`)
      found.push(...page.items.map((i) => i.id))
      if (!page.next) break
      after = `&after=${page.next}`
    }
    expect(found).toEqual((await items('?limit=100')).items.map((i) => i.id))
  })

  it('may be kept five minutes by anybody, and read from another page', async () => {
    for (const path of ['items.json', 'items.csv', 'accounts.json', 'accounts.csv']) {
      const { headers } = await h.app.request(`/api/open/villages/dongxi/${path}`)
      expect(headers.get('cache-control')).toBe('public, max-age=300')
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
    expect((await h.app.request('/api/villages/dongxi/home')).headers.get('cache-control')).toBe('no-store')
  })

  it('is the same for whoever asks: a clerk gets no more than a guest', async () => {
    const path = '/api/open/villages/dongxi/items.json?limit=100'
    expect((await (await h.as('clerk-dongxi')).get(path)).body).toEqual((await h.send('GET', path)).body)
  })
})

describe('a table for Excel', () => {
  it('begins with the mark of UTF-8 and says its columns in Chinese, money in fen', async () => {
    const { response, text } = await csv('/api/open/villages/dongxi/items.csv')
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(text.charCodeAt(0)).toBe(0xfeff)
    const [header, ...rows] = text.slice(1).trimEnd().split('\r\n')
    expect(header).toContain('收入合计（分）')
    expect(header!.split(',')).toHaveLength(Object.keys(itemFields).length)
    expect(rows).toHaveLength(3)
    expect(decodeURIComponent(response.headers.get('content-disposition')!)).toContain('东溪村公开事项 2026-06-08.csv')
    expect(response.headers.get('link')).toContain('rel="license"')
  })

  it('makes no formula of what somebody wrote', async () => {
    const { text } = await csv('/api/open/villages/dongxi/items.csv')
    expect(text).toContain(`'=HYPERLINK`)
    expect(text).not.toMatch(/(^|,|")=HYPERLINK/m)
  })

  it('has the totals of each period too', async () => {
    const { text } = await csv('/api/open/villages/dongxi/accounts.csv')
    expect(text).toContain(`${h.statement},2026-05,0,120000,100,119900`)
  })
})

describe('a village that shows its boards only to who has signed in', () => {
  it.each(['items.json', 'items.csv', 'accounts.json', 'accounts.csv'])(
    'gives no %s, signed in or not',
    async (path) => {
      const address = `/api/open/villages/shatang/${path}`
      for (const person of [undefined, 'villager-shatang']) {
        const { status, body } = await (await h.as(person)).get<{ says: string }>(address)
        expect([401, 403]).toContain(status)
        expect(JSON.stringify(body)).not.toContain(h.closedTitle)
        expect(body.says).toMatch(/登录/)
      }
    },
  )

  it('an unknown one is not found, a wrong condition is refused with what to do', async () => {
    for (const path of ['nothing/items.csv', 'nothing/accounts.csv', 'nothing/items.json'])
      expect((await h.send<{ refusal: string }>('GET', `/api/open/villages/${path}`)).body.refusal).toBe('notFound')
    for (const query of ['board=all', 'item=x', 'year=1', 'year=x']) {
      const { status, body } = await h.send<{ refusal: string }>('GET', `/api/open/villages/dongxi/items.csv?${query}`)
      expect([status, body.refusal]).toEqual([400, 'badRequest'])
    }
  })
})

describe('字段说明', () => {
  it('has every field that is sent, and no other', async () => {
    expect(Object.keys(itemFields).sort()).toEqual(Object.keys(openItem.shape).sort())
    expect(Object.keys(accountFields).sort()).toEqual(Object.keys(openAccount.shape).sort())
    const guide = calls.openGuide.out.parse((await h.send('GET', '/api/open/guide.json')).body)
    const about = Object.keys(calls.openItems.out.shape).filter((k) => k !== 'items')
    expect(
      guide.sets
        .find((s) => s.name === 'about')!
        .fields.map((f) => f.name)
        .sort(),
    ).toEqual(about.sort())
    for (const { name, fields } of guide.sets)
      for (const { title, type, unit, source } of fields)
        for (const word of [title, type, unit, source]) expect(word, name).toMatch(/[\u4e00-\u9fff]/)
  })

  it('can be read by people', async () => {
    const response = await h.app.request('/api/open/guide')
    expect(response.headers.get('content-type')).toMatch(/^text\/html/)
    expect(response.headers.get('content-security-policy')).toContain("style-src 'unsafe-inline'")
    const page = await response.text()
    for (const field of [...Object.keys(itemFields), 'service_request_id']) expect(page).toContain(field)
    expect(page).toContain('分（100分是1元）')
  })
})

describe('a table of more than 5000', () => {
  const hang = async (from: number, until: number) => {
    for (let n = from; n <= until; n++) {
      const card = JSON.stringify({
        id: `more-${n}`,
        title: `第${n}件`,
        board: 'village',
        on: '2025-03-01',
        step: 'closed',
      })
      const keys = { boardAll: { partition: 'qiaowei', sort: `2025-03-01#V02#${String(n).padStart(5, '0')}` } }
      await h.table.put({ pk: `more-${n}`, version: 1, body: '{}', card, sees: 'everyone', keys }, { ifVersion: 0 })
    }
  }
  const lines = async (query = '') =>
    (await csv(`/api/open/villages/qiaowei/items.csv${query}`)).text.trimEnd().split('\r\n')

  it('says in its last line that there is more and how to ask for it; one of just 5000 doesn’t', async () => {
    await hang(1, 5000)
    const all = await lines()
    expect(all).toHaveLength(1 + 5000)
    expect(all.at(-1)).toContain('第1件')
    await hang(5001, 5001)
    const told = await lines()
    expect(told).toHaveLength(1 + 5000 + 1)
    expect(told.at(-2)).toContain('第2件')
    expect(told.at(-1)).toMatch(/^只列出最近的5000条，更早的没有列。.*\?year=年份.*board=/)
    expect(told.at(-1)!.replace(/".*"/, '').split(',')).toHaveLength(told[0].split(',').length)
    expect(await lines('?year=2024')).toHaveLength(1)
  })
})
