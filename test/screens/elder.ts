import type { SessionRunView } from '@shared/schemas/requestViews'
import { expect } from 'vitest'
import { clockwork } from '../../functions/clockwork'
import type { TestHouse } from '../support/house'
import { pictures } from '../support/pictures'
import { type Screen, signInAs, stamp } from './screen'

const elder = '林阿公'

/** An elder's matter is entered at the door, heard in the evening, handled late, rated 不满意, reopened and looked at again. */
export const tellOfTheElder = async (
  h: TestHouse,
  screen: Screen,
  moved: (day: string, time?: string) => Promise<void>,
) => {
  const on = async (day: string, person: string, time?: string) => {
    await moved(day, time)
    await signInAs(h, screen, person)
  }

  // at the door: whose words they are, a photo of the elder who agrees, and a receipt to print
  await on('2026-06-01', 'keeper-dongxi')
  await screen.open('/pages/raise/index?channel=door')
  await screen.type('onBehalf', elder)
  await screen.type('onBehalfPhone', '二组老屋')
  await screen.photo('consent', pictures['image/jpeg'], '拍照片')
  await screen.type('text', '屋后水沟堵了，一下雨就进水。')
  await screen.press('环境卫生')
  await screen.press('全村看得到')
  await screen.picture('door')
  await screen.press('提交，说事日去说')
  await screen.sees('东溪说-2026-0001')
  await screen.sees('打印回执')
  await screen.picture('door-receipt')
  const me = await h.as('clerk-dongxi')
  const { body } = await me.get<{ cards: { id: string }[] }>('/api/villages/dongxi/cases?workflow=request')
  const id = body.cards[0]!.id
  const director = (await h.see('clerk-dongxi', id)).may.people.find((p) => p.id === 'director-dongxi')!.says

  // taken in hand from the desk in one tap
  await on('2026-06-02', 'clerk-dongxi')
  await screen.open('/office/desk/index')
  await screen.press('村里接下：屋后水沟堵了，一下雨就进水')
  await screen.press('接下，排进说事日', '#f-outcome')
  await stamp(screen, '落印：接下，排进说事日')

  // an evening session is added; the matter goes with it
  await on('2026-06-03', 'clerk-dongxi')
  await screen.open('/office/sessions/index?village=dongxi')
  await screen.sees('6月10日')
  await screen.picture('sessions')
  await (await h.as('clerk-dongxi')).post('/api/villages/dongxi/sessions', {
    ...{
      change: 'add',
      on: '2026-06-05',
      kind: 'evening',
      startsAt: '19:00',
      place: '二组晒谷场',
      hosts: '书记、主任',
    },
  })
  await on('2026-06-04', 'secretary-dongxi')
  await screen.open('/office/sessions/index?village=dongxi')
  await screen.sees('二组晒谷场')
  await moved('2026-06-04', '18:30')
  await clockwork(h.house)

  // the evening: heard from the phone, handed to the director
  await on('2026-06-05', 'secretary-dongxi', '19:20')
  await screen.open('/office/session/index?village=dongxi&on=2026-06-05')
  await screen.sees('二组晒谷场')
  await screen.sees('逐件听')
  await screen.picture('session-run')
  await screen.press('屋后水沟堵了，一下雨就进水')
  await screen.press('村里办', '#f-outcome')
  await screen.type('f-decision', '主任带人清沟。')
  await screen.select('f-owner', director)
  await screen.picture('triage')
  await stamp(screen, '落印：村里办')
  expect(await h.see('clerk-dongxi', id)).toMatchObject({ step: 'handling', dueOn: '2026-06-12' })
  await screen.open('/office/session/index?village=dongxi&on=2026-06-05')
  await screen.sees('听过的')
  await screen.press('记会议')
  await screen.press('开过了，记下来', '#f-outcome')
  await screen.type('f-came', `${elder}\n何婶`)
  await screen.type('f-attended', '6')
  await screen.type('f-minutes', '听了一件。')
  await screen.picture('session-record')
  await stamp(screen, '落印：开过了，记下来')
  await screen.open('/office/session/index?village=dongxi&on=2026-06-05')
  await screen.press('写小结')
  await screen.choose('f-boardOn', '2026-06-05')
  await screen.picture('session-summary')
  await stamp(screen, '落印：公开到村务栏')
  const run = (await (await h.as('clerk-dongxi')).get<SessionRunView>('/api/villages/dongxi/sessions/2026-06-05')).body
  expect(run).toMatchObject({ step: 'display', outcome: 'held' })
  // begun for the secretary from what was heard
  expect((await h.see('villager-dongxi', run.session.case!)).fields.summary).toContain('1件')

  // whom it was handed to takes it, extends once, is late
  await on('2026-06-06', 'director-dongxi')
  await screen.open(`/pages/case/index?id=${id}`)
  await screen.press('接手，我来办')
  await screen.sees('您负责')
  await on('2026-06-12', 'director-dongxi')
  await screen.open(`/office/act/index?id=${id}&step=extend`)
  await screen.type('f-days', '3')
  await screen.type('f-reason', '连着下雨')
  await screen.picture('extend')
  await screen.sees('延到6月15日')
  await screen.press('延3天', '.mw-actions')
  await screen.sees('已记下')
  await on('2026-06-16', 'director-dongxi')
  await screen.open('/office/desk/index')
  await screen.sees('逾期1天')
  await screen.picture('desk-late')
  await screen.open(`/office/act/index?id=${id}`)
  await screen.press('办好了', '#f-outcome')
  await screen.type('f-result', '【哪天】清了沟。')
  await screen.press('落印：办好了', '.mw-actions')
  await screen.sees('“【哪天】”还没有填')
  await screen.type('f-result', '6月16日清了沟，拉走两车泥。')
  await stamp(screen, '落印：办好了')

  // rated in the elder's words, sent back by the township, done again
  await on('2026-06-18', 'keeper-dongxi')
  await screen.open(`/office/act/index?id=${id}`)
  await screen.press('不满意', '#f-outcome')
  await screen.type('f-reason', '沟口还是堵的')
  await screen.photo('f-proof', pictures['image/png'])
  await screen.picture('rate-for-elder')
  await stamp(screen, '落印：不满意')
  expect((await h.see('township', id)).step).toBe('reopening')
  await on('2026-06-19', 'township')
  await screen.open(`/office/act/index?id=${id}`)
  await screen.type('f-finding', '沟口没有清到。')
  await stamp(screen, '落印：退回重办')
  await h.done('director-dongxi', id, { outcome: 'done', form: { result: '沟口挖开，装了铁栅。' } })
  const proof = [await h.upload('keeper-dongxi', pictures['image/png'], 'image/png', '他说.png')]
  await h.done('keeper-dongxi', id, { outcome: 'basically', form: { proof } })

  // the township draws its sample and looks at it again
  await on('2026-07-02', 'township')
  await screen.open('/office/sample/index?township=shiwan')
  await screen.press('抽签')
  await screen.sees('屋后水沟堵了')
  await screen.picture('sample')
  await screen.press('屋后水沟堵了，一下雨就进水')
  await screen.press('办好了，和记的一样', '#f-verdict')
  await screen.type('f-finding', '铁栅在，没有积水。')
  await screen.press('记下回头看', '.mw-actions')
  await screen.sees('已记下')

  // and everyone in the village can read all of it, but not whose it was
  await on('2026-07-03', 'villager-dongxi')
  await screen.open(`/pages/case/index?id=${id}`)
  for (const words of ['延期', '基本满意', '回头看', '铁栅在，没有积水。', '提醒说事人']) await screen.sees(words)
  expect(await screen.text()).not.toContain(elder)
  await screen.picture('elder-read')
}
