import type { CaseView } from '@shared/schemas/views'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { phone } from '../screens/phone'
import { type Screen, signInAs } from '../screens/screen'
import { ensureBuilt } from '../support/builds'
import { openHouse, type TestHouse } from '../support/house'
import { recordings } from '../support/recordings'
import { type OpenedApp, openApp } from '../support/weapp/openApp'
import { requestsTo } from '../support/weapp/requestsTo'

let h: TestHouse
let app: OpenedApp
let screen: Screen
beforeAll(async () => {
  h = await openHouse('sqlite', '2026-06-08T09:00:00+08:00')
  app = openApp({ dist: await ensureBuilt('weapp'), request: requestsTo(h.app), now: () => new Date(h.clock.at) })
  app.sound.heard = recordings['audio/mpeg'](4)
  screen = phone(app)
})
afterAll(async () => {
  app?.close()
  await h?.close()
})

const mine = async (person: string): Promise<CaseView[]> => {
  const me = await h.as(person)
  const { body } = await me.get<{ cards: { id: string }[] }>('/api/villages/dongxi/cases?workflow=request&mine=1')
  return Promise.all(body.cards.map(({ id }) => h.see(person, id)))
}

describe('what the village is at already', () => {
  const text = '四组路口拐弯看不见对面来车，想装凸面镜'
  let first: CaseView
  beforeAll(async () => {
    const form = { text, category: 'road', visibility: 'villagers', channel: 'online' }
    first = await h.open('neighbour-dongxi', 'request', form)
  })
  beforeEach(async () => {
    await signInAs(h, screen, 'villager-dongxi')
    await screen.open('/pages/raise/index')
    await screen.type('text', '四组路口拐弯的地方看不见对面来车')
    await app.idle(1200)
  })

  it('is shown when the typing pauses; 我也关心 counts once', async () => {
    await screen.sees('村里有1件差不多的事正在办。')
    await screen.sees('0人关心')
    await screen.press(`我也关心：${text}`)
    await screen.sees('1人关心')
    await screen.sees('您也在内')
    expect((await h.see('villager-dongxi', first.id)).cares).toEqual({ count: 1, mine: true })
  })

  it('holds back once and never again: the second press sends it', async () => {
    await screen.press('村道交通')
    await screen.press('全村看得到')
    const before = (await mine('villager-dongxi')).length
    await screen.press('提交，说事日去说')
    expect(await mine('villager-dongxi')).toHaveLength(before)
    await screen.press('提交，说事日去说')
    await screen.sees('已经收到')
    expect(await mine('villager-dongxi')).toHaveLength(before + 1)
  })

  it('is skipped without network', async () => {
    await screen.press('村道交通')
    await screen.press('全村看得到')
    app.offline = true
    await screen.type('text', '四组路口拐弯的地方看不见，要装一面凸面镜')
    await screen.press('提交，说事日去说')
    await screen.sees('先存在手机里了')
    app.offline = false
    await app.idle(400)
  })
})

describe('whoever holds office', () => {
  beforeEach(async () => {
    await signInAs(h, screen, 'clerk-dongxi')
    await screen.open('/pages/raise/index?channel=session&back=%2Fpages%2Fspeak%2Findex')
  })

  it('is told what is missing before an elder goes home', async () => {
    await screen.press('提交，说事日去说')
    await screen.sees('请写清楚是替谁说的。')
    await screen.sees('替人说事，要录一段他同意的话，或者拍一张照片。')
    expect(await mine('clerk-dongxi')).toEqual([])
  })

  it('writes down what an elder says, with their voice, and hears it at once', async () => {
    await screen.type('onBehalf', '林阿婆')
    await screen.type('onBehalfPhone', '二组12号')
    await screen.press('按一下，请他说')
    app.sound.speak(4000)
    await screen.press('已经录了0秒，说完按一下')
    await screen.sees('语音4秒')
    await screen.type('text', '家里的自来水这两天是黄的')
    await screen.press('水电路灯')
    await screen.press('全村看得到')
    await screen.sees('一位村民')
    await screen.press('提交，说事日去说')
    await screen.sees('已经收到')
    const [sent] = await mine('clerk-dongxi')
    expect(sent.log[0].values).toMatchObject({
      ...{ onBehalf: '林阿婆', onBehalfPhone: '二组12号', channel: 'session', nameShown: 'hidden' },
      consent: [sent.files[0].id],
    })
    const neighbours = await h.see('neighbour-dongxi', sent.id)
    expect(JSON.stringify(neighbours)).not.toContain('林阿婆')
    await screen.press('接下，当场商量')
    await screen.sees('村里接下')
  })

  it('says something of their own like everyone else', async () => {
    h.clock.at += 60_000
    await screen.open('/pages/raise/index')
    expect(await screen.text()).toContain('谁说的我自己')
    expect(await screen.text()).not.toContain('怎么找到他')
    await screen.press('替别人说')
    await screen.sees('怎么找到他')
    await screen.press('我自己')
    await screen.type('text', '办公室的窗关不上了，下雨进水')
    await screen.press('别的事')
    await screen.press('全村看得到')
    await screen.press('提交，说事日去说')
    await screen.sees('已经收到')
    const [sent] = await mine('clerk-dongxi')
    expect(sent.log[0].values).toMatchObject({ channel: 'online' })
    expect(sent.log[0].values.onBehalf).toBeUndefined()
  })

  it('a villager isn’t asked for whom they speak', async () => {
    await signInAs(h, screen, 'neighbour-dongxi')
    await screen.open('/pages/raise/index?channel=session')
    expect(await screen.text()).not.toContain('谁说的我自己')
  })
})
