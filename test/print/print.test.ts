import type { CaseView } from '@shared/schemas/views'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/chromium'
import type { TestHouse } from '../support/house'
import { account, openPrintingHouse, posted, printed } from './papers'
import { pdfOf as pdfIn } from './pdf'

let h: TestHouse
let browser: Browser
let statement: CaseView
let named: CaseView
let script: CaseView

beforeAll(async () => {
  h = await openPrintingHouse()
  browser = await launchBrowser()
  statement = await posted(h, account(300))
  named = await posted(h, {
    form: {
      ...{ title: '5月困难户慰问名单', board: 'village', item: 'V08', period: '2026-Q2', audience: 'villagers' },
      ...{ summary: '慰问了2户，每户300元。', body: '由村委会上门送到。' },
    },
    sheet: {
      kind: 'recipients',
      rows: [
        { name: '林桂香', group: '三组', people: 3, what: '慰问金', amount: 30_000 },
        { name: '周小宝', what: '慰问金', amount: 30_000, minor: 'yes' },
      ],
    },
  })
  script = await posted(h, {
    form: {
      ...{
        title: '<script>alert(1)</script>"规约',
        board: 'village',
        item: 'V14',
        happenedOn: '2026-06-03',
        audience: 'everyone',
      },
      ...{ summary: '<img src=x onerror=alert(1)>', body: '第一条 & 第二条 <b>不加粗</b>' },
    },
  })
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await h?.close()
})

const pdfOf = (html: string) => pdfIn(browser, html)

describe('a statement of 300 lines on paper', () => {
  it('stands on A4 upright, its head on every page that has rows, no row split, every page numbered', async () => {
    const { text } = await printed(h, undefined, statement.id, 'A4')
    const { width, height, pages, asked } = await pdfOf(text)
    expect([width, height]).toEqual([210, 297])
    expect(asked).toEqual([])
    const withRows = pages.filter((p) => /记-\d+/.test(p))
    expect(withRows.length).toBeGreaterThan(8)
    for (const p of withRows) expect(p).toContain('收入（元）支出（元）')
    for (const [i, p] of pages.entries()) expect(p).toContain(`第${i + 1}页，共${pages.length}页`)
    // each line once, and with its own voucher on the same page
    for (let n = 1; n <= 300; n++)
      expect(pages.filter((p) => p.includes(`第${n}次`) && p.includes(`记-${n}`))).toHaveLength(1)
    expect(pages[0]).toContain('石湾镇东溪村')
    expect(pages.at(-1)).toContain('核验码')
  })

  it('stands on A3 across, on fewer pages', async () => {
    const [a4, a3] = await Promise.all(
      (['A4', 'A3'] as const).map(async (size) => pdfOf((await printed(h, undefined, statement.id, size)).text)),
    )
    expect([a3.width, a3.height]).toEqual([420, 297])
    expect(a3.pages.length).toBeLessThan(a4.pages.length)
    for (const p of a3.pages.filter((p) => /记-\d+/.test(p))) expect(p).toContain('凭证号科目用途收付款人')
  })

  it('adds up on paper to the same sums', async () => {
    const { text } = await printed(h, undefined, statement.id, 'A4')
    const { income, expense } = statement.sheet!
    const yuan = (fen: number) => (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })
    expect(text.split(yuan(income)).length - 1).toBe(3)
    expect(text.split(yuan(expense)).length - 1).toBe(3)
  })

  it('is a poster of exactly one sheet with phone, code and marks of both reviews', async () => {
    const { pages, width, height } = await pdfOf((await printed(h, undefined, statement.id, 'poster')).text)
    expect(pages).toHaveLength(1)
    expect([width, height]).toEqual([210, 297])
    expect(pages[0]).toContain('0000-60120010')
    expect(pages[0]).toContain('月底结余')
    expect(pages[0]).toMatch(/核验码[0-9A-F]{12}/)
  })

  it('names who reviewed it, the rule and its source, and the newest line of the log', async () => {
    const { text } = await printed(h, undefined, statement.id, 'A4')
    expect(text).toContain('方有为')
    expect(text).toContain('潘美娟')
    expect(text).toContain('浙江省农村集体资产管理条例第二十五条')
    const hash = statement.log.at(-1)!.hash.slice(0, 12).toUpperCase()
    expect(text.replaceAll(' ', '')).toContain(hash)
  })
})

describe('a poster of words', () => {
  it.each([
    ['a title of sixty characters', '关'.repeat(60), '一句话。', '正文。'],
    ['a body of eight thousand', '村规民约', '大白话。'.repeat(200), '第一条内容。\n'.repeat(1100)],
  ])('is one sheet with %s', async (_, title, summary, body) => {
    const { id } = await posted(h, {
      form: { title, board: 'village', item: 'V14', happenedOn: '2026-06-02', audience: 'everyone', summary, body },
    })
    const { pages } = await pdfOf((await printed(h, undefined, id, 'poster')).text)
    expect(pages).toHaveLength(1)
    expect(pages[0]).toContain('核验码')
    expect(pages[0]).toContain('0000-60120010')
  })
})

