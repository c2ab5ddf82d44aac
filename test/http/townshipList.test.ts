import { page } from '@shared/schemas/views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type TestHouse } from '../support/house'

describe('what is open over a whole township', () => {
  let h: TestHouse
  beforeAll(async () => {
    h = await openHouse('sqlite', '2026-06-01T09:00:00+08:00')
  })
  afterAll(() => h.close())
  const list = async (person: string, scope: string) => {
    const { body } = await (await h.as(person)).get(`/api/backlog?scope=${scope}`)
    return page.parse(body).cards
  }

  it('says of each card where it is and who has it in hand: a desk until somebody does', async () => {
    const { id } = await h.open('villager-dongxi', 'request', {
      ...{ text: '晒谷场三盏路灯不亮。', category: 'utilities', visibility: 'villagers' },
    })
    expect(await list('township', 'township')).toMatchObject([{ id, village: 'dongxi', holder: 'dongxi#clerk' }])
    await h.done('clerk-dongxi', id, { outcome: 'urgent', form: {} })
    const [card] = await list('township', 'township')
    expect(card).toMatchObject({ village: 'dongxi', holder: 'clerk-dongxi' })
  })

  it('on one’s own desk both are known: they aren’t said', async () => {
    const [card] = await list('secretary-dongxi', 'me')
    expect(card.title).toBeTruthy()
    expect([card.village, card.holder]).toEqual([undefined, undefined])
  })
})
