import type { RequestWordsOf, SampleView } from '@shared/schemas/requestViews'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../support/builds'
import { openHouse, type TestHouse } from '../support/house'
import { type OpenedApp, openApp } from '../support/weapp/openApp'
import type { PageView } from '../support/weapp/pageView'
import { requestsTo } from '../support/weapp/requestsTo'

describe('township and county look after requests in WeChat', () => {
  let house: TestHouse
  let dist: string
  let app: OpenedApp | undefined
  let page: PageView

  beforeAll(async () => {
    dist = await ensureBuilt('weapp')
    house = await openHouse('sqlite', '2026-05-04T09:00:00+08:00')
    for (const text of ['桥头栏杆松了。', '小店门口路灯不亮。']) {
      const form = { text, category: 'road', visibility: 'villagers' }
      const { id } = await house.open('villager-dongxi', 'request', form)
      await house.done('clerk-dongxi', id, { outcome: 'urgent' })
      const answer = { decision: '当天修好了。', heldOn: '2026-05-04' }
      await house.done('secretary-dongxi', id, { outcome: 'answered', form: answer })
      await house.done('villager-dongxi', id, { outcome: 'satisfied' })
    }
    house.to('2026-06-08')
  })
  afterAll(async () => {
    app?.close()
    await house?.close()
  })

  const open = async (person: string, path: string, params: Record<string, string> = {}) => {
    app?.close()
    const signedIn = await house.send<object>('POST', '/api/sign-in/demo', { person })
    app = openApp({
      ...{ dist, request: requestsTo(house.app), now: () => new Date(house.clock.at) },
      storage: { session: signedIn.body },
    })
    page = await app.openPage(path, params)
  }

  it('draws a month once, shows how, and leads to the inspection', async () => {
    await open('township', 'office/sample/index')
    expect(page.text).toContain('一个月只抽一次，抽完不能重抽')
    await page.input(page.$$('#many wx-input')[0], '1')
    await page.tap('抽签')
    expect(page.text).toContain('5月抽到的1件')
    expect(page.text).toContain('2件里抽1件')
    const { body } = await (await house.as('township')).get<SampleView>('/api/townships/shiwan/sample?month=2026-05')
    expect(page.text).toContain(body.drawn!.seed)
    const [{ card }] = body.drawn!.cards
    await open('township', 'office/act/index', { id: card.id, step: 'inspection' })
    await page.tap('办好了，和记的一样')
    await page.input(page.$$('#f-finding wx-textarea')[0], '去看过，问了两家。')
    await page.tap('记下回头看')
    await open('township', 'office/sample/index')
    expect(page.text).toContain('都看过了')
    expect(page.text).not.toContain('抽签')
  })

  it('the county writes ready-made words; a name used twice is told before it is sent', async () => {
    await open('county', 'office/words/index')
    await page.tap('水电路灯')
    await page.tap('加一段现成的话')
    await page.input(page.$$('.mw-words-text wx-textarea')[1], '【哪天】换了灯泡。')
    await page.input(page.$$('.mw-words-more wx-input')[0], '环境卫生')
    await page.tap('保存')
    expect(page.text).toContain('“环境卫生”已经有了，请换个名字。')
    await page.input(page.$$('.mw-words-more wx-input')[0], '水和电')
    await page.tap('保存')
    expect(page.text).toContain('已保存')
    const { body } = await (await house.as('clerk-dongxi')).get<RequestWordsOf>('/api/places/dongxi/request-words')
    expect(body.words.categories).toContainEqual({ value: 'utilities', label: '水和电' })
    expect(body.words.templates.at(-1)).toEqual({ category: 'utilities', text: '【哪天】换了灯泡。' })
  })

  it('a village reads them and changes nothing', async () => {
    await open('clerk-dongxi', 'office/words/index', { place: 'dongxi' })
    expect(page.text).toContain('您可以看，不能改')
    expect(page.text).not.toContain('保存')
    await page.tap('水和电')
    expect(page.text).toContain('换了灯泡。')
  })
})
