import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../support/builds'
import { openHouse, type TestHouse } from '../support/house'
import { type OpenedApp, openApp } from '../support/weapp/openApp'
import { requestsTo } from '../support/weapp/requestsTo'

const on = '2026-06-11'
let house: TestHouse
let dist: string
let app: OpenedApp
/** What the camera reads next. */
let seen = ''

beforeAll(async () => {
  dist = await ensureBuilt('weapp')
  house = await openHouse('sqlite', `${on}T09:00:00+08:00`)
})
afterAll(() => house?.close())

const session = async (person: string) =>
  (await house.send<{ token: string }>('POST', '/api/sign-in/demo', { person })).body

const phoneOf = async (person: string, storage: Record<string, unknown> = {}) => {
  app = openApp({
    ...{ dist, request: requestsTo(house.app), now: () => new Date(house.clock.at) },
    storage: { ...storage, session: await session(person) },
    wx: {
      scanCode: ({ success }: { success: (read: object) => void }) => success({ result: seen }),
    },
  })
}
const row = (name: string) => app.page.$$('.roll-one').find((one) => one.textContent?.includes(name))!
const press = async (name: string) => app.page.tap(row(name).querySelector('.roll-tick')!)
const field = (label: string) =>
  app.page
    .$$('.mw-field-label, .mw-cell-label')
    .find((node) => node.textContent?.startsWith(label))!
    .parentElement!.querySelector('wx-input, wx-textarea, wx-picker')!
const fill = (label: string, value: string) =>
  field(label).tagName.toLowerCase() === 'wx-picker'
    ? app.page.change(field(label), value)
    : app.page.input(field(label), value)

describe('the secretary ticks the roll of a meeting of the branch in WeChat', () => {
  let matter: string
  let members: readonly { no: string; name: string }[]
  let kept: Record<string, unknown> = {}

  beforeAll(async () => {
    matter = (await house.open('secretary-dongxi', 'matterOfRepresentatives', { title: '修水沟', topic: 'planning' }))
      .id
    const { token } = (await session('secretary-dongxi')) as { token: string }
    const { body } = await house.send<{ called: { no: string; name: string }[] }>(
      'GET',
      `/api/villages/dongxi/roll-call?roll=branchCommittee&on=${on}`,
      undefined,
      token,
    )
    members = body.called
    const badge = await house.send<{ token: string }>('POST', '/api/sign-in/demo', { person: 'secretary-dongxi' })
    seen = (await house.send<{ code: string }>('GET', '/api/papers/badge', undefined, badge.body.token)).body.code
  })
  beforeEach(async () => {
    await phoneOf('secretary-dongxi', kept)
    await app.openPage('office/act/index', { id: matter })
    return () => {
      kept = app.storage
      app.close()
    }
  })

  it('asks for the day first; 应到 is the roster’s of that day', async () => {
    expect(app.page.text).toContain('先在上面选“开会日期”')
    await fill('开会日期', on)
    await app.page.tap('打开签到册')
    expect(app.page.route).toBe('office/roll/index')
    expect(app.page.text).toContain('应到5 实到0')
    expect(app.page.text).toContain('还差3人')
    expect(app.page.text).not.toContain('在线参加')
  })

  it('who is scanned and then ticked counts once; without network the list and the ticks are there', async () => {
    await app.page.tap('打开签到册')
    await app.page.tap('扫码签到')
    expect(app.page.text).toContain('签到了。')
    expect(app.page.text).toContain('应到5 实到1')
    await app.page.tap('扫码签到')
    expect(app.page.text).toContain('已经签到了，一个人只算一次。')
    expect(app.page.text).toContain('应到5 实到1')
    app.offline = true
    const others = members.filter(({ name }) => row(name).querySelector('.roll-tick.on') === null)
    for (const { name } of others.slice(0, 3)) await press(name)
    expect(app.page.text).toContain('应到5 实到4')
    expect(app.page.text).toContain('人数够了')
    await app.page.tap('扫码签到')
    expect(app.page.text).toContain('没有网络，码核对不了。请直接在名单里找到这个人，打勾签到。')
  })

  it('is there after a restart; whoever keeps out of the vote says why, and the figures stand fixed in the form', async () => {
    await app.page.tap('接着勾，或者改')
    expect(app.page.text).toContain('应到5 实到4')
    app.offline = true
    await app.back()
    await app.page.tap('接着勾，或者改')
    expect(app.page.text).toContain('没有网络。先看今天')
    expect(app.page.text).toContain('应到5 实到4')
    app.offline = false
    const apart = app.page.$$('.roll-one').find((one) => one.textContent?.includes('到场签名'))!
    await app.page.tap(apart.querySelector('.mw-iconbtn')!)
    await app.page.tap('回避，不参加表决')
    await app.page.tap('勾好了')
    expect(app.page.route).toBe('office/roll/index')
    expect(app.page.text).toContain('请写为什么回避，再交。')
    await fill('为什么回避', '他承包这段路')
    await app.page.tap('勾好了')
    expect(app.page.route).toBe('office/act/index')
    expect(app.page.text).toContain('到场签名3人，扫码1人，回避1人')
    expect(app.page.$$('.mw-input.fixed').map((one) => one.textContent)).toEqual(['5人', '4人', '1人'])
  })

  it('goes with the form: rows kept by number, and nothing of it left on the phone', async () => {
    await fill('几点', '19:00')
    await fill('地点', '村委会二楼')
    for (const [label, votes] of [
      ['同意', '3'],
      ['反对', '0'],
      ['弃权', '0'],
    ])
      await fill(label, votes)
    await fill('会议记录', '到会的人都说了意见，一致同意修。')
    await fill('方案', '修300米水沟。')
    await fill('预算', '30000')
    await app.page.tap('村集体')
    await fill('计划哪天办完', '2026-08-15')
    await fill('村民会议的授权', '2026年1月村民会议授权')
    await app.page.tap('落印')
    await app.page.tap(app.page.allByText('落印').at(-1)!)
    await app.idle(400)
    expect(app.page.text).toContain('已落印')
    const found = await house.see('secretary-dongxi', matter)
    const entry = found.log.find(({ step }) => step === 'proposal')!
    expect(entry.effect.tally).toMatchObject({ eligible: 5, present: 4, notVoting: 1, for: 3 })
    expect(entry.values.roll).toMatch(/^s[0-9a-f]{64}$/)
    expect(Object.keys(app.storage).filter((name) => name.startsWith('act:'))).toEqual([])
  })
})

