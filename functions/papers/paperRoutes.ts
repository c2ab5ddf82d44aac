import type { Route } from '../http/serve'
import { badgeRoutes } from './badgeRoutes'
import { exportListRoutes } from './exportList/exportListRoutes'
import { matterRoutes } from './matter/matterRoutes'
import { officeRoutes } from './officeRoutes'
import { printRoutes } from './print/printRoutes'
import { reportRoutes } from './report/reportRoutes'
import type { Workshop } from './workshop'

/** Every call under /api/papers: in the cloud they are a function of their own, on one machine they stand beside the others. */
export const paperRoutes = (workshop: Workshop): readonly Route[] => [
  officeRoutes(workshop),
  printRoutes,
  matterRoutes,
  badgeRoutes,
  reportRoutes(workshop),
  exportListRoutes,
]
