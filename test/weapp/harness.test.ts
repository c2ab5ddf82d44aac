import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Hono } from 'hono'
import { afterEach, describe, expect, it } from 'vitest'
import { type OpenedApp, openApp } from '../support/weapp/openApp'
import { requestsTo } from '../support/weapp/requestsTo'

const made: string[] = []
let app: OpenedApp | undefined
afterEach(() => {
  app?.close()
  app = undefined
  for (const folder of made.splice(0)) fs.rmSync(folder, { recursive: true })
})

/** A mini-program written by hand: pages a and b are tabs, c is not. `script` is the body of page a. */
function program(script: string, wxml = '<view>{{said}}</view>'): OpenedApp {
  const dist = fs.mkdtempSync(path.join(os.tmpdir(), 'program-'))
  made.push(dist)
  const tabBar = { list: ['a', 'b'].map((name) => ({ pagePath: `pages/${name}`, text: name })) }
  const files: Record<string, string> = {
    'app.json': JSON.stringify({ pages: ['pages/a', 'pages/b', 'pages/c'], tabBar }),
    'app.js': 'App({})',
    'pages/a.js': script,
    'pages/a.wxml': wxml,
    'pages/b.js': 'Page({})',
    'pages/b.wxml': '<view>b</view>',
    'pages/c.js': 'Page({})',
    'pages/c.wxml': '<view>c</view>',
  }
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(dist, name)), { recursive: true })
    fs.writeFileSync(path.join(dist, name), content)
  }
  const server = new Hono()
  server.all('/echo', async (c) =>
    c.json({
      method: c.req.method,
      query: c.req.query(),
      body: await c.req.text(),
      type: c.req.header('content-type'),
    }),
  )
  server.post('/upload', async (c) => {
    const { key, file } = await c.req.parseBody()
    return c.json({ key, bytes: [...new Uint8Array(await (file as File).arrayBuffer())] })
  })
  app = openApp({ dist, request: requestsTo(server), now: () => new Date('2026-12-31T15:59:00Z') })
  return app
}

/** A page whose onLoad runs the body; `say(x)` puts x on screen as JSON. */
const onLoad = (body: string) => `Page({ data: { said: '' }, onLoad(query) {
  const say = (value) => this.setData({ said: JSON.stringify(value) }); ${body} } })`

const said = async (body: string) => JSON.parse((await program(onLoad(body)).openPage('pages/a')).text)

describe("the logic layer has what a phone's has, and nothing more", () => {
  it.each([
    'new Headers()',
    'fetch("https://x")',
    'new URL("https://x")',
    'new TextEncoder()',
    'crypto.subtle',
    'process.env',
    'window.wx',
    'document.body',
    'new Intl.NumberFormat()',
    'structuredClone({})',
    '[1].at(-1)',
    'Object.hasOwn({}, "a")',
    'new Function("return 1")()',
    'eval("1")',
  ])('%s throws', async (code) => {
    await expect(program(onLoad(`say(String(${code}))`)).openPage('pages/a')).rejects.toThrow()
  })

  it('knows the day that it is told, and other days as they are', async () => {
    expect(await said('say([new Date(), Date.now(), new Date(0), new Date() instanceof Date])')).toEqual([
      '2026-12-31T15:59:00.000Z',
      Date.parse('2026-12-31T15:59:00Z'),
      '1970-01-01T00:00:00.000Z',
      true,
    ])
  })

  it('hands over bytes that are its own ArrayBuffer', async () => {
    const body = `wx.getRandomValues({ length: 4, success: ({ randomValues: r }) => say([r instanceof ArrayBuffer, r.byteLength]) })`
    expect(await said(body)).toEqual([true, 4])
  })
})

