import type { CaseView } from '@shared/schemas/views'
import { expect } from 'vitest'
import type { TestHouse } from '../support/house'
import { pictures } from '../support/pictures'
import { fillMeeting, type Screen, signInAs, stamp } from './screen'

/** A road is raised, decided, published and watched: one story for the WeChat build and for the browser. */
export const tellOfTheRoad = async (h: TestHouse, screen: Screen, moved: (day: string) => Promise<void>) => {
  const on = async (day: string, person: string) => {
    await moved(day)
    await signInAs(h, screen, person)
  }
  const ofVillage = async (workflow: string) =>
    (
      await (
        await h.as('secretary-dongxi')
      ).get<{ cards: { id: string; title: string }[] }>(`/api/villages/dongxi/cases?workflow=${workflow}`)
    ).body.cards[0]

  // reads the three boards, raises a request with a photo, gets a number and a receipt
  await on('2026-06-07', 'villager-dongxi')
  await screen.open('/pages/boards/index')
  for (const board of ['党务', '村务', '财务']) await screen.press(board)
  await screen.picture('boards')
  await screen.press('我要说事')
  await screen.type('text', '三组到四组路面坏了，下雨难走')
  await screen.press('村道交通')
  await screen.photo('photos', pictures['image/jpeg'])
  await screen.press('全村看得到')
  await screen.sees('一位村民')
  await screen.picture('raise')
  await screen.press('提交，说事日去说')
  await screen.sees('东溪说-2026-0001')
  await screen.sees('6月10日')
  await screen.picture('receipt')
  const request = (await ofVillage('request')).id

  // the clerk takes it, the secretary turns it into a matter at the session
  await on('2026-06-08', 'clerk-dongxi')
  await screen.open('/office/desk/index')
  await screen.sees('三组到四组路面坏了')
  await screen.picture('desk')
  await screen.open(`/office/act/index?id=${request}`)
  await screen.press('接下，排进说事日', '#f-outcome')
  await stamp(screen, '落印：接下，排进说事日')
  await on('2026-06-10', 'secretary-dongxi')
  await screen.open(`/office/act/index?id=${request}`)
  await screen.press('转四议', '#f-outcome')
  await screen.type('f-decision', '修路花钱多，走四议')
  await screen.choose('f-heldOn', '2026-06-10')
  await screen.type('f-title', '三组到四组路面硬化')
  await screen.type('f-plan', '硬化1.2公里')
  await screen.select('f-topic', '村庄规划、建设')
  await screen.press('村民代表会议', '#f-body')
  await stamp(screen, '落印：转四议')
  const matter = await ofVillage('matterOfRepresentatives')
  expect(matter.title).toBe('三组到四组路面硬化')
  const step = () => screen.open(`/office/act/index?id=${matter.id}`)

  // the four meetings, one after another
  await on('2026-06-11', 'secretary-dongxi')
  await step()
  await fillMeeting(screen, { on: '2026-06-11', present: 5, votes: [5, 0, 0], minutes: '五个人都同意提出来。' })
  await screen.type('f-budget', '486000')
  await screen.press('补助加村集体', '#f-funds')
  await screen.choose('f-finishBy', '2026-08-15')
  await screen.type('f-authorisation', '2026年1月村民会议授权代表会议决定村内道路建设')
  await stamp(screen, '落印')
  await on('2026-06-12', 'director-dongxi')
  await step()
  await fillMeeting(screen, { on: '2026-06-12', present: 9, votes: [8, 0, 1], minutes: '商量了路宽和走向。' })
  await stamp(screen, '落印')
  await on('2026-06-15', 'secretary-dongxi')
  await step()
  await screen.choose('f-draftSentOn', '2026-06-12')
  await fillMeeting(screen, { on: '2026-06-15', present: 38, votes: [35, 1, 2], minutes: '党员大会审议。' })
  await stamp(screen, '落印')

  // called three days before
  await on('2026-06-15', 'director-dongxi')
  await step()
  await screen.choose('f-noticeOn', '2026-06-15')
  await screen.choose('f-meetOn', '2026-06-19')
  await screen.choose('f-meetAt', '19:00')
  await screen.type('f-meetPlace', '村委会二楼')
  await screen.type('f-agenda', '三组到四组路面硬化')
  await stamp(screen, '落印：通知发出去了')

  // 25 of 38 don't make a meeting, and the form says so while it is typed; 26 do, and 14 of them decide
  await on('2026-06-19', 'director-dongxi')
  await step()
  await fillMeeting(screen, { on: '2026-06-19', present: 25, votes: [25, 0, 0], minutes: '代表会议表决。' })
  await screen.type('f-resolution', '同意硬化三组到四组路面，预算四十八万六千元。')
  await screen.press('村务监督委员会到场监督', '#f-supervised')
  await screen.sees('还差1人到会')
  await screen.picture('record-short')
  await screen.type('f-present', '26')
  for (const [i, n] of [14, 8, 4].entries()) await screen.type('f-votes', String(n), i)
  await screen.sees('同意过半数，通过')
  await screen.picture('record')
  await stamp(screen, '落印')
  await screen.sees('14人同意')

  // the decision hangs fifteen days from the later of wall and app
  await on('2026-06-20', 'clerk-dongxi')
  await step()
  await screen.type('f-summary', '花四十八万六千元修路，八月十五前修好。')
  await screen.choose('f-boardOn', '2026-06-19')
  await stamp(screen, '落印并公开')
  await on('2026-07-05', 'villager-dongxi')
  await screen.open('/pages/boards/index')
  await screen.sees('三组到四组路面硬化表决结果')
  await screen.open(`/pages/case/index?id=${matter.id}`)
  for (const words of ['党支部会提议', '党员大会审议', '村民代表会议决议', '应到 38 人', '实到 26 人', '14人同意'])
    await screen.sees(words)
  await screen.picture('matter')
  expect((await h.see('clerk-dongxi', matter.id)).step).toBe('decisionDisplay')

  // works with progress
  await on('2026-07-06', 'director-dongxi')
  await step()
  await screen.press('记一次进展', '#f-outcome')
  await screen.type('f-progress', '路基做好了')
  await screen.type('f-spent', '200000')
  await screen.press('记一次进展', '.mw-actions')
  await screen.sees('已记下')
  await on('2026-07-25', 'township')
  await screen.open('/office/monitor/index')
  await screen.sees('东溪村')
  await screen.picture('monitor')

  // finished, published, closed; she rates the answer to her request
  await on('2026-07-26', 'director-dongxi')
  await step()
  await screen.press('完工了', '#f-outcome')
  await screen.type('f-progress', '修好了')
  await screen.type('f-spent', '480000')
  await stamp(screen, '落印：完工了')
  await on('2026-07-27', 'clerk-dongxi')
  await step()
  await screen.type('f-result', '硬化1.2公里，验收合格')
  await screen.type('f-spent', '480000')
  await screen.choose('f-resultBoardOn', '2026-07-27')
  await stamp(screen, '落印并公开')
  await moved('2026-08-12')
  await h.sweep()
  await on('2026-08-12', 'villager-dongxi')
  await screen.open(`/pages/case/index?id=${request}`)
  await screen.sees('三组到四组路面硬化')
  await screen.picture('rating')
  await screen.press('满意')
  await screen.press('盖上我的评价')
  await screen.sees('已办结')
  const rated: CaseView = await h.see('villager-dongxi', request)
  expect(rated).toMatchObject({ step: 'closed', outcome: 'satisfied' })
  expect(await h.see('villager-dongxi', matter.id)).toMatchObject({ step: 'closed', outcome: 'served' })
}
