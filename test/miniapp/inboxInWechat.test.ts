import type { SubscriptionsView } from '@shared/schemas/monitorViews'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { remindAll } from '../../functions/clock/remindAll'
import { openPushing, templates } from '../http/pushing'
import { ensureBuilt } from '../support/builds'
import { type OpenedApp, openApp } from '../support/weapp/openApp'
import { requestsTo } from '../support/weapp/requestsTo'

const said = { text: '晒谷场三盏路灯不亮。', category: 'utilities', visibility: 'villagers' }

describe('the inbox and the reminders in WeChat (U3)', () => {
  let of: Awaited<ReturnType<typeof openPushing>>
  let dist: string
  let kept: OpenedApp['storage'] = {}
  beforeAll(async () => {
    dist = await ensureBuilt('weapp')
    of = await openPushing('sqlite')
    await of.h.sweep()
    await of.knows('villager-dongxi')
    await of.knows('clerk-dongxi')
    of.h.clock.at += 60_000
  })
  afterAll(() => of?.close())

  const on = async <T>(person: string, doing: (app: OpenedApp) => Promise<T>, storage = {}): Promise<T> => {
    const session = (await of.h.send<{ token: string }>('POST', '/api/sign-in/demo', { person })).body
    const now = () => new Date(of.h.clock.at)
    const app = openApp({ dist, request: requestsTo(of.h.app), now, storage: { ...storage, session } })
    try {
      return await doing(app)
    } finally {
      kept = app.storage
      app.close()
    }
  }
  const subscriptions = async (person: string) =>
    (await (await of.h.as(person)).get<SubscriptionsView>('/api/me/subscriptions')).body
  const left = async (person: string) =>
    Object.fromEntries((await subscriptions(person)).templates.map(({ name, left }) => [name, left]))
  const asked = (app: OpenedApp) =>
    app.calls.filter(({ api }) => api === 'requestSubscribeMessage').map(({ options }) => options.tmplIds)

  let id: string
  it('of a matter there is one letter, counted on 我的, new until it was looked at', async () => {
    id = (await of.h.open('villager-dongxi', 'request', said)).id
    of.h.clock.at += 1000
    await of.h.done('clerk-dongxi', id, { outcome: 'urgent', form: {} })
    of.h.clock.at += 1000
    await of.h.done('secretary-dongxi', id, {
      outcome: 'answered',
      form: { decision: '电工换了灯头。', heldOn: '2026-06-01' },
    })
    await of.h.sweep()
    of.h.clock.at += 1000
    await on('villager-dongxi', async (app) => {
      let page = await app.openPage('pages/me/index')
      expect(page.$$('.mw-count').map((n) => n.textContent)).toEqual(['1'])
      expect(app.calls).toContainEqual({
        api: 'setTabBarBadge',
        options: expect.objectContaining({ index: 3, text: '1' }),
      })
      await page.tap('消息')
      await app.idle()
      page = app.page
      expect(app.page.route).toBe('more/inbox/index')
      expect(page.text).toContain('今天1件有新消息，1件等您办。')
      expect(page.$$('.mw-item')).toHaveLength(1)
      expect(page.text).toContain('到您办了：说事人评价')
      expect(page.$$('.inbox-line.new')).toHaveLength(2)
      await page.tap('.mw-item')
      await app.idle()
      expect(app.page.route).toBe('pages/case/index')
    })
    await on('villager-dongxi', async (app) => {
      const page = await app.openPage('more/inbox/index')
      expect(page.text).toContain('没有新消息，都看过了。')
      expect(page.$$('.mw-new, .inbox-line.new')).toHaveLength(0)
      const me = await app.switchTab('我的')
      expect(me.text).toContain('没有新的')
    })
  })

  it('without network it shows what the phone has kept, and nothing counts as looked at', () =>
    on(
      'villager-dongxi',
      async (app) => {
        app.offline = true
        const page = await app.openPage('more/inbox/index')
        expect(page.text).toContain('没有网络。先看')
        expect(page.text).toContain('晒谷场三盏路灯不亮')
        expect(app.requests.some(({ method }) => method === 'POST')).toBe(false)
      },
      kept,
    ))

  it('a tap asks WeChat for one message of each kind; how many are left is said in plain words', () =>
    on('villager-dongxi', async (app) => {
      const page = await app.openPage('more/inbox/index')
      expect(page.text).toContain('我的事有进展：不会提醒')
      await page.tap('再提醒我一次')
      await app.idle()
      expect(asked(app)).toEqual([Object.values(templates)])
      expect(page.text).toContain('我的事有进展：还能提醒1次')
      expect(await left('villager-dongxi')).toEqual({ turn: 1, moved: 1, reminder: 1 })
    }))

  it('a no is no: nothing is counted, and it is told where to look instead', () =>
    on('villager-dongxi', async (app) => {
      app.subscribes = () => 'reject'
      const page = await app.openPage('more/inbox/index')
      await page.tap('再提醒我一次')
      await app.idle()
      expect(page.text).toContain('要看进展，打开“我的”里的“消息”就行')
      app.subscribes = () => undefined
      await page.tap('再提醒我一次')
      await app.idle()
      expect(page.text).toContain('您在微信里关了通知')
      expect(await left('villager-dongxi')).toEqual({ turn: 1, moved: 1, reminder: 1 })
    }))

  it('what was agreed to without network is told later, once', async () => {
    await on('clerk-dongxi', async (app) => {
      const page = await app.openPage('office/desk/index')
      app.offline = true
      await page.tap('待办来了，微信告诉我')
      await app.idle()
      expect(page.text).toContain('记在手机里了，有网就自动生效。')
      expect(await left('clerk-dongxi')).toEqual({ turn: 0, moved: 0, reminder: 0 })
    })
    for (let times = 0; times < 2; times++) {
      await on('clerk-dongxi', async (app) => void (await app.openPage('pages/boards/index')), kept)
      expect(await left('clerk-dongxi')).toEqual({ turn: 1, moved: 0, reminder: 1 })
    }
  })

  it('whoever WeChat can send nothing to is offered nothing', () =>
    on('neighbour-dongxi', async (app) => {
      const page = await app.openPage('more/inbox/index')
      expect(page.text).not.toContain('微信提醒我')
      expect(asked(app)).toEqual([])
    }))

  it('reminders are one line of the log; 督办 stands out, with its number and the way to it', async () => {
    const other = (await of.h.open('villager-dongxi', 'request', { ...said, text: '三组的井盖丢了。' })).id
    of.h.clock.at += 1000
    await of.h.done('clerk-dongxi', other, { outcome: 'urgent', form: {} })
    await of.h.done('secretary-dongxi', other, {
      outcome: 'handle',
      form: { decision: '去买井盖。', heldOn: '2026-06-01', attended: 9 },
    })
    for (const day of ['2026-06-08', '2026-06-09', '2026-06-11']) {
      of.h.to(day)
      await remindAll(of.h.house)
    }
    await of.h.done('township', other, { aside: 'urge', form: { reason: '孩子多，先围起来。', replyBy: '2026-06-15' } })
    await of.h.sweep()
    await on('neighbour-dongxi', async (app) => {
      const page = await app.openPage('pages/case/index', { id: other })
      expect(page.text).toMatch(/到期提醒了[34]次，最近一次6月11日/)
      expect(page.text).not.toContain('6月9日：')
      await page.tap('每次提醒')
      expect(page.text).toContain('6月9日：逾期1天')
      const [over] = page.$$('.case-entry.over')
      expect(over.textContent).toContain('督办')
      expect(over.textContent).toContain('孩子多，先围起来。')
      await page.tap(page.$$('.case-entry.over .mw-link').at(-1)!)
      await app.idle()
      expect(app.page.text).toContain('村里答复')
    })
  })
})
