import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IndexName, Item, ListQuery, Row } from '../../functions/store/table'
import { engines, item, type Opened } from '../support/stores'

// What the table should do, said as plainly as possible: a map of items, filtered and sorted.

const bytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))

function listed(model: Map<string, Item>, index: IndexName, partition: string, query: Omit<ListQuery, 'limit'>) {
  const rows: Row[] = []
  for (const { pk, sees, keys } of model.values()) {
    const key = keys[index]
    if (key?.partition !== partition || (query.audiences && !query.audiences.includes(sees))) continue
    if (query.from !== undefined && bytes(key.sort, query.from) < 0) continue
    if (query.until !== undefined && bytes(key.sort, query.until) > 0) continue
    rows.push({ pk, sort: key.sort, sees })
  }
  rows.sort((a, b) => bytes(a.sort, b.sort) || bytes(a.pk, b.pk))
  return query.newestFirst ? rows.reverse() : rows
}

const plain = ['1', '10', '2', '2026', '2026-11', '2026-11-05', '2026-11-06', '一']
const sort = fc.constantFrom(...plain, '，', '🛣️')
// dynalite checks bounds by UTF-16 units, which order the last two the other way round; DynamoDB goes by bytes.
const bound = fc.constantFrom(...plain, '', '2026\uffff', '3')
const audience = fc.constantFrom('everyone', 'villagers', 'party', 'members', 'office')
const index = fc.constantFrom('board', 'desk', 'backlog')
const partition = fc.constantFrom('v1', 'v2')
const key = fc.record({ partition, sort })
const optional = { requiredKeys: [] }

const put = fc.record({
  pk: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', '二', '🙂'),
  stale: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
  sees: audience,
  keys: fc.record({ board: key, desk: key, backlog: key }, optional),
})
const list = fc.record({
  index,
  partition,
  limit: fc.integer({ min: 1, max: 4 }),
  query: fc.record(
    { from: bound, until: bound, newestFirst: fc.boolean(), audiences: fc.uniqueArray(audience) },
    optional,
  ),
})

describe.each([
  ['sqlite', 150],
  ['dynamo', 40],
] as const)('%s against a map, over any puts and lists', (engine, numRuns) => {
  let opened: Opened
  let run = 0
  beforeAll(async () => {
    opened = await engines[engine]()
  })
  afterAll(() => opened.shut())

  it('agrees', { timeout: 60_000 }, async () => {
    const { table } = opened
    const puts = fc.array(put, { minLength: 4, maxLength: 25 })
    const lists = fc.array(list, { minLength: 1, maxLength: 6 })
    const story = fc.asyncProperty(puts, lists, async (puts, lists) => {
      // Each run has names and partitions of its own, so that one table serves them all.
      const own = (text: string) => `${run}#${text}`
      run += 1
      const model = new Map<string, Item>()
      for (const { pk, stale, sees, keys } of puts) {
        const stands = model.get(own(pk))?.version ?? 0
        const ifVersion = stale ? stands + 1 : stands
        const ownKeys = Object.entries(keys).map(([name, at]) => [name, { ...at, partition: own(at.partition) }])
        const next = item(own(pk), { version: ifVersion + 1, sees, keys: Object.fromEntries(ownKeys) })
        expect(await table.put(next, { ifVersion })).toBe(stale ? 'lost' : 'put')
        if (!stale) model.set(next.pk, next)
        expect(await table.get(next.pk)).toEqual(model.get(next.pk))
      }
      for (const { index, partition, limit, query } of lists) {
        const found: Row[] = []
        let after: string | undefined
        do {
          const page = await table.list(index, own(partition), { ...query, limit, after })
          expect(page.rows.length).toBeLessThanOrEqual(limit)
          found.push(...page.rows)
          after = page.next
        } while (after)
        expect(found).toEqual(listed(model, index, own(partition), query))
      }
      // What stands may be put back again; what stood before, or never stood, may not.
      for (const stands of model.values()) {
        expect(await table.restore({ item: stands })).toBe('put')
        expect(await table.restore({ item: { ...stands, version: stands.version + 1 } })).toBe('lost')
        expect(await table.get(stands.pk)).toEqual(stands)
      }
    })
    await fc.assert(story, { numRuns })
  })
})
