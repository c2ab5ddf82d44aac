import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { phone } from '../screens/phone'
import { type Screen, signInAs } from '../screens/screen'
import { ensureBuilt } from '../support/builds'
import { openHouse, type TestHouse } from '../support/house'
import { noted, pictures } from '../support/pictures'
import { type OpenedApp, openApp } from '../support/weapp/openApp'
import { requestsTo } from '../support/weapp/requestsTo'
import { Failed } from '../support/weapp/wx/call'

let h: TestHouse
let dist: string
let app: OpenedApp
let screen: Screen
/** The next opening reaches the village, and its answer is lost on the way back. */
let loseAnswer = false
const opened: OpenedApp[] = []

const start = (from?: OpenedApp) => {
  const send = requestsTo(h.app)
  const next = openApp({
    ...{ dist, now: () => new Date(h.clock.at) },
    ...(from && { storage: from.storage, files: from.files }),
    request: async (url, init) => {
      const answer = await send(url, init)
      if (!loseAnswer || !url.endsWith('/api/cases')) return answer
      loseAnswer = false
      throw new Failed('request:fail timeout')
    },
  })
  opened.push(next)
  return next
}
let day = 1
beforeAll(async () => {
  h = await openHouse('sqlite')
  dist = await ensureBuilt('weapp')
})
beforeEach(async () => {
  // a day of its own: how much may be raised in a day is limited
  h.to(`2026-06-${String(++day).padStart(2, '0')}`)
  app = start()
  screen = phone(app)
  await signInAs(h, screen, 'villager-dongxi')
  await screen.open('/pages/raise/index')
})
afterAll(async () => {
  for (const one of opened) one.close()
  await h.close()
})

const write = async (text: string, on = screen) => {
  await on.type('text', text)
  await on.press('村道交通')
  await on.press('全村看得到')
}
const draft = (of = app) =>
  of.storage['draft:villager-dongxi:dongxi:'] as { actId?: string; form: { text?: string } } | undefined
const typed = (of = app) => of.page.value('#text wx-textarea')
const raised = async (text: string) => {
  const me = await h.as('secretary-dongxi')
  const { body } = await me.get<{ cards: { title: string }[] }>('/api/villages/dongxi/cases?workflow=request')
  return body.cards.filter((card) => text.startsWith(card.title.replace('…', ''))).length
}
const openings = (of = app) =>
  of.requests
    .filter(({ url, method }) => method === 'POST' && url.endsWith('/api/cases'))
    .map(({ body }) => JSON.parse(String(body)) as { actId: string; form: Record<string, unknown> })

it('a draft has the act id under which it goes out from the first letters on, also over a restart', async () => {
  await screen.type('text', '桥')
  const { actId } = draft()!
  expect(actId).toMatch(/^a[0-9a-f]{32}$/)
  const again = start(app)
  await phone(again).open('/pages/raise/index')
  expect(typed(again)).toBe('桥')
  await write('桥栏杆断了一截，小孩在上面玩', phone(again))
  expect(draft(again)?.actId).toBe(actId)
  await phone(again).press('提交，说事日去说')
  await phone(again).sees('已经收到')
  expect(openings(again).map((one) => one.actId)).toEqual([actId])
  expect(draft(again)).toBeUndefined()
})

it('an answer lost on the way back and a second try are one request', async () => {
  const text = '村口的垃圾桶满了好几天没人收'
  await write(text)
  loseAnswer = true
  await screen.press('提交，说事日去说')
  await screen.sees('先存在手机里了')
  expect(await raised(text)).toBe(1)
  await screen.press('回到说事')
  await screen.press('现在发')
  await expect.poll(() => openings().length).toBe(2)
  await app.idle(400)
  expect(await screen.text()).not.toContain('等着发')
  expect(new Set(openings().map((one) => one.actId)).size).toBe(1)
  expect(await raised(text)).toBe(1)
})

