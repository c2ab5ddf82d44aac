import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../support/builds'
import { openHouse, type TestHouse } from '../support/house'
import { jpegs } from '../support/jpegs'
import { type OpenedApp, openApp } from '../support/weapp/openApp'
import { requestsTo } from '../support/weapp/requestsTo'

describe('a photo that another case has too, in WeChat', () => {
  let house: TestHouse
  let dist: string
  let app: OpenedApp | undefined
  let first: string
  let second: string

  beforeAll(async () => {
    dist = await ensureBuilt('weapp')
    house = await openHouse('sqlite')
    const ask = async (photo: Uint8Array<ArrayBuffer>) =>
      house.open('clerk-dongxi', 'sealReview', {
        ...{ sealKind: 'committee', paper: 'certificate', document: '在册证明', purpose: '办入学', copies: 1 },
        ...{ applicant: '一位村民', written: 'whole' },
        papers: [await house.upload('clerk-dongxi', photo, 'image/jpeg', '照片.jpg')],
      })
    first = (await ask(jpegs.inOneGo)).number
    second = (await ask(jpegs.finely)).id
  })
  afterAll(async () => {
    app?.close()
    await house?.close()
  })

  it.each([
    ['the page on which the reviewer decides', 'office/act/index', '系统提醒核对'],
    ['the log that the office reads', 'pages/case/index', '请核对'],
  ])('is pointed at on %s, with that case’s number', async (_, path, words) => {
    app?.close()
    const { body } = await house.send<object>('POST', '/api/sign-in/demo', { person: 'director-dongxi' })
    app = openApp({
      ...{ dist, request: requestsTo(house.app), now: () => new Date(house.clock.at) },
      storage: { session: body },
    })
    const page = await app.openPage(path, { id: second })
    expect(page.text).toContain(words)
    expect(page.text).toContain(`有一张照片和${first}里用过的很像`)
  })
})
