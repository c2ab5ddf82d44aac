import { expect } from 'vitest'
import { decidedRoad } from '../journeys/decided'
import type { TestHouse } from '../support/house'
import { jpegs } from '../support/jpegs'
import { type Screen, signInAs, stamp } from './screen'

/** A guarantee is refused by law; a certificate, and a contract under a decision, are agreed to, stamped and on the register. */
export const tellOfTheGuarantee = async (h: TestHouse, screen: Screen, moved: (day: string) => Promise<void>) => {
  const on = async (day: string, person: string) => {
    await moved(day)
    await signInAs(h, screen, person)
  }
  /** From the desk: the paper that waits there for an opinion. */
  const agrees = async (day: string, person: string, task: string, picture: string) => {
    await on(day, person)
    await screen.open('/office/desk/index')
    await screen.press(task)
    await screen.press('同意用章', '#f-outcome')
    await screen.sees('落印后记进用章台账，全村可查。')
    await screen.picture(picture)
    await stamp(screen, '落印：同意用章')
  }
  const { name } = (await h.house.stores.people.get('villager-dongxi'))!

  // a guarantee is no sooner chosen than the law says no, and there is nothing to hand in
  await on('2026-06-01', 'villager-dongxi')
  await screen.open('/more/seals/index')
  await screen.press('申请用章', '.mw-actions')
  await screen.press('担保', '#paper')
  await screen.sees('村民委员会不得提供担保')
  await screen.sees('第十三条')
  await screen.sees('农村集体经济组织法第三十五条')
  expect(await screen.text()).not.toContain('提交申请')
  await screen.picture('seal-guarantee')

  // for a certificate only the villager has to write; a paper that isn't written out isn't stamped
  await screen.press('换一种文件')
  await screen.press('证明、介绍信', '#paper')
  await screen.press('村民委员会公章', '#sealKind')
  await screen.type('document', '居住证明')
  await screen.type('purpose', '孩子上学')
  await screen.type('copies', '1')
  await screen.press('还是空白的，或者没填完', '#written')
  await screen.press('提交申请', '.mw-actions')
  await screen.sees('空白的、没填完的文件不能盖章')
  await screen.picture('seal-blank')
  await screen.press('写全了', '#written')
  await screen.picture('seal-ask')
  await screen.press('提交申请', '.mw-actions')
  await screen.sees('东溪章-2026-0001')
  await screen.sees('6月3日')
  await screen.picture('seal-receipt')

  // the director agrees, the keeper stamps what was agreed to and not one more
  await agrees('2026-06-01', 'director-dongxi', '村委会审批：居住证明', 'seal-approval')
  await on('2026-06-02', 'keeper-dongxi')
  await screen.open('/office/desk/index')
  await screen.press('盖章，登记：居住证明')
  await screen.press('盖好了，登记', '#f-outcome')
  await screen.choose('f-stampedOn', '2026-06-02')
  await screen.type('f-stamped', '2')
  await screen.press('村里，章没有带出去', '#f-where')
  await screen.sees('批的是1份，盖了2份，多了')
  await screen.type('f-stamped', '1')
  await screen.photo('f-stampedPhotos', jpegs.inOneGo)
  await screen.picture('seal-stamping')
  await stamp(screen, '落印：盖好了，登记')

  // everyone of the village sees what was stamped, nobody who asked
  await on('2026-06-03', 'neighbour-dongxi')
  await screen.open('/more/seals/index')
  await screen.sees('居住证明，1份')
  await screen.sees('东溪章-2026-0001')
  expect(await screen.text()).not.toContain(name)
  await screen.picture('seal-register')
  await screen.press('居住证明，1份')
  await screen.sees('村民委员会公章')
  expect(await screen.text()).not.toContain(name)
  await on('2026-06-03', 'clerk-dongxi')
  await screen.open('/more/seals/index')
  await screen.sees(`${name}申请`)

  // a contract is asked for on the decision, with what is left of its money; more than that is refused while it is typed
  const road = await decidedRoad(h)
  await on('2026-07-06', 'clerk-dongxi')
  await screen.open('/office/seals/index')
  await screen.press('合同、协议', '#paper')
  await screen.sees('还能签486,000.00元')
  await screen.picture('seal-decisions')
  await screen.press('第1条路面硬化')
  await screen.sees('这件决议的钱还剩486,000.00元')
  await screen.type('f-amount', '486000.01')
  await screen.press('村民委员会公章', '#f-sealKind')
  await screen.sees('超过了0.01元')
  await screen.picture('seal-too-much')
  await screen.type('f-amount', '400000')
  await screen.type('f-document', '路面硬化施工合同')
  await screen.type('f-purpose', '请施工队修路')
  await screen.type('f-copies', '2')
  await screen.type('f-applicant', '海湾施工队')
  await screen.press('写全了', '#f-written')
  await screen.picture('seal-of-decision')
  await screen.press('申请用章', '.mw-actions')
  await screen.sees('从决议里扣400,000.00元')
  await screen.press('申请用章', '.mw-dialog')
  await screen.sees('已记下')
  expect(await h.see('clerk-dongxi', road)).toMatchObject({ pledged: 40_000_000, drawn: 0 })
  await h.sweep()

  // two sign it, one after the other; then it is stamped
  const contract = (await h.see('clerk-dongxi', road)).links.children.find((c) => c.workflow === 'sealReview')!.id
  await agrees('2026-07-06', 'director-dongxi', '村委会审批：路面硬化施工合同', 'seal-contract')
  expect((await h.see('director-dongxi', contract)).step).toBe('countersign')
  await agrees('2026-07-06', 'secretary-dongxi', '书记联签：路面硬化施工合同', 'seal-countersign')
  await on('2026-07-07', 'keeper-dongxi')
  await screen.open('/office/desk/index')
  await screen.press('盖章，登记：路面硬化施工合同')
  await screen.press('盖好了，登记', '#f-outcome')
  await screen.choose('f-stampedOn', '2026-07-07')
  await screen.type('f-stamped', '2')
  await screen.press('村里，章没有带出去', '#f-where')
  await stamp(screen, '落印：盖好了，登记')
  expect(await h.see('clerk-dongxi', contract)).toMatchObject({ step: 'closed', outcome: 'stamped' })

  // the register names the decision; what is left of its money is all that the next one may take
  await on('2026-07-07', 'neighbour-dongxi')
  await screen.open('/more/seals/index')
  await screen.sees('路面硬化施工合同，2份')
  await screen.sees(`依据决议${(await h.see('clerk-dongxi', road)).number}`)
  expect(await screen.text()).not.toContain('海湾施工队')
  await screen.press('上一个月')
  await screen.sees('居住证明，1份')
  await on('2026-07-07', 'clerk-dongxi')
  await screen.open('/office/seals/index')
  await screen.press('合同、协议', '#paper')
  await screen.sees('还能签86,000.00元')

  // the month's register is published: its rows come from there, without a name
  await on('2026-08-01', 'clerk-dongxi')
  await screen.open('/more/seals/index?month=2026-07')
  await screen.press('把这个月的用章登记公开')
  await screen.type('f-title', '7月用章登记')
  await screen.press('从用章台账取', '#f-sheet')
  await screen.sees('从1件用章申请取来1行')
  await screen.press('收起', '#f-sheet')
  await screen.sees('路面硬化施工合同')
  expect(await screen.text()).not.toContain('海湾施工队')
  await screen.picture('seal-notice')
  await screen.press('写好了', '.mw-actions')
  await screen.sees('已存好')
}
