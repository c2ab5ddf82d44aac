import { addDays } from '@shared/engine/deadline'
import { expect } from 'vitest'
import { clockwork } from '../../functions/clockwork'
import type { TestHouse } from '../support/house'
import { type Screen, signInAs, stamp } from './screen'

const title = '三组路口的路灯坏了半个月'
const request = { category: 'utilities', visibility: 'villagers' }

/** Nobody takes a request in hand: time reminds, the township urges, the village answers, the township closes it, the villager reads all of it. */
export const tellOfTheLateRequest = async (
  h: TestHouse,
  screen: Screen,
  moved: (day: string, time?: string) => Promise<void>,
) => {
  const on = async (day: string, person: string) => {
    await moved(day)
    await signInAs(h, screen, person)
  }
  /** What comes with the hour, each morning, as it does where it is deployed. */
  const days = async (from: string, until: string) => {
    for (let day = from; day <= until; day = addDays(day, 1)) {
      h.to(day, '08:00')
      await clockwork(h.house)
    }
  }

  // raised on a Monday in two villages; in one of them it is taken in hand the same day
  await moved('2026-06-01')
  const { id } = await h.open('villager-dongxi', 'request', { ...request, text: title })
  const other = { villageId: 'shatang' }
  const there = await h.open('villager-shatang', 'request', { ...request, text: '水井旁边积水，老人走路要滑倒' }, other)
  await h.done('clerk-shatang', there.id, { outcome: 'acknowledged', form: {} })
  await days('2026-06-02', '2026-06-09')

  // on the phone of the township: what can wait least, the villages, those alone in which something is late
  await on('2026-06-09', 'township')
  await screen.open('/office/monitor/index')
  await screen.sees('最要紧')
  await screen.sees(`最久的7天：${title}`)
  const all = await screen.text()
  expect(all.indexOf('东溪村')).toBeLessThan(all.indexOf('白鹭村'))
  await screen.picture('township-phone')
  await screen.press('筛选')
  await screen.press('只看逾期', '.mw-only-phone')
  await screen.press('收起筛选')
  await screen.sees('改筛选')
  expect(await screen.text()).not.toContain('白鹭村')

  // nothing ticked is refused in words; the reason and the day are asked for once, for all that are ticked
  await screen.press('先看看这1件')
  const panel = '.mw-only-phone'
  await screen.press(`督办：${title}`, panel)
  await screen.press('发督办单', panel)
  await screen.sees('请先勾上要督办的。')
  await screen.press(`督办：${title}`, panel)
  await screen.press('给这1件发督办单', panel)
  await screen.sees('发出去收不回')
  // nobody types before the question stands still
  await screen.press('督办要求', '.mw-dialog')
  await screen.type('urge-reason', '')
  await screen.press('发督办单', '.mw-dialog')
  await screen.sees('请写督办要求')
  await screen.type('urge-reason', '今天就接下，派人去修，写明哪天修好。')
  await screen.choose('urge-replyBy', '2026-06-12')
  await screen.picture('township-urging')
  await screen.press('发督办单', '.mw-dialog')
  await screen.sees('发出去1件督办单。')
  await screen.sees('东溪督-2026-0001')
  await screen.picture('township-urged')

  // the secretary: counted on 我的, told in 消息, waiting on the desk
  await on('2026-06-10', 'secretary-dongxi')
  await screen.open('/pages/me/index')
  await screen.sees('消息')
  await screen.picture('secretary-me')
  await screen.press('1件有新消息')
  await screen.sees('1件等您办')
  await screen.sees(title)
  await screen.picture('secretary-inbox')
  await screen.open('/pages/me/index')
  await screen.sees('没有新的')
  await screen.open('/office/desk/index')
  await screen.press(`村里答复：${title}`)
  await screen.sees('今天就接下，派人去修，写明哪天修好。')
  await screen.type('f-answer', '昨天已经接下，电工定在6月11日来换灯头。')
  await screen.choose('f-finishBy', '2026-06-11')
  await screen.picture('secretary-answers')
  await stamp(screen, '落印：答复')
  await h.done('clerk-dongxi', id, { outcome: 'acknowledged', form: {} })

  // the township has it among what waits for it, looks, and closes it
  await on('2026-06-11', 'township')
  await screen.open('/office/orders/index')
  await screen.sees('核对答复')
  await screen.press('等镇里核对', '.mw-seg')
  await screen.picture('orders-phone')
  await screen.press(title)
  await screen.sees('昨天已经接下，电工定在6月11日来换灯头。')
  const { children } = (await h.see('township', id)).links
  await screen.open(`/office/act/index?id=${children.find((c) => c.workflow === 'supervision')!.id}`)
  await screen.press('办到了，销号', '#f-outcome')
  await screen.type('f-finding', '去看过，灯亮了。')
  await screen.picture('order-checked')
  await stamp(screen, '落印：办到了，销号')
  await screen.open('/office/orders/index')
  await screen.sees('没有没办完的督办单')

  // whoever raised it: one line of reminders, what was urged and by when, that it was answered; and letters of their own
  await on('2026-06-12', 'villager-dongxi')
  await screen.open('/pages/me/index')
  await screen.press('消息')
  await screen.sees(title)
  await screen.picture('villager-inbox')
  await screen.press(title)
  await screen.sees('到期提醒了')
  expect(await screen.text()).not.toContain('逾期3天')
  await screen.press('每次提醒')
  for (const words of ['逾期3天', '督办', '今天就接下', '东溪督-2026-0001，已办结', '督办有了答复', '电工定在6月11日'])
    await screen.sees(words)
  await screen.picture('villager-reads')
  await screen.press('东溪督-2026-0001，已办结')
  await screen.sees('灯亮了')

  // the month as the leader reads it
  await days('2026-06-30', '2026-07-01')
  await on('2026-07-02', 'leader')
  await screen.open('/office/reports/index')
  await screen.sees('按逾期多少排，不是名次')
  for (const words of ['新增', '督办', '东溪村', '沙塘村']) await screen.sees(words)
  await screen.picture('report-phone')
  await screen.press('打印')
  await screen.sees('石湾镇2026年6月报告')
  await screen.sees('好了。')
}
