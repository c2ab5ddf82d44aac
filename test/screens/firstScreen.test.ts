import { afterAll, beforeAll, expect, it } from 'vitest'
import { ensureBuilt } from '../support/builds'
import { openHouse, type TestHouse } from '../support/house'
import { type OpenedApp, openApp } from '../support/weapp/openApp'
import { requestsTo } from '../support/weapp/requestsTo'
import { phone } from './phone'
import { signInAs } from './screen'

let h: TestHouse
let dist: string
let app: OpenedApp
beforeAll(async () => {
  dist = await ensureBuilt('weapp')
  h = await openHouse('sqlite')
  for (let n = 1; n <= 25; n++) await postNotice(n)
  app = openApp({ dist, request: requestsTo(h.app), now: () => new Date(h.clock.at) })
})
afterAll(async () => {
  app.close()
  await h.close()
})

const postNotice = async (n: number) => {
  const form = {
    title: `第${n}期村务公开：误工补贴人员和标准`,
    board: 'village',
    item: 'V03',
    period: `${2020 + Math.floor(n / 4)}-Q${(n % 4) + 1}`,
    audience: 'everyone',
    body: '按标准发放，逐人列在下面。',
  }
  const { id } = await h.open('clerk-dongxi', 'notice', form)
  await h.done('clerk-dongxi', id, { outcome: 'village', form: {} })
  await h.done('supervisor-dongxi', id, { outcome: 'agreed', form: { opinion: '核对过，同意公开' } })
  await h.done('secretary-dongxi', id, { outcome: 'posted', form: { boardOn: '2026-06-01' } })
}

it('the first screen with 20 notices asks at most 3 times, sends at most 64 KB and draws at most 600 nodes', async () => {
  const page = await app.openPage('pages/boards/index')
  await app.idle(400)
  const rows = page
    .$$('*')
    .filter(
      (n) =>
        /第\d+期村务公开/.test(n.textContent ?? '') &&
        ![...n.children].some((c) => /第\d+期/.test(c.textContent ?? '')),
    )
  expect(rows.length).toBe(20)
  console.log(
    `first screen: ${app.requestCount} requests, first setData ${page.firstSetDataBytes} B, largest ${page.largestSetDataBytes} B, ${page.nodeCount} nodes`,
  )
  expect(app.requestCount).toBeLessThanOrEqual(3)
  expect(page.firstSetDataBytes).toBeLessThanOrEqual(64 * 1024)
  expect(page.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)
  expect(page.nodeCount).toBeLessThanOrEqual(600)
})

it('further notices come with one more request, each once', async () => {
  const before = app.requestCount
  await app.page.reachBottom()
  await app.idle(400)
  const titles = app.page.text.match(/第\d+期村务公开/g) ?? []
  expect([...new Set(titles)]).toHaveLength(25)
  expect(titles).toHaveLength(25)
  expect(app.requestCount - before).toBe(1)
})

it('the desk of a clerk with work on it stays in the same bounds', async () => {
  await h.house.stores.settings.save('dongxi', { requestsPerDay: 25 })
  for (let n = 0; n < 25; n++)
    await h.open('villager-dongxi', 'request', {
      text: `第${n}盏路灯不亮`,
      category: 'utilities',
      visibility: 'villagers',
    })
  const screen = phone(app)
  await signInAs(h, screen, 'clerk-dongxi')
  await screen.open('/office/desk/index')
  await screen.sees('路灯不亮')
  expect(app.page.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)
  expect(app.page.nodeCount).toBeLessThanOrEqual(700)
})
