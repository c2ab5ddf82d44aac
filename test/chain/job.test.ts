import { hashOfLeaf, type Signed } from '@shared/checkpoint'
import { isSigned, publicKeyOf } from '@shared/checkpointSignature'
import { addDays } from '@shared/engine/deadline'
import { emptyRoot, rootOf, verifyConsistency, verifyInclusion } from '@shared/merkle'
import type { LatestView, LedgerView, ProofView } from '@shared/schemas/chainViews'
import { contradicts } from '@shared/seenCheckpoint'
import { afterEach, describe, expect, it } from 'vitest'
import { checkpointAll, mostLeaves } from '../../functions/checkpoints/checkpointAll'
import { appendLeaves, treeOf } from '../../functions/checkpoints/tiles'
import { clockwork } from '../../functions/clockwork'
import { checkpointStore } from '../../functions/store/checkpointStore'
import { storesOf } from '../../functions/stores'
import { crashing } from '../crash/crashing'
import { canal, lamps, quiet, raise } from '../http/requesting'
import { openHouse, type TestHouse } from '../support/house'
import { engines } from '../support/stores'

const signingKey = Uint8Array.from({ length: 32 }, (_, i) => i)
let h: TestHouse
afterEach(() => h.close())

const began = '2026-06-01'
const openSigned = async (engine: 'sqlite' | 'dynamo') => {
  h = await openHouse(engine, `${began}T09:00:00+08:00`, { signingKey })
  return h
}
const get = async <T>(path: string, person?: string) => (await (await h.as(person)).get<T>(path)).body
const latest = (since?: number) =>
  get<LatestView>(`/api/villages/dongxi/checkpoint${since === undefined ? '' : `?since=${since}`}`)
const ledger = () => get<LedgerView>('/api/villages/dongxi/ledger')
const proof = (id: string) => get<ProofView>(`/api/cases/${id}/proof`, 'clerk-dongxi')

/** Everything that the list of a village is made of, as it stands. */
const whole = async () => {
  const { checkpoints, leaves } = await ledger()
  checkpoints.forEach((signed, i) => {
    expect(isSigned(signed)).toBe(true)
    expect(signed.checkpoint.no).toBe(i + 1)
    expect(signed.checkpoint.root).toBe(rootOf(leaves.slice(0, signed.checkpoint.size)))
  })
  expect(checkpoints.at(-1)?.checkpoint.size ?? 0).toBe(leaves.length)
  return { checkpoints, leaves }
}

