import type { SessionRunView } from '@shared/schemas/requestViews'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { clockwork } from '../../functions/clockwork'
import { ensureBuilt } from '../support/builds'
import { openHouse, type TestHouse } from '../support/house'
import { type OpenedApp, openApp } from '../support/weapp/openApp'
import type { PageView } from '../support/weapp/pageView'
import { requestsTo } from '../support/weapp/requestsTo'

const on = '2026-06-10'

describe('a secretary hears requests in WeChat', () => {
  let house: TestHouse
  let dist: string
  let app: OpenedApp
  let page: PageView
  let session: string
  let lamp: string
  let sameLamp: string
  let road: string

  const raise = async (who: string, text: string, at: string) => {
    house.to('2026-06-01', at)
    const told = await house.open(who, 'request', { text, category: 'utilities', visibility: 'villagers' })
    await house.done('clerk-dongxi', told.id, { outcome: 'acknowledged' })
    return told.id
  }

  beforeAll(async () => {
    dist = await ensureBuilt('weapp')
    house = await openHouse('sqlite', '2026-06-01T09:00:00+08:00')
    lamp = await raise('villager-dongxi', '三组村口路灯不亮。', '09:00')
    sameLamp = await raise('neighbour-dongxi', '三组那盏路灯坏了好几天。', '09:05')
    road = await raise('villager-dongxi', '机耕路被大水冲垮一段。', '09:10')
    house.to(on)
    await clockwork(house.house)
    const run = await (await house.as('secretary-dongxi')).get<SessionRunView>(`/api/villages/dongxi/sessions/${on}`)
    session = run.body.session.case!
  })
  afterAll(() => house?.close())

  beforeEach(async () => {
    const signedIn = await house.send('POST', '/api/sign-in/demo', { person: 'secretary-dongxi' })
    app = openApp({
      ...{ dist, request: requestsTo(house.app), now: () => new Date(house.clock.at) },
      storage: { session: signedIn.body },
    })
    return () => app.close()
  })

  const area = (id: string) => page.$$(`#${id} wx-textarea`)[0]
  const fill = (id: string, text: string) => page.input(page.$$(`#${id} wx-textarea, #${id} wx-input`)[0], text)

  it('a request that is the same is merged into the earlier one, by its number, asked once more', async () => {
    page = await app.openPage('office/act/index', { id: sameLamp, step: 'merge' })
    await page.tap('三组村口路灯不亮')
    const { number } = await house.see('secretary-dongxi', lamp)
    expect(page.text).toContain(`并到${number}，这一件不再单独办，说事人看得到。`)
    await fill('f-reason', '说的是同一盏灯')
    await page.tap('并过去')
    expect((await house.see('secretary-dongxi', sameLamp)).step).toBe('hearing')
    await page.tap(page.allByText('并过去').at(-1)!)
    expect(page.text).toContain(`并到了${number}，以后看那一件。`)
    expect(await house.see('secretary-dongxi', sameLamp)).toMatchObject({
      outcome: 'merged',
      links: { into: { id: lamp } },
    })
  })

  it('ready-made words come with the first gap chosen, and don’t go out with a gap left', async () => {
    page = await app.openPage('office/act/index', { id: lamp, step: 'hearing', session, on })
    await page.tap('当场答复')
    await page.tap('用一段现成的话')
    await page.tap(page.$$('.mw-templates .mw-radio')[0])
    expect(area('f-decision').getAttribute('value')).toContain('【哪天】检查过')
    expect(area('f-decision').getAttribute('selection-end')).toBe('4')
    await page.tap('落印：当场答复')
    expect(page.text).toContain('“【哪天】”还没有填')
    expect((await house.see('secretary-dongxi', lamp)).step).toBe('hearing')
  })

  it('what is heard at the session is one act, whoever writes it down, and leads back to the session', async () => {
    page = await app.openPage('office/act/index', { id: lamp, step: 'hearing', session, on })
    await page.tap('当场答复')
    expect(page.text).not.toContain('到场几人')
    await fill('f-decision', '当场请电工换了灯泡，亮了。')
    await page.tap('落印：当场答复')
    await page.tap(page.allByText('落印').at(-1)!)
    expect(page.text).toContain('说事日商量：当场答复')
    expect(page.text).toContain('回说事日')
    const { log } = await house.see('secretary-dongxi', lamp)
    expect(log.filter((entry) => entry.step === 'hearing' && !entry.aside)).toHaveLength(1)
    const run = await (await house.as('secretary-dongxi')).get<SessionRunView>(`/api/villages/dongxi/sessions/${on}`)
    expect(run.body.heard.map(({ card, decided }) => [card.id, decided])).toContainEqual([lamp, 'answered'])
  })

  it('two hear the same thing at once: the first stands, the second is told whose it is, and not given the next step', async () => {
    house.to('2026-06-10', '10:00')
    page = await app.openPage('office/act/index', { id: road, step: 'hearing', session, on })
    await page.tap('暂不能解决')
    await page.tap('当场答复')
    await fill('f-decision', '先填上石渣。')
    await house.done('director-dongxi', road, {
      ...{ actId: `heard:${session}:${road}`, outcome: 'handle' },
      form: { decision: '主任去看。', heldOn: on },
    })
    await page.tap('落印：当场答复')
    await page.tap(page.allByText('落印').at(-1)!)
    expect(page.text).toContain('说事日商量：村委会主任 阮海生已经记了“村里办”。不用再记。')
    expect(page.text).toContain('回说事日')
    const { log, step } = await house.see('secretary-dongxi', road)
    expect(step).toBe('handling')
    expect(log.filter((entry) => entry.step === 'hearing' && !entry.aside)).toHaveLength(1)
  })

  it('the session is put on record: names are counted, a summary is there to begin with', async () => {
    page = await app.openPage('office/act/index', { id: session })
    await page.tap('开过了，记下来')
    await fill('f-came', '林桂香\n周秋兰')
    expect(page.text).toContain('写了2个名字')
    expect(page.$$('#f-attended wx-input')[0].getAttribute('value')).toBe('2')
    await fill('f-minutes', '照议程听完了。')
    await page.tap('落印：开过了，记下来')
    await page.tap(page.allByText('落印').at(-1)!)
    expect((await house.see('secretary-dongxi', session)).step).toBe('summary')
    page = await app.openPage('office/act/index', { id: session })
    expect(area('f-summary').getAttribute('value')).toContain('当场答复1件')
  })
})
