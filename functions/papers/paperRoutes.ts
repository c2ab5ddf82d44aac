import type { Route } from '../http/serve'
import { openRoutes } from '../open/openRoutes'
import { myDataRoutes } from '../privacy/myDataRoutes'
import { badgeRoutes } from './badgeRoutes'
import { exportListRoutes } from './exportList/exportListRoutes'
import { fileRoutes } from './fileRoutes'
import { matterRoutes } from './matter/matterRoutes'
import { officeRoutes } from './officeRoutes'
import { printRoutes } from './print/printRoutes'
import { reportRoutes } from './report/reportRoutes'
import type { Workshop } from './workshop'

/** Every call under /api/papers and /api/open…, and files coming in: in the cloud they are a function of their own, on one machine they stand beside the others. */
export const paperRoutes = (workshop: Workshop): readonly Route[] => [
  fileRoutes(workshop),
  officeRoutes(workshop),
  printRoutes,
  matterRoutes,
  badgeRoutes,
  reportRoutes(workshop),
  exportListRoutes,
  myDataRoutes,
  ...openRoutes,
]