describe('the clerk changes the roster, and the director checks it, in WeChat', () => {
  it('who is found on the roster isn’t typed again; whoever checks sees what was and what will be', async () => {
    await phoneOf('clerk-dongxi')
    await app.openPage('office/roster/index', { village: 'dongxi' })
    expect(app.page.text).toContain('村民代表会议')
    expect(app.page.text).toContain('其中村民代表34人')
    await app.page.tap('改几个人')
    await app.page.input(field('从名册里找要改的人'), '林桂香')
    await app.page.tap('找')
    await app.page.tap('情况变了')
    expect(field('姓名').getAttribute('value')).toBe('林桂香')
    await app.page.tap('村民代表')
    await fill('为什么改', '补选为村民代表。')
    await app.page.tap('送去核对')
    await app.idle(400)
    app.close()
    const token = ((await session('director-dongxi')) as { token: string }).token
    const { body } = await house.send<{ cards: { id: string }[] }>(
      'GET',
      '/api/villages/dongxi/cases?workflow=rosterChange',
      undefined,
      token,
    )
    await phoneOf('director-dongxi')
    await app.openPage('office/act/index', { id: body.cards[0].id })
    await app.idle(800)
    expect(app.page.text).toContain('修改1人')
    expect(app.page.text).toContain('村民代表：不是 → 是')
    expect(app.page.text).toContain('原来961人，改完961人。')
    app.close()
  })
})

describe('我的签到码 in WeChat', () => {
  it('is a picture that is good today; who isn’t on the roster is told what to do', async () => {
    await phoneOf('villager-dongxi')
    await app.openPage('more/badge/index')
    expect(app.page.text).toContain('林桂香')
    expect(app.page.text).toContain('今天有效')
    expect(app.page.$('wx-image').getAttribute('src')).toMatch(/^data:image\/svg\+xml,/)
    app.close()
    await phoneOf('township')
    await app.openPage('more/badge/index')
    expect(app.page.text).toContain('您还没有签到码')
    expect(app.page.text).toContain('开会时请在签到册上签名')
    app.close()
  })
})
