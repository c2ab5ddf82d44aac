// A process of its own that is killed while it writes: it says each pk on stdout only after the put was acknowledged.
import { openSqlite } from '../../functions/store/engines/sqlite'

const [path = '', round = ''] = process.argv.slice(2)
const table = openSqlite(path)
for (let n = 0; ; n++) {
  const pk = `${round}#${n}`
  const key = { partition: 'v', sort: round }
  await table.put({ pk, version: 1, body: 'x'.repeat(2000), sees: 'everyone', keys: { board: key } }, { ifVersion: 0 })
  await table.mark(`${round} read`, pk)
  process.stdout.write(`${pk}\n`)
}
