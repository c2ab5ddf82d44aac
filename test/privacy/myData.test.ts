import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type TestHouse } from '../support/house'
import { pictures } from '../support/pictures'
import { hers, livedHere } from './gone'

let h: TestHouse
let zip: Record<string, Uint8Array>
let url: string
beforeAll(async () => {
  h = await openHouse('sqlite', '2026-06-01T09:00:00+08:00')
  await livedHere(h)
  await h.open('neighbour-dongxi', 'request', { text: '邻居的私事谁也别说', category: 'other', visibility: 'office' })
  const cared = await h.open('neighbour-dongxi', 'request', {
    text: '村口路灯',
    category: 'utilities',
    visibility: 'villagers',
  })
  const me = await h.as(hers.id)
  await me.post(`/api/cases/${cared.id}/care`, {})
  const { body } = await me.post<{ url: string; name: string }>('/api/papers/my-data', {})
  expect(body.name).toBe('我的数据 2026-06-01.zip')
  url = body.url
  zip = unzipSync(new Uint8Array(await (await h.app.request(url)).arrayBuffer()))
})
afterAll(() => h.close())

const all = () =>
  Object.entries(zip)
    .filter(([name]) => !name.startsWith('文件/'))
    .map(([name, bytes]) => `${name}\n${strFromU8(bytes)}`)
    .join('\n')

describe('我的数据', () => {
  it('holds everything of theirs: who they are, sign-ins, agreement, own words, the log, letters, kept views, cares', () => {
    for (const word of [hers.name, hers.text, hers.place, hers.view, '收到，去看看', '2026-12-01', '演示'])
      expect(all(), word).toContain(word)
    expect(JSON.parse(strFromU8(zip['我也关心.json']))).toHaveLength(1)
    expect(JSON.parse(strFromU8(zip['我提的事.json']))[0].经过[1].写的).toEqual({ note: '收到，去看看' })
  })
  it('holds the pictures that they sent, byte for byte as they are kept', async () => {
    const [id] = await h.house.stores.files.sentBy(hers.id)
    const [[name, bytes]] = Object.entries(zip).filter(([n]) => n.startsWith('文件/'))
    expect(name).toContain(hers.photo)
    expect(bytes).toEqual(await h.house.files.kept(id))
    expect(bytes.length).toBeGreaterThan(pictures['image/png'].length / 2)
  })
  it('holds nothing of other villagers: no name, no word of what they raised for the office alone', async () => {
    const neighbour = (await h.house.stores.people.get('neighbour-dongxi'))!
    const villager = (await h.house.stores.people.get('villager-dongxi'))!
    for (const other of [neighbour.name, villager.name, neighbour.id, '邻居的私事']) expect(all()).not.toContain(other)
  })
  it('holds no secret: no hash of a number, no WeChat id, no password, no salt of the server', async () => {
    const account = await h.house.stores.accounts.get(hers.id)
    for (const secret of [account.phoneHash!, hers.openId, 'refreshHash', 'phoneHash', h.deps.secret])
      expect(all()).not.toContain(secret)
  })
  it('says first, in plain words, what is in it and how to correct or delete it', () => {
    const page = strFromU8(zip['先看这里.html'])
    expect(page).toContain('到“投诉建议”里选“改、看、删我的个人信息”')
    expect(page).toContain('打开那件事，点“补充”')
    expect(page).not.toMatch(/<script/i)
  })
  it('is taken by an address that is good for ten minutes, and by nobody who isn’t signed in', async () => {
    expect((await h.send('POST', '/api/papers/my-data', {})).status).toBe(401)
    h.to('2026-06-01', '09:09')
    expect((await h.app.request(url)).status).toBe(200)
    h.to('2026-06-01', '09:11')
    expect((await h.app.request(url)).status).not.toBe(200)
  })
})