describe('the view layer draws as WXML does', () => {
  const list = '<view wx:for="{{items}}" wx:key="id" class="item">{{item.name}}</view>'
  const items = (ids: string) => JSON.stringify([...ids].map((id) => ({ id, name: id })))

  it('moves the nodes of a reordered list and makes only the new one', async () => {
    const script = `Page({ data: { items: ${items('1234')} }, turn() { this.setData({ items: ${items('4391')} }) } })`
    const page = await program(script, `<view bindtap="turn" class="turn">turn</view>${list}`).openPage('pages/a')
    const [one, , three, four] = page.$$('.item')
    await page.tap('.turn')
    expect(page.$$('.item').map((node) => node.textContent)).toEqual(['4', '3', '9', '1'])
    expect([page.$$('.item')[0], page.$$('.item')[1], page.$$('.item')[3]]).toEqual([four, three, one])
    expect(page.$$('.item')[0]).toBe(four)
  })

  it('lets a tap rise to the first catch and no further', async () => {
    const script = `Page({ data: { heard: '' }, hear(e) { this.setData({ heard: this.data.heard + e.currentTarget.dataset.n }) } })`
    const wxml = `<view bindtap="hear" data-n="3"><view catchtap="hear" data-n="2"><view bindtap="hear" data-n="1"><text class="inner">go</text></view></view></view><text class="heard">{{heard}}</text>`
    const page = await program(script, wxml).openPage('pages/a')
    await page.tap('.inner')
    expect(page.$('.heard').textContent).toBe('12')
  })

  it('refuses a tap that nothing hears, and one on a disabled button', async () => {
    const page = await program(
      'Page({ hear() {} })',
      '<view class="deaf">x</view><button disabled bindtap="hear">y</button>',
    ).openPage('pages/a')
    await expect(page.tap('.deaf')).rejects.toThrow('nothing hears a tap')
    await expect(page.tap('y')).rejects.toThrow('disabled')
  })

  it('cuts what is typed at the length that the field allows', async () => {
    const script = `Page({ data: { v: '' }, type(e) { this.setData({ v: e.detail.value }) } })`
    const page = await program(
      script,
      '<input placeholder="电话" maxlength="3" value="{{v}}" bindinput="type" />',
    ).openPage('pages/a')
    await page.input('电话', '13800')
    expect(page.value('电话')).toBe('138')
  })

  it('throws what a handler of the page threw', async () => {
    const page = await program(
      'Page({ hear() { throw new Error("broken") } })',
      '<view bindtap="hear">go</view>',
    ).openPage('pages/a')
    await expect(page.tap('go')).rejects.toThrow('broken')
  })
})

describe('setData', () => {
  it('is counted in the bytes that cross, Chinese as three each', async () => {
    const page = await program(onLoad("this.setData({ said: '村' }); this.setData({ 'a.b[1]': 1 })")).openPage(
      'pages/a',
    )
    expect(page.setDataLog.map(({ bytes, paths, first }) => ({ bytes, paths, first }))).toEqual([
      { bytes: '{"said":""}'.length + 3, paths: ['said'], first: true },
      { bytes: '{"a.b[1]":1}'.length, paths: ['a.b[1]'], first: false },
    ])
    expect([page.firstSetDataBytes, page.nodeCount]).toEqual([14, 1])
  })

  it('carries JSON alone: a function does not cross', async () => {
    expect(await said('this.setData({ f: () => 1, n: 1 }); say([typeof this.data.f, this.data.n])')).toEqual([
      'undefined',
      1,
    ])
  })
})

describe('pages', () => {
  it('are handed their parameters still encoded', async () => {
    const page = await program(onLoad('say(query.q)')).openPage('pages/a', { q: '路灯' })
    expect(JSON.parse(page.text)).toBe(encodeURIComponent('路灯'))
  })

  it('that are tabs stay alive; the eleventh page above one another is refused', async () => {
    const opened = program(
      'Page({ data: { n: 0 }, onShow() { this.setData({ n: this.data.n + 1 }) } })',
      '<view>{{n}}</view>',
    )
    await opened.openPage('pages/a')
    await opened.switchTab('b')
    expect((await opened.switchTab('a')).text).toBe('2')
    const go = (url: string) => opened.logic.pages.go('navigateTo', url)
    expect(go('/pages/b')).toContain('tabbar page')
    expect(Array.from({ length: 10 }, () => go('c'))).toEqual([
      ...Array(9).fill(undefined),
      'navigateTo:fail webview count limit exceed',
    ])
    expect((await opened.back()).route).toBe('pages/c')
  })
})

