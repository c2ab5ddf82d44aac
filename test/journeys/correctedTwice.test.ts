import type { CaseView } from '@shared/schemas/views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type TestHouse } from '../support/house'
import { engines } from '../support/stores'
import { importedStatement, posted, published, reviewed, statementForm } from './notices'
import { plainMonth } from './workbooks'

const names = Object.keys(engines) as (keyof typeof engines)[]
describe.each(names)('a month’s accounts are corrected again and again, on %s', (engine) => {
  let h: TestHouse
  let latest: CaseView
  beforeAll(async () => {
    h = await openHouse(engine, '2026-06-05T09:00:00+08:00')
  })
  afterAll(() => h.close())

  const statement = async (period: string, opening: number, income: number) =>
    (await importedStatement(h, 'clerk-dongxi', await plainMonth(period, opening, income, 100), { period })).id
  const correction = async (income: number) => {
    const form = statementForm('2026-05', await statement('2026-05', 1000, income), { changed: '电费记错了' })
    return h.open('clerk-dongxi', 'correction', form, { from: latest.id })
  }

  it('each correction takes the place of the one before it', async () => {
    latest = await published(h, statementForm('2026-05', await statement('2026-05', 1000, 500)), '2026-06-05')
    for (const income of [600, 700, 800]) {
      const before = latest
      h.clock.at += 86_400_000
      latest = await posted(h, await reviewed(h, await correction(income)), '2026-06-05')
      await h.sweep()
      expect((await h.see('neighbour-dongxi', before.id)).outcome).toBe('superseded')
    }
    const { body } = await (await h.as()).get<{ accounts: { id: string; closing: number }[] }>(
      '/api/villages/dongxi/accounts',
    )
    expect(body.accounts).toMatchObject([{ id: latest.id, closing: 170_000 }])
  })

  it('the next month opens where the last of them closed, and where none before it did', async () => {
    h.to('2026-07-05')
    const opened = async (opening: number) =>
      (await h.as('clerk-dongxi')).post<{ says: string }>('/api/cases', {
        ...{ actId: h.actId(), workflow: 'notice', villageId: 'dongxi' },
        form: statementForm('2026-06', await statement('2026-06', opening, 500)),
      })
    for (const opening of [1400, 1500, 1600]) {
      const { status, body } = await opened(opening)
      expect([status, body.says]).toEqual([422, expect.stringContaining('期末是1,700.00元')])
    }
    expect((await opened(1700)).status).toBe(201)
  })
})