it('what is mended after it had arrived all the same is answered with the first receipt, and the mending stays a draft', async () => {
  const text = '三组到小学的路灯坏了四盏'
  await write(text)
  loseAnswer = true
  await screen.press('提交，说事日去说')
  await screen.press('回到说事')
  await screen.press('改一改')
  await screen.type('text', `${text}，应该是五盏`)
  await screen.press('提交，说事日去说')
  // the one that had arrived is shown as one that is like it
  await screen.press('不是同一件，继续提交')
  await screen.sees('这份草稿先在别处发出去了')
  expect(await raised(text)).toBe(1)
  await app.idle(600)
  expect(draft()?.form.text).toBe(`${text}，应该是五盏`)
  expect(draft()?.actId).not.toBe(openings()[0].actId)
})

it('a draft that was begun meanwhile lies under the one that comes back out of the outbox', async () => {
  app.offline = true
  await write('祠堂后面的水沟堵了，一下雨就漫')
  await screen.press('提交，说事日去说')
  await screen.sees('先存在手机里了')
  await screen.open('/pages/raise/index')
  await screen.type('text', '另外一件：晒谷场要补水泥')
  await screen.open('/pages/speak/index')
  await screen.press('改一改')
  expect(typed()).toBe('祠堂后面的水沟堵了，一下雨就漫')
  app.offline = false
  await screen.press('提交，说事日去说')
  await screen.sees('已经收到')
  await screen.open('/pages/raise/index')
  expect(typed()).toBe('另外一件：晒谷场要补水泥')
})

it('a draft that went out before the phone was turned off is no draft any more', async () => {
  await write('公厕的门坏了，关不上')
  const { storage } = app
  await screen.press('提交，说事日去说')
  await screen.sees('已经收到')
  // the phone went off before the draft was forgotten
  const cutOff = { ...app.storage, 'draft:villager-dongxi:dongxi:': storage['draft:villager-dongxi:dongxi:'] }
  const again = openApp({ dist, request: requestsTo(h.app), now: () => new Date(h.clock.at), storage: cutOff })
  opened.push(again)
  await phone(again).open('/pages/raise/index')
  expect(typed(again)).toBe('')
  expect(await raised('公厕的门坏了，关不上')).toBe(1)
})

it('tells of the day’s limit before anything is written, and a no of the village loses no letter', async () => {
  for (let n = 0; n < 10; n++) {
    const me = await h.as('villager-dongxi')
    const { body } = await me.get<{ left: number }>('/api/villages/dongxi/raising')
    if (body.left === 0) break
    await h.open('villager-dongxi', 'request', {
      ...{ text: `第${n}件，各不相同的一件事`, category: 'other', visibility: 'office', channel: 'online' },
    })
  }
  await screen.open('/pages/raise/index')
  await screen.sees('今天能说的件数已经说满了')
  await write('再说一件，看收不收')
  await screen.press('提交，说事日去说')
  await screen.sees('明天再说')
  expect(typed()).toBe('再说一件，看收不收')
  expect(draft()?.form.text).toBe('再说一件，看收不收')
  expect(app.storage.outbox).toEqual([])
})

it('takes nine photos and says why there is no tenth', async () => {
  app.willPick(...Array.from({ length: 9 }, () => pictures['image/jpeg']))
  await screen.press('加照片', '#photos')
  await screen.sees('已经有9张，放满了')
  expect(app.page.$$('#photos wx-image')).toHaveLength(9)
  expect(await screen.text()).not.toContain('加照片')
})

it('takes out of a photo where it was taken before it leaves the phone', async () => {
  await write('河边的护栏歪了')
  await screen.photo('photos', noted('28.12N 121.23E'))
  await screen.press('提交，说事日去说')
  await screen.sees('已经收到')
  const upload = app.requests.find(({ body }) => body instanceof FormData)
  const file = (upload!.body as FormData).get('file') as File
  const sent = Buffer.from(await file.arrayBuffer())
  expect(sent.includes('28.12N')).toBe(false)
  expect(sent.subarray(0, 2).toString('hex')).toBe('ffd8')
  expect(Object.keys(app.files)).toEqual([])
})
