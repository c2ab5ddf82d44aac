import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CaseView } from '@shared/schemas/views'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enclosedIn } from '../../functions/papers/matter/archiveFiles'
import { launchBrowser } from '../support/chromium'
import { openHouse, type TestHouse } from '../support/house'
import { pictures } from '../support/pictures'
import { temporaryFolder } from '../support/stores'
import { matterFile } from './matterPrints'
import { road, toAnnouncement, toPartyMeeting, toReturned, toTheEnd } from './matterWalk'

let h: TestHouse
let browser: Browser
let offline: BrowserContext
let closed: CaseView
let office: string
const folder = temporaryFolder()
const asked: string[] = []

beforeAll(async () => {
  h = await openHouse('sqlite')
  browser = await launchBrowser()
  offline = await browser.newContext({ offline: true, acceptDownloads: true })
  offline.on('request', (r) => asked.push(r.url()))
  const id = await toReturned(h)
  await toPartyMeeting(h, id)
  await toAnnouncement(h, id)
  closed = await toTheEnd(h, id)
  office = (await matterFile(h, 'clerk-dongxi', id, 'archive')).text
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await h?.close()
  folder.remove()
})

let opened = 0
/** The file on a disk, opened without a network. */
const open = async (text: string) => {
  const path = join(folder.path, `${++opened}.html`)
  writeFileSync(path, text)
  const page = await offline.newPage()
  await page.goto(`file://${path}`)
  return page
}
/** What its own check says of it. */
const checked = async (text: string): Promise<string> => {
  const page = await open(text)
  await page.click('#check')
  await page.waitForSelector('#told.good, #told.bad')
  const says = `${await page.getAttribute('#told', 'class')}：${await page.textContent('#told')}`
  await page.close()
  return says
}

type Chain = { head: string; lines: number; log: { no: number; values: Record<string, unknown>; hash: string }[] }
const between = /(<script type="application\/json" id="chain">)([^<]*)(<\/script>)/
const chainOf = (text: string): Chain => JSON.parse(between.exec(text)![2])
/** The same file with another chain in it. */
const withChain = (text: string, change: (chain: Chain) => void): string => {
  const chain = chainOf(text)
  change(chain)
  return text.replace(between, (_, a, __, b) => `${a}${JSON.stringify(chain).replaceAll('<', '\\u003c')}${b}`)
}

describe('an archive', () => {
  it('opens without a network, asks for nothing, and finds itself whole', async () => {
    asked.length = 0
    expect(await checked(office)).toBe(
      `good：这份文件是完整的：${closed.log.length}条记录前后接得上，每一项内容、页面上的字和附件都对得上。`,
    )
    expect(asked.filter((url) => !/^(file|data):/.test(url))).toEqual([])
  })

  it('holds the form, every line in words, the whole chain and the hash of its last line', async () => {
    const page = await open(office)
    const words = ((await page.textContent('#words')) ?? '').replace(/\s/g, '')
    await page.close()
    expect(words).toContain('四议两公开登记表')
    expect(words).toContain(closed.log.at(-1)!.hash)
    for (const { no } of closed.log) expect(words).toContain(`第${no}条2026-`)
    expect(words).toMatch(/第9条2026-06-1821:00村报账员苏水根村民代表会议决议：通过/)
    const { head, lines, log } = chainOf(office)
    expect([head, lines]).toEqual([closed.log.at(-1)!.hash, closed.log.length])
    expect(log.map((e) => e.hash)).toEqual(closed.log.map((e) => e.hash))
  })

  it('says plainly what its own check can’t know', () => {
    expect(office).toContain('它只能说明这份文件前后一致。有人把记录和程序一起换掉，它看不出来。')
  })

  it.each([
    [
      'an edited value',
      (c: Chain) => void Object.assign(c.log[1].values, { budget: 70_000_000 }),
      '第2条的“预算”被换过',
    ],
    [
      'an edited day',
      (c: Chain) => void Object.assign(c.log[3], { at: '2026-06-01T00:00:00Z' }),
      '第4条和当时记下的对不上',
    ],
    ['a deleted line', (c: Chain) => void c.log.splice(3, 1), '第5条顺序不对'],
    ['a deleted first line', (c: Chain) => void c.log.splice(0, 1), '第2条和前一条接不上'],
    ['a deleted last line', (c: Chain) => void c.log.pop(), '最后一条不是存档那天的最后一条'],
    ['two lines that changed places', (c: Chain) => void c.log.splice(2, 2, c.log[3], c.log[2]), '第4条顺序不对'],
    [
      'a value that was added',
      (c: Chain) => void Object.assign(c.log[1].values, { officer: '某人' }),
      '第2条的“镇里到会的人和职务”被换过',
    ],
  ])('finds %s', async (_, change, says) => {
    const told = await checked(withChain(office, change))
    expect(told).toMatch(/^bad：有\d+处对不上/)
    expect(told).toContain(says)
  })

  it('finds words that were changed on the page, a file that was swapped, and one that is gone', async () => {
    expect(await checked(office.replace('包工的是他的弟弟', '没有人'))).toContain('页面上的字和存档那天的不一样')
    const png = /data:image\/png;base64,([\w+/=]+)/.exec(office)![1]
    const other = Buffer.from(pictures['image/jpeg']).toString('base64')
    expect(await checked(office.replace(png, other))).toContain('附件2被换过')
    expect(await checked(office.replace(/<figure><img.*?<\/figure>/, ''))).toContain('附件2不见了')
  })

  it('runs its own script alone: what people wrote stays words', async () => {
    h.to('2026-09-01')
    const title = '</script><img src=x onerror=alert(1)>'
    const { id } = await h.open('secretary-dongxi', 'matterOfRepresentatives', {
      ...{ ...road, title, plan: '<script>document.title="x"</script>\r\n修。\u0001' },
    })
    const { text } = await matterFile(h, 'clerk-dongxi', id, 'archive')
    const page = await open(text)
    expect(await page.title()).toContain(title)
    expect(await page.locator('img[src=x]').count()).toBe(0)
    await page.close()
    expect(await checked(text)).toMatch(/^good/)
    // an image that gets in all the same fetches nothing and runs nothing
    const forged = text.replace('<main', '<img src="https://mingwu.example/x.png" onerror="document.title=1"><main')
    const bad = await open(text)
    const [failed] = await Promise.all([bad.waitForEvent('requestfailed'), bad.setContent(forged)])
    expect([failed.url(), failed.failure()?.errorText]).toEqual(['https://mingwu.example/x.png', 'csp'])
    expect(await bad.title()).toContain(title)
    await bad.close()
  })
})

