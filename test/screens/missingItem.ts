import { expect } from 'vitest'
import { places } from '../../functions/demo/places'
import type { TestHouse } from '../support/house'
import { type Screen, signInAs } from './screen'

/** 公开检查: what is missing in a village is urged with one tap, is told to the village, and isn't offered twice. */
export const tellOfTheMissingItem = async (
  h: TestHouse,
  screen: Screen,
  moved: (day: string, time?: string) => Promise<void>,
) => {
  // one village began in May, the others have just begun: nothing of theirs was due yet
  const villages = places.villages.map((v) => ({ ...v, since: v.id === 'dongxi' ? '2026-05-01' : '2026-06-11' }))
  await h.house.stores.places.save({ townships: [{ ...places, villages }] })
  await moved('2026-06-12')
  await signInAs(h, screen, 'township')
  await screen.open('/office/matrix/index')
  await screen.sees('各村缺几期')
  await screen.press('东溪村', '.mw-only-phone')
  await screen.sees('2026年5月')
  await screen.picture('matrix-village')
  await screen.press('给缺的2期发督办单', '.mw-only-phone')
  await screen.sees('发出去收不回')
  await screen.press('发督办单', '.mw-dialog')
  await screen.sees('发出去2件督办单。')
  await screen.sees('东溪督-2026-0002')
  await screen.sees('正在督办')
  expect(await screen.text()).not.toContain('给缺的')
  await screen.picture('matrix-urged')

  // the village has one sheet for each of the two months, to be answered
  await moved('2026-06-12', '11:00')
  await signInAs(h, screen, 'secretary-dongxi')
  await screen.open('/more/inbox/index')
  await screen.sees('2件等您办')
  await screen.press('2026年5月 用章登记摘要没有公开')
  await screen.sees('写明哪天公开的、为什么迟了')
}
