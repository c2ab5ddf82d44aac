import { agreementVersion } from '@shared/agreement'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openHouse, type TestHouse } from '../support/house'

let h: TestHouse
beforeEach(async () => {
  h = await openHouse('sqlite')
})
afterEach(() => h.close())

const mustAgree = async () =>
  (await (await h.as('villager-dongxi')).get<{ mustAgree?: string }>('/api/me')).body.mustAgree
const agreed = (version: string) =>
  h.house.stores.agreements.agreed('villager-dongxi', version, new Date(h.clock.at).toISOString())

it('whoever agreed to an older version is asked for the newer one, until they have agreed to it', async () => {
  await agreed('2001-01-01')
  expect(await mustAgree()).toBe(agreementVersion)
  await agreed(agreementVersion)
  expect(await mustAgree()).toBeUndefined()
})

it('the people of the demo, who never agreed to any, are asked for none', async () => {
  expect(await mustAgree()).toBeUndefined()
})
