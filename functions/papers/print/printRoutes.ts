import { isDay } from '@shared/engine/deadline'
import { isRefusal, type Refusal, refuse } from '@shared/engine/refusal'
import { html } from 'hono/html'
import { safeHeaders } from '../../http/headers'
import { statusOf } from '../../http/refuse'
import type { Route } from '../../http/serve'
import { openedBy } from '../../lookedAt'
import type { House } from '../../stores'
import { sessionRunView } from '../../views/sessionsView'
import { today } from '../../world'
import { matterPage } from '../matter/matterRoutes'
import { sealRegister } from '../matter/sealRegister'
import { reportPaper } from '../report/reportPaper'
import { addressOf, webOf } from './addressOf'
import { agenda, whyNoAgenda } from './agenda'
import type { Markup } from './frame'
import { page } from './page'
import { paperOf } from './paper'
import { poster } from './poster'
import { type PrintAsked, printAsked, printToken } from './printToken'
import { receipt, whyNoReceipt } from './receipt'
import { keepSlips, slipsPage } from './slips'

/** Nothing is fetched and nothing runs: the page holds all that it shows. */
const headers = {
  ...safeHeaders,
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
}

const lapsed = refuse('notFound', '这个打印地址过期了，十分钟内有效。请回到明务里再点一次“打印”。')

const noSuchDay = refuse('badRequest', '没有这一天，请从说事日的日历里打开。')

/** A case or an agenda on paper: an address that is good for ten minutes, and the page behind it. */
export const printRoutes: Route = (call, house, app) => {
  call('print', async ({ body, person }, c) => {
    const stored = await openedBy(house, body.case, person)
    if (!stored) return refuse('notFound')
    const no = body.size === 'receipt' && whyNoReceipt(stored, { person, today: today(house) })
    if (no) return no
    return {
      url: `/api/papers/print/${printToken(house, { ...body, ...(person && { person: person.id }) })}`,
      address: addressOf(house, new URL(c.req.url).origin)(body.case),
    }
  })

  call('printAgenda', async ({ body: { village, on }, person }) => {
    const reader = { person, today: today(house) }
    const at = await house.stores.places.village(village)
    const no = whyNoAgenda(at, reader)
    if (no || !at) return no ?? refuse('notFound')
    const run = isDay(on) ? await sessionRunView(house, at, on, person) : noSuchDay
    if (isRefusal(run)) return run
    return { url: `/api/papers/print/${printToken(house, { agenda: village, on, person: person.id })}` }
  })

  call('printInvites', async ({ body, person }) => {
    const slips = await keepSlips(house, body, person)
    return isRefusal(slips) ? slips : { url: `/api/papers/print/${printToken(house, { slips, person: person.id })}` }
  })

  app.get('/api/papers/print/:token', async (c) => {
    const asked = printAsked(house, c.req.param('token'))
    const paper = asked ? await printed(house, asked, new URL(c.req.url).origin) : lapsed
    // whoever stands here has a browser before them, not the app
    if (isRefusal(paper))
      return c.html(
        html`<!doctype html><meta charset="utf-8"><title>打不开</title><p>${paper.says}</p>`,
        statusOf(paper.refusal),
        headers,
      )
    return c.html(paper, 200, headers)
  })
}

/** The sheet that was asked for, or why there is none. */
const printed = async (house: House, asked: PrintAsked, origin: string): Promise<Markup | Refusal> => {
  if ('slips' in asked) return slipsPage(house, asked, origin)
  if ('agenda' in asked) return agenda(house, asked, webOf(house, origin))
  if ('matter' in asked) return matterPage(house, asked, origin)
  if ('seals' in asked) return sealRegister(house, asked)
  if ('report' in asked) return reportPaper(house, asked)
  const { size } = asked
  if (size === 'receipt') return receipt(house, asked, addressOf(house, origin))
  const paper = await paperOf(house, asked, addressOf(house, origin))
  if (isRefusal(paper)) return paper
  return size === 'poster' ? poster(paper) : page(paper, size)
}
