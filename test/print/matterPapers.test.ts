import type { CaseView } from '@shared/schemas/views'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/chromium'
import { openHouse, type TestHouse } from '../support/house'
import { type MatterForm, matterFile, overflowing, sealRegisterOf } from './matterPrints'
import { road, toAnnouncement, toPartyMeeting, toReturned, toTheEnd } from './matterWalk'
import { pdfOf } from './pdf'

let h: TestHouse
let browser: Browser
let id: string
let returned: string
let half: string
let hung: string
let closed: CaseView

beforeAll(async () => {
  h = await openHouse('sqlite')
  browser = await launchBrowser()
  id = await toReturned(h)
  returned = (await get('clerk-dongxi', 'record')).text
  await toPartyMeeting(h, id)
  half = (await get('clerk-dongxi', 'record')).text
  await toAnnouncement(h, id)
  hung = (await get('clerk-dongxi', 'resolution')).text
  closed = await toTheEnd(h, id)
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await h?.close()
})

const get = (person: string | undefined, form: MatterForm, of = id) => matterFile(h, person, of, form)
const refused = async (person: string | undefined, form: MatterForm, of = id) => {
  const { status, body } = await (await h.as(person)).post<{ says: string }>('/api/papers/matters', { case: of, form })
  return [status, body.says] as const
}

describe('登记表 of a closed matter', () => {
  it('is A4 sheets with every step, its figures, its days and its money', async () => {
    const { text, name } = await get('clerk-dongxi', 'record')
    expect(name).toBe(`${closed.number} 登记表`)
    const { width, height, pages, asked } = await pdfOf(browser, text)
    expect([width, height, asked]).toEqual([210, 297, []])
    const all = pages.join('')
    for (const words of [
      ...[
        '四议两公开登记表',
        closed.number,
        '村庄规划、建设',
        '村民代表会议',
        '第二十八条第一项',
        '村民说事或群众建议',
      ],
      ...['600,000.00元', '补助加村集体', '2026年1月村民会议授权'],
      ...['一议党支部会提议', '二议“两委”会商议', '三议党员大会审议', '四议村民代表会议决议'],
      ...['382668.4%1252032', '463882.6%0383512', '包工的是他的弟弟', '石湾镇驻村干部蒋某'],
      ...['要三分之二以上，至少26人，实到26人', '20人同意，达到实到26人的过半数'],
      ...['程序合法', '中间满3天', '没有不同意见', '怎么证明发到了附件1份'],
      ...['公示到2026年7月4日', '公示到2026年8月30日', '挖路基', '水泥浇好了', '少花20,000.00元'],
      ...['路基深度量过', '补助的文件号没有写', '6月3日：9人到会，同意7、反对1、弃权0，当时通过，后来退回重新议'],
    ])
      expect(all, words).toContain(words)
    expect(all).toContain(`核验码${closed.log.at(-1)!.hash.slice(0, 12).toUpperCase()}`)
    expect(all).not.toContain('□')
  })

  it('keeps each meeting on one sheet and writes its number on every sheet', async () => {
    const { pages } = await pdfOf(browser, (await get('clerk-dongxi', 'record')).text)
    for (const title of ['一议党', '二议“', '三议党', '四议村']) {
      const sheet = pages.find((p) => p.includes(title))!
      expect(sheet.slice(sheet.indexOf(title)), title).toMatch(/开会时间.*参会人员签字主持人签字记录人签字/)
    }
    for (const [i, sheet] of pages.entries()) expect(sheet, `${i}`).toContain(closed.number)
    expect(pages.length).toBeLessThan(8)
  })

  it('lets nothing stand out of its box', async () => {
    expect(await overflowing(browser, (await get('clerk-dongxi', 'record')).text)).toEqual([])
    expect(await overflowing(browser, half)).toEqual([])
    expect(await overflowing(browser, hung)).toEqual([])
  })

  it('is the same whoever prints it, keeps the office’s papers to itself and calls nobody “您”', async () => {
    const [villager, clerk] = [await get('villager-dongxi', 'record'), await get('clerk-dongxi', 'record')]
    expect(villager.text).toBe(clerk.text)
    expect(clerk.text).not.toMatch(/您|发票/)
  })

  it('keeps what people wrote as words, and runs and fetches nothing', async () => {
    const { text, response } = await get('clerk-dongxi', 'record')
    expect(text).toContain('&lt;b&gt;宽3.5米&lt;/b&gt;')
    expect(text).not.toMatch(/<script|<b>宽/)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  })
})