describe('requests', () => {
  const request = (options: string) =>
    said(`wx.request({ ${options}, success: (r) => say([r.statusCode, r.data]), fail: (e) => say(e.errMsg) })`)

  it('of GET carry data in the address, of POST as JSON', async () => {
    expect(await request('url: "http://api/echo?a=1", data: { q: "路" }')).toMatchObject([
      200,
      { method: 'GET', query: { a: '1', q: '路' }, body: '' },
    ])
    expect(await request('url: "http://api/echo", method: "POST", data: { q: 1 }')).toMatchObject([
      200,
      { method: 'POST', body: '{"q":1}', type: 'application/json' },
    ])
  })

  it('without an origin, by PATCH, or without network fail as on a phone', async () => {
    expect(await request('url: "/echo"')).toBe('request:fail invalid url "/echo"')
    expect(await request('url: "http://api/echo", method: "PATCH"')).toBe('request:fail invalid method "PATCH"')
    const cut = program(
      onLoad('wx.onNetworkStatusChange(say); wx.request({ url: "http://api/echo", fail: (e) => say(e.errMsg) })'),
    )
    cut.offline = true
    const page = await cut.openPage('pages/a')
    expect([JSON.parse(page.text), cut.requestCount]).toEqual(['request:fail ', 1])
    cut.offline = false
    await cut.idle()
    expect(JSON.parse(page.text)).toEqual({ isConnected: true, networkType: 'wifi' })
  })

  it('carry a picked picture as multipart, its fields beside it', async () => {
    const opened = program(
      onLoad(`wx.chooseMedia({ count: 1, fail: (e) => say(e.errMsg), success: ({ tempFiles: [f] }) =>
        wx.uploadFile({ url: 'http://api/upload', filePath: f.tempFilePath, name: 'file', formData: { key: 'k/1.jpg' },
          success: (r) => say([typeof r.data, JSON.parse(r.data)]) }) })`),
    )
    opened.willPick(new Uint8Array([1, 2, 3]))
    const page = await opened.openPage('pages/a')
    expect(JSON.parse(page.text)).toEqual(['string', { key: 'k/1.jpg', bytes: [1, 2, 3] }])
    expect((await opened.openPage('pages/a')).text).toBe('"chooseMedia:fail cancel"')
  })
})

describe('WeChat answers for the person', () => {
  it('a modal as the test says, and never one whose caption is over four characters', async () => {
    const ask = (caption: string) =>
      onLoad(
        `wx.showModal({ title: '落印', confirmText: '${caption}', success: (r) => say(r.confirm), fail: (e) => say(e.errMsg) })`,
      )
    const refused = program(ask('确定'))
    refused.answerModal = false
    expect((await refused.openPage('pages/a')).text).toBe('false')
    expect(refused.modals[0]?.title).toBe('落印')
    expect((await program(ask('我已看过了')).openPage('pages/a')).text).toContain('showModal:fail')
  })

  it('whether messages may be sent: inside a tap alone, of three kinds at most, and not where they are switched off', async () => {
    const script = `Page({ data: { said: '' }, onLoad() { this.ask(['a']) },
      one() { this.ask(['a', 'b']) }, four() { this.ask(['a', 'b', 'c', 'd']) }, late() { setTimeout(() => this.ask(['a']), 1) },
      ask(tmplIds) { wx.requestSubscribeMessage({ tmplIds, success: ({ a, b }) => this.setData({ said: a + b }),
        fail: ({ errMsg, errCode }) => this.setData({ said: errMsg + errCode }) }) } })`
    const buttons = ['one', 'four', 'late'].map((name) => `<view bindtap="${name}" class="${name}">${name}</view>`)
    const opened = program(script, `<view class="said">{{said}}</view>${buttons.join('')}`)
    opened.subscribes = (template) => (template === 'a' ? 'accept' : 'reject')
    const page = await opened.openPage('pages/a')
    const toldBy = async (tapped: string) => {
      await page.tap(`.${tapped}`)
      return page.$('.said').textContent
    }
    expect(page.$('.said').textContent).toContain('can only be invoked by user TAP gesture')
    expect(await toldBy('one')).toBe('acceptreject')
    expect(await toldBy('four')).toContain('20003')
    expect(await toldBy('late')).toContain('TAP gesture')
    opened.subscribes = () => undefined
    expect(await toldBy('one')).toContain('20004')
  })

  it('storage outlives the app when it is handed on; a missing key reads as an empty string', async () => {
    expect(
      await said("wx.setStorageSync('k', { a: [1] }); say([wx.getStorageSync('k'), wx.getStorageSync('none')])"),
    ).toEqual([{ a: [1] }, ''])
    expect(app?.storage).toEqual({ k: { a: [1] } })
  })
})
