import type { CaseView } from '@shared/schemas/views'
import { expect } from 'vitest'
import { enterMembers } from '../journeys/members'
import type { TestHouse } from '../support/house'
import { tellOfTheRollCall } from './rollCall'
import { type Screen, signInAs, stamp } from './screen'

const title = '东大塘鱼塘出租'
const plan = '租三年，一年不少于六万元，进交易中心公开招租'
const met = { startsAt: '19:00', place: '村文化礼堂', minutes: '到会的人都说了意见，记在会议簿上。' }
const all = (present: number) => ({ present, votesFor: present, votesAgainst: 0, votesAbstain: 0 })

/** The fishpond of 901 members is put to all of them: 600 come and it can't be decided; called again, 601 come. */
export const tellOfTheFishpond = async (
  h: TestHouse,
  screen: Screen,
  moved: (day: string, time?: string) => Promise<void>,
) => {
  const on = async (day: string, person: string, time?: string) => {
    await moved(day, time)
    await signInAs(h, screen, person)
  }
  await enterMembers(h)

  // what it is about says who may decide it: money for land is for all members, no representatives can
  await on('2026-06-03', 'collective-dongxi')
  await screen.open('/office/open/index')
  await screen.press('提一件四议事项')
  await screen.sees('这件事是关于什么的？')
  await screen.picture('topics')
  await screen.press('土地补偿费怎么分、怎么用')
  await screen.sees('由成员大会决定，成员代表大会不能决定')
  expect(await screen.text()).not.toContain('由集体成员代表大会来定')
  const wrong = await (await h.as('collective-dongxi')).post<{ says: string }>('/api/cases', {
    ...{ actId: 'pond-wrong-body', workflow: 'matterOfMemberRepresentatives', villageId: 'dongxi' },
    form: { title, topic: 'compensation' },
  })
  expect(wrong).toMatchObject({ status: 422, body: { says: expect.stringContaining('要开集体成员大会') } })
  await screen.press('选错了，重新选')
  await screen.press('集体资产发包、出租、经营')
  await screen.sees('由集体成员代表大会来定')
  await screen.sees('农村集体经济组织法')
  await screen.picture('bodies')
  await screen.press('由集体成员大会来定')
  await screen.sees('表决以前，方案先公示15天')
  await screen.type('f-title', title)
  await screen.type('f-plan', '租五年，一年六万元，公开招租')
  await screen.picture('matter-opened')
  await screen.press('提出来', '.mw-actions')
  await screen.sees('东溪议-2026-0001')
  const list = await (await h.as('clerk-dongxi')).get<{ cards: { id: string }[] }>(
    '/api/villages/dongxi/cases?workflow=matterOfMembers',
  )
  const id = list.body.cards[0].id
  const read = () => screen.open(`/pages/case/index?id=${id}`)
  const act = (step = '') => screen.open(`/office/act/index?id=${id}${step && `&step=${step}`}`)

  await h.done('secretary-dongxi', id, {
    form: {
      ...{ ...met, heldOn: '2026-06-03', ...all(5), plan: '租五年，一年六万元，公开招租', budget: 30_000_000 },
      ...{ funds: 'collective', finishBy: '2026-12-31' },
    },
  })
  await moved('2026-06-04')
  await h.done('director-dongxi', id, { form: { ...met, heldOn: '2026-06-04', ...all(9) } })

  // the plan hangs fifteen days for comments; over the county's amount it names the exchange
  await on('2026-06-04', 'clerk-dongxi')
  await act()
  await screen.sees('征求意见不少于15天')
  await screen.type('f-planSummary', '东大塘出租五年，一年不少于六万元，七月开成员大会定。')
  await screen.choose('f-planBoardOn', '2026-06-04')
  await screen.press('落印，公示方案', '.mw-actions')
  await screen.sees('请填写“在哪个农村产权交易市场交易”')
  await screen.picture('plan-no-exchange')
  await screen.type('f-exchange', '县农村产权交易中心')
  await stamp(screen, '落印，公示方案')

  // a villager reads it on the board and comments, without anyone's telephone; a neighbour sees what was said
  await on('2026-06-08', 'villager-dongxi')
  await screen.open('/pages/boards/index')
  await screen.press(`${title}（征求意见）`)
  await screen.sees('到现在收到意见0条')
  await screen.picture('plan-displayed')
  await screen.press('提意见')
  await screen.type('f-comment', '租期太长，打我电话13812345678')
  await screen.press('提意见', '.mw-actions')
  await screen.sees('手机号')
  await screen.type('f-comment', '租期太长，先租三年。')
  await screen.picture('comment')
  await screen.press('提意见', '.mw-actions')
  await screen.sees('已记下')
  await on('2026-06-09', 'neighbour-dongxi')
  await read()
  await screen.press('看大家的意见')
  await screen.sees('租期太长，先租三年。')
  expect(await screen.text()).not.toContain((await h.house.stores.people.get('villager-dongxi'))!.name)
  await screen.picture('comments')
  await moved('2026-06-20')
  await h.sweep()

  // the party meets; the members are called, and ten days are ten days
  await moved('2026-06-24')
  await h.done('secretary-dongxi', id, {
    form: { ...met, heldOn: '2026-06-24', draftSentOn: '2026-06-20', ...all(40), plan },
  })
  await on('2026-06-24', 'collective-dongxi')
  await act()
  await screen.choose('f-noticeOn', '2026-06-24')
  await screen.sees('最早7月5日')
  await screen.choose('f-meetOn', '2026-07-04')
  await screen.choose('f-meetAt', '18:30')
  await screen.type('f-meetPlace', '村文化礼堂')
  await screen.type('f-agenda', title)
  await screen.press('落印：通知发出去了', '.mw-actions')
  await screen.sees('要提前10天通知成员')
  await screen.picture('called-too-early')
  await screen.choose('f-meetOn', '2026-07-05')
  await stamp(screen, '落印：通知发出去了')

  // 600 of 901: one is short, said while it is typed, with what may be done; it can't be put on record
  await on('2026-07-05', 'collective-dongxi', '21:00')
  await act()
  await screen.type('f-present', '600')
  for (const [i, n] of [600, 0, 0].entries()) await screen.type('f-votes', String(n), i)
  await screen.sees('人数不够，还差1人')
  await screen.sees('还差1人到会')
  await screen.sees('可以重新提前10天通知再开')
  await screen.picture('short-of-901')
  await screen.type('f-minutes', met.minutes)
  await screen.type('f-comments', '有人提租期太长，改成三年。')
  await screen.type('f-resolution', '同意东大塘出租三年。')
  await screen.press('监事会全程监督表决', '#f-supervised')
  await screen.press('落印', '.mw-actions')
  await screen.sees('有1处要改')
  expect((await h.see('collective-dongxi', id)).step).toBe('resolution')

  // sent back to be called again, with the reason for all to read
  await on('2026-07-05', 'secretary-dongxi', '21:30')
  await act('sendBack')
  await screen.press('重新通知开会', '#f-to')
  await screen.type('f-reason', '七月五日只到了600人，差1人')
  await screen.picture('send-back')
  await screen.press('退回去', '.mw-actions')
  await screen.sees('那一步以后的会要重新开')
  await screen.press('退回去', '.mw-dialog')
  await screen.sees('已记下')
  await on('2026-07-06', 'villager-dongxi')
  await read()
  await screen.sees('七月五日只到了600人，差1人')
  await screen.picture('sent-back')
  await h.done('collective-dongxi', id, {
    form: {
      ...{ noticeOn: '2026-07-06', meetOn: '2026-07-17', meetAt: '18:30', meetPlace: '村文化礼堂', agenda: title },
    },
  })

  await tellOfTheRollCall(h, screen, { id, act, on })

  // what was decided hangs, with who came by which way
  await on('2026-07-18', 'clerk-dongxi')
  await act()
  await screen.type('f-summary', '东大塘出租三年，一年不少于六万元。')
  await screen.choose('f-boardOn', '2026-07-18')
  await stamp(screen, '落印并公开')
  await on('2026-07-20', 'villager-dongxi')
  await screen.open('/pages/matters/index')
  await screen.sees(title)
  await screen.open('/pages/boards/index')
  await screen.press(`${title}表决结果`)
  for (const words of ['应到 901 人', '实到 601 人', '601人同意', '在线1人', '书面委托1人']) await screen.sees(words)
  await screen.picture('pond-decided')

  await moved('2026-08-03')
  await h.sweep()
  await h.done('collective-dongxi', id, { outcome: 'finished', form: { progress: '签了合同。', spent: 0 } })
  await h.done('clerk-dongxi', id, {
    form: { result: '租给出价最高的人，一年六万三千元。', spent: 0, resultBoardOn: '2026-08-03' },
  })
  await moved('2026-08-19')
  await h.sweep()
  await on('2026-08-19', 'villager-dongxi')
  await read()
  await screen.sees('走完了')
  const seen: CaseView = await h.see('villager-dongxi', id)
  expect(seen).toMatchObject({ step: 'closed', outcome: 'served', closedOn: '2026-08-19' })
}
