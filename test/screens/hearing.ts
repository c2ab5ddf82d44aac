import { expect } from 'vitest'
import type { TestHouse } from '../support/house'
import { type Screen, signInAs, stamp } from './screen'

/** A dispute is said twice and merged, goes to a hearing, and its outcome hangs on the board without who said it. */
export const tellOfTheHearing = async (
  h: TestHouse,
  screen: Screen,
  moved: (day: string, time?: string) => Promise<void>,
) => {
  const on = async (day: string, person: string, time?: string) => {
    await moved(day, time)
    await signInAs(h, screen, person)
  }
  const { name } = (await h.house.stores.people.get('villager-dongxi'))!
  const text = '隔壁把围墙砌到公共巷道上，三轮车过不去'
  await moved('2026-06-03')
  const { id } = await h.open('villager-dongxi', 'request', { text, category: 'dispute', visibility: 'villagers' })

  // a neighbour about to say the same is shown it, says that he cares, and says his all the same
  await on('2026-06-03', 'neighbour-dongxi', '11:00')
  await screen.open('/pages/raise/index')
  await screen.type('text', '巷道被围墙占了，三轮车过不去')
  await screen.sees('是不是同一件')
  await screen.picture('similar')
  await screen.press('我也关心')
  await screen.press('邻里纠纷')
  await screen.press('全村看得到')
  // she is led there once before it goes
  await screen.press('提交，说事日去说')
  await screen.press('不是同一件，继续提交')
  await screen.sees('东溪说-2026-0002')
  const { cards } = (
    await (
      await h.as('neighbour-dongxi')
    ).get<{ cards: { id: string }[] }>('/api/villages/dongxi/cases?workflow=request&mine=1')
  ).body
  expect((await h.see('villager-dongxi', id)).cares).toMatchObject({ count: 1 })

  // the clerk merges the second into the first
  await on('2026-06-04', 'clerk-dongxi')
  await screen.open(`/office/act/index?id=${cards[0]!.id}&step=merge`)
  await screen.sees(text)
  await screen.press(text, '#f-into')
  await screen.type('f-reason', '同一段巷道')
  await screen.picture('merge')
  await screen.press('并过去', '.mw-actions')
  await screen.press('并过去', '.mw-dialog')
  await screen.sees('已记下')
  await h.done('clerk-dongxi', id, { outcome: 'acknowledged' })

  // at the session: a hearing, with its notice
  await on('2026-06-10', 'secretary-dongxi')
  await screen.open(`/office/act/index?id=${id}`)
  await screen.press('协商或听证', '#f-outcome')
  await screen.type('f-decision', '开听证会，请两家都来。')
  await stamp(screen, '落印：协商或听证')
  await on('2026-06-10', 'director-dongxi')
  await screen.open(`/office/act/index?id=${id}`)
  await screen.type('f-subject', '三组巷道通行')
  await screen.press('听证会', '#f-way')
  await screen.choose('f-meetOn', '2026-06-13')
  await screen.choose('f-startsAt', '19:00')
  await screen.type('f-place', '说事室')
  await screen.type('f-invited', '两家、老队长')
  await screen.picture('hearing-notice')
  await stamp(screen, '落印：通知下去')
  await on('2026-06-11', 'villager-dongxi')
  await screen.open(`/pages/case/index?id=${id}`)
  await screen.sees('三组巷道通行')
  await screen.sees('6月13日')
  await screen.picture('hearing-ahead')

  // its outcome: not with a name, and then on the board by itself
  await on('2026-06-14', 'director-dongxi')
  await screen.open(`/office/act/index?id=${id}`)
  await screen.press('谈成了，村里去落实', '#f-outcome')
  await screen.choose('f-heldOn', '2026-06-13')
  await screen.type('f-heard', '一家说祖上就这么宽，一家说三轮车要过。')
  await screen.type('f-result', `${name}一方退半尺。`)
  await screen.press('落印：谈成了，村里去落实', '.mw-actions')
  await screen.press('落印', '.mw-dialog')
  await screen.sees('里面有说事人的名字')
  await screen.type('f-result', '围墙退后半尺，村里出人工。')
  await stamp(screen, '落印：谈成了，村里去落实')
  await on('2026-06-15', 'neighbour-dongxi')
  await screen.open('/pages/boards/index')
  await screen.sees('三组巷道通行')
  await screen.press('三组巷道通行')
  await screen.sees('围墙退后半尺，村里出人工。')
  await screen.picture('hearing-outcome')
  const read = await screen.text()
  expect(read).not.toContain(name)
  expect(read).not.toContain('祖上')

  // carried out, rated, and found among the answers
  await h.done('director-dongxi', id, { outcome: 'done', form: { result: '围墙退了半尺，三轮车能过。' } })
  await on('2026-06-16', 'villager-dongxi')
  await screen.open('/pages/speak/index')
  await screen.press('我提的')
  await screen.sees('等您评价')
  await screen.press(text)
  await screen.press('满意')
  await screen.press('盖上我的评价')
  await screen.sees('已办结')
  await on('2026-06-17', 'neighbour-dongxi')
  await screen.open('/more/answers/index?village=dongxi')
  await screen.sees('围墙退了半尺，三轮车能过。')
  await screen.picture('answers')
  await screen.open('/more/rates/index?village=dongxi')
  await screen.sees('没有评')
  await screen.picture('rates')
}
