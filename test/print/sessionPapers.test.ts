import type { CaseView } from '@shared/schemas/views'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canal, lamps, quiet, raise } from '../http/requesting'
import { launchBrowser } from '../support/chromium'
import type { TestHouse } from '../support/house'
import { pictures } from '../support/pictures'
import { agendaOf, openPrintingHouse, printed } from './papers'
import { pdfOf } from './pdf'

let h: TestHouse
let browser: Browser
let own: CaseView
let elder: CaseView
let secret: CaseView

const taken = (id: string) => h.done('clerk-dongxi', id, { outcome: 'acknowledged' })
beforeAll(async () => {
  h = await openPrintingHouse()
  browser = await launchBrowser()
  const promised = await raise(h, 'representative-dongxi', canal)
  await taken(promised.id)
  h.to('2026-06-10')
  await h.done('secretary-dongxi', promised.id, {
    ...{ outcome: 'handle', form: { decision: '租小挖机清一次。', heldOn: '2026-06-10' } },
  })
  h.to('2026-06-17')
  own = await raise(h, 'villager-dongxi', { ...lamps, wish: '修好三盏灯' })
  await taken(own.id)
  secret = await raise(h, 'neighbour-dongxi', quiet)
  await taken(secret.id)
  const consent = [await h.upload('clerk-dongxi', pictures['image/png'])]
  elder = await raise(h, 'clerk-dongxi', {
    ...{
      text: '家门口的台阶太高，雨天滑，想装个扶手。',
      category: 'housing',
      visibility: 'villagers',
      channel: 'door',
    },
    ...{ onBehalf: '林阿公', onBehalfPhone: '三组祠堂旁边', consent },
  })
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await h?.close()
})

describe('the agenda of a session', () => {
  it('is an A4 sheet with day, place, items in order, what was promised, and room to write', async () => {
    const { text } = await agendaOf(h, 'secretary-dongxi', '2026-06-22')
    const { width, height, pages, asked } = await pdfOf(browser, text)
    expect([width, height, asked]).toEqual([210, 297, []])
    const all = pages.join('')
    for (const words of ['6月22日说事日议程', '08:30', '村委会一楼说事室', '端午', '主持人', '记录人', '怎么定的'])
      expect(all).toContain(words)
    expect(all).toMatch(/先念上次答应的.*共1件.*后山水渠堵了.*村里办.*村里办理/)
    expect(all).toMatch(/这次要听的，共2件.*晒谷场三盏路灯不亮.*水电路灯6月17日/)
    expect(all).toMatch(/还没有接下，共1件.*台阶太高.*房屋宅地/)
    expect(all.indexOf(own.number)).toBeLessThan(all.indexOf(secret.number))
  })

  it('says neither who raised what nor what only the office may read', async () => {
    const { text } = await agendaOf(h, 'clerk-dongxi', '2026-06-22')
    expect(text).toContain(secret.number)
    expect(text).not.toMatch(/林桂香|周秋兰|许月英|林阿公|低保|还差哪一份|三组祠堂旁边/)
  })

  it('is for the office alone, of a day that has a session, for ten minutes', async () => {
    const ask = async (person: string | undefined, on: string, village = 'dongxi') =>
      (await h.as(person)).post<{ refusal: string; says: string }>('/api/papers/agendas', { village, on })
    expect((await ask('villager-dongxi', '2026-06-22')).body.says).toBe('议程由村干部和镇里打印。')
    expect((await ask('secretary-shatang', '2026-06-22')).status).toBe(403)
    expect((await ask(undefined, '2026-06-22')).status).toBe(401)
    expect((await ask('township', '2026-06-22')).status).toBe(200)
    expect((await ask('clerk-dongxi', '2026-06-21')).status).toBe(404)
    expect((await ask('clerk-dongxi', '2026-02-31')).body.says).toContain('没有这一天')
    expect((await ask('clerk-dongxi', '2026-99-99')).status).toBe(400)
    expect((await ask('clerk-dongxi', '2026-06-22', 'nowhere')).status).toBe(404)
    const { url } = await agendaOf(h, 'secretary-dongxi', '2026-06-22')
    h.clock.at += 11 * 60_000
    expect((await h.app.request(url)).status).toBe(404)
  })

  it('says so where nothing waits', async () => {
    const { text } = await agendaOf(h, 'secretary-dongxi', '2026-07-10')
    expect(text).toContain('没有排进来的')
  })
})