describe('the files of an archive', () => {
  it('are inside it: pictures to be seen, papers to be saved, each with its SHA-256', async () => {
    const page = await open(office)
    expect(await page.locator('figure img').count()).toBe(2)
    const [saved] = await Promise.all([page.waitForEvent('download'), page.click('text=打开附件1')])
    expect(saved.suggestedFilename()).toBe('方案.pdf')
    expect(readFileSync(await saved.path())).toEqual(Buffer.from(pictures['application/pdf']))
    const words = (await page.textContent('#words')) ?? ''
    await page.close()
    const files = await Promise.all(closed.files.map(({ id }) => h.house.stores.files.get(id)))
    expect(files).toHaveLength(3)
    for (const file of files) expect(words).toContain(file!.sha256)
  })

  it('that no longer fit are named and left out', async () => {
    const [pdf, png, jpeg] = closed.files
    const kept = async (room: number) => (await enclosedIn(h.house, closed.files, room)).map((f) => f.content?.length)
    expect(await kept(pdf.bytes + png.bytes + jpeg.bytes)).toEqual([pdf.bytes, png.bytes, jpeg.bytes])
    expect(await kept(pdf.bytes + png.bytes)).toEqual([pdf.bytes, png.bytes, undefined])
    expect(await kept(0)).toEqual([undefined, undefined, undefined])
    const [left] = await enclosedIn(h.house, closed.files, 0)
    expect(left).toMatchObject({
      why: '放不下了，要到明务里下载',
      name: '方案.pdf',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })
})

describe('whose archive it is', () => {
  it('holds what its reader may see: a villager’s has neither the office’s files nor their values, and verifies', async () => {
    const { text, name } = await matterFile(h, 'villager-dongxi', closed.id, 'archive')
    expect(name).toBe(`${closed.number} 存档.html`)
    expect(office).toContain('发票.jpg')
    expect(text).not.toContain('发票.jpg')
    expect(text).not.toContain(Buffer.from(pictures['image/jpeg']).toString('base64'))
    expect(text).toContain('票据、合同、验收单。内容不在这份档案里')
    const line = chainOf(text).log.find((e) => e.no === 12)!
    expect('vouchers' in line.values).toBe(false)
    expect('vouchers' in chainOf(office).log.find((e) => e.no === 12)!.values).toBe(true)
    expect(await checked(text)).toMatch(/^good/)
  })

  it('calls nobody “您”, and is the same file for two of the office on one day', async () => {
    const [clerk, secretary] = await Promise.all(
      ['clerk-dongxi', 'secretary-dongxi'].map(async (p) => (await matterFile(h, p, closed.id, 'archive')).text),
    )
    expect(clerk).toBe(secretary)
    expect(clerk).not.toContain('您')
  })

  it('is handed out as a file to be saved, never shown as a page of ours', async () => {
    const { response } = await matterFile(h, 'clerk-dongxi', closed.id, 'archive')
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(response.headers.get('content-type')).toMatch(/^text\/html/)
  })
})
