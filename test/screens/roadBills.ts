import { expect } from 'vitest'
import { decidedRoad } from '../journeys/decided'
import type { TestHouse } from '../support/house'
import { jpegs } from '../support/jpegs'
import { fillMeeting, type Screen, signInAs, stamp } from './screen'

/** Bills are handed in, signed, paid and booked, and are July's statement without being typed a second time. */
export const tellOfTheBills = async (h: TestHouse, screen: Screen, moved: (day: string) => Promise<void>) => {
  const on = async (day: string, person: string) => {
    await moved(day)
    await signInAs(h, screen, person)
  }
  /** What is the same on every bill of this story; the amount in yuan. */
  const fills = async (bill: { purpose: string; payee: string; yuan: string; category: string; billNo: string }) => {
    await screen.type('f-purpose', bill.purpose)
    await screen.type('f-payee', bill.payee)
    await screen.type('f-amount', bill.yuan)
    await screen.select('f-category', bill.category)
    await screen.press('村委会', '#f-account')
    await screen.choose('f-billOn', '2026-07-05')
    await screen.type('f-billNo', bill.billNo)
  }
  const handsIn = async (number: string, bill: Parameters<typeof fills>[0]) => {
    await screen.open('/office/bills/index')
    await screen.press('报一笔账')
    await fills(bill)
    await screen.press('报上去', '.mw-actions')
    await screen.sees(number)
  }
  const stones = { purpose: '石料款', payee: '海湾石料厂', category: '工程款' }
  const childOf = async (matter: string) =>
    (await h.see('clerk-dongxi', matter)).links.children.find((c) => c.workflow === 'spending')!.id
  const road = await decidedRoad(h)

  // a small bill, with its picture, from whoever handled it
  await on('2026-07-06', 'representative-dongxi')
  await screen.open('/office/bills/index')
  await screen.sees('您还没有报过账。')
  expect(await screen.text()).not.toMatch(/按决议报账|等着签字的/)
  await screen.press('报一笔账')
  await screen.sees('一笔超过50,000.00元的，要有通过的决议，请报账员按决议报。')
  await fills({ purpose: '路边清杂草', payee: '本村三户', yuan: '9000', category: '保洁和垃圾清运', billNo: 'A1' })
  await screen.photo('f-bills', jpegs.inOneGo, '拍照片')
  await screen.sees('系统看不出，要人看过')
  await screen.picture('bill')
  await screen.press('报上去', '.mw-actions')
  await screen.sees('东溪支-2026-0001')
  await screen.sees('接着：主任签字')
  await screen.picture('bill-handed-in')
  await screen.open('/office/bills/index')
  await screen.sees('我报的')
  await screen.sees('等主任签字')
  await screen.picture('bills')

  // director, secretary, supervisors, agency: each has it on the desk only when it is their turn
  for (const [person, task, picture] of [
    ['director-dongxi', '主任签字', 'bill-director'],
    ['secretary-dongxi', '书记签字', 'bill-secretary'],
    ['supervisor-dongxi', '村监委审核', 'bill-supervisor'],
    ['agency', '三资代理中心审核', 'bill-agency'],
  ]) {
    await on('2026-07-06', person)
    await screen.open('/office/desk/index')
    await screen.press(`${task}：路边清杂草`)
    await screen.sees('本村三户')
    await screen.sees('9,000.00元')
    await screen.press('同意', '#f-outcome')
    await screen.picture(picture)
    await stamp(screen, '落印：同意')
  }
  await on('2026-07-06', 'clerk-dongxi')
  await screen.open('/office/desk/index')
  await screen.press('付款：路边清杂草')
  await screen.choose('f-paidOn', '2026-07-06')
  await screen.press('转账', '#f-way')
  await screen.picture('bill-payment')
  await stamp(screen, '落印：付了')
  await on('2026-07-07', 'agency')
  await screen.open('/office/bills/index')
  await screen.sees('等着您审的')
  await screen.press('入账：路边清杂草')
  await screen.choose('f-bookedOn', '2026-07-07')
  await screen.type('f-voucher', '记-0701')
  await screen.picture('bill-booking')
  await stamp(screen, '落印：记入账')
  await on('2026-07-07', 'representative-dongxi')
  await screen.open('/office/bills/index')
  await screen.sees('已入账')

  // two that each stay under the line and together are over it: told to whoever hands in, and to whoever reviews
  await on('2026-07-08', 'clerk-dongxi')
  await handsIn('东溪支-2026-0002', { ...stones, yuan: '30000', billNo: 'B1' })
  await on('2026-07-09', 'clerk-dongxi')
  await handsIn('东溪支-2026-0003', { ...stones, yuan: '25000', billNo: 'B2' })
  await screen.sees('一共55,000元，超过了50,000元，另外的是东溪支-2026-0002')
  await screen.picture('bill-split')
  const split = (
    await (await h.as('clerk-dongxi')).get<{ cards: { id: string }[] }>('/api/villages/dongxi/cases?workflow=spending')
  ).body.cards[0].id
  await on('2026-07-09', 'director-dongxi')
  await screen.open(`/office/act/index?id=${split}`)
  await screen.sees('系统提醒核对')
  await screen.sees('30天里付给同一个人2笔，一共55,000元，超过了50,000元，另外的是东溪支-2026-0002')
  await screen.picture('bill-split-review')

  // the road's own bill comes out of what was decided; more than that is refused while it is typed
  await on('2026-07-20', 'clerk-dongxi')
  await screen.open('/office/bills/index')
  await screen.press('按决议报账')
  await screen.sees('还能报486,000.00元')
  await screen.picture('bill-decisions')
  await screen.press('第1条路面硬化')
  await fills({ ...stones, yuan: '486000.01', billNo: 'C1' })
  await screen.sees('超过了0.01元')
  await screen.picture('bill-too-much')
  await screen.type('f-amount', '100000')
  await screen.picture('bill-of-decision')
  await screen.press('报这笔账', '.mw-actions')
  await screen.sees('从决议里扣100,000.00元')
  await screen.press('报这笔账', '.mw-dialog')
  await screen.sees('已记下')
  expect((await h.see('clerk-dongxi', road)).drawn).toBe(10_000_000)
  await h.sweep()

  // over the township's line the two committees look first; 5 of 9 aren't enough, 6 are
  const bill = await childOf(road)
  await on('2026-07-20', 'director-dongxi')
  await screen.open(`/office/act/index?id=${bill}`)
  await screen.sees((await h.see('clerk-dongxi', road)).number)
  await fillMeeting(screen, { on: '2026-07-20', present: 5, votes: [5, 0, 0], minutes: '验过石料，同意付。' })
  await screen.sees('还差1人')
  await screen.type('f-present', '6')
  await screen.type('f-votes', '6', 0)
  await screen.picture('bill-joint')
  await stamp(screen, '落印')
  for (const person of ['director-dongxi', 'secretary-dongxi', 'supervisor-dongxi', 'agency'])
    await h.done(person, bill, { outcome: 'signed', form: {} })
  await h.done('clerk-dongxi', bill, { form: { paidOn: '2026-07-20', way: 'transfer' } })
  await h.done('agency', bill, { form: { bookedOn: '2026-07-20', voucher: '记-0702' } })

  // paid and booked they are the lines of July's statement: the clerk types the balances alone
  await on('2026-08-03', 'clerk-dongxi')
  await screen.open('/office/open/index?workflow=notice&item=F03&period=2026-07')
  await screen.type('f-title', '东溪村2026年7月财务收支公开表')
  await screen.type('f-summary', '7月修路付了石料款，清了路边杂草。')
  await screen.press('从已入账的单据取', '#f-sheet')
  await screen.sees('从2件财务审核取来2行。请核对。')
  await screen.sees('100,000.00')
  await screen.type('f-sheet', '200000', 0)
  await screen.type('f-sheet', '91000', 1)
  await screen.sees('和填的期末结余对得上。')
  await screen.picture('statement-drawn-up')
  await screen.press('写好了', '.mw-actions')
  await screen.sees('已存好')
  await screen.press('送村监委和代理中心审核', '.mw-actions')
  await screen.sees('已落印')
  const { cards } = (
    await (await h.as('clerk-dongxi')).get<{ cards: { id: string }[] }>('/api/villages/dongxi/cases?workflow=notice')
  ).body
  expect(await h.see('supervisor-dongxi', cards[0].id)).toMatchObject({
    ...{ step: 'financeReview', sheet: { kind: 'statement', count: 2, expense: 10_900_000 } },
  })

  // a bill is never for villagers, who is paid under the road's decision neither
  await on('2026-08-03', 'villager-dongxi')
  await screen.open(`/pages/case/index?id=${bill}`)
  await screen.sees('没有找到这件事')
  await screen.open(`/pages/case/index?id=${road}`)
  await screen.sees('报账用掉的')
  expect(await screen.text()).not.toContain('海湾石料厂')
  await screen.picture('bills-road')
}
