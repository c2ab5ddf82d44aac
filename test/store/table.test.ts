import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyItem } from '../../functions/store/everyRecord'
import { ItemTooLarge } from '../../functions/store/limits'
import { BadPage } from '../../functions/store/page'
import type { IndexName, ListQuery, Table, TableRecord } from '../../functions/store/table'
import { engines, item, type Opened } from '../support/stores'

const name = (n: number) => `case#${String(n).padStart(4, '0')}`

describe.each(['sqlite', 'dynamo'] as const)('the table on %s', (engine) => {
  let opened: Opened
  let table: Table
  beforeAll(async () => {
    opened = await engines[engine]()
    table = opened.table
  })
  afterAll(() => opened.shut())

  const open = (pk: string, given = {}) => table.put(item(pk, given), { ifVersion: 0 })
  const onBoard = (partition: string, sort: string, given = {}) => ({ keys: { board: { partition, sort } }, ...given })
  const pks = async (index: IndexName, partition: string, query: Partial<ListQuery> = {}) =>
    (await table.list(index, partition, { limit: 100, ...query })).rows.map((row) => row.pk)
  async function pages(partition: string, query: ListQuery) {
    const found: string[][] = []
    for (let after: string | undefined; ; ) {
      const { rows, next } = await table.list('board', partition, { ...query, after })
      found.push(rows.map((row) => row.pk))
      if (!next) return found
      after = next
    }
  }

  describe('put', () => {
    it('gives back all that was put', async () => {
      const whole = item('whole', {
        body: JSON.stringify({ title: '修一条路', emoji: '🛣️' }),
        card: '{"title":"修路"}',
        sees: 'villagers',
        words: '修路 三组',
        head: 'abc',
        keys: { board: { partition: 'v1#village', sort: '2026-11-05' }, words: { partition: 'v1#2026', sort: '1' } },
        expiresOn: '2027-01-31',
      })
      expect(await table.put(whole, { ifVersion: 0 })).toBe('put')
      expect(await table.get('whole')).toEqual(whole)
      expect(await table.get('nothing')).toBeUndefined()
    })

    it('puts the first version only where nothing stands', async () => {
      expect(await open('once', { body: '1' })).toBe('put')
      expect(await open('once', { body: '2' })).toBe('lost')
      expect((await table.get('once'))?.body).toBe('1')
    })

    it('puts a later version only over the one before it', async () => {
      await open('later')
      const second = item('later', { version: 2, body: '2' })
      expect(await table.put(second, { ifVersion: 1 })).toBe('put')
      expect(await table.put({ ...second, body: 'stale' }, { ifVersion: 1 })).toBe('lost')
      expect(await table.put(item('never', { version: 2 }), { ifVersion: 1 })).toBe('lost')
      expect(await table.get('later')).toEqual(second)
      expect(await table.get('never')).toBeUndefined()
    })

    it('lets one of 20 simultaneous writers win, also when all write the same', async () => {
      for (const body of [(n: number) => `${n}`, () => 'same']) {
        const pk = `race ${body(1)}`
        const first = await Promise.all(Array.from({ length: 20 }, (_, n) => open(pk, { body: body(n) })))
        const second = await Promise.all(
          Array.from({ length: 20 }, (_, n) => table.put(item(pk, { version: 2, body: body(n) }), { ifVersion: 1 })),
        )
        for (const outcomes of [first, second]) {
          expect(outcomes.filter((outcome) => outcome === 'put')).toHaveLength(1)
          expect(outcomes.filter((outcome) => outcome === 'lost')).toHaveLength(19)
        }
        expect((await table.get(pk))?.version).toBe(2)
      }
    })

    it('takes a body of 380 KB and refuses one byte more, before anything is written', async () => {
      const full = `${'汉'.repeat((380 * 1024 - 2) / 3)}..`
      expect(Buffer.byteLength(full)).toBe(380 * 1024)
      expect(await open('full', { body: full })).toBe('put')
      await expect(open('fuller', { body: `${full}.` })).rejects.toThrow(ItemTooLarge)
      expect(await table.get('fuller')).toBeUndefined()
    })

    it('takes 1 KB of words and refuses one byte more', async () => {
      expect(await open('words', { words: 'x'.repeat(1024) })).toBe('put')
      await expect(open('wordy', { words: 'x'.repeat(1025) })).rejects.toThrow(ItemTooLarge)
    })

    it.each([
      ['', {}],
      ['mark#x', {}],
      ['a\u0001b', {}],
      ['long', onBoard('v', 'x'.repeat(513))],
      ['empty', onBoard('v', '')],
      ['version', { version: 3 }],
      ['nul', { body: 'a\0b' }],
    ])('refuses what no engine could hold: %j %j', async (pk, given) => {
      await expect(open(pk, given)).rejects.toThrow(RangeError)
    })
  })

  describe('list', () => {
    it('shows an item while it has a key there, and only in the indexes that it has keys for', async () => {
      await open('sparse', { keys: { board: { partition: 's', sort: '1' }, desk: { partition: 's', sort: '2' } } })
      expect(await pks('board', 's')).toEqual(['sparse'])
      expect(await pks('mine', 's')).toEqual([])

      await table.put(item('sparse', { version: 2, keys: { desk: { partition: 's', sort: '3' } } }), { ifVersion: 1 })
      expect(await pks('board', 's')).toEqual([])
      expect((await table.list('desk', 's', { limit: 9 })).rows).toMatchObject([{ pk: 'sparse', sort: '3' }])

      await table.put(item('sparse', { version: 3 }), { ifVersion: 2 })
      expect(await pks('desk', 's')).toEqual([])
    })

    it('gives each index what it projects: a card, the head, the words, or only keys', async () => {
      const key = { partition: 'projected', sort: '1' }
      const keys = { board: key, boardAll: key, desk: key, mine: key, links: key, closed: key, pending: key }
      await open('projected', {
        sees: 'office',
        card: '{}',
        words: '路',
        head: 'h',
        keys: { ...keys, owed: key, backlog: key, changed: key, words: key },
      })
      const row = { pk: 'projected', sort: '1', sees: 'office' }
      for (const index of Object.keys(keys) as IndexName[])
        expect((await table.list(index, 'projected', { limit: 1 })).rows).toEqual([{ ...row, card: '{}' }])
      for (const index of ['backlog', 'owed'] as const)
        expect((await table.list(index, 'projected', { limit: 1 })).rows).toEqual([row])
      expect((await table.list('changed', 'projected', { limit: 1 })).rows).toEqual([{ ...row, head: 'h' }])
      expect((await table.list('words', 'projected', { limit: 1 })).rows).toEqual([{ ...row, card: '{}', words: '路' }])
    })

    it('orders by sort, then pk, by UTF-8 bytes, both ways', async () => {
      // U+FF0C comes before the emoji in bytes and behind it in UTF-16 units.
      const order = ['1', '10', '2', 'A', 'a', '一', '，', '🛣️']
      for (const sort of order.toReversed())
        for (const pk of ['b', 'a']) await open(`o${sort}${pk}`, onBoard('o', sort))
      const expected = order.flatMap((sort) => [`o${sort}a`, `o${sort}b`])
      expect(await pks('board', 'o')).toEqual(expected)
      expect(await pks('board', 'o', { newestFirst: true })).toEqual(expected.toReversed())
      expect((await pages('o', { limit: 3 })).flat()).toEqual(expected)
      expect((await pages('o', { limit: 3, newestFirst: true })).flat()).toEqual(expected.toReversed())
    })

    it('pages through 7 rows of the same day by 3, both ways, and knows the last page', async () => {
      for (let n = 1; n <= 7; n++) await open(`p${n}`, onBoard('p', '2026-11-05'))
      expect(await pages('p', { limit: 3 })).toEqual([['p1', 'p2', 'p3'], ['p4', 'p5', 'p6'], ['p7']])
      expect(await pages('p', { limit: 3, newestFirst: true })).toEqual([
        ['p7', 'p6', 'p5'],
        ['p4', 'p3', 'p2'],
        ['p1'],
      ])
      expect(await pages('p', { limit: 7 })).toHaveLength(1)
      expect(await pages('nobody', { limit: 7 })).toEqual([[]])
    })

    it('takes both bounds in, and a prefix by \\uffff', async () => {
      const days = ['2026-10-31', '2026-11-01', '2026-11-15', '2026-11-30', '2026-12-01']
      for (const day of days) await open(`d${day}`, onBoard('d', day))
      const sorts = async (query: Partial<ListQuery>) =>
        (await table.list('board', 'd', { limit: 9, ...query })).rows.map((row) => row.sort)
      expect(await sorts({ from: '2026-11-01' })).toEqual(days.slice(1))
      expect(await sorts({ until: '2026-11-30' })).toEqual(days.slice(0, 4))
      expect(await sorts({ from: '2026-11-01', until: '2026-11-30' })).toEqual(days.slice(1, 4))
      expect(await sorts({ from: '2026-11', until: '2026-11\uffff' })).toEqual(days.slice(1, 4))
      expect(await sorts({ from: '2026-11-15', until: '2026-11-15', newestFirst: true })).toEqual(['2026-11-15'])
      expect(await sorts({ from: '2026-12', until: '2026-11' })).toEqual([])
      expect(await pages('d', { limit: 2, until: '2026-11-30', newestFirst: true })).toEqual([
        ['d2026-11-30', 'd2026-11-15'],
        ['d2026-11-01', 'd2026-10-31'],
      ])
    })

    it('fills a page across reads when four of five rows are for others', async () => {
      for (let n = 0; n < 40; n++) await open(`a${name(n)}`, onBoard('a', '1', { sees: n % 5 ? 'office' : 'everyone' }))
      const own = [0, 5, 10, 15, 20, 25, 30, 35].map((n) => `a${name(n)}`)
      const query = { limit: 3, audiences: ['everyone', 'villagers'] as const }
      expect((await pages('a', query)).map((page) => page.length)).toEqual([3, 3, 2])
      expect((await pages('a', query)).flat()).toEqual(own)
      expect((await pages('a', { ...query, newestFirst: true })).flat()).toEqual(own.toReversed())
      expect(await pks('board', 'a', { audiences: [] })).toEqual([])
    })

    it('stops after three reads and goes on from there: nothing of 50 hidden rows is shown, none is lost', async () => {
      for (let n = 0; n < 50; n++) await open(`h${name(n)}`, onBoard('h', '1', { sees: n < 49 ? 'party' : 'everyone' }))
      const found = await pages('h', { limit: 1, audiences: ['everyone'] })
      expect(found[0]).toEqual([])
      expect(found.flat()).toEqual([`h${name(49)}`])
    })

    it('takes a token only for the list and the bounds it was given for', async () => {
      for (const partition of ['t1', 't2'])
        for (let n = 1; n <= 3; n++) await open(`${partition}${n}`, onBoard(partition, `2026-11-0${n}`))
      const { next } = await table.list('board', 't1', { limit: 1 })
      expect(next).toMatch(/^[\w-]+$/)
      const behind = (sent: string, partition = 't1', query = {}) =>
        table.list('board', partition, { limit: 1, after: sent, ...query })
      expect((await behind(next!)).rows[0]?.pk).toBe('t12')
      for (const sent of ['', 'x', `${next}=`, next!.slice(4), `=${next}`, next!.slice(0, 12)])
        await expect(behind(sent), sent).rejects.toThrow(BadPage)
      await expect(behind(next!, 't2')).rejects.toThrow(BadPage)
      await expect(table.list('boardAll', 't1', { limit: 1, after: next })).rejects.toThrow(BadPage)
      await expect(behind(next!, 't1', { from: '2026-11-02' })).rejects.toThrow(BadPage)
      await expect(behind(next!, 't1', { until: '2026-10' })).rejects.toThrow(BadPage)
    })

    it.each([0, 1001, 1.5])('refuses a page of %d rows', async (limit) => {
      await expect(table.list('board', 'p', { limit })).rejects.toThrow(RangeError)
    })
  })

  describe('marks and numbers', () => {
    it('counts a member once, however often and at once they mark', async () => {
      const sizes = await Promise.all(Array.from({ length: 30 }, (_, n) => table.mark('read', `m${n % 10}`)))
      expect(Math.max(...sizes)).toBe(10)
      expect(await table.mark('read', 'm0')).toBe(10)
      expect(await table.marked('read', 'm3')).toEqual({ size: 10, has: true })
      expect(await table.marked('read', 'm10')).toEqual({ size: 10, has: false })
      expect(await table.marked('read')).toEqual({ size: 10, has: false })
      expect(await table.marked('unread', 'm3')).toEqual({ size: 0, has: false })
    })

    it('says who marked, in order, and nobody for a set that is none', async () => {
      for (const member of ['林', 'b', 'a', 'b']) await table.mark('named', member)
      expect(await table.members('named')).toEqual(['a', 'b', '林'])
      expect(await table.members('nobody')).toEqual([])
    })

    it('counts on with a number that may be dropped after a day, and refuses what is no day', async () => {
      expect(await table.number('brief', '2099-12-30')).toBe(1)
      expect(await table.number('brief')).toBe(2)
      expect(await table.number('brief', '2099-12-31')).toBe(3)
      await expect(table.number('brief', 'tomorrow')).rejects.toThrow(RangeError)
      expect(await table.restore({ number: { pk: 'brief', n: 3, expiresOn: '2099-12-31' } })).toBe('put')
    })

    it('never gives a number twice: 1000 at once are 1000', async () => {
      const numbers = await Promise.all(Array.from({ length: 1000 }, () => table.number('v1#2026')))
      expect(new Set(numbers).size).toBe(1000)
      expect(Math.min(...numbers)).toBe(1)
      expect(await table.number('v2#2026')).toBe(1)
    })

    it('keeps both when the item of the same name is put', async () => {
      await table.mark('own', 'm1')
      await table.number('own')
      await open('own')
      await table.mark('own', 'm2')
      await table.put(item('own', { version: 2 }), { ifVersion: 1 })
      expect(await table.marked('own', 'm1')).toEqual({ size: 2, has: true })
      expect(await table.number('own')).toBe(2)
      expect((await table.get('own'))?.version).toBe(2)
    })
  })
})

