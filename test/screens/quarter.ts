import { catalogue } from '@shared/catalogue'
import { expect } from 'vitest'
import { places } from '../../functions/demo/places'
import { published } from '../journeys/notices'
import type { TestHouse } from '../support/house'
import { type Screen, signInAs } from './screen'

/** A quarter goes by and an item is missing: villagers and the township see it, it is asked about, and posted late. */
export const tellOfTheQuarter = async (h: TestHouse, screen: Screen, moved: (day: string) => Promise<void>) => {
  const on = async (day: string, person: string) => {
    await moved(day)
    await signInAs(h, screen, person)
  }
  await moved('2026-07-01')
  const since = '2026-07-01'
  await h.house.stores.places.save({
    townships: [{ ...places, villages: places.villages.map((v) => ({ ...v, since })) }],
  })
  // the township leaves two items to be owed, so that the page is short
  const owed = ['V10', 'V12']
  const others = catalogue.filter((i) => i.every && !owed.includes(i.code)).map((i) => i.code)
  const off = { off: '这个镇还没有开始' }
  await (await h.as('township')).post('/api/places/shiwan/disclosure-settings', {
    settings: Object.fromEntries(others.map((code) => [code, off])),
  })
  await moved('2026-07-10')
  const nothing = { title: '二季度宅基地审批', board: 'village', item: 'V10', period: '2026-Q2', nothing: true }
  await published(h, { ...nothing, audience: 'everyone' }, '2026-07-10')

  // on the 20th nothing is missing, on the 21st it is, and there is a way to ask
  await on('2026-07-20', 'villager-dongxi')
  await screen.open('/more/disclosure/index')
  await screen.sees('到今天为止，按规定该公开的都公开了')
  await screen.sees('本期无')
  await on('2026-07-21', 'villager-dongxi')
  await screen.open('/more/disclosure/index')
  await screen.sees('协助政府开展工作的情况')
  await screen.sees('按规定应在7月20日前公开，还没有公开')
  await screen.picture('disclosure-missing')
  await screen.press('问村里')
  await screen.sees('按规定应该公开，还没有公开')
  await screen.press('问村里', '#way')
  await screen.type('question', '二季度协助政府做了什么？')
  await screen.picture('ask-missing')
  await screen.press('发出去', '.mw-actions')
  await screen.sees('东溪问-2026-0001')

  // the township sees it in its matrix
  await on('2026-07-21', 'township')
  await screen.open('/office/matrix/index')
  await screen.sees('东溪村')
  await screen.picture('matrix')
  await screen.press('东溪村')
  await screen.sees('按规定应在7月20日前公开，还没有公开')

  // whoever writes is led from there to the form
  await on('2026-07-23', 'clerk-dongxi')
  await screen.open('/more/disclosure/index')
  await screen.press('去写这一项')
  await screen.sees('协助政府开展工作的情况')
  await screen.type('f-title', '二季度协助政府办了哪些事')
  await screen.type('f-body', '养老登记34人，防汛转移8户。')
  await screen.picture('write-missing')
  await screen.press('写好了', '.mw-actions')
  await screen.sees('已存好')
  await screen.press('送村监委审核', '.mw-actions')
  await screen.sees('已落印')
  const { body } = await (await h.as('clerk-dongxi')).get<{ cards: { id: string }[] }>(
    '/api/villages/dongxi/cases?workflow=notice',
  )
  const [{ id }] = body.cards
  await h.done('supervisor-dongxi', id, { outcome: 'agreed', form: { opinion: '属实。' } })
  await moved('2026-07-25')
  await h.done('clerk-dongxi', id, { form: { boardOn: '2026-07-25' } })

  // posted on the 25th it is late, and stays so
  await on('2026-07-26', 'villager-dongxi')
  await screen.open('/more/disclosure/index')
  await screen.sees('迟公开')
  await screen.press('协助政府开展工作的情况')
  await screen.sees('7月25日公开，比规定的7月20日迟了5天')
  await screen.picture('disclosure-late')
  expect(await screen.text()).not.toContain('还没有公开')
}
