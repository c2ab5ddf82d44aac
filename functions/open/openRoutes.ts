import type { Route } from '../http/serve'
import { accountsRoutes } from './accountsRoutes'
import { guideRoutes } from './guideRoutes'
import { itemsRoutes } from './itemsRoutes'
import { open311Routes } from './open311/open311Routes'

/** Every call under /api/open and /api/open311: no sign-in, the same answer for everyone. */
export const openRoutes: readonly Route[] = [itemsRoutes, accountsRoutes, guideRoutes, open311Routes]
