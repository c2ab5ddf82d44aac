import { refuse } from '@shared/engine/refusal'
import type { Route } from '../http/serve'
import { asOnRoster } from './becoming'
import { finish } from './finish'
import { answeredBy, passkeyOptions, type Site, siteOf } from './passkeys'

type Asked = { challenge: string; site: Site }
const minutes = 5
const wrong = refuse('wrongSignIn', '这把通行密钥没有登录上。请再试一次，或者换一种办法登录。')

/** Signing in with a passkey: its owner needn't say who they are, the passkey does. */
export const passkeyRoutes: Route = (call, house) => {
  const { accounts, tickets, people } = house.stores

  call('passkeyBegin', async ({ address, atMost }, c) => {
    await atMost(`passkey ${address}`, 100, 900)
    const site = siteOf(house, c)
    const options = await passkeyOptions(site)
    const ticket = await tickets.give<Asked>('passkey', minutes, { challenge: options.challenge, site })
    return { ticket, options: { ...options } }
  })

  call('passkeySignIn', async ({ body, address, atMost }) => {
    await atMost(`passkey ${address}`, 100, 900)
    const asked = await tickets.take<Asked>('passkey', body.ticket)
    if (!asked) return refuse('ticketExpired')
    const { userHandle } = body.response.response
    const id = typeof userHandle === 'string' ? Buffer.from(userHandle, 'base64url').toString() : ''
    const person = /^[\w-]{1,64}$/.test(id) ? await people.get(id) : undefined
    const passkey = person && (await accounts.get(person.id)).passkeys.find((p) => p.id === body.response.id)
    if (!person || !passkey) return wrong
    const counter = await answeredBy(asked.site, asked.challenge, body.response, passkey)
    if (counter === undefined) return wrong
    const counted = await accounts.change(person.id, (account) => {
      const now = account.passkeys.find((p) => p.id === passkey.id)
      // of two copies that answer at once only one has counted on
      if (!now || (now.counter >= counter && counter > 0)) return { next: account, says: false }
      const passkeys = account.passkeys.map((p) => (p === now ? { ...p, counter } : p))
      return { next: { ...account, passkeys }, says: true }
    })
    if (!counted) return wrong
    return finish(house, await asOnRoster(house, person), { says: body.says, way: 'passkey' })
  })
}