describe.each(['sqlite', 'dynamo'] as const)('walking the table on %s', (engine) => {
  it('meets each of 450 items, 210 sets of marks and 205 numbers once', async () => {
    const { table, shut } = await engines[engine]()
    const names = Array.from({ length: 450 }, (_, n) => name(n))
    await Promise.all(names.map((pk) => table.put(item(pk), { ifVersion: 0 })))
    await Promise.all(names.slice(0, 210).flatMap((pk) => ['m2', 'm1'].map((m) => table.mark(pk, m))))
    await Promise.all(names.slice(0, 205).map((pk) => table.number(pk)))
    const met: TableRecord[] = []
    let after: string | undefined
    do {
      const { records, next } = await table.walk(after)
      met.push(...records)
      after = next
    } while (after)
    const whole = (record: object) => JSON.stringify(record, Object.keys(record).sort())
    const kind = (asked: 'item' | 'marks' | 'number') =>
      met.flatMap((record) => (asked in record ? [Object.values(record)[0] as { pk: string }] : []))
    expect(met).toHaveLength(450 + 210 + 205)
    expect(
      kind('item')
        .map(({ pk }) => pk)
        .sort(),
    ).toEqual(names)
    expect(kind('marks').map(whole).sort()).toEqual(
      names.slice(0, 210).map((pk) => whole({ pk, members: ['m1', 'm2'] })),
    )
    expect(kind('number').map(whole).sort()).toEqual(names.slice(0, 205).map((pk) => whole({ pk, n: 1 })))
    expect((await everyItem(table)).map(({ pk }) => pk).sort()).toEqual(names)
    for (const sent of ['?', Buffer.from('').toString('base64url')])
      await expect(table.walk(sent), sent).rejects.toThrow(BadPage)
    await shut()
  })
})

