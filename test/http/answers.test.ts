import type { AnswersView, RatesView } from '@shared/schemas/requestViews'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type EngineName, openHouse, type TestHouse } from '../support/house'
import { canal, lamps, quiet, raise, settled } from './requesting'

describe.each<EngineName>(['sqlite', 'dynamo'])('what the village answered before, on %s', (engine) => {
  let h: TestHouse
  beforeEach(async () => {
    h = await openHouse(engine)
  })
  afterEach(() => h.close())

  const answers = async (query = '', person: string | undefined = 'neighbour-dongxi') =>
    (await h.as(person)).get<AnswersView & { says: string }>(`/api/villages/dongxi/answers?${query}`)
  const titles = async (query = '', person: string | undefined = 'neighbour-dongxi') =>
    (await answers(query, person)).body.found.map((f) => f.title)

  it('is found by words of what was asked and answered, newest first, with the last answer', async () => {
    const first = await settled(h, lamps)
    h.to('2026-06-02')
    await settled(h, canal, { by: 'representative-dongxi', decision: '租小挖机清淤320米。', outcome: 'basically' })
    const { found } = (await answers()).body
    expect(found).toEqual([
      expect.objectContaining({ category: 'environment', closedOn: '2026-06-02', outcome: 'basically' }),
      {
        ...{ id: first.id, title: first.title, category: 'utilities', closedOn: '2026-06-01' },
        ...{ answer: '电工换了灯头，三盏都亮了。', outcome: 'satisfied' },
      },
    ])
    expect(await titles('q=灯头')).toEqual([first.title])
    expect(await titles('q=小挖机')).toHaveLength(1)
    expect(await titles('q=路灯 水渠')).toEqual([])
    expect(await titles('category=environment')).toHaveLength(1)
    expect(await titles('q=路灯&category=environment')).toEqual([])
    expect(await titles('category=road')).toEqual([])
  })

  it('is the result where it was handled, cut to 200 characters', async () => {
    const { id } = await raise(h, 'villager-dongxi', lamps)
    await h.done('clerk-dongxi', id, { outcome: 'acknowledged' })
    await h.done('secretary-dongxi', id, { outcome: 'handle', form: { decision: '村里修。', heldOn: '2026-06-01' } })
    await h.done('secretary-dongxi', id, { outcome: 'done', form: { result: `换了三盏。${'好'.repeat(300)}` } })
    await h.done('villager-dongxi', id, { outcome: 'satisfied', form: { reason: '谢谢' } })
    const [{ answer }] = (await answers()).body.found
    expect([...answer]).toHaveLength(200)
    expect(answer).toMatch(/^换了三盏。好+…$/)
  })

  it('leaves out what is open, was taken back or merged', async () => {
    const first = await raise(h, 'villager-dongxi', lamps)
    const { id } = await raise(h, 'representative-dongxi', lamps)
    const back = await raise(h, 'representative-dongxi', canal)
    await h.done('representative-dongxi', back.id, { aside: 'withdraw', form: { reason: '自己清了' } })
    await h.done('clerk-dongxi', id, { aside: 'merge', form: { into: first.id, reason: '同一处路灯' } })
    expect(await titles('', 'clerk-dongxi')).toEqual([])
  })

  it('shows a villager nothing that is for the office, and a stranger nothing that is for villagers', async () => {
    await settled(h, quiet, { decision: '还差一份收入说明。' })
    const seen = await settled(h, lamps)
    expect(await titles()).toEqual([seen.title])
    expect(await titles('q=低保')).toEqual([])
    expect(await titles('q=低保', 'clerk-dongxi')).toHaveLength(1)
    expect(await titles('', 'villager-shatang')).toEqual([])
    expect((await (await h.as()).get<AnswersView>('/api/villages/dongxi/answers')).body.found).toEqual([])
    expect(JSON.stringify((await answers()).body)).not.toMatch(/林桂香|villager-dongxi/)
  })

  it('turns pages without leaving one out or giving one twice; a place that isn’t one is refused', async () => {
    for (let n = 0; n < 3; n++) await settled(h, { ...lamps, text: `第${n}盏路灯不亮` })
    const seen: string[] = []
    let after = ''
    for (let n = 0; n < 5; n++) {
      const { body } = await answers(`limit=1${after}`)
      seen.push(...body.found.map((f) => f.title))
      if (!body.next) break
      after = `&after=${encodeURIComponent(body.next)}`
    }
    expect(seen).toEqual(['第2盏路灯不亮', '第1盏路灯不亮', '第0盏路灯不亮'])
    for (const bad of ['x', Buffer.from('2026-05-01\0c1').toString('base64url')]) {
      const { status, body } = await answers(`after=${bad}`)
      expect([status, body.says]).toEqual([400, '翻页的位置不对，请回到第一页。'])
    }
    expect((await answers(`q=${'长'.repeat(41)}`)).status).toBe(400)
  })

  describe('and how it went, in counts', () => {
    const rates = async (query = '', person?: string) =>
      (await (await h.as(person)).get<RatesView>(`/api/villages/dongxi/rates${query}`)).body

    it('counts what was closed by how it ended, what is open, and nothing of another village', async () => {
      await settled(h, lamps)
      await settled(h, { ...lamps, text: '路灯又不亮' }, { outcome: 'basically' })
      await settled(h, quiet, { by: 'representative-dongxi' })
      await settled(h, canal, { by: 'villager-shatang' })
      const first = await raise(h, 'neighbour-dongxi', lamps)
      const same = await raise(h, 'neighbour-dongxi', { ...lamps, text: '晒谷场灯不亮' })
      await h.done('clerk-dongxi', same.id, { aside: 'merge', form: { into: first.id, reason: '同一处路灯' } })
      const back = await raise(h, 'neighbour-dongxi', canal)
      await h.done('neighbour-dongxi', back.id, { aside: 'withdraw', form: { reason: '自己清了' } })
      const counts = { satisfied: 2, basically: 1, unsatisfied: 0, silent: 0, declined: 0, merged: 1, withdrawn: 1 }
      for (const person of [undefined, 'villager-dongxi', 'township'])
        expect(await rates('', person)).toMatchObject({ year: 2026, open: 1, closed: 5, outcomes: counts })
      expect((await rates('?year=2025')).closed).toBe(0)
    })

    it('counts silence apart, and what was declined as declined', async () => {
      const { id } = await raise(h, 'villager-dongxi', lamps)
      await h.done('clerk-dongxi', id, { outcome: 'acknowledged' })
      const decision = '去看过，灯是好的。'
      await h.done('secretary-dongxi', id, { outcome: 'answered', form: { decision, heldOn: '2026-06-01' } })
      const other = await raise(h, 'villager-dongxi', canal)
      await h.done('clerk-dongxi', other.id, { outcome: 'acknowledged' })
      await h.done('secretary-dongxi', other.id, {
        ...{
          outcome: 'declined',
          form: { decision: '这条渠归水利站管，打他们电话。', heldOn: '2026-06-01', ground: 'notVillage' },
        },
      })
      await h.done('villager-dongxi', other.id, { outcome: 'accepted' })
      h.to('2026-06-20')
      await h.sweep()
      expect((await rates()).outcomes).toMatchObject({ satisfied: 0, silent: 1, declined: 1 })
    })

    it('holds counts and nothing else', async () => {
      await settled(h, lamps)
      const text = JSON.stringify(await rates())
      expect(text).not.toMatch(/[\u4e00-\u9fff]/)
      expect(text).not.toMatch(/c[0-9a-f]{24}/)
    })
  })
})
