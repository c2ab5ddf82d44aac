import type { CaseView } from '@shared/schemas/views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../support/builds'
import { openHouse, type TestHouse } from '../support/house'
import { type OpenedApp, openApp } from '../support/weapp/openApp'
import { requestsTo } from '../support/weapp/requestsTo'

const said = { text: '晒谷场三盏路灯不亮。', category: 'utilities', visibility: 'villagers' }

describe('what villagers see of 说事 in WeChat', () => {
  let h: TestHouse
  let dist: string
  const kept: Record<string, OpenedApp['storage']> = {}
  beforeAll(async () => {
    dist = await ensureBuilt('weapp')
    h = await openHouse('sqlite', '2026-06-08T09:00:00+08:00')
  })
  afterAll(() => h?.close())

  /** Someone's own phone, which still has what it kept the last time. */
  const phoneOf = async (person: string): Promise<OpenedApp> => {
    const session = (await h.send<{ token: string }>('POST', '/api/sign-in/demo', { person })).body
    const storage = { ...kept[person], session }
    return openApp({ dist, request: requestsTo(h.app), now: () => new Date(h.clock.at), storage })
  }
  const on = async <T>(person: string, doing: (app: OpenedApp) => Promise<T>): Promise<T> => {
    const app = await phoneOf(person)
    try {
      return await doing(app)
    } finally {
      kept[person] = app.storage
      app.close()
    }
  }
  const urgent = async (text: string, by = 'villager-dongxi') => {
    const { id } = await h.open(by, 'request', { ...said, text })
    await h.done('clerk-dongxi', id, { outcome: 'urgent', form: {} })
    return id
  }

  it('what was written since is 新 on the tab and in the row, until it is opened; the first sight is none', async () => {
    const { id } = await h.open('villager-dongxi', 'request', said)
    const tab = (app: OpenedApp) => app.openPage('pages/speak/index')
    await on('villager-dongxi', async (app) => expect((await tab(app)).$$('.mw-new')).toHaveLength(0))
    await h.done('clerk-dongxi', id, { outcome: 'acknowledged', form: {} })
    await on('villager-dongxi', async (app) => {
      const page = await tab(app)
      expect(page.$$('.mw-new').map((n) => n.textContent)).toEqual(['新1', '新'])
      expect(page.text).toContain('后天说事日听您说的')
    })
    await on('villager-dongxi', (app) => app.openPage('pages/case/index', { id }))
    await on('villager-dongxi', async (app) => expect((await tab(app)).$$('.mw-new')).toHaveLength(0))
    // on another phone nothing of it is known
    await on('neighbour-dongxi', async (app) => expect((await tab(app)).text).not.toContain('听您说的'))
  })

  it('a neighbour says 我也关心 once; whoever raised it is only told how many', async () => {
    const id = await urgent('桥头栏杆松了，小孩子危险。')
    await on('neighbour-dongxi', async (app) => {
      const page = await app.openPage('pages/case/index', { id })
      await page.tap('我也关心')
      await app.idle()
      expect(page.text).toContain('1人也关心，有您一个')
      expect(page.$$('.case-cares .mw-btn')).toHaveLength(0)
    })
    await on('villager-dongxi', async (app) => {
      const page = await app.openPage('pages/case/index', { id })
      expect(page.text).toContain('1人也关心')
      expect(page.$$('.case-cares .mw-btn')).toHaveLength(0)
    })
  })

  it('a refusal is objected to on the page itself, with a reason', async () => {
    const id = await urgent('邻居欠我两千块钱不还。')
    const form = { decision: '要到法庭说，村里陪您去。', heldOn: '2026-06-08', ground: 'legalWay' }
    await h.done('secretary-dongxi', id, { outcome: 'declined', form })
    await on('villager-dongxi', async (app) => {
      const page = await app.openPage('pages/case/index', { id })
      expect(page.text).toContain('要走法院、仲裁、行政复议')
      await page.tap('盖上我的意见')
      expect(page.text).toContain('请先在上面选一项')
      await page.tap('不同意，请镇里看')
      await page.tap('盖上我的意见')
      expect(page.text).toContain('请写一句为什么不同意，好让镇里看。')
      await page.input(page.$$('#refusal, .case-rating wx-textarea').at(-1)!, '法庭太远。')
      await page.tap('盖上我的意见')
      await app.idle()
      expect(page.text).toContain('镇里看该不该受理')
    })
    expect((await h.see('villager-dongxi', id)).step).toBe('declinedReview')
  })

  it('whom it is handed to takes it from the page, and is its owner from then on', async () => {
    const id = await urgent('家里的水压太小。', 'neighbour-dongxi')
    const form = { decision: '请主任去看。', heldOn: '2026-06-08', owner: 'director-dongxi' }
    await h.done('secretary-dongxi', id, { outcome: 'handle', form })
    expect((await h.see('neighbour-dongxi', id)).offered).toContain('村委会主任')
    await on('neighbour-dongxi', async (app) =>
      expect((await app.openPage('pages/case/index', { id })).text).toContain('等他接手'),
    )
    await on('director-dongxi', async (app) => {
      const page = await app.openPage('pages/case/index', { id })
      expect(page.text).toContain('不接，说说为什么')
      await page.tap('接手，我来办')
      await app.idle()
      expect(page.text).toContain('您负责')
    })
    expect((await h.see('neighbour-dongxi', id)).offered).toBeUndefined()
  })

  it('what was answered before is found by its words and by its category, and leads to the case', async () => {
    const id = await urgent('老年食堂的菜太咸。', 'representative-dongxi')
    const decision = '从今天起少放盐。'
    await h.done('secretary-dongxi', id, { outcome: 'answered', form: { decision, heldOn: '2026-06-08' } })
    await h.done('representative-dongxi', id, { outcome: 'satisfied', form: {} })
    await on('neighbour-dongxi', async (app) => {
      const page = await app.openPage('more/answers/index')
      expect(page.text).toContain(decision)
      await page.tap('村道交通')
      await app.idle()
      expect(page.text).toContain('没有找到村道交通里办结的事')
      await page.tap('水电路灯')
      await app.idle()
      await page.tap('老年食堂的菜太咸')
      await app.idle()
      expect(app.page.text).toContain('已办结，满意')
    })
    await on('neighbour-dongxi', async (app) => {
      const page = await app.openPage('more/rates/index')
      expect(page.text).toContain('2026年办结的')
      expect(page.$$('.mw-ledger-sum').map((n) => n.textContent)).toEqual(['1', '0', '0', '0', '1件'])
    })
  })

  it('the year of 说事日 ahead shows what is out of the ordinary', () =>
    on('neighbour-dongxi', async (app) => {
      const page = await app.openPage('more/sessions/index')
      expect(page.text).toContain('每月10日、20日')
      expect(page.text).toContain('原定6月20日')
    }))

  it('without network each of them says so', () =>
    on('neighbour-dongxi', async (app) => {
      app.offline = true
      const pages = ['answers', 'rates', 'sessions']
      for (const name of pages)
        expect((await app.openPage(`more/${name}/index`)).text).toMatch(/没有网络。先看|没有连上网络/)
    }))

  it('who was merged into an earlier one is led there', async () => {
    const into: CaseView = await h.open('neighbour-dongxi', 'request', { ...said, text: '垃圾桶太少。' })
    const { id } = await h.open('representative-dongxi', 'request', { ...said, text: '垃圾桶不够用。' })
    await h.done('clerk-dongxi', id, { aside: 'merge', form: { into: into.id, reason: '同一个地方。' } })
    await on('representative-dongxi', async (app) => {
      const page = await app.openPage('pages/case/index', { id })
      expect(page.text).toContain('您说了这件事')
      await page.tap(`并到 ${into.number}：垃圾桶太少`)
      await app.idle()
      expect(app.page.text).toContain('垃圾桶太少')
    })
  })
})
