import { handle } from 'hono/aws-lambda'
import { accountRoutes } from './accounts/accountRoutes'
import { createApp } from './app'
import { cloudDeps } from './cloud'

/** Signing in behind API Gateway: argon2id, passkeys and one-time codes are kept away from the rest. */
export const handler = handle(createApp(cloudDeps(process.env), accountRoutes).app)
