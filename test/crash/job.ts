// The hourly job as a process of its own, to be killed: every morning from the one named on, each named on stdout when done.
import { dirname } from 'node:path'
import { clockwork } from '../../functions/clockwork'
import { openSqlite } from '../../functions/store/engines/sqlite'
import { appOver } from './village'
import { at, mornings } from './waiting'

const [path, from] = process.argv.slice(2) as [string, string]
const table = openSqlite(path)
let now = 0
const { house } = appOver(table, dirname(path), () => now)
console.log('ready')
for (const morning of mornings.filter((m) => m >= from)) {
  now = at(morning)
  await clockwork(house)
  console.log(morning)
}
await table.close()