describe.each(['sqlite', 'dynamo'] as const)('putting records back on %s', (engine) => {
  let opened: Opened
  beforeAll(async () => {
    opened = await engines[engine]()
  })
  afterAll(() => opened.shut())

  const seventh = item('seventh', {
    version: 7,
    body: '{"a":1}',
    card: '{}',
    head: 'h',
    keys: { board: { partition: 'back', sort: '1' } },
    expiresOn: '2099-12-31',
  })

  it('gives an item back with its version and its places, and the next version goes over it', async () => {
    const { table } = opened
    expect(await table.restore({ item: seventh })).toBe('put')
    expect(await table.get('seventh')).toEqual(seventh)
    expect((await table.list('board', 'back', { limit: 2 })).rows.map(({ pk }) => pk)).toEqual(['seventh'])
    expect(await table.put({ ...seventh, version: 8 }, { ifVersion: 7 })).toBe('put')
  })

  it('gives a set back with its members, and a number goes on behind the last that was given', async () => {
    const { table } = opened
    expect(await table.restore({ marks: { pk: 'set', members: ['b', 'a'] } })).toBe('put')
    expect(await table.members('set')).toEqual(['a', 'b'])
    expect(await table.mark('set', 'c')).toBe(3)
    expect(await table.restore({ number: { pk: 'count', n: 41 } })).toBe('put')
    expect(await table.number('count')).toBe(42)
  })

  it('takes the same record again, and writes nothing over another one', async () => {
    const { table } = opened
    const stored = [
      { item: item('again', { version: 3, body: 'x' }) },
      { marks: { pk: 'again', members: ['b', 'a'] } },
      { number: { pk: 'again', n: 5, expiresOn: '2099-12-31' } },
    ]
    for (const record of [...stored, ...stored]) expect(await table.restore(record)).toBe('put')
    const others = [
      { item: item('again', { version: 3, body: 'y' }) },
      { marks: { pk: 'again', members: ['a'] } },
      { marks: { pk: 'again', members: ['a', 'b', 'c'] } },
      { number: { pk: 'again', n: 4, expiresOn: '2099-12-31' } },
      { number: { pk: 'again', n: 5 } },
    ]
    for (const record of others) expect(await table.restore(record), JSON.stringify(record)).toBe('lost')
    expect(await table.get('again')).toEqual(stored[0]!.item)
    expect(await table.members('again')).toEqual(['a', 'b'])
    expect(await table.number('again')).toBe(6)
  })

  it.each<TableRecord>([
    { item: item('mark#x') },
    { item: item('unversioned', { version: 0 }) },
    { marks: { pk: 'empty', members: [] } },
    { marks: { pk: 'a\u0001', members: ['m'] } },
    { number: { pk: 'none', n: 0 } },
    { number: { pk: 'half', n: 1.5 } },
    { number: { pk: 'day', n: 1, expiresOn: 'soon' } },
  ])('refuses what no table could have given: %j', async (record) => {
    await expect(opened.table.restore(record)).rejects.toThrow(RangeError)
  })
})
