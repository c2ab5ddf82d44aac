import { expect } from 'vitest'
import type { TestHouse } from '../support/house'
import { type Screen, signInAs } from './screen'

const said = '四组路口拐弯看不见对面来车'

/** How many requests of these words the village has. */
export const raisedOf = async (h: TestHouse): Promise<number> =>
  (
    await (
      await h.as('secretary-dongxi')
    ).get<{ cards: { title: string }[] }>('/api/villages/dongxi/cases?workflow=request')
  ).body.cards.filter((c) => c.title === said).length

/** Says something without network: it is kept, and stands among what waits. */
export const sayWithoutNetwork = async (h: TestHouse, screen: Screen) => {
  await signInAs(h, screen, 'neighbour-dongxi')
  await screen.open('/pages/raise/index')
  await screen.sees('要说什么事')
  await screen.offline(true)
  await screen.type('text', said)
  await screen.press('村道交通')
  await screen.press('全村看得到')
  await screen.press('提交，说事日去说')
  await screen.sees('先存在手机里了')
  await screen.picture('kept')
  await screen.press('回到说事')
  await screen.sees('1件说事等着发')
  await screen.picture('waiting')
  expect(await raisedOf(h)).toBe(0)
}
