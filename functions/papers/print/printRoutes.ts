import { isRefusal, refuse } from '@shared/engine/refusal'
import { html } from 'hono/html'
import { safeHeaders } from '../../http/headers'
import { statusOf } from '../../http/refuse'
import type { Route } from '../../http/serve'
import { maySee } from '../../scope'
import type { House } from '../../stores'
import { today } from '../../world'
import { page } from './page'
import { paperOf } from './paper'
import { poster } from './poster'
import { printAsked, printToken } from './printToken'

/** Nothing is fetched and nothing runs: the page holds all that it shows. */
const headers = {
  ...safeHeaders,
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
}

const lapsed = refuse('notFound', '这个打印地址过期了，十分钟内有效。请回到明务里再点一次“打印”。')

/** A case on paper: an address that is good for ten minutes, and the page behind it. */
export const printRoutes: Route = (call, house, app) => {
  call('print', async ({ body, person }, c) => {
    const stored = await house.stores.cases.get(body.case)
    if (!stored || !maySee(stored.workflow, stored.found, { person, today: today(house) })) return refuse('notFound')
    return {
      url: `/api/papers/print/${printToken(house, { ...body, ...(person && { person: person.id }) })}`,
      address: addressOf(house, new URL(c.req.url).origin)(body.case),
    }
  })

  app.get('/api/papers/print/:token', async (c) => {
    const asked = printAsked(house, c.req.param('token'))
    const paper = asked ? await paperOf(house, asked, addressOf(house, new URL(c.req.url).origin)) : lapsed
    // whoever stands here has a browser before them, not the app
    if (isRefusal(paper))
      return c.html(
        html`<!doctype html><meta charset="utf-8"><title>打不开</title><p>${paper.says}</p>`,
        statusOf(paper.refusal),
        headers,
      )
    return c.html(asked!.size === 'poster' ? poster(paper) : page(paper, asked!.size), 200, headers)
  })
}

/** Where the QR code of a case leads: into the mini-program where its links are set up, else to the web page. */
const addressOf =
  ({ miniAddress, webAddress }: House, origin: string) =>
  (id: string): string =>
    miniAddress
      ? `${miniAddress}${miniAddress.includes('?') ? '&' : '?'}id=${id}`
      : `${(webAddress || origin).replace(/\/$/, '')}/pages/case/index?id=${id}`
