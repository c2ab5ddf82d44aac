import { createHash } from 'node:crypto'
import type { SampleView } from '@shared/schemas/requestViews'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type EngineName, openHouse, type TestHouse } from '../support/house'
import { canal, lamps, quiet, raise, settled } from './requesting'

type Told = SampleView & { refusal: string; says: string }

describe.each<EngineName>(['sqlite', 'dynamo'])('回头看 on %s', (engine) => {
  let h: TestHouse
  let closed: string[]
  beforeEach(async () => {
    h = await openHouse(engine, '2026-05-05T09:00:00+08:00')
    closed = []
    for (const [form, more] of [
      [lamps, {}],
      [{ ...lamps, text: '路灯又不亮' }, { outcome: 'basically' }],
      [quiet, { by: 'representative-dongxi' }],
      [canal, { by: 'villager-shatang' }],
      [{ ...canal, text: '水渠又堵了' }, { by: 'villager-shatang' }],
    ] as const)
      closed.push((await settled(h, form, more)).id)
    const back = await raise(h, 'neighbour-dongxi', canal)
    await h.done('neighbour-dongxi', back.id, { aside: 'withdraw', form: { reason: '自己清了' } })
    h.to('2026-06-01')
  })
  afterEach(() => h.close())

  const see = async (person: string | undefined, month = '2026-05', township = 'shiwan') =>
    (await h.as(person)).get<Told>(`/api/townships/${township}/sample?month=${month}`)
  const draw = async (person: string, many = 2, month = '2026-05', township = 'shiwan') =>
    (await h.as(person)).post<Told>(`/api/townships/${township}/sample`, { month, many })

  it('draws by a seed that anyone can check', async () => {
    expect((await see('township')).body).toEqual({ month: '2026-05', drawn: null, closed: 5 })
    const { status, body } = await draw('township', 3)
    expect(status).toBe(200)
    const { seed, of, on, who, how, cards } = body.drawn!
    expect(seed).toMatch(/^[0-9a-f]{16}$/)
    expect([of, on, who]).toEqual([5, '2026-06-01', '镇农业农村办，管12个村 韩小舟'])
    const hash = (id: string) => createHash('sha256').update(`${seed}${id}`).digest('hex')
    const mine = [...closed].sort((a, b) => (hash(a) < hash(b) ? -1 : 1)).slice(0, 3)
    expect(cards.map((c) => c.card.id)).toEqual(mine)
    for (const words of ['从5件', '抽3件', seed, 'SHA-256', '谁都可以照着再算一遍']) expect(how).toContain(words)
    for (const { village } of cards) expect(['东溪村', '沙塘村']).toContain(village)
    expect((await see('leader')).body).toEqual(body)
  })

  it('is drawn once a month, whoever comes second is told by whom and when', async () => {
    const both = await Promise.all([draw('township'), draw('leader')])
    expect(both.map((b) => b.status).sort()).toEqual([200, 409])
    h.to('2026-06-03')
    const { body } = await draw('leader')
    expect(body.refusal).toBe('onlyOnce')
    expect(body.says).toMatch(/^这个月已经抽过了：6月1日，.+。一个月只抽一次/)
  })

  it('draws all where there are fewer than asked, and tells whether each was looked at since', async () => {
    const { cards } = (await draw('township', 50)).body.drawn!
    expect(cards).toHaveLength(5)
    expect(cards.every((c) => !c.inspected)).toBe(true)
    await h.done('township', closed[0], {
      ...{ aside: 'inspection', form: { verdict: 'done', finding: '三盏灯都亮着，问了两户。' } },
    })
    const after = (await see('township')).body.drawn!.cards
    expect(after.filter((c) => c.inspected).map((c) => c.card.id)).toEqual([closed[0]])
  })

  it('waits until the month is over and something was closed in it', async () => {
    expect((await draw('township', 2, '2026-06')).body).toMatchObject({ refusal: 'tooEarly' })
    expect((await draw('township', 2, '2026-04')).body.says).toBe('这个月没有办结的说事，不用抽。')
    for (const [many, month] of [
      [0, '2026-05'],
      [51, '2026-05'],
      [1.5, '2026-05'],
      [2, '2026-13'],
    ] as const)
      expect((await draw('township', many, month)).status).toBe(400)
    expect((await see('township')).body.drawn).toBeNull()
  })

  it('is the township’s to draw; its clusters and the county may look, and see what they may see', async () => {
    for (const person of ['county', 'cluster-hai', 'agency', 'secretary-dongxi', 'villager-dongxi'])
      expect((await draw(person)).body.refusal, person).toBe('notInScope')
    await draw('leader', 50)
    expect((await see('county')).body.drawn!.cards).toHaveLength(5)
    const ofHai = (await see('cluster-hai')).body.drawn!
    expect(ofHai.cards.map((c) => c.village)).toEqual(['沙塘村', '沙塘村'])
    expect(ofHai.of).toBe(5)
    for (const person of ['secretary-dongxi', 'villager-dongxi']) expect((await see(person)).status).toBe(403)
    expect((await see(undefined)).status).toBe(401)
    expect((await see('township', '2026-05', 'nowhere')).status).toBe(404)
    expect((await draw('township', 2, '2026-05', 'nowhere')).status).toBe(404)
  })

  it('takes in what time closed on the last day, though nobody had written it yet', async () => {
    h.to('2026-05-20')
    const { id } = await raise(h, 'neighbour-dongxi', { ...lamps, text: '巷子口路灯不亮' })
    await h.done('clerk-dongxi', id, { outcome: 'acknowledged' })
    const form = { decision: '换了灯泡。', heldOn: '2026-05-20' }
    await h.done('secretary-dongxi', id, { outcome: 'answered', form })
    h.to('2026-06-05')
    expect((await draw('township', 50)).body.drawn!.cards.map((c) => c.card.id)).toContain(id)
  })
})
