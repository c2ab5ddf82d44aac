import { expect } from 'vitest'
import { clockwork } from '../../functions/clockwork'
import type { TestHouse } from '../support/house'
import { type Screen, signInAs } from './screen'

const what = '公开连着三期没有按时'

/** A village that needs help is put on the list with a leader and a plan; the leader notes each month; villagers read none of it. */
export const tellOfTheHelpedVillage = async (
  h: TestHouse,
  screen: Screen,
  moved: (day: string, time?: string) => Promise<void>,
) => {
  const on = async (day: string, person: string) => {
    await moved(day)
    await signInAs(h, screen, person)
  }

  await on('2026-06-01', 'township')
  await screen.open('/office/watch/index')
  await screen.sees('现在没有重点帮扶的村')
  await screen.press('列入一个村')
  await screen.press('沙塘村')
  await screen.type('f-title', what)
  await screen.type('f-reason', '三月到五月的收支都没有公开，账还没有交。')
  await screen.select('f-leader', '镇长 周大海')
  await screen.type('f-plan', '第一步对账，第二步补公开，第三步按月公开。')
  await screen.choose('f-finishBy', '2026-09-30')
  await screen.picture('watch-begins')
  await screen.press('列入', '.mw-actions')
  await screen.sees('沙塘帮-2026-0001')

  // a month on it is the leader's turn, on the desk
  await moved('2026-07-01', '08:00')
  await clockwork(h.house)
  await on('2026-07-02', 'leader')
  await screen.open('/office/desk/index')
  await screen.press(`每月记帮扶情况：${what}`)
  await screen.press('记这个月的', '#f-outcome')
  await screen.type('f-done', '会计把三个月的账对清了。')
  await screen.type('f-left', '五月的还没有公开。')
  await screen.picture('watch-note')
  await screen.press('记这个月的', '.mw-actions')
  await screen.sees('已记下')
  await screen.open('/office/watch/index')
  await screen.sees('记了1次，上次7月2日')
  await screen.picture('watch')

  // it is the office's alone
  const mine = await (await h.as('township')).get<{ rows: { id: string }[] }>('/api/townships/shiwan/watch')
  await on('2026-07-02', 'villager-shatang')
  await screen.open(`/pages/case/index?id=${mine.body.rows[0].id}`)
  await screen.sees('没有找到')
  expect(await screen.text()).not.toContain(what)
}
