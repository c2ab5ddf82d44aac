import type { Route } from '../http/serve'
import { deletionRoutes } from '../privacy/deletionRoutes'
import { inviteRoutes } from './inviteRoutes'
import { myAccountRoutes } from './myAccountRoutes'
import { passkeyRoutes } from './passkeyRoutes'
import { passwordRoutes } from './passwordRoutes'
import { scanRoutes } from './scanRoutes'
import { wechatRoutes } from './wechatRoutes'

/** Every way to sign in, and one's own account: in the cloud a function of its own, on one machine beside the others. */
export const accountRoutes: readonly Route[] = [
  wechatRoutes,
  inviteRoutes,
  passkeyRoutes,
  passwordRoutes,
  scanRoutes,
  myAccountRoutes,
  deletionRoutes,
]