describe('a receipt', () => {
  it('is one A5 sheet with number, words, days, phone and the code of the first line', async () => {
    const { text } = await printed(h, 'villager-dongxi', own.id, 'receipt')
    const { width, height, pages } = await pdfOf(browser, text)
    expect([width, height, pages.length]).toEqual([148, 210, 1])
    const [all] = pages
    for (const words of [
      own.number,
      '晒谷场三盏路灯不亮',
      '修好三盏灯',
      '2026年6月17日',
      '6月22日08:30',
      '0000-60120010',
    ])
      expect(all).toContain(words)
    expect(all).toContain(`核验码${own.log[0].hash.slice(0, 12).toUpperCase()}`)
    expect(text).not.toMatch(/林桂香|替谁说|指印/)
  })

  it('of an elder’s matter bears their name and a line to sign, and is the office’s to print', async () => {
    const { text } = await printed(h, 'clerk-dongxi', elder.id, 'receipt')
    const { pages } = await pdfOf(browser, text)
    expect(pages).toHaveLength(1)
    for (const words of ['替谁说林阿公', '（上门）', '林阿公（签名或按指印）']) expect(pages[0]).toContain(words)
    expect(text).not.toContain('三组祠堂旁边')
    expect((await printed(h, 'township', elder.id, 'receipt')).text).toContain('林阿公')
  })

  it('is for whoever raised it and the office alone, and of a request alone', async () => {
    const ask = async (person: string | undefined, id: string) =>
      (await h.as(person)).post<{ refusal: string; says: string }>('/api/papers/prints', { case: id, size: 'receipt' })
    expect((await ask('neighbour-dongxi', own.id)).body.says).toBe('回执只给说事的人和村干部打印。')
    expect((await ask('villager-shatang', own.id)).status).toBe(404)
    expect((await ask(undefined, own.id)).status).toBe(404)
    expect((await ask('neighbour-dongxi', secret.id)).status).toBe(200)
    const { id } = await h.open('clerk-dongxi', 'notice', {
      ...{ title: '村规民约', board: 'village', item: 'V14', happenedOn: '2026-06-02', audience: 'everyone' },
      ...{ summary: '一句话。', body: '正文。' },
    })
    expect((await ask('clerk-dongxi', id)).body.says).toBe('只有说事有回执。别的请选A4打印。')
  })

  it('of two thousand characters goes on to the next sheet, and of what was taken back there is none', async () => {
    const long = await raise(h, 'representative-dongxi', { ...lamps, text: '路灯坏了好几年没有人来修。'.repeat(150) })
    const { pages } = await pdfOf(browser, (await printed(h, 'representative-dongxi', long.id, 'receipt')).text)
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.at(-1)).toContain('核验码')
    await h.done('representative-dongxi', long.id, { aside: 'withdraw', form: { reason: '写错了' } })
    const { response, text } = await printed(h, 'representative-dongxi', long.id, 'receipt')
    expect(response.status).toBe(409)
    expect(text).toContain('已经撤回')
  })

  it('keeps what people wrote as words', async () => {
    const { id } = await raise(h, 'keeper-dongxi', {
      ...lamps,
      text: '<script>alert(1)</script>灯不亮',
      place: '<b>桥头',
    })
    const { text } = await printed(h, 'keeper-dongxi', id, 'receipt')
    expect(text).not.toMatch(/<script|<b>桥/)
    expect(text).toContain('&lt;script&gt;')
  })
})
