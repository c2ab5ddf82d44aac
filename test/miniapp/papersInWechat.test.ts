import { afterAll, beforeAll, expect, it } from 'vitest'
import { brokenBy } from '../../miniapp/src/office/papers/drawPicture'
import { account, openPrintingHouse, posted } from '../print/papers'
import { phone } from '../screens/phone'
import { signInAs } from '../screens/screen'
import { ensureBuilt } from '../support/builds'
import type { TestHouse } from '../support/house'
import { type OpenedApp, openApp } from '../support/weapp/openApp'
import { requestsTo } from '../support/weapp/requestsTo'

let h: TestHouse
let app: OpenedApp
beforeAll(async () => {
  h = await openPrintingHouse()
  app = openApp({ dist: await ensureBuilt('weapp'), request: requestsTo(h.app) })
})
afterAll(async () => {
  app?.close()
  await h?.close()
})

it('shows the clerk the papers, the QR code and the script of a posted account in WeChat', async () => {
  const { id } = await posted(h, account(18))
  const screen = phone(app)
  await signInAs(h, screen, 'clerk-dongxi')
  await screen.open(`/office/papers/index?id=${id}`)
  await screen.sees('上期结余三十六万九千八百四十八元七角七分。')
  await screen.sees('海报，贴到公开栏')
  await screen.sees('做一张图片')
  const code = app.page.$$('wx-image').find((image) => image.getAttribute('src')?.startsWith('data:image/svg+xml'))
  expect(code, 'the QR code').toBeDefined()
  expect(app.requests.filter(({ url }) => url.includes('/papers/prints'))).toHaveLength(1)
})

it('breaks the lines of the picture where they are full, never before a mark', () => {
  const fits = (part: string) => part.length <= 4
  expect(brokenBy(fits, '一二三四五')).toEqual(['一二三四', '五'])
  expect(brokenBy(fits, '一二三四，五')).toEqual(['一二三四，', '五'])
  expect(brokenBy(fits, '一\n\n二')).toEqual(['一', '二'])
  expect(brokenBy(fits, '')).toEqual([])
})