describe.each(['sqlite', 'dynamo'] as const)('封账 on %s: the daily checkpoint', (engine) => {
  it('there is none before the first; without a key none is ever made', async () => {
    h = await openHouse(engine, `${began}T09:00:00+08:00`)
    await clockwork(h.house)
    expect(await latest(0)).toEqual({ signed: null, keys: [] })
    expect(await get('/api/villages/dongxi/home')).not.toHaveProperty('checkpoint')
  })

  it('each case that has changed that day is one leaf; a day without change is signed too; never twice a day', async () => {
    await openSigned(engine)
    const one = await raise(h, 'villager-dongxi', lamps)
    h.clock.at += 1000
    const two = await raise(h, 'neighbour-dongxi', canal)
    await clockwork(h.house)
    await checkpointAll(h.house)
    let kept = await whole()
    expect(kept.checkpoints).toHaveLength(1)
    const heads = async (id: string) => (await h.see('clerk-dongxi', id)).log.at(-1)!
    const first = await heads(one.id)
    expect(kept.leaves).toContain(hashOfLeaf({ case: one.id, no: first.no, head: first.hash }))
    const size = kept.leaves.length
    h.to('2026-06-02')
    await h.done('clerk-dongxi', one.id, { outcome: 'acknowledged' })
    await checkpointAll(h.house)
    kept = await whole()
    expect(kept.leaves).toHaveLength(size + 1)
    h.to('2026-06-03')
    await checkpointAll(h.house)
    kept = await whole()
    expect(kept.checkpoints.map(({ checkpoint }) => checkpoint.size)).toEqual([size, size + 1, size + 1])
    const proved = await proof(one.id)
    expect(proved.coveredUpTo).toBe(2)
    const { leaf, signed } = proved
    expect(verifyInclusion({ ...leaf!, leaf: hashOfLeaf(leaf!), ...signed!.checkpoint })).toBe(true)
    expect((await proof(two.id)).leaf!.no).toBe(1)
    for (const { checkpoint } of kept.checkpoints) {
      const { consistency } = await latest(checkpoint.size)
      const second = kept.checkpoints[2].checkpoint
      expect(verifyConsistency({ first: checkpoint, second, path: consistency!.path })).toBe(true)
    }
    expect(await latest(size + 2)).not.toHaveProperty('consistency')
    const { no, root, at } = kept.checkpoints[2].checkpoint
    expect(await get('/api/villages/dongxi/home')).toMatchObject({ checkpoint: { no, size: size + 1, root, at } })
    const page = await get<{ checkpoints: Signed[]; next?: string }>('/api/villages/dongxi/checkpoints?limit=2')
    expect(page.checkpoints.map((s) => s.checkpoint.no)).toEqual([3, 2])
    expect(page.next).toBeDefined()
  })

  it('a case that was raised since stands in no checkpoint yet, and whoever may not see it isn’t told', async () => {
    await openSigned(engine)
    await clockwork(h.house)
    const { id } = await raise(h, 'villager-dongxi', quiet)
    expect(await proof(id)).toMatchObject({ coveredUpTo: 0 })
    expect(await proof(id)).not.toHaveProperty('leaf')
    expect((await (await h.as('neighbour-dongxi')).get(`/api/cases/${id}/proof`)).status).toBe(404)
    expect((await (await h.as()).get(`/api/cases/${id}/proof`)).status).toBe(404)
  })

  it('killed at any write and begun anew, it is the same list as if it had never been killed', async () => {
    await openSigned(engine)
    const ids = [await raise(h, 'villager-dongxi', lamps), await raise(h, 'neighbour-dongxi', canal)].map(
      ({ id }) => id,
    )
    await h.sweep()
    let last: LedgerView | undefined
    for (let day = 2, nth = 1; nth <= 8; day++, nth++) {
      h.to(addDays(began, day))
      await h.act('clerk-dongxi', ids[nth % 2], { outcome: 'acknowledged' })
      await h.sweep()
      const when = nth % 2 ? 'before' : 'after'
      for (const at of [nth, 1, 2]) {
        const { table } = crashing(h.table, at, when)
        await checkpointAll({ ...h.house, table, stores: storesOf({ ...h.deps, table }) }).catch(() => undefined)
        // whatever is pointed at is whole at every moment
        await whole()
      }
      await checkpointAll(h.house)
      const { checkpoints, leaves } = await whole()
      expect(checkpoints, `${nth}`).toHaveLength(nth)
      if (last) expect(leaves.slice(0, last.leaves.length)).toEqual(last.leaves)
      last = await ledger()
      for (const id of ids) {
        const { leaf, signed } = await proof(id)
        expect(verifyInclusion({ ...leaf!, leaf: hashOfLeaf(leaf!), ...signed!.checkpoint }), `${nth}`).toBe(true)
      }
    }
  }, 120_000)

  it('run by two at the same time it is signed once', async () => {
    await openSigned(engine)
    await raise(h, 'villager-dongxi', lamps)
    await Promise.all([checkpointAll(h.house), checkpointAll(h.house), checkpointAll(h.house)])
    expect((await whole()).checkpoints).toHaveLength(1)
  })
})

