import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fill } from '../bench/fill'
import { openSqlite } from '../functions/store/engines/sqlite'
import { temporaryFolder } from './support/stores'

it('the village that is measured can still be filled: what the rules have come to ask is said there too', async () => {
  const folder = temporaryFolder()
  const { requests } = await fill(folder.path, 2, 7)
  expect(requests).toHaveLength(7)
  const table = openSqlite(join(folder.path, 'mingwu.db'))
  expect((await table.list('board', 'dongxi#village', { limit: 10 })).rows).toHaveLength(2)
  await table.close()
  folder.remove()
})
