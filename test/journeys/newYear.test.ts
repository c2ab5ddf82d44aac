import { afterAll, beforeAll, expect, it } from 'vitest'
import { openHouse, type TestHouse } from '../support/house'
import { raisedRoad } from './meetings'

let h: TestHouse
beforeAll(async () => {
  h = await openHouse('sqlite', '2026-12-31T20:00:00+08:00')
})
afterAll(() => h.close())

it('on 2026-12-31 a request joins the session of 2027-01-10; its day lies beyond the published holidays and is 暂定', async () => {
  const raised = await h.open('villager-dongxi', 'request', raisedRoad)
  // the next working day after New Year's Eve, with 元旦 skipped although its table isn't out yet; 2 and 3 January are a weekend
  expect(raised).toMatchObject({ dueOn: '2027-01-04', dueIsProvisional: true, heardOn: '2027-01-10' })
  expect(raised.dueHow?.join()).toContain('元旦')
  expect(raised.number).toBe('东溪说-2026-0001')
  h.to('2027-01-01')
  const next = await h.open('villager-dongxi', 'request', { ...raisedRoad, text: '新年第一件' })
  expect(next.number).toBe('东溪说-2027-0001')
  await h.done('clerk-dongxi', raised.id, { outcome: 'acknowledged', form: {} })
  expect(await h.see('villager-dongxi', raised.id)).toMatchObject({
    step: 'hearing',
    dueOn: '2027-01-10',
    dueIsProvisional: true,
  })
})

it('what was raised before the cut-off and taken in hand after it is still heard at that session', async () => {
  h.to('2027-01-09', '17:30')
  const before = await h.open('villager-dongxi', 'request', { ...raisedRoad, text: '赶在截止前' })
  const late = async (at: string) => {
    h.to('2027-01-09', at)
    return h.open('villager-dongxi', 'request', { ...raisedRoad, text: '过了截止' })
  }
  const after = await late('18:30')
  h.to('2027-01-10', '07:00')
  for (const { id } of [before, after]) await h.done('clerk-dongxi', id, { outcome: 'acknowledged', form: {} })
  expect((await h.see('villager-dongxi', before.id)).dueOn).toBe('2027-01-10')
  expect((await h.see('villager-dongxi', after.id)).dueOn).toBe('2027-01-20')
})
