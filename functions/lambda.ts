import { handle } from 'hono/aws-lambda'
import { createApp } from './app'
import { cloudDeps } from './cloud'

/** The API behind API Gateway (HTTP API, payload 2.0). */
export const handler = handle(createApp(cloudDeps(process.env)).app)
