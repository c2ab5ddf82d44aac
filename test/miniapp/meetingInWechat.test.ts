import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { call, deliberation, partyMeeting, proposal } from '../journeys/meetings'
import { ensureBuilt } from '../support/builds'
import { openHouse, type TestHouse } from '../support/house'
import { type OpenedApp, openApp } from '../support/weapp/openApp'
import type { PageView } from '../support/weapp/pageView'
import { requestsTo } from '../support/weapp/requestsTo'

/** The field under that label, as WeChat draws it. */
const field = (page: PageView, label: string): Element => {
  const labels = page.$$('.mw-field-label, .mw-cell-label')
  const found = labels.find((node) => node.textContent?.startsWith(label))
  const box = found?.closest('.mw-field-label') ? found.parentElement : found?.parentElement
  const input = box?.querySelector('wx-input, wx-textarea, wx-picker')
  if (!input) throw new Error(`no field ${label}:\n${page.text}`)
  return input
}

describe('a director records the vote of the representatives in WeChat', () => {
  let house: TestHouse
  let matter: string
  let dist: string
  let app: OpenedApp | undefined
  let page: PageView

  beforeAll(async () => {
    dist = await ensureBuilt('weapp')
    house = await openHouse('sqlite', '2026-06-11T09:00:00+08:00')
    matter = (
      await house.open('secretary-dongxi', 'matterOfRepresentatives', {
        ...{ title: '老年食堂开办方案', topic: 'publicGood', joint: false },
      })
    ).id
    await house.done('secretary-dongxi', matter, { form: proposal('2026-06-11') })
    house.to('2026-06-12')
    await house.done('director-dongxi', matter, { form: deliberation('2026-06-12') })
    house.to('2026-06-15')
    await house.done('secretary-dongxi', matter, { form: partyMeeting('2026-06-15') })
    await house.done('clerk-dongxi', matter, { form: call('2026-06-15', '2026-06-19') })
    house.to('2026-06-19')
  })
  afterAll(() => house?.close())

  beforeEach(async () => {
    const signedIn = await house.send<{ token: string }>('POST', '/api/sign-in/demo', { person: 'director-dongxi' })
    app = openApp({
      ...{ dist, request: requestsTo(house.app), now: () => new Date(house.clock.at) },
      // what the phone kept the last time is still there
      storage: { ...app?.storage, session: signedIn.body },
    })
    page = await app.openPage('office/act/index', { id: matter })
    return () => app?.close()
  })

  const fill = async (label: string, value: string) => {
    const node = field(page, label)
    await (node.tagName.toLowerCase() === 'wx-picker' ? page.change(node, value) : page.input(node, value))
  }

  it('shows 应到 from the roster, and that 26 of 38 have to come', () => {
    expect(page.text).toContain('应到代表名册')
    expect(page.text).toContain('要三分之二以上，至少26人')
  })

  it('checks on every key: 25 is one short; three votes that lack one are told', async () => {
    await fill('实到', '25')
    expect(page.text).toContain('人数不够，还差1人')
    await fill('实到', '30')
    await fill('同意', '20')
    await fill('反对', '6')
    await fill('弃权', '3')
    expect(page.text).toContain('票数对不上，少1票')
    await page.tap('落印')
    expect(page.text).toContain('处要改，改好再落印')
    expect(page.text).toContain('三项加起来是29票，实到30人，少了1票')
    expect((await house.see('director-dongxi', matter)).step).toBe('resolution')
  })

  it('goes on from the draft another day; without network it is kept, then sent once', async () => {
    expect(field(page, '实到').getAttribute('value')).toBe('30')
    await fill('弃权', '4')
    expect(page.text).toContain('6月19日 星期五')
    await page.tap('用模板')
    expect(page.text).toContain('处【】要填')
    await fill('会议记录', '到会的人都说了意见。')
    await fill('决议内容', '同意开办，先试半年。')
    await page.tap('落印')
    expect(page.text).toContain('实到30人，同意20，反对6，弃权4。')
    app!.offline = true
    await page.tap(page.allByText('落印').at(-1)!)
    expect(page.text).toContain('没有网络，没发出去')
    app!.offline = false
    await app!.idle()
    await page.tap('再发一次')
    expect(page.text).toContain('已落印')
    expect(page.text).toContain('村民代表会议决议：通过')
    const found = await house.see('director-dongxi', matter)
    expect(found.step).toBe('announcement')
    expect(found.log.filter((entry) => entry.step === 'resolution')).toHaveLength(1)
    expect(found.log.at(-1)?.effect.tally).toMatchObject({ eligible: 38, present: 30, for: 20 })
    expect(Object.keys(app!.storage).filter((name) => name.startsWith('act:'))).toEqual([])
  })
})
