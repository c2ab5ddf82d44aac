import type { Case } from '@shared/engine/case'
import { verifyCase } from '@shared/verifyCase'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { may } from '../../functions/scope'
import { definitionOf } from '../../functions/store/caseStore'
import { caseView } from '../../functions/views/caseView'
import { today } from '../../functions/world'
import { type Filled, filled } from '../demo/filled'

let demo: Filled
beforeAll(async () => {
  demo = await filled('2026-06-20T10:00:00+08:00')
}, 180_000)
afterAll(() => demo.close())

const readers = [
  ...[undefined, 'villager-dongxi', 'neighbour-dongxi', 'representative-dongxi', 'clerk-dongxi', 'secretary-dongxi'],
  ...['supervisor-dongxi', 'villager-shatang', 'township', 'leader', 'discipline', 'county'],
]

it('every case of a filled house verifies for everyone who may see it, with the workflow at hand and without', async () => {
  const house = { ...demo.deps, stores: demo.stores }
  const people = new Map(
    await Promise.all(readers.map(async (id) => [id, id && (await house.stores.people.get(id))] as const)),
  )
  let verified = 0
  const wrong: unknown[] = []
  for (const found of demo.cases as readonly Case[]) {
    const workflow = definitionOf(found)
    for (const [id, person] of people) {
      if (!may(person || undefined, 'seeCase', { found, workflow }, today(house))) continue
      const view = JSON.parse(
        JSON.stringify(
          await caseView(house, { found, workflow, version: 1 }, { person: person || undefined, today: today(house) }),
        ),
      )
      const faults = [...verifyCase(view, workflow), ...verifyCase(view)]
      if (faults.length) wrong.push({ case: found.number, id, faults, title: view.title })
      verified++
      expect(view.log[0].effect.is).toMatchObject({ id: found.id, number: found.number })
    }
  }
  expect(wrong.slice(0, 5)).toEqual([])
  expect(verified).toBeGreaterThan(500)
}, 240_000)
