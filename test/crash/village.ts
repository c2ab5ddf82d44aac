import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { createApp } from '../../functions/app'
import { people } from '../../functions/demo/people'
import { places } from '../../functions/demo/places'
import { rosters } from '../../functions/demo/rosters'
import { openFolder } from '../../functions/files/folder'
import { accessToken } from '../../functions/http/signIn'
import { openSqlite } from '../../functions/store/engines/sqlite'
import { copySqlite } from '../../functions/store/engines/sqliteCopy'
import { signInStore } from '../../functions/store/signInStore'
import type { Table } from '../../functions/store/table'

export const secret = 'a secret of at least thirty-two characters'

/** The app as a process has it that was just started over this table. */
export const appOver = (table: Table, folder: string, now: () => number) =>
  createApp({
    ...{ table, storeName: 'sqlite', now, secret, demo: true, version: 'test', actsPerMinute: 100_000 },
    files: openFolder({ folder: join(folder, 'files'), origin: '', secret, now: () => new Date(now()) }),
  })

/** Sign-ins that were begun before anything was tried: what dies isn't counted by them. */
const signIns = new Map<string, string>()

/** One file with places, people and rosters, to be copied for each life that is tried. */
export const founded = async (folder: string, now: number): Promise<(name: string) => string> => {
  const base = join(folder, 'base.db')
  const live = openSqlite(join(folder, 'founding.db'))
  const { house } = appOver(live, folder, () => now)
  await house.stores.places.save({ townships: [places] })
  await people(house.stores)
  await rosters(house)
  // last used when the longest story is over, so that none is too old in it
  const later = signInStore(live, () => now + 365 * 86_400_000, secret)
  for (const person of await house.stores.people.list('demo'))
    signIns.set(person, (await later.begin(person, { says: '', way: 'demo' })).id)
  // one villager says everything here
  await house.stores.settings.save('dongxi', { requestsPerDay: 1000 })
  copySqlite(join(folder, 'founding.db'), base)
  await live.close()
  return (name) => {
    const path = join(folder, `${name}.db`)
    copyFileSync(base, path)
    return path
  }
}

export type Answer<T> = { status: number; body: T }

/** Posts as a person, with a token of this moment. */
export const poster =
  ({ app, house }: ReturnType<typeof appOver>) =>
  async <T>(person: string, path: string, body: unknown): Promise<Answer<T>> => {
    const headers = {
      authorization: `Bearer ${await accessToken(house, person, signIns.get(person) ?? '')}`,
      'content-type': 'application/json',
    }
    const response = await app.request(path, { method: 'POST', headers, body: JSON.stringify(body) })
    return { status: response.status, body: (await response.json()) as T }
  }
