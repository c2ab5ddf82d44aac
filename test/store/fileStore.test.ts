import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyItem } from '../../functions/store/everyRecord'
import { fileStore } from '../../functions/store/fileStore'
import type { Table } from '../../functions/store/table'
import { engines, type Opened } from '../support/stores'

const look = 'a7e6b34a7a100ada'
/** The look with its last so many signs turned round: the last five of a row lie in five bands. */
const near = (signs: number) => (BigInt(`0x${look}`) ^ (2n ** BigInt(signs) - 1n)).toString(16)

describe.each(['sqlite', 'dynamo'] as const)('the looks of pictures on %s', (engine) => {
  let opened: Opened
  let table: Table
  let files: ReturnType<typeof fileStore>
  beforeAll(async () => {
    opened = await engines[engine]()
    table = opened.table
    files = fileStore(table)
  })
  afterAll(() => opened.shut())

  const use = (n: number) => ({ caseId: `c${n}`, number: `东溪章-2026-${n}`, sha256: `${n}`.padStart(64, '0') })
  const casesIn = async (village: string, of = look) => (await files.likeIn(village, of)).map(({ caseId }) => caseId)

  it('are found again with case, number and content, five signs apart, the likest first; eight apart they aren’t', async () => {
    await files.lookedIn('near', near(5), use(5))
    await files.lookedIn('near', near(8), use(8))
    await files.lookedIn('near', look, use(0))
    await files.lookedIn('near', near(2), use(2))
    expect(await files.likeIn('near', look)).toEqual([use(0), use(2), use(5)])
  })

  it('are those of the village alone', async () => {
    await files.lookedIn('dongxi', look, use(1))
    expect(await casesIn('shatang')).toEqual([])
    expect(await casesIn('dongxi')).toEqual(['c1'])
  })

  it('are noted once for a case, however often; another case with the same one is noted too', async () => {
    for (let times = 0; times < 3; times++) await files.lookedIn('once', look, use(1))
    await files.lookedIn('once', look, use(2))
    expect(await casesIn('once')).toEqual(['c1', 'c2'])
    const bands = (await everyItem(table)).filter(({ pk }) => pk.startsWith('look#once#'))
    expect(bands.map(({ version }) => version)).toEqual([2, 2, 2, 2, 2, 2])
  })

  it('are all kept when six cases note one at the same time', async () => {
    const all = Array.from({ length: 6 }, (_, n) => use(n))
    await Promise.all(all.map((each) => files.lookedIn('race', look, each)))
    expect((await casesIn('race')).sort()).toEqual(all.map(({ caseId }) => caseId))
  })

  it('are kept up to 60 in a band, the newest: the 61st puts out the first', async () => {
    for (let n = 0; n < 61; n++) await files.lookedIn('full', look, use(n))
    const kept = await casesIn('full')
    expect([kept.length, kept.includes('c0'), kept.includes('c1'), kept.includes('c60')]).toEqual([
      60,
      false,
      true,
      true,
    ])
  })
})