describe('who reads a paper', () => {
  it('shows the same masked rows whoever prints it', async () => {
    const [nobody, clerk] = await Promise.all(
      [undefined, 'clerk-dongxi'].map(async (p) => (await printed(h, p, statement.id, 'A4')).text),
    )
    expect(nobody).toContain('林**')
    expect(nobody).not.toContain('林阿海')
    expect(clerk).toBe(nobody)
  })

  it('shows a villagers’ list with its names, never a minor’s', async () => {
    const { text } = await printed(h, 'secretary-dongxi', named.id, 'A4')
    expect(text).toContain('林桂香')
    expect(text).not.toContain('周小宝')
    expect(text).toContain('未成年人')
  })

  it('is refused to whoever may not see the case', async () => {
    const print = async (person?: string) =>
      (await (await h.as(person)).post('/api/papers/prints', { case: named.id, size: 'A4' })).status
    expect(await print()).toBe(404)
    expect(await print('villager-shatang')).toBe(404)
    expect(await print('villager-dongxi')).toBe(200)
  })

  it('is refused as soon as the one who asked may see it no more', async () => {
    const { url } = await printed(h, 'township', named.id, 'A4')
    const person = (await h.house.stores.people.get('township'))!
    await h.house.stores.people.save({ ...person, posts: [] })
    expect((await h.app.request(url)).status).toBe(404)
    await h.house.stores.people.save(person)
    expect((await h.app.request(url)).status).toBe(200)
  })

  it('says of a draft that it is one, to those who may see it', async () => {
    const { id } = await h.open('clerk-dongxi', 'notice', {
      ...{ title: '6月的章程修改', board: 'village', item: 'V14', happenedOn: '2026-06-05', audience: 'everyone' },
      ...{ summary: '改了一条。', body: '第三条。' },
    })
    expect((await printed(h, 'clerk-dongxi', id, 'A4')).text).toContain('送审稿，还没有公开')
    await expect(printed(h, undefined, id, 'A4')).rejects.toThrow('404')
  })
})

describe('the address of a page', () => {
  const open = async (url: string) => {
    const response = await h.app.request(url)
    return { status: response.status, text: await response.text() }
  }

  it('is good for ten minutes and not a moment longer', async () => {
    const { url } = await printed(h, undefined, statement.id, 'A4')
    h.clock.at += 600_000 - 1
    expect((await open(url)).status).toBe(200)
    h.clock.at += 1
    const { status, text } = await open(url)
    expect(status).toBe(404)
    expect(text).toContain('请回到明务里再点一次“打印”')
  })

  it('can’t be made up, nor turned to another case', async () => {
    const { url } = await printed(h, undefined, statement.id, 'A4')
    const [part, signature] = url.split('/').at(-1)!.split('.')
    const asked = JSON.parse(Buffer.from(part, 'base64url').toString())
    const other = Buffer.from(JSON.stringify({ ...asked, case: named.id, person: 'secretary-dongxi' })).toString(
      'base64url',
    )
    for (const token of [`${other}.${signature}`, part, `${part}.`, 'x', `${part}.${signature}x`, '.'])
      expect((await open(`/api/papers/print/${token}`)).status, token).toBe(404)
    expect((await open('/api/papers/print/%00')).status).toBe(400)
  })

  it('runs nothing, fetches nothing and is kept nowhere', async () => {
    const { response } = await printed(h, undefined, statement.id, 'poster')
    expect(response.headers.get('content-type')).toMatch(/^text\/html/)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('keeps what people wrote as words', async () => {
    for (const size of ['A4', 'A3', 'poster'] as const) {
      const { text } = await printed(h, undefined, script.id, size)
      expect(text).not.toMatch(/<script|<img|<b>不/)
      expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;规约')
    }
  })
})

describe('where the QR code leads', () => {
  const address = async () =>
    (await (await h.as()).post<{ address: string }>('/api/papers/prints', { case: statement.id, size: 'A4' })).body
      .address

  it('is the web page that was asked, the one that is set, or the mini-program where its links are set up', async () => {
    expect(await address()).toBe(`http://localhost/pages/case/index?id=${statement.id}`)
    h.house.webAddress = 'https://mingwu.example/'
    expect(await address()).toBe(`https://mingwu.example/pages/case/index?id=${statement.id}`)
    h.house.miniAddress = 'https://mingwu.example/m?from=paper'
    expect(await address()).toBe(`https://mingwu.example/m?from=paper&id=${statement.id}`)
    h.house.webAddress = h.house.miniAddress = undefined
  })
})

it('prints 300 lines within a second', async () => {
  const began = performance.now()
  const { text } = await printed(h, undefined, statement.id, 'A4')
  const took = performance.now() - began
  console.log(`print page of 300 rows: ${took.toFixed(0)} ms, ${(text.length / 1024).toFixed(0)} KB`)
  expect(took).toBeLessThan(1000)
})