describe('封账: keys, sizes, what was forged', () => {
  it('a key that is new signs from its day on; the list goes on', async () => {
    await openSigned('sqlite')
    await checkpointAll(h.house)
    h.to('2026-06-02')
    const next = Uint8Array.from({ length: 32 }, () => 7)
    await checkpointAll({ ...h.house, signingKey: next })
    const { keys } = await latest()
    expect(keys).toEqual([
      { key: publicKeyOf(signingKey), from: '2026-06-01' },
      { key: publicKeyOf(next), from: '2026-06-02' },
    ])
    await whole()
  })

  it(`more than ${mostLeaves} changed cases are signed at once, in several checkpoints`, async () => {
    await openSigned('sqlite')
    await checkpointAll(h.house)
    const before = (await whole()).leaves.length
    h.to('2026-06-02')
    const { id } = await raise(h, 'villager-dongxi', lamps)
    const item = (await h.table.get(id))!
    const many = mostLeaves + 40
    for (let i = 0; i < many; i++) {
      const pk = `c${String(i).padStart(24, '0')}`
      await h.table.put(
        { ...item, pk, version: 1, head: `head ${i}`, keys: { changed: item.keys.changed } },
        { ifVersion: 0 },
      )
    }
    await checkpointAll(h.house)
    const { checkpoints } = await whole()
    expect(checkpoints.map(({ checkpoint }) => checkpoint.size)).toEqual([
      ...[before, before + mostLeaves, before + many + 1],
    ])
    h.to('2026-06-03')
    await checkpointAll(h.house)
    expect((await whole()).checkpoints).toHaveLength(4)
  })

  it('nothing is signed on top of tiles that aren’t what was signed', async () => {
    await openSigned('sqlite')
    await raise(h, 'villager-dongxi', lamps)
    await checkpointAll(h.house)
    const tile = (await h.table.get('tile#dongxi#0#0'))!
    const forged = JSON.stringify(JSON.parse(tile.body).map(() => emptyRoot))
    await h.table.put({ ...tile, version: 2, body: forged }, { ifVersion: 1 })
    h.to('2026-06-02')
    await expect(checkpointAll(h.house)).rejects.toThrow('what was signed')
    expect((await latest()).signed!.checkpoint.no).toBe(1)
  })
})

describe('tiles of 256 hashes', () => {
  it.each([
    ['sqlite', [1, 255, 257, 600, 65_537, 66_000]],
    ['dynamo', [1, 255, 257, 600]],
  ] as const)(
    'hold a list three levels high and give every head on %s',
    async (engine, sizes) => {
      h = await openHouse('sqlite')
      const { table, shut } = await engines[engine]()
      const store = checkpointStore(table)
      const most = sizes[sizes.length - 1]
      const leaves = Array.from({ length: most }, (_, no) => hashOfLeaf({ case: 'c', no, head: '' }))
      for (const [i, to] of sizes.entries()) {
        const from = sizes[i - 1] ?? 0
        await appendLeaves(store, 'v', from, leaves.slice(from, to))
        await appendLeaves(store, 'v', from, leaves.slice(from, to))
        expect(await treeOf(store, 'v').path([{ begin: 0, end: to }])).toEqual([rootOf(leaves.slice(0, to))])
      }
      expect(await store.tile('v', 2, 0)).toHaveLength(most > 65_536 ? 1 : 0)
      await expect(appendLeaves(store, 'v', most + 1, leaves.slice(0, 1))).rejects.toThrow('too short')
      await expect(appendLeaves(store, 'v', most - 1, leaves.slice(0, 1))).rejects.toThrow("isn't what it was")
      await shut()
    },
    60_000,
  )
})

describe('what a phone has seen', () => {
  const seen = { no: 4, size: 10, root: 'a' }
  it.each([
    ['more leaves', { no: 5, size: 11, root: 'b' }, false],
    ['the same day again', seen, false],
    ['a day without change', { no: 5, size: 10, root: 'a' }, false],
    ['fewer leaves', { no: 5, size: 9, root: 'b' }, true],
    ['as many leaves and another head', { no: 5, size: 10, root: 'b' }, true],
    ['an earlier checkpoint', { no: 3, size: 10, root: 'a' }, true],
  ])('%s', (_, now, alarm) => expect(contradicts(seen, now)).toBe(alarm))
})
