import { refuse } from '@shared/engine/refusal'
import { Hono } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Deps } from './deps'
import { FileRefused } from './files/files'
import { addressGate } from './http/addressGate'
import { diagnosis } from './http/diagnosis'
import { folderRoutes, isFolder } from './http/folderRoutes'
import { fromWebPage, secured } from './http/headers'
import { limiter } from './http/limits'
import { Refused, refused } from './http/refuse'
import { type Route, serve } from './http/serve'
import { erasureRoutes } from './privacy/erasureRoutes'
import { aboutRoutes } from './routes/about'
import { backlogRoutes } from './routes/backlog'
import { caseRoutes } from './routes/cases'
import { checkpointRoutes } from './routes/checkpoints'
import { countyRoutes } from './routes/county'
import { disclosureRoutes } from './routes/disclosure'
import { holidayRoutes } from './routes/holidays'
import { inboxRoutes } from './routes/inbox'
import { inviteRoutes } from './routes/invites'
import { monitorRoutes } from './routes/monitor'
import { peopleRoutes } from './routes/people'
import { reportRoutes } from './routes/report'
import { requestRoutes } from './routes/requests'
import { requestWordsRoutes } from './routes/requestWords'
import { reviewRoutes } from './routes/reviews'
import { rosterRoutes } from './routes/rosters'
import { sampleRoutes } from './routes/samples'
import { searchRoutes } from './routes/search'
import { sessionRoutes } from './routes/sessions'
import { settingsRoutes } from './routes/settings'
import { sheetRoutes } from './routes/sheets'
import { staffRoutes } from './routes/staff'
import { subscriptionRoutes } from './routes/subscriptions'
import { villageRoutes } from './routes/villages'
import { watchRoutes } from './routes/watch'
import { ItemTooLarge } from './store/limits'
import { BadPage } from './store/page'
import { type House, storesOf } from './stores'
import { callbackRoutes } from './wechat/callback'

/**
 * The whole service over what has an effect. The same app runs on one machine and in the cloud. `more` are calls that the
 * cloud serves from a function of their own, so that their weight isn't carried here.
 */
export const createApp = (deps: Deps, more: readonly Route[] = []): { app: Hono; house: House } => {
  const app = new Hono()
  app.use('*', secured(deps.webAddress))
  if (deps.webAddress) app.use('/api/*', fromWebPage(deps.webAddress))
  app.use('/api/*', addressGate)
  const house: House = { ...deps, stores: storesOf(deps) }
  const call = serve(app, house, limiter(deps))
  if (isFolder(deps.files)) folderRoutes(app, deps.files)
  for (const route of [
    aboutRoutes,
    peopleRoutes,
    villageRoutes,
    caseRoutes,
    erasureRoutes,
    checkpointRoutes,
    backlogRoutes,
    monitorRoutes,
    watchRoutes,
    countyRoutes,
    inboxRoutes,
    subscriptionRoutes,
    sheetRoutes,
    searchRoutes,
    disclosureRoutes,
    settingsRoutes,
    holidayRoutes,
    sessionRoutes,
    requestRoutes,
    requestWordsRoutes,
    sampleRoutes,
    rosterRoutes,
    reviewRoutes,
    reportRoutes,
    inviteRoutes,
    staffRoutes,
    callbackRoutes,
    ...more,
  ])
    route(call, house, app)
  app.notFound((c) => refused(c, refuse('notFound', '没有这个地址，请从页面上的按钮进入。')))
  app.onError((error, c) => {
    if (error instanceof Refused) return refused(c, error.refusal)
    if (error instanceof BadPage) return refused(c, refuse('badRequest', '翻页的位置不对，请回到第一页。'))
    if (error instanceof ItemTooLarge) return refused(c, refuse('tooLarge', error.message))
    if (error instanceof FileRefused)
      return refused(c, refuse(['size', 'audioSize'].includes(error.why) ? 'tooLarge' : 'badFile', error.message))
    const number = Math.random().toString(36).slice(2, 8).toUpperCase()
    console.error(number, c.req.method, matchedRoutes(c).at(-1)?.path, diagnosis(error))
    return refused(c, refuse('broken', undefined, { number }))
  })
  return { app, house }
}
