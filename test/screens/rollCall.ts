import { expect } from 'vitest'
import type { TestHouse } from '../support/house'
import { type Screen, stamp } from './screen'

type Told = {
  id: string
  act: (step?: string) => Promise<void>
  on: (day: string, person: string, time?: string) => Promise<void>
}

/** The second meeting about the fishpond: who came is ticked off on the roll; the six hundred who signed on paper are put in as a figure. */
export const tellOfTheRollCall = async (h: TestHouse, screen: Screen, { id, act, on }: Told) => {
  const find = (words: string) => screen.type('roll-find', words)
  await on('2026-07-17', 'collective-dongxi', '21:00')
  await act()
  await screen.press('打开签到册')
  await screen.sees('应到901 实到0')
  await screen.sees('还差601人')
  // 成员700 through a phone; of the 户 h299 one comes and votes for another
  await find('成员700')
  await screen.press('成员700怎么到的、要不要回避')
  await screen.press('在线参加')
  await find('h299')
  await screen.press('成员299')
  await screen.press('成员599怎么到的、要不要回避')
  await screen.press('书面委托给成员299')
  await screen.sees('委托给成员299')
  await screen.picture('roll-household')
  await find('')
  await screen.press('1组')
  for (const n of [0, 600, 8]) await screen.press(`成员${n}`)
  await screen.sees('应到901 实到6')
  await screen.sees('还差595人')
  await screen.picture('roll')
  await screen.press('勾好了')
  await screen.sees('到场签名4人，在线1人，委托1人')
  await screen.picture('roll-in-form')
  await screen.press('不用签到册，自己填人数')
  await screen.type('f-present', '601')
  await screen.type('f-online', '1')
  await screen.type('f-proxies', '1')
  for (const [i, n] of [601, 0, 0].entries()) await screen.type('f-votes', String(n), i)
  await screen.sees('人数够，会议有效')
  await screen.type('f-minutes', '到会的人都说了意见，记在会议簿上。')
  await screen.type('f-comments', '有人提租期太长，改成三年。')
  await screen.type('f-resolution', '同意东大塘出租三年，一年不少于六万元，进交易中心公开招租。')
  await screen.press('监事会全程监督表决', '#f-supervised')
  await screen.picture('quorate')
  await stamp(screen, '落印')
  await screen.sees('601人同意')
  expect(await h.see('collective-dongxi', id)).toMatchObject({ step: 'announcement' })
}