describe('登记表 of a matter on its way', () => {
  it('leaves the steps to come empty, with what law asks of them', async () => {
    const all = (await pdfOf(browser, half)).pages.join('')
    expect(all.match(/□通过□没有通过/g)).toHaveLength(2)
    expect(all).toMatch(/三议党员大会审议开会时间地点应到实到到会比例回避有表决权同意反对弃权会议要求到会的要占/)
    for (const step of ['通知开代表会议', '决议公开', '实施', '结果公开', '监督意见', '归档'])
      expect(all).toContain(step)
    expect(all).toContain('二议“两委”会商议开会时间2026年6月5日')
  })

  it('takes what was passed and sent back as not passed yet, and says how it went before', async () => {
    const all = (await pdfOf(browser, returned)).pages.join('')
    expect(all.match(/□通过□没有通过/g)).toHaveLength(3)
    expect(all).toMatch(/二议“两委”会商议开会时间地点应到.*以前开过2026年6月3日：9人到会/)
    expect(all).toMatch(/镇里审查程序.*有没有授权有.*钱有没有来源没有.*结果退回，说明原因/)
    expect(all.indexOf('二议')).toBeLessThan(all.indexOf('镇里审查程序'))
  })

  it('of one that was withdrawn before the vote says when and why', async () => {
    h.to('2026-09-02')
    const { id: over } = await h.open('secretary-dongxi', 'matterOfRepresentatives', { ...road, title: '不修了' })
    await h.done('secretary-dongxi', over, { aside: 'withdraw', form: { reason: '并到另一件里办。' } })
    const all = (await pdfOf(browser, (await get('clerk-dongxi', 'record', over)).text)).pages.join('')
    expect(all).toMatch(/已经撤回，2026年9月2日/)
    expect(all).toMatch(/撤回并到另一件里办/)
    expect((await refused('clerk-dongxi', 'resolution', over))[1]).toBe('这件事已经撤回，没有决议可以张贴。')
  })
})

describe('登记表 of the collective', () => {
  it('shows the plan’s display with what people said, and the boxes of 在线 and 委托', async () => {
    h.to('2026-09-03')
    const { id: pond } = await h.open('collective-dongxi', 'matterOfMembers', {
      ...{ title: '鱼塘出租', topic: 'operation', plan: '把村东鱼塘租出去，三年。' },
    })
    const meeting = { startsAt: '19:00', place: '村委会', minutes: '大家都说了。', votesAgainst: 0, votesAbstain: 0 }
    h.to('2026-09-04', '21:00')
    await h.done('secretary-dongxi', pond, {
      form: {
        ...{ ...meeting, heldOn: '2026-09-04', present: 5, votesFor: 5, budget: 9_000_000, funds: 'none' },
        finishBy: '2026-12-31',
      },
    })
    h.to('2026-09-05', '21:00')
    await h.done('secretary-dongxi', pond, { form: { ...meeting, heldOn: '2026-09-05', present: 9, votesFor: 9 } })
    h.to('2026-09-06')
    await h.done('clerk-dongxi', pond, {
      form: { planSummary: '鱼塘要租出去，一共九万。', planBoardOn: '2026-09-06', exchange: '县农村产权交易中心' },
    })
    await h.done('villager-dongxi', pond, { aside: 'comment', form: { comment: '租金太低了。' } })
    const all = (await pdfOf(browser, (await get('clerk-dongxi', 'record', pond)).text)).pages.join('')
    expect(all).toMatch(/公示方案，征求意见.*手机上公开2026年9月6日公开栏上墙2026年9月6日公示到2026年9月21日/)
    expect(all).toMatch(/征求到的意见，共1条.*一位村民租金太低了/)
    expect(all).not.toContain('林桂香')
    expect(all).toMatch(/应到实到到会比例在线委托回避有表决权/)
    expect((await refused('clerk-dongxi', 'resolution', pond))[1]).toContain('还没有表决通过')
  })
})

