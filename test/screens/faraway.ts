import { expect } from 'vitest'
import type { TestHouse } from '../support/house'
import { pictures } from '../support/pictures'
import { type Screen, signInAs } from './screen'

const said = '我家老屋边的路灯坏了'

/** A migrant says something from far away without signal, with a photo and his voice; it goes out once, and he follows it. */
export const tellOfTheMigrant = async (
  h: TestHouse,
  screen: Screen,
  moved: (day: string, time?: string) => Promise<void>,
) => {
  const raised = async () =>
    (
      await (
        await h.as('secretary-dongxi')
      ).get<{ cards: { id: string; title: string }[] }>('/api/villages/dongxi/cases?workflow=request')
    ).body.cards.filter((c) => c.title.startsWith(said))
  await moved('2026-06-08', '20:00')
  await signInAs(h, screen, 'villager-dongxi')
  await screen.open('/pages/raise/index')
  await screen.sees('要说什么事')
  await screen.offline(true)
  await screen.type('text', said)
  await screen.press('水电路灯')
  await screen.photo('photos', pictures['image/jpeg'])
  await screen.record('voice')
  await screen.press('全村看得到')
  await screen.picture('voice')
  await screen.press('提交，说事日去说')
  await screen.sees('先存在手机里了')
  expect(await raised()).toEqual([])

  await screen.press('回到说事')
  await screen.sees('1件说事等着发')

  // the app is shut; when it is opened again there is a signal
  await screen.restart()
  await screen.offline(false)
  await screen.open('/pages/speak/index')
  await expect.poll(async () => (await raised()).length, { timeout: 15_000, interval: 300 }).toBe(1)
  await screen.open('/pages/speak/index')
  await screen.press('我提的')
  await screen.sees(said)
  expect(await screen.text()).not.toContain('等着发')
  const [{ id }] = await raised()

  // what he sent is his to see and hear at once; others only once the village has looked
  await screen.open(`/pages/case/index?id=${id}`)
  await screen.sees(said)
  expect((await h.see('villager-dongxi', id)).files.map((f) => f.type.split('/')[0]).sort()).toEqual(['audio', 'image'])
  await moved('2026-06-09')
  await signInAs(h, screen, 'neighbour-dongxi')
  await screen.open(`/pages/case/index?id=${id}`)
  await screen.sees('核对')
  await screen.picture('waiting-files')
  await h.done('clerk-dongxi', id, { outcome: 'urgent' })

  // something new stands at his matter, and is no longer new once he has looked
  await moved('2026-06-10')
  await signInAs(h, screen, 'villager-dongxi')
  await screen.open('/pages/speak/index')
  await screen.press('我提的')
  await screen.sees('新')
  await screen.picture('news')
  await screen.press(said)
  await screen.sees('急事')
  await screen.open('/pages/speak/index')
  await screen.press('我提的')
  await screen.sees(said)
  expect(await raised()).toHaveLength(1)
}
