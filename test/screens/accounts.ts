import type { CaseView, DifferenceView } from '@shared/schemas/views'
import { expect } from 'vitest'
import { types } from '../journeys/notices'
import { mayOf, payees } from '../journeys/workbooks'
import type { TestHouse } from '../support/house'
import { type Screen, signInAs, stamp } from './screen'

const workbook = async (...given: Parameters<typeof mayOf>) => ({
  ...{ name: '五月收支.xlsx', type: types.xlsx },
  bytes: await mayOf(...given),
})

/** A month's accounts are imported, reviewed by two, published, asked about on one line, corrected. */
export const tellOfTheAccounts = async (h: TestHouse, screen: Screen, moved: (day: string) => Promise<void>) => {
  const on = async (day: string, person: string) => {
    await moved(day)
    await signInAs(h, screen, person)
  }
  const newest = async (workflow: string) =>
    (
      await (
        await h.as('clerk-dongxi')
      ).get<{ cards: { id: string }[] }>(`/api/villages/dongxi/cases?workflow=${workflow}`)
    ).body.cards[0].id

  // the clerk imports a workbook: one bad row is named with its cell, nothing is kept until it is left out by its number
  await on('2026-06-05', 'clerk-dongxi')
  await screen.open('/office/open/index?workflow=notice')
  await screen.type('f-title', '东溪村2026年5月财务收支公开表')
  await screen.press('财务', '#f-board')
  await screen.select('f-item', '各项支出（逐项逐笔）')
  await screen.select('f-period', '2026年5月')
  await screen.press('公开', '#f-audience')
  await screen.type('f-summary', '收的比花的多，换了村道的灯头。')
  await screen.paper('f-sheet', '选Excel文件', await workbook({ bad: true, closing: '196,860.50' }))
  await screen.sees('有1行要改，一行都还没存')
  await screen.sees('C10')
  await screen.sees('没有“招待费”这个支出科目')
  await screen.picture('accounts-bad-row')
  await screen.press('去掉第10行', '#f-sheet')
  await screen.press('去掉第10行，重新核对', '#f-sheet')
  await screen.sees('读自 五月收支.xlsx')
  await screen.sees('196,860.50')
  await screen.picture('accounts-imported')
  await screen.press('写好了', '.mw-actions')
  await screen.sees('已存好')
  await screen.press('送村监委和代理中心审核', '.mw-actions')
  await screen.sees('已落印')
  const accounts = await newest('notice')

  // two others read it
  for (const [day, reader] of [
    ['2026-06-06', 'supervisor-dongxi'],
    ['2026-06-07', 'agency'],
  ]) {
    await on(day, reader)
    await screen.open(`/office/act/index?id=${accounts}`)
    await screen.press('同意', '#f-outcome')
    await screen.type('f-opinion', '逐笔对过凭证，属实。')
    await screen.picture(`accounts-review-${reader}`)
    await stamp(screen, '落印：同意')
  }
  await on('2026-06-08', 'clerk-dongxi')
  await screen.open(`/office/act/index?id=${accounts}`)
  await screen.choose('f-boardOn', '2026-06-08')
  await stamp(screen, '落印并公开')

  // a villager reads each entry, nobody's whole name, and asks about one
  await on('2026-06-12', 'villager-dongxi')
  await screen.open('/pages/boards/index')
  await screen.press('财务')
  await screen.sees('东溪村2026年5月财务收支公开表')
  await screen.open(`/pages/case/index?id=${accounts}`)
  await screen.sees('林**')
  for (const name of Object.values(payees)) expect(await screen.text()).not.toContain(name)
  await screen.picture('accounts')
  await screen.press('路灯和村道维修')
  await screen.sees('看全部4笔')
  await screen.press('问这一笔', '#rows')
  await screen.sees('第3笔：换灯头')
  await screen.press('问村里', '#way')
  await screen.type('question', '换了几盏灯？一盏多少钱？')
  await screen.picture('ask')
  await screen.press('发出去', '.mw-actions')
  await screen.sees('东溪问-2026-0001')
  await screen.sees('6月22日')
  await screen.picture('ask-receipt')
  const question = await newest('objection')

  await on('2026-06-15', 'clerk-dongxi')
  await screen.open(`/office/act/index?id=${question}`)
  await screen.type('f-answer', '换了20盏。账上多记了1000元，马上更正。')
  await screen.picture('answer')
  await stamp(screen, '落印：答复，公开')

  // the answer stands at the row, without a name
  await on('2026-06-15', 'neighbour-dongxi')
  await screen.open(`/pages/case/index?id=${accounts}`)
  await screen.sees('有人问过，已经答复')
  await screen.press('有人问过，已经答复')
  await screen.sees('换了20盏')
  await screen.sees('一位村民问')
  expect(await screen.text()).not.toContain('林桂香')
  await screen.picture('question')
  await on('2026-06-16', 'villager-dongxi')
  await screen.open(`/pages/case/index?id=${question}`)
  await screen.press('说清楚了', '#heard')
  await screen.press('盖上我的意见', '.mw-actions')
  await screen.sees('您的意见已经记下')
  expect(await h.see('villager-dongxi', question)).toMatchObject({ step: 'closed', outcome: 'settled' })

  // the clerk corrects it from the old one; the same two read it
  await on('2026-06-17', 'clerk-dongxi')
  await screen.open(`/office/open/index?workflow=correction&from=${accounts}`)
  await screen.sees('更正的是：东溪村2026年5月财务收支公开表')
  await screen.press('换一份', '#f-sheet')
  await screen.paper('f-sheet', '选Excel文件', await workbook({ corrected: true, closing: '197,360.50' }))
  await screen.sees('读自 五月收支.xlsx')
  await screen.type('f-changed', '记-3多记了1000元，漏了记-5，都改对了。')
  await screen.picture('correction')
  await screen.press('写好了', '.mw-actions')
  await screen.sees('已存好')
  await screen.press('送村监委和代理中心审核', '.mw-actions')
  await screen.sees('已落印')
  const corrected = await newest('correction')
  for (const reader of ['supervisor-dongxi', 'agency'])
    await h.done(reader, corrected, { outcome: 'agreed', form: { opinion: '属实。' } })
  await moved('2026-06-20')
  await h.done('clerk-dongxi', corrected, { form: { boardOn: '2026-06-20' } })

  // the old one leads to the new one, and the new one says what is otherwise
  await on('2026-06-20', 'villager-dongxi')
  await screen.open(`/pages/case/index?id=${accounts}`)
  await screen.sees('这一份已经更正，请看新的')
  await screen.picture('superseded')
  await screen.press('看新的')
  await screen.sees('记-3多记了1000元')
  await screen.press('看哪里不一样')
  for (const words of ['12,800.00', '11,800.00', '197,360.50', '石湾饭店']) await screen.sees(words)
  await screen.picture('difference')
  const seen: CaseView = await h.see('villager-dongxi', accounts)
  expect(seen).toMatchObject({ outcome: 'superseded', corrected: { id: corrected } })
  const { body } = await (await h.as()).get<DifferenceView>(`/api/cases/${corrected}/difference`)
  expect(body.rows.map((r) => r.change)).toEqual(['changed', 'new'])
}
