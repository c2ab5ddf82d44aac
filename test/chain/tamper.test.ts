import { isSigned } from '@shared/checkpointSignature'
import type { Case, Draft } from '@shared/engine/case'
import { seal } from '@shared/engine/chain'
import { evolve } from '@shared/engine/evolve'
import { titleOf } from '@shared/engine/open'
import { unopened } from '@shared/engine/unopened'
import type { LedgerView, ProofView } from '@shared/schemas/chainViews'
import type { CaseView, HomeView } from '@shared/schemas/views'
import { contradicts, type SeenCheckpoint } from '@shared/seenCheckpoint'
import { verifyCase } from '@shared/verifyCase'
import { verifyProof } from '@shared/verifyProof'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkpointAll } from '../../functions/checkpoints/checkpointAll'
import { definitionOf } from '../../functions/store/caseStore'
import { everyItem } from '../../functions/store/everyRecord'
import { gatherer } from '../../functions/verify/export'
import type { Finding } from '../../functions/verify/finding'
import type { Input } from '../../functions/verify/input'
import { verifyAll } from '../../functions/verify/verifyAll'
import { canal, lamps, raise } from '../http/requesting'
import { openHouse, type TestHouse } from '../support/house'
import { type ByHand, type Opened, opened } from './byHand'

const signingKey = Uint8Array.from({ length: 32 }, (_, i) => i)
const another = Uint8Array.from({ length: 32 }, (_, i) => 99 - i)
const minute = 60_000

/**
 * Who finds what. `button`: 核验一下 of a case, on the phone alone. `proof`: the same with the case's place in the village's list.
 * `verifier`: mingwu-verify over an export. `phone`: what the phone kept of the last checkpoint that it saw. `kept`: the file that
 * the township keeps outside, against the list of today. `job`: the next checkpoint refuses to sign, where the case is one that it looks at: it was saved within the last hour.
 */
type By = 'button' | 'proof' | 'verifier' | 'phone' | 'kept' | 'job'
type At = { h: TestHouse; hand: ByHand; a: string; b: string; yesterday: Awaited<ReturnType<ByHand['copy']>> }

const readCase = async (hand: ByHand, id: string) => JSON.parse((await hand.read(id)).body) as Case
const writeCase = async (hand: ByHand, found: Case, id = found.id, like?: string) =>
  hand.write(id, { body: JSON.stringify(found), head: found.log.at(-1)!.hash }, like)
/** Changes what is stored, and nothing else: someone at the database. */
const edit = async ({ hand }: At, id: string, change: (body: string) => string) =>
  hand.write(id, { body: change((await hand.read(id)).body) })
const editCase = (at: At, id: string, change: (found: Case) => Case) =>
  edit(at, id, (body) => JSON.stringify(change(JSON.parse(body) as Case)))
/** Makes a log anew of changed lines, with every hash right: someone who knows how it is done. */
const resealed = (found: Case, drafts: readonly Draft[], more: Partial<Case> = {}): Case => {
  const workflow = definitionOf(found)
  const title = workflow.titleFrom ? titleOf(workflow, drafts[0].values) : found.title
  const before = unopened({ ...found, title, ...more })
  return drafts.reduce((then, draft, i) => {
    const line = seal({ ...draft, no: i + 1 }, then.log.at(-1)?.hash ?? '', then.salt, () => `s${i}`)
    return evolve(workflow, then, line)
  }, before)
}
const reseal = async ({ hand }: At, id: string, change: (log: readonly Draft[]) => readonly Draft[]) => {
  const found = await readCase(hand, id)
  await writeCase(hand, resealed(found, change(found.log)))
}
const first = <T>(all: readonly T[], change: (one: T) => T): T[] => all.map((one, i) => (i === 0 ? change(one) : one))
const said = { text: '晒谷场的灯都亮着，没有事。' }

