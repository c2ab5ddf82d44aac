import type { CaseView } from '@shared/schemas/views'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { phone } from '../screens/phone'
import { type Screen, signInAs } from '../screens/screen'
import { ensureBuilt } from '../support/builds'
import { openHouse, type TestHouse } from '../support/house'
import { recordings } from '../support/recordings'
import { type OpenedApp, openApp } from '../support/weapp/openApp'
import { requestsTo } from '../support/weapp/requestsTo'

let h: TestHouse
let dist: string
let app: OpenedApp
let screen: Screen
const opened: OpenedApp[] = []

const start = (from?: OpenedApp) => {
  const next = openApp({
    ...{ dist, request: requestsTo(h.app), now: () => new Date(h.clock.at) },
    ...(from && { storage: from.storage, files: from.files }),
  })
  opened.push(next)
  return next
}
beforeAll(async () => {
  h = await openHouse('sqlite')
  dist = await ensureBuilt('weapp')
})
beforeEach(async () => {
  app = start()
  screen = phone(app)
  await signInAs(h, screen, 'villager-dongxi')
  await screen.open('/pages/raise/index')
  app.sound.heard = recordings['audio/mpeg'](12)
})
afterAll(async () => {
  for (const one of opened) one.close()
  await h.close()
})

const say = async (ms: number) => {
  await screen.press('按一下，开始说话')
  app.sound.speak(ms)
  await screen.press('已经录了0秒，说完按一下')
  await screen.sees(`${ms / 1000}秒`)
}
const lastOf = async (person: string): Promise<CaseView> => {
  const me = await h.as(person)
  const { body } = await me.get<{ cards: { id: string }[] }>('/api/villages/dongxi/cases?workflow=request&mine=1')
  return h.see(person, body.cards[0].id)
}

it('records what someone says, plays it, and takes it away', async () => {
  await say(12_000)
  const kept = Object.keys(app.files).find((path) => path.endsWith('.mp3'))
  expect(kept, 'the recording is kept').toBeDefined()
  await screen.press('播放语音12秒')
  expect(app.sound.played).toEqual([kept])
  await screen.sees('正在放')
  app.sound.playedOut()
  await app.idle()
  expect(await screen.text()).not.toContain('正在放')
  await screen.press('删掉这段录音')
  await screen.sees('按一下，开始说话')
  expect(Object.keys(app.files)).not.toContain(kept)
})

it('ends by itself after a minute', async () => {
  await screen.press('按一下，开始说话')
  app.sound.speak(300_000)
  await screen.sees('语音60秒')
  expect(app.sound.recording).toBeUndefined()
})

it('keeps what was said until the phone rang', async () => {
  await screen.press('按一下，开始说话')
  app.sound.speak(7000)
  app.sound.ring()
  await screen.sees('语音7秒')
})

it('says what to do where the microphone is refused, and the text can be written all the same', async () => {
  app.sound.microphone = 'refused'
  await screen.press('按一下，开始说话')
  await screen.sees('没有允许用麦克风')
  await screen.sees('也可以直接打字')
  await screen.type('text', '三组水管裂了，水一直流')
  await screen.sees('已帮您存好草稿')
  app.sound.microphone = 'allowed'
  await screen.press('按一下，开始说话')
  await app.idle(400)
  expect(await screen.text()).not.toContain('没有允许用麦克风')
})

it('what is typed while it records stays', async () => {
  await screen.press('按一下，开始说话')
  await screen.type('text', '边说边写的字')
  app.sound.speak(3000)
  await screen.press('已经录了0秒，说完按一下')
  await screen.sees('3秒')
  expect(app.page.value('#text wx-textarea')).toBe('边说边写的字')
})

it('goes without network into the outbox, outlasts a restart, and reaches the village with the request', async () => {
  app.offline = true
  await say(12_000)
  await screen.type('text', '水库边的灯不亮了，晚上走路看不见')
  await screen.press('水电路灯')
  await screen.press('全村看得到')
  await screen.sees('12秒，熟人听得出是谁')
  await screen.press('提交，说事日去说')
  await screen.sees('先存在手机里了')
  await screen.press('回到说事')
  await screen.sees('已存在手机里，带1段录音，有网就自动发')

  const again = start(app)
  await phone(again).open('/pages/speak/index')
  await phone(again).sees('水库边的灯不亮了')
  await expect.poll(async () => (await lastOf('villager-dongxi')).title, { timeout: 5000 }).toContain('水库边的灯')
  const sent = await lastOf('villager-dongxi')
  const [voice] = sent.files
  expect(voice).toMatchObject({ type: 'audio/mpeg', seconds: 12 })
  expect(sent.log[0].values.voice).toEqual([voice.id])
  await again.idle(400)
  expect(Object.keys(again.files).filter((path) => path.endsWith('.mp3'))).toEqual([])
})

it('a recording that still runs when it is sent is ended and goes along', async () => {
  await screen.type('text', '祠堂门口的石板松了，老人容易摔')
  await screen.press('别的事')
  await screen.press('全村看得到')
  await screen.press('按一下，开始说话')
  app.sound.speak(5000)
  await screen.press('提交，说事日去说')
  await screen.sees('已经收到')
  expect((await lastOf('villager-dongxi')).files).toHaveLength(1)
})
