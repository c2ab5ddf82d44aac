import { expect } from 'vitest'
import { clockwork } from '../../functions/clockwork'
import type { TestHouse } from '../support/house'
import { type Screen, signInAs } from './screen'

/**
 * The county enters next year's 放假安排, with a slip first; with the next hour what is due in it is worked out anew, and the case
 * says from which day to which.
 */
export const tellOfNextYear = async (
  h: TestHouse,
  screen: Screen,
  moved: (day: string, time?: string) => Promise<void>,
) => {
  const spring = { from: '2027-02-05', until: '2027-02-13' }
  // raised the evening before nine free days of which nobody knows yet
  await moved('2027-02-04')
  const { id, dueOn } = await h.open('villager-dongxi', 'request', {
    ...{ text: '二组水管漏水', category: 'utilities', visibility: 'villagers' },
  })
  expect(dueOn).toBe('2027-02-05')

  await signInAs(h, screen, 'county')
  await screen.open('/office/holidays/index')
  await screen.sees('从2027年1月1日起，放假安排还没有记')
  await screen.press('记2027年的放假安排')
  await screen.sees('什么假')
  // what moves with the moon is left to be filled in
  await screen.picture('holidays-empty')
  for (const [line, from, until] of [
    [1, spring.until, spring.from],
    [2, '2027-04-03', '2027-04-05'],
    [4, '2027-06-09', '2027-06-11'],
    [5, '2027-09-15', '2027-09-17'],
  ] as const) {
    await screen.choose(`off-${line}`, from)
    await screen.choose(`off-${line}`, until, 1)
  }
  await screen.press('保存', '.mw-actions')
  await screen.sees('结束，比')
  await screen.picture('holidays-refused')
  await screen.choose('off-1', spring.from)
  await screen.choose('off-1', spring.until, 1)
  await screen.press('加一天')
  await screen.choose('on-0', '2027-02-15')
  await screen.press('保存', '.mw-actions')
  await screen.sees('本来就上班，不用写调休')
  await screen.choose('on-0', '2027-02-14')
  await screen.press('保存', '.mw-actions')
  await screen.sees('今晚会把受影响的期限重新算一遍')
  await screen.press('保存', '.mw-dialog')
  await screen.sees('从2028年1月1日起')
  await screen.picture('holidays')

  // with the next hour
  await moved('2027-02-04', '11:00')
  await clockwork(h.house)
  expect((await h.see('clerk-dongxi', id)).dueOn).toBe('2027-02-14')
  await signInAs(h, screen, 'clerk-dongxi')
  await screen.open(`/pages/case/index?id=${id}`)
  await screen.sees('重算期限')
  for (const words of ['2027年放假安排公布了，期限重新算', '2月5日', '2月14日']) await screen.sees(words)
  await screen.picture('redated')
}