const table: readonly [string, (at: At) => Promise<unknown>, readonly By[]][] = [
  ['nothing is touched', async () => undefined, []],
  [
    'a value is edited',
    (at) =>
      editCase(at, at.a, (c) => ({ ...c, log: first(c.log, (e) => ({ ...e, values: { ...e.values, ...said } })) })),
    ['button', 'verifier'],
  ],
  [
    'what the engine made of an act is edited',
    (at) =>
      editCase(at, at.a, (c) => ({
        ...c,
        log: first(c.log, (e) => ({ ...e, effect: { ...e.effect, dueOn: '2026-12-31' } })),
      })),
    ['button', 'verifier'],
  ],
  [
    'only what is shown as the latest is edited',
    (at) => editCase(at, at.a, (c) => ({ ...c, fields: { ...c.fields, place: '村口' } })),
    ['button', 'verifier'],
  ],
  ['only the title is edited', (at) => editCase(at, at.a, (c) => ({ ...c, title: '没有事' })), ['button', 'verifier']],
  ['who opened it is edited', (at) => editCase(at, at.a, (c) => ({ ...c, opener: 'neighbour-dongxi' })), ['verifier']],
  [
    'a value is edited and the whole log made anew',
    (at) => reseal(at, at.a, (log) => first(log, (e) => ({ ...e, values: { ...e.values, ...said } }))),
    ['proof', 'verifier', 'job'],
  ],
  [
    'a line in the middle is deleted',
    (at) => editCase(at, at.a, (c) => ({ ...c, log: [c.log[0], ...c.log.slice(2)] })),
    ['button', 'proof', 'verifier'],
  ],
  [
    'a line in the middle is deleted and the rest made anew',
    (at) => reseal(at, at.a, (log) => [log[0], ...log.slice(2)]),
    ['proof', 'verifier', 'job'],
  ],
  [
    'the log is cut short, as if the last had never been done',
    (at) => reseal(at, at.a, (log) => log.slice(0, -1)),
    ['proof', 'verifier', 'job'],
  ],
  [
    'two lines change places',
    (at) => editCase(at, at.a, (c) => ({ ...c, log: [c.log[0], c.log[2], c.log[1]] })),
    ['button', 'proof', 'verifier'],
  ],
  [
    'a line is put in between and the rest made anew',
    (at) => reseal(at, at.a, (log) => [log[0], log[1], log[1], ...log.slice(2)]),
    ['proof', 'verifier', 'job'],
  ],
  [
    'the instant of a line is set back',
    (at) =>
      editCase(at, at.a, (c) => ({
        ...c,
        log: c.log.map((e) => ({ ...e, at: '2026-05-20T01:00:00.000Z', on: '2026-05-20' })),
      })),
    ['button', 'verifier'],
  ],
  [
    'a line is added that says it was written days ago',
    async ({ hand, a }) => {
      const found = await readCase(hand, a)
      const last = found.log[found.log.length - 1]
      const draft = { ...last, no: last.no + 1, aside: 'note', at: '2026-06-01T02:00:00.000Z', on: '2026-06-01' }
      const line = seal(draft, last.hash, found.salt, () => 's')
      await writeCase(hand, evolve(definitionOf(found), found, line))
    },
    ['verifier'],
  ],
  [
    'a whole case is put in that says it was opened days ago',
    async ({ hand, a }) => {
      const found = await readCase(hand, a)
      const id = 'c0123456789abcdef01234567'
      const log = first(found.log, (e) => ({ ...e, effect: { ...e.effect, is: { ...e.effect.is!, id } } }))
      await writeCase(hand, resealed({ ...found, id }, log), id, a)
    },
    ['verifier'],
  ],
  ['a whole case is deleted', ({ hand, b }) => hand.drop(b), ['verifier']],
  [
    'two cases get each other’s log',
    async ({ hand, a, b }) => {
      const [one, two] = [await readCase(hand, a), await readCase(hand, b)]
      await writeCase(hand, {
        ...one,
        log: two.log,
        salt: two.salt,
        fields: two.fields,
        title: two.title,
        opener: two.opener,
      })
      await writeCase(hand, {
        ...two,
        log: one.log,
        salt: one.salt,
        fields: one.fields,
        title: one.title,
        opener: one.opener,
      })
    },
    ['button', 'proof', 'verifier', 'job'],
  ],
  [
    'a case is made anew, and where it stands is noted anew to match',
    async (at) => {
      await reseal(at, at.a, (log) => first(log, (e) => ({ ...e, values: { ...e.values, ...said } })))
      const { no, hash: head } = (await readCase(at.hand, at.a)).log.at(-1)!
      await edit(at, `leaf#${at.a}`, (body) => JSON.stringify({ ...JSON.parse(body), no, head }))
    },
    ['proof', 'verifier'],
  ],
  [
    'the list itself is forged',
    (at) => edit(at, 'tile#dongxi#0#0', (body) => JSON.stringify((JSON.parse(body) as string[]).toReversed())),
    ['proof', 'verifier', 'kept', 'job'],
  ],
  [
    'the head of the list is forged',
    (at) =>
      edit(at, 'log#dongxi', (body) => {
        const state = JSON.parse(body)
        return JSON.stringify({
          ...state,
          signed: { ...state.signed, checkpoint: { ...state.signed.checkpoint, root: 'a'.repeat(64) } },
        })
      }),
    ['proof', 'phone', 'job'],
  ],
  [
    'the whole database is rolled back to yesterday',
    ({ hand, yesterday }) => hand.putBack(yesterday),
    ['phone', 'kept'],
  ],
  [
    'rolled back to yesterday, and today signed again without what was done',
    async ({ h, hand, yesterday }) => {
      await hand.putBack(yesterday)
      await checkpointAll(h.house)
    },
    ['phone', 'kept'],
  ],
  [
    'everything is made anew and signed with another key',
    async (at) => {
      const { h, hand } = at
      for (const { pk } of await everyItem(h.house.table))
        if (/^(checkpoint|tile|leaf|log)#/.test(pk)) await hand.drop(pk)
      await reseal(at, at.a, (log) => first(log, (e) => ({ ...e, values: { ...e.values, ...said } })))
      const now = h.clock.at
      for (const day of ['2026-06-01', '2026-06-02', '2026-06-03']) {
        h.to(day, '20:00')
        await checkpointAll({ ...h.house, signingKey: another })
      }
      h.clock.at = now
    },
    ['phone', 'kept'],
  ],
]

describe.each(['sqlite', 'dynamo'] as const)('an administrator edits %s by hand', (engine) => {
  let store: Opened
  let at: At
  let today: Awaited<ReturnType<ByHand['copy']>>
  let seen: SeenCheckpoint
  let kept: LedgerView
  const get = async <T>(path: string) => (await at.h.as('clerk-dongxi')).get<T>(path)

  beforeAll(async () => {
    store = await opened[engine]()
    const h = await openHouse('sqlite', '2026-06-01T09:00:00+08:00', { table: store.table, signingKey })
    const a = (await raise(h, 'villager-dongxi', lamps)).id
    const b = (await raise(h, 'neighbour-dongxi', canal)).id
    await checkpointAll(h.house)
    h.to('2026-06-02')
    await h.done('clerk-dongxi', a, { outcome: 'acknowledged' })
    h.clock.at += minute
    await checkpointAll(h.house)
    const yesterday = await store.hand.copy()
    h.to('2026-06-03')
    await h.done('secretary-dongxi', a, { outcome: 'handle', form: { decision: '请电工。', heldOn: '2026-06-03' } })
    h.clock.at += minute
    await checkpointAll(h.house)
    at = { h, hand: store.hand, a, b, yesterday }
    today = await store.hand.copy()
    seen = (await get<HomeView>('/api/villages/dongxi/home')).body.checkpoint!
    kept = (await get<LedgerView>('/api/villages/dongxi/ledger')).body
  }, 60_000)
  afterAll(async () => {
    await at.h.close()
    await store.shut()
  })

  const button = async () => {
    const views = await Promise.all([at.a, at.b].map((id) => get<CaseView>(`/api/cases/${id}`)))
    return views.some(({ status, body }) => status === 200 && verifyCase(body).length > 0)
  }
  const proof = async () => {
    for (const id of [at.a, at.b]) {
      const { status, body } = await get<CaseView>(`/api/cases/${id}`)
      if (status !== 200) continue
      const proved = (await get<ProofView>(`/api/cases/${id}/proof`)).body
      if ('refusal' in proved || !proved.signed || !isSigned(proved.signed) || verifyProof(proved, body).length)
        return true
    }
    return false
  }
  const phone = async () => contradicts(seen, (await get<HomeView>('/api/villages/dongxi/home')).body.checkpoint!)
  const exported = async (): Promise<Input> => {
    const { all, add } = gatherer()
    for (const item of await everyItem(at.h.house.table)) add(item)
    return { is: 'export', all }
  }
  const has = (findings: readonly Finding[]) => findings.some((f) => f.is === 'fault')
  const ledgerNow = async (): Promise<Input> => ({
    is: 'ledger',
    ledger: (await get<LedgerView>('/api/villages/dongxi/ledger')).body,
  })
  const job = async () => {
    const was = at.h.clock.at
    at.h.to('2026-06-04')
    const done = await checkpointAll(at.h.house).then(
      () => false,
      () => true,
    )
    at.h.clock.at = was
    return done
  }

  it.each(table)(
    '%s',
    async (_, tamper, by) => {
      await store.hand.putBack(today)
      await tamper(at)
      const found: By[] = []
      if (await button()) found.push('button')
      if (await proof()) found.push('proof')
      if (has(verifyAll([await exported()]))) found.push('verifier')
      if (await phone()) found.push('phone')
      if (has(verifyAll([await ledgerNow()], [{ is: 'ledger', ledger: kept }]))) found.push('kept')
      // last: it writes
      if (await job()) found.push('job')
      expect(found).toEqual(by)
      await store.hand.putBack(today)
    },
    60_000,
  )

  it('two readers are shown two lists: their codes differ, and the two files are a proof against the key', async () => {
    const goOn = async (form: Record<string, unknown>) => {
      await store.hand.putBack(at.yesterday)
      at.h.to('2026-06-03')
      await at.h.done('secretary-dongxi', at.a, { outcome: 'handle', form: { heldOn: '2026-06-03', ...form } })
      await checkpointAll(at.h.house)
      return (await ledgerNow()) as Extract<Input, { is: 'ledger' }>
    }
    const one = await goOn({ decision: '请电工。' })
    const two = await goOn({ decision: '不修。' })
    expect(has(verifyAll([one]))).toBe(false)
    expect(has(verifyAll([two]))).toBe(false)
    const codes = [one, two].map(({ ledger }) => ledger.checkpoints.at(-1)!.checkpoint.root)
    expect(codes[0]).not.toBe(codes[1])
    const says = verifyAll([two], [one]).map((f) => f.says)
    expect(says.join()).toContain('同一把钥匙')
    expect(says.join()).toContain('证据')
    await store.hand.putBack(today)
  })

  it('the words of a person who is forgotten are gone: everything stays valid', async () => {
    await editCase(at, at.a, (found) => {
      const { text: _, ...values } = found.log[0].values
      const { text: __, ...salts } = found.log[0].salts
      const { text: ___, ...fields } = found.fields
      return {
        ...found,
        title: '内容已按本人要求删除',
        fields,
        log: first(found.log, (e) => ({ ...e, values, salts })),
      }
    })
    expect([await button(), await proof(), await phone()]).toEqual([false, false, false])
    expect(verifyAll([await exported()]).filter((f) => f.is === 'fault')).toEqual([])
    await store.hand.putBack(today)
  })
})
