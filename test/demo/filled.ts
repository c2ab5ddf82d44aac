import { join } from 'node:path'
import type { Case } from '@shared/engine/case'
import { fillWithDemo } from '../../functions/demo'
import type { Deps } from '../../functions/deps'
import { openFolder } from '../../functions/files/folder'
import { openSqlite } from '../../functions/store/engines/sqlite'
import { everyItem } from '../../functions/store/everyRecord'
import type { Item, Table } from '../../functions/store/table'
import { storesOf } from '../../functions/stores'
import { temporaryFolder } from '../support/stores'

/** A folder of its own with the real store and files, as a first start would find it on that day. */
export const emptyFolder = (began: string) => {
  const folder = temporaryFolder()
  const table = openSqlite(join(folder.path, 'mingwu.db'))
  const now = () => Date.parse(began)
  const secret = 'a secret of at least thirty-two characters'
  const files = openFolder({ folder: join(folder.path, 'files'), origin: '', secret, now: () => new Date(now()) })
  const deps: Deps = {
    ...{ table, storeName: 'sqlite', files, now, secret, demo: true, version: 'test', actsPerMinute: 300 },
  }
  return { deps, close: () => table.close().then(folder.remove) }
}

export type Filled = Awaited<ReturnType<typeof filled>>

export const filled = async (began: string) => {
  const { deps, close } = emptyFolder(began)
  const refused = await fillWithDemo(deps)
  const items = await casesIn(deps.table)
  return { deps, close, refused, items, cases: items.map(foundIn), stores: storesOf(deps) }
}

export const foundIn = (item: Item): Case => JSON.parse(item.body) as Case

/** Every case in the store. */
export const casesIn = async (table: Table): Promise<readonly Item[]> =>
  (await everyItem(table)).filter((item) => item.card)
