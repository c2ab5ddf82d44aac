import type { SessionRunView, SessionsView } from '@shared/schemas/requestViews'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { phone } from '../screens/phone'
import type { Screen } from '../screens/screen'
import { ensureBuilt } from '../support/builds'
import { openHouse, type TestHouse } from '../support/house'
import { type OpenedApp, openApp } from '../support/weapp/openApp'
import { requestsTo } from '../support/weapp/requestsTo'

const on = '2026-06-10'
const run = `office/session/index?village=dongxi&on=${on}`
const plan = 'office/sessions/index?village=dongxi'

describe('the secretary’s phone on a 说事日, in WeChat', () => {
  let dist: string
  let h: TestHouse
  let app: OpenedApp
  let screen: Screen
  beforeAll(async () => {
    dist = await ensureBuilt('weapp')
  })
  beforeEach(async () => {
    h = await openHouse('sqlite', '2026-06-02T09:00:00+08:00')
  })
  afterEach(async () => {
    expect(app.consoleLog.filter((l) => l.level === 'error')).toEqual([])
    app.close()
    await h.close()
  })

  /** The secretary takes the phone out; signing in lasts for half a day. */
  const takeOut = async () => {
    const session = (await h.send<{ token: string }>('POST', '/api/sign-in/demo', { person: 'secretary-dongxi' })).body
    app = openApp({ dist, request: requestsTo(h.app), now: () => new Date(h.clock.at), storage: { session } })
    screen = phone(app)
  }
  const raise = (text: string) =>
    h.open('villager-dongxi', 'request', { text, category: 'road', visibility: 'villagers', nameShown: 'hidden' })
  const asked = async <T>(path: string) => (await (await h.as('secretary-dongxi')).get<T>(path)).body
  const ran = () => asked<SessionRunView>(`/api/villages/dongxi/sessions/${on}`)
  const planned = () => asked<SessionsView>('/api/villages/dongxi/sessions')
  const toTheDay = async () => {
    h.to(on, '08:40')
    await takeOut()
  }

  it('what nobody had taken in hand is taken with one press and heard under the session’s own act', async () => {
    const { id } = await raise('路口转弯看不见车。')
    await toTheDay()
    await screen.open('office/desk/index')
    await screen.sees('今天说事日，有1件要听')
    await screen.open(run)
    await screen.sees('还有1件没人接下')
    await screen.press('接下：路口转弯看不见车')
    await screen.sees('听下一件')
    await screen.press('听下一件')
    await screen.press('村里办')
    await screen.type('f-decision', '装一面凸面镜，月底前装好。')
    await screen.press('落印：村里办')
    await screen.press('落印', '.mw-dialog')
    await screen.sees('回说事日')
    const { log } = await h.see('secretary-dongxi', id)
    expect(log.at(-1)).toMatchObject({ step: 'hearing', outcome: 'handle', values: { heldOn: on } })
    const { session, heard } = await ran()
    expect(heard.map(({ card, decided }) => [card.id, decided])).toEqual([[id, 'handle']])
    await screen.press('回说事日')
    await screen.sees('听了1件，都听完了')
    // the same hearing once more, from another phone: the first result, not a second entry
    const again = { actId: `heard:${session.case}:${id}`, outcome: 'answered', form: { decision: '好', heldOn: on } }
    await h.act('director-dongxi', id, again)
    expect((await h.see('secretary-dongxi', id)).log).toHaveLength(log.length)
  })

  it('a session nobody came to is recorded as such and leads to an evening one, with its form begun', async () => {
    await toTheDay()
    await screen.open(run)
    await screen.sees('没有要听的')
    await screen.press('记会议')
    await screen.press('没有人来')
    await screen.type('f-minutes', '等到十一点半，没有人来。')
    await screen.press('落印：没有人来')
    await screen.press('落印', '.mw-dialog')
    await screen.sees('回说事日')
    await screen.press('回说事日')
    await screen.sees('晚上或者到大家那里去开一次？')
    await screen.press('加开一次')
    await screen.sees('晚上加开')
    await screen.press('加开', '.mw-actions')
    await screen.sees('6月13日加开一次？')
    await screen.press('加开', '.mw-dialog')
    await screen.sees('改好了')
    const { sessions } = await planned()
    expect(sessions.find(({ kind }) => kind === 'evening')).toMatchObject({ on: '2026-06-13', startsAt: '19:00' })
  })

  it('a session moves after what follows of it was said yes to; a no of the server stands at the field', async () => {
    const { id } = await raise('路口转弯看不见车。')
    await h.done('clerk-dongxi', id, { outcome: 'acknowledged' })
    await takeOut()
    await screen.open(`${plan}&change=move&on=${on}`)
    await screen.press('改期', '.mw-actions')
    await screen.sees('请选改到哪一天。')
    await screen.choose('s-to', '2026-06-12')
    await screen.type('s-why', '书记去县里')
    // meanwhile someone else adds one on that very day
    const extra = { change: 'add', on: '2026-06-12', kind: 'mobile', startsAt: '15:00', place: '晒谷场', hosts: '主任' }
    expect((await (await h.as('clerk-dongxi')).post('/api/villages/dongxi/sessions', extra)).status).toBe(200)
    await screen.press('改期', '.mw-actions')
    await screen.sees('排在这次的1件事跟着改，会告诉说事人。')
    await screen.press('改期', '.mw-dialog')
    await screen.sees('请重新选')
    expect(app.page.$$('#s-to .mw-err')).toHaveLength(1)
    await screen.choose('s-to', '2026-06-11')
    await screen.press('改期', '.mw-actions')
    await screen.press('改期', '.mw-dialog')
    await screen.sees('改好了')
    expect((await planned()).sessions.map((s) => s.on).slice(0, 2)).toEqual(['2026-06-11', '2026-06-12'])
    expect((await h.see('villager-dongxi', id)).heardOn).toBe('2026-06-11')
  })
})
