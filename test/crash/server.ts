// A server of its own that is killed while people send acts: the app over one file, its port on stdout.
import { dirname } from 'node:path'
import { serve } from '@hono/node-server'
import { openSqlite } from '../../functions/store/engines/sqlite'
import { appOver } from './village'

const path = process.argv[2]!
const { app } = appOver(openSqlite(path), dirname(path), () => Date.now())
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => console.log(port))
