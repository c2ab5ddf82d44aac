import type { CaseView } from '@shared/schemas/views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract, decidedRoads } from '../journeys/decided'
import { type EngineName, openHouse, type TestHouse } from '../support/house'

const budget = 48_600_000
/** each of a pair asks for more than half of what is left: so often until nothing is */
const pairs = 24

describe.each<readonly [EngineName, number]>([
  ['sqlite', 17],
  ['dynamo', 4],
])('on %s, 24 pairs of seal requests race for each of %i decisions', (engine, decisions) => {
  let h: TestHouse
  let roads: string[]
  beforeAll(async () => {
    h = await openHouse(engine)
    roads = await decidedRoads(h, decisions)
  }, 120_000)
  afterAll(() => h.close())

  it('one of each two has the money, the other is told so, and nothing is spent twice', {
    timeout: 300_000,
  }, async () => {
    const [clerk, director] = [await h.as('clerk-dongxi'), await h.as('director-dongxi')]
    for (const road of roads) {
      let left = budget
      for (let n = 0; n < pairs; n++) {
        const { seen } = (await clerk.get<CaseView>(`/api/cases/${road}`)).body
        const amount = Math.floor(left / 2) + 1
        const ask = (who: typeof clerk, name: string) =>
          who.post<{ refusal?: string }>(`/api/cases/${road}/acts`, {
            ...{ actId: `race-${n}-${name}`, seen, aside: 'sealPaper', form: contract(amount) },
          })
        const answers = await Promise.all([ask(clerk, 'clerk'), ask(director, 'director')])
        expect(answers.filter((a) => a.status === 200)).toHaveLength(1)
        expect(answers.find((a) => a.status !== 200)!.body.refusal).toMatch(/^(moneyExceeded|someoneActedFirst)$/)
        left -= amount
      }
      await h.sweep()
      const after = await h.see('clerk-dongxi', road)
      expect(after.pledged).toBe(budget - left)
      const papers = await Promise.all(
        after.log.flatMap((e) => (e.effect.child ? [h.see('clerk-dongxi', e.effect.child)] : [])),
      )
      // what the papers promise is what was drawn, to the fen
      expect(papers).toHaveLength(pairs)
      expect(papers.reduce((sum, p) => sum + Number(p.fields.amount), 0)).toBe(budget - left)
    }
  })
})
