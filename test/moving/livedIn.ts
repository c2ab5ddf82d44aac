import { resolve } from 'node:path'
import { createApp } from '../../functions/app'
import type { Deps } from '../../functions/deps'
import { tokenFor } from '../../functions/http/signIn'
import type { Store } from '../../functions/moving/format'
import { paperRoutes } from '../../functions/papers/paperRoutes'
import { openWorkshop } from '../../functions/papers/workshop'
import { decidedRoad } from '../journeys/decided'
import { raisedRoad } from '../journeys/meetings'
import { importedStatement, published, statementForm } from '../journeys/notices'
import { plainMonth } from '../journeys/workbooks'
import { openHouse, type TestHouse } from '../support/house'
import { pictures } from '../support/pictures'

export const readers = ['villager-dongxi', 'neighbour-dongxi', 'clerk-dongxi', 'secretary-dongxi', 'township'] as const
export const today = '2026-07-06'

/** A village in which things have happened: a road, the accounts of a month, a request with a photo, readers and marks. */
export const livedIn = async () => {
  const h = await openHouse('sqlite')
  const road = await decidedRoad(h)
  h.to(today)
  const bytes = await plainMonth('2026-06', 12_846_050, 500_000, 32_000)
  const { id: sheet } = await importedStatement(h, 'clerk-dongxi', bytes, { period: '2026-06' })
  const notice = await published(h, statementForm('2026-06', sheet), today)
  const photo = await h.upload('villager-dongxi', pictures['image/png'])
  const request = await h.open('villager-dongxi', 'request', { ...raisedRoad, photos: [photo] })
  await h.done('clerk-dongxi', request.id, { outcome: 'acknowledged' })
  await (await h.as('villager-dongxi')).post(`/api/cases/${notice.id}/read`, {})
  await (await h.as('neighbour-dongxi')).post(`/api/cases/${request.id}/care`, {})
  await h.table.number('brief', '2027-12-31')
  await h.sweep()
  const tokens = new Map<string, string>()
  for (const reader of readers) tokens.set(reader, await tokenFor(h.house, reader))
  return { h, store: storeOf(h), tokens, cases: [road, notice.id, request.id], photo, sheet }
}

export const storeOf = ({ deps }: Pick<TestHouse, 'deps'>): Store => ({
  ...{ table: deps.table, files: deps.files, engine: deps.storeName },
  ...{ secret: deps.secret, demo: deps.demo, version: deps.version },
})

/** The same app over a store that was moved, for those who had signed in before: `everyAnswer` takes it for a house. */
export const appOver = (like: TestHouse, { table, files, engine }: Store, tokens: ReadonlyMap<string, string>) => {
  const workshop = openWorkshop(resolve(import.meta.dirname, '../../functions/papers/worker.ts'))
  const deps: Deps = { ...like.deps, table, files, storeName: engine }
  const { app, house } = createApp(deps, paperRoutes(workshop))
  const send = async (method: string, path: string, person: string | undefined, body?: unknown) => {
    const headers = {
      'content-type': 'application/json',
      ...(person && { authorization: `Bearer ${tokens.get(person)}` }),
    }
    const response = await app.request(path, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: text ? JSON.parse(text) : undefined }
  }
  const as = async (person?: string) => ({
    get: (path: string) => send('GET', path, person),
    post: (path: string, body: unknown) => send('POST', path, person, body),
  })
  return { ...like, app, house, deps, table, as } as unknown as TestHouse
}
