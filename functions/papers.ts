import { join } from 'node:path'
import { handle } from 'hono/aws-lambda'
import { createApp } from './app'
import { cloudDeps } from './cloud'
import { paperRoutes } from './papers/paperRoutes'
import { openWorkshop } from './papers/workshop'

// the bundles lie side by side; what reads a paper is loaded, part by part, only when there is one to read
const workshop = openWorkshop(join(__dirname, 'worker.mjs'))

/** Papers behind API Gateway: sheets in and out of Excel, and what was attached. */
export const handler = handle(createApp(cloudDeps(process.env), paperRoutes(workshop)).app)
