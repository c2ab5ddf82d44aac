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
  console.log((await screen.text()).slice(0, 300))
  await screen.press('东溪村', '.mw-only-phone')
  await screen.sees('发督办单')
  console.log((await screen.text()).slice(0, 3000))
}
