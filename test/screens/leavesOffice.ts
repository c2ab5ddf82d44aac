import type { CaseView } from '@shared/schemas/views'
import { expect } from 'vitest'
import type { TestHouse } from '../support/house'
import { type Screen, signInAs, stamp } from './screen'

const title = '村党支部书记离任经济责任审计'
const found = {
  finances: '收支平衡，凭证齐全。',
  debts: '有一笔欠条没有入账。',
  grants: '上级补助专款专用。',
  tenders: '两个项目都招了标。',
  funds: '有一笔借给外人，没有手续。',
}

/** A secretary whose term ends is audited before the election, answers, is read by the villagers, and puts two things right. */
export const tellOfTheSecretary = async (
  h: TestHouse,
  screen: Screen,
  moved: (day: string, time?: string) => Promise<void>,
) => {
  const on = async (day: string, person: string) => {
    await moved(day)
    await signInAs(h, screen, person)
  }
  const { people } = h.house.stores
  const secretary = (await people.get('secretary-dongxi'))!
  const posts = secretary.posts.map((p) => (p.role === 'secretary' ? { ...p, until: '2026-08-25' } : p))
  await people.save({ ...secretary, posts })

  // the township's list says who is due and why; the audit begins from the row, not without the day of the election
  await on('2026-06-01', 'township')
  await screen.open('/office/audits/index')
  await screen.sees(`东溪村 ${secretary.name}`)
  await screen.sees('2024年1月1日到2026年8月25日')
  await screen.picture('audits')
  await screen.press(`开始审计${secretary.name}`, '.audits-one')
  await screen.sees('党内规定和当地做法，不是法律规定')
  await screen.press('开始审计', '.mw-actions')
  await screen.sees('下一届选举哪天')
  await screen.sees('有1处要改')
  await screen.picture('audit-without-election')
  await screen.choose('f-electionOn', '2026-08-20')
  await screen.press('开始审计', '.mw-actions')
  await screen.sees('东溪计-2026-0001')
  const list = await (await h.as('township')).get<{ cards: { id: string }[] }>(
    '/api/villages/dongxi/cases?workflow=audit',
  )
  const id = list.body.cards[0].id
  const read = () => screen.open(`/pages/case/index?id=${id}`)
  const act = () => screen.open(`/office/act/index?id=${id}`)
  const step = async () => (await h.see('township', id)).step
  await screen.press('接着：发审计通知')
  await screen.choose('f-noticeOn', '2026-06-01')
  await screen.type('f-team', '镇审计组三人')
  await screen.choose('f-startsOn', '2026-06-03')
  await screen.type('f-needed', '两年的账本、合同')
  await stamp(screen, '落印：通知发出去了')

  // until it is published it is the office's
  await on('2026-06-02', 'villager-dongxi')
  await read()
  await screen.sees('没有找到')
  expect(await screen.text()).not.toContain(title)

  // what was found, with what is to be put right by when
  await on('2026-06-20', 'agency')
  await screen.open('/office/audits/index')
  await screen.press('写审计情况', '.audits-one')
  await screen.press('去办：写审计情况')
  for (const [field, words] of Object.entries(found)) await screen.type(`f-${field}`, words)
  await screen.press('有问题，要整改', '#f-found')
  await screen.press('落印：写好了，请本人说明', '.mw-actions')
  await screen.sees('请写明分几步')
  await screen.choose('f-stages', '2026-07-31')
  await screen.type('f-stages', '欠条入账')
  await screen.press('加一步', '#f-stages')
  await screen.choose('f-stages', '2026-09-30', 1)
  await screen.type('f-stages', '收回借款', 1)
  await screen.picture('audit-findings')
  await stamp(screen, '落印：写好了，请本人说明')
  expect((await h.see('township', id)).fields.stages).toEqual([
    { on: '2026-07-31', does: '欠条入账' },
    { on: '2026-09-30', does: '收回借款' },
  ])

  // it waits on the secretary's own desk, who reads it and answers
  await on('2026-06-22', 'secretary-dongxi')
  await screen.open('/office/desk/index')
  await screen.sees(`本人说明：${title}`)
  await screen.picture('audit-on-desk')
  await screen.press(`本人说明：${title}`)
  await screen.type('f-answer', '借款是前任定的，我在催。')
  await screen.picture('audit-answer')
  await stamp(screen, '落印：说明情况')

  // concluded, and published before the election
  await on('2026-07-10', 'township')
  await act()
  await screen.type('f-conclusion', '基本尽责，两项要整改。')
  await stamp(screen, '落印：下结论')
  expect(await h.see('clerk-dongxi', id)).toMatchObject({ step: 'leavingPosting', dueOn: '2026-08-19' })
  await on('2026-07-10', 'clerk-dongxi')
  await act()
  await screen.type('f-summary', '审了六项，两项要改：欠条入账，收回借款。')
  await screen.choose('f-boardOn', '2026-07-10')
  await stamp(screen, '落印并公开')
  await on('2026-07-12', 'villager-dongxi')
  await screen.open('/pages/boards/index')
  await screen.press(`${title}结果`)
  for (const words of ['基本尽责，两项要整改。', '有一笔借给外人，没有手续。', '借款是前任定的，我在催。', '收回借款'])
    await screen.sees(words)
  expect(await screen.text()).not.toContain('镇审计组三人')
  await screen.picture('audit-read')

  // put right one after the other, each by its day; not done until the township has looked
  await moved('2026-07-26')
  await h.sweep()
  await on('2026-07-28', 'secretary-dongxi')
  await act()
  await screen.press('记一次进展', '#f-outcome')
  await screen.press('第1步 欠条入账', '#f-stagesDone')
  await screen.type('f-progress', '欠条入账了。')
  await screen.picture('rectification')
  await screen.press('记一次进展', '.mw-actions')
  await screen.sees('已记下')
  expect(await h.see('township', id)).toMatchObject({ step: 'rectification', dueOn: '2026-09-30' })
  await on('2026-10-09', 'township')
  await screen.open('/office/audits/index')
  await screen.press('正在审', '.mw-seg')
  await screen.sees('东溪计-2026-0001')
  await screen.picture('audits-open')
  await on('2026-10-09', 'secretary-dongxi')
  await screen.open('/office/desk/index')
  await screen.sees('逾期')
  await act()
  await screen.press('都改好了', '#f-outcome')
  await screen.press('第2步 收回借款', '#f-stagesDone')
  await screen.type('f-progress', '借款收回了。')
  await stamp(screen, '落印：都改好了')
  await on('2026-10-09', 'township')
  await act()
  await screen.press('没有改好，接着改', '#f-outcome')
  await screen.type('f-opinion', '利息没有收。')
  await screen.picture('rectification-checked')
  await stamp(screen, '落印：没有改好，接着改')
  expect(await step()).toBe('rectification')
  await h.done('director-dongxi', id, { outcome: 'done', form: { progress: '利息也收了。' } })
  await h.done('township', id, { outcome: 'accepted', form: { opinion: '都改好了。' } })

  // and what was put right is published too
  await on('2026-10-10', 'clerk-dongxi')
  await act()
  await screen.type('f-result', '欠条入账，借款连利息收回。')
  await screen.choose('f-resultBoardOn', '2026-10-10')
  await stamp(screen, '落印并公开')
  await moved('2026-10-26')
  await h.sweep()
  await on('2026-10-26', 'villager-dongxi')
  await read()
  for (const words of ['要整改的', '2/2步做完', '利息没有收。', '欠条入账，借款连利息收回。']) await screen.sees(words)
  await screen.picture('audit-closed')
  const seen: CaseView = await h.see('villager-dongxi', id)
  expect(seen).toMatchObject({ step: 'closed', outcome: 'served' })
}