describe('决议', () => {
  it('is one sheet with body, figures, text, days and seal', async () => {
    const { text } = await get('villager-dongxi', 'resolution')
    const { width, height, pages, asked } = await pdfOf(browser, text)
    expect([width, height, pages.length, asked]).toEqual([210, 297, 1, []])
    for (const words of [
      ...['村民代表会议决议', road.title, closed.number, '应到38人', '实到26人', '回避1人', '同意20票'],
      ...['同意硬化三组到四组的路', '2026年6月18日19:00，村礼堂', '2026年6月19日至2026年7月4日', '0000-60120010'],
    ])
      expect(pages[0], words).toContain(words)
    expect(text).toContain('aria-label="表决通过"')
    const line = closed.log.find((e) => e.step === 'resolution')!
    expect(pages[0]).toContain(`核验码（第${line.no}条记录）${line.hash.slice(0, 12).toUpperCase()}`)
  })

  it('leaves the days to a hand before it is posted', async () => {
    const { pages } = await pdfOf(browser, hung)
    expect(pages).toHaveLength(1)
    expect(pages[0]).toContain('年月日至年月日，至少15天')
  })
})

describe('who gets papers of a matter', () => {
  it('is whoever is signed in and may see it; only a matter has them', async () => {
    expect((await refused(undefined, 'record'))[0]).toBe(401)
    expect((await refused('villager-shatang', 'record'))[0]).toBe(200)
    expect((await refused('clerk-dongxi', 'record', 'cffffffffffffffffffffffff'))[0]).toBe(404)
    const request = await h.open('villager-dongxi', 'request', {
      ...{ text: '路灯坏了，晚上看不见。', category: 'road', visibility: 'villagers' },
    })
    const [status, says] = await refused('clerk-dongxi', 'archive', request.id)
    expect([status, says]).toEqual([409, '只有四议的事有登记表、决议和存档。别的请选A4打印。'])
    expect((await refused('villager-shatang', 'archive', request.id))[0]).toBe(404)
  })

  it('has an address that is good for ten minutes', async () => {
    const { url } = await get('clerk-dongxi', 'record')
    h.clock.at += 10 * 60_000
    expect((await h.app.request(url)).status).toBe(404)
  })
})

describe('用章台账 of a month', () => {
  it('is a sheet across with every stamp, for the office alone', async () => {
    h.to('2026-09-10')
    const { id: paper } = await h.open('clerk-dongxi', 'sealReview', {
      ...{ sealKind: 'committee', document: '贫困证明', purpose: '上学用', copies: 2, applicant: '林桂香' },
      ...{ written: 'whole', paper: 'certificate' },
    })
    await h.done('director-dongxi', paper, { outcome: 'agreed' })
    await h.done('keeper-dongxi', paper, {
      outcome: 'stamped',
      form: { stampedOn: '2026-09-10', stamped: 2, where: 'office' },
    })
    const text = await sealRegisterOf(h, 'clerk-dongxi', '2026-09')
    const { width, height, pages } = await pdfOf(browser, text)
    expect([width, height, pages.length]).toEqual([297, 210, 1])
    expect(pages[0]).toMatch(
      /2026年9月用章台账共1次，2份.*9月10日东溪章-2026-\d+村民委员会公章证明、介绍信贫困证明2林桂香/,
    )
    await expect(sealRegisterOf(h, 'villager-dongxi', '2026-09')).rejects.toThrow('由村干部和镇里打印')
    await expect(sealRegisterOf(h, 'clerk-shatang', '2026-09')).rejects.toThrow('403')
    expect(await sealRegisterOf(h, 'township', '2026-08')).toContain('这个月没有用过章')
  })
})
