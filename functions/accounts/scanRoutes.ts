import { createHash, randomBytes, randomInt } from 'node:crypto'
import { refuse } from '@shared/engine/refusal'
import type { Route } from '../http/serve'
import { finish } from './finish'

type Scan = { says: string; number: string; numbers: readonly string[]; secretHash: string; person?: string }
const seconds = 120
const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')
const gone = refuse('notFound', '这张二维码过期了，或者已经用过。请在网页上换一张，再扫一次。')

/** Three numbers of two digits, one of which the web page shows, in an order that says nothing. */
const threeNumbers = (): { number: string; numbers: readonly string[] } => {
  const all = new Set<string>()
  while (all.size < 3) all.add(String(randomInt(10, 100)))
  const numbers = [...all]
  return { number: numbers[randomInt(3)], numbers }
}

/**
 * Signing the web page in from a phone that is signed in. The phone must choose the number that the page shows: whoever sends
 * somebody else a QR code can't make them choose it by a tap alone. A wrong number ends it.
 */
export const scanRoutes: Route = (call, house) => {
  const { tickets, people } = house.stores

  call('scanBegin', async ({ body, address, atMost }) => {
    await atMost(`scan ${address}`, 100, 900)
    const secret = randomBytes(24).toString('base64url')
    const three = threeNumbers()
    const scan = { says: body.says, ...three, secretHash: hashOf(secret) }
    const id = await tickets.give<Scan>('scan', seconds / 60, scan)
    return { id, secret, number: three.number, text: `MWS:${id}`, seconds }
  })

  call('scanLook', async ({ params }) => {
    const scan = await tickets.look<Scan>('scan', params.id)
    return scan && !scan.person ? { says: scan.says, numbers: [...scan.numbers] } : gone
  })

  call('scanApprove', async ({ params, body, person }) => {
    let told: 'right' | 'wrong' | 'late' = 'late'
    await tickets.write<Scan>('scan', params.id, (scan) => {
      told = scan.person ? 'late' : scan.number === body.number ? 'right' : 'wrong'
      if (told === 'late') return scan
      return told === 'right' ? { ...scan, person: person.id } : undefined
    })
    if (told === ('wrong' as string))
      return refuse('wrongSignIn', '选的数和网页上的不一样，这次登录作废了。要是网页不是您自己打开的，不要再扫。')
    return told === ('right' as string) ? {} : gone
  })

  call('scanTake', async ({ params, body }) => {
    const scan = await tickets.look<Scan>('scan', params.id)
    if (!scan || scan.secretHash !== hashOf(body.secret)) return gone
    if (!scan.person) return { waiting: true as const }
    const taken = await tickets.take<Scan>('scan', params.id)
    const person = taken?.person ? await people.get(taken.person) : undefined
    return person ? finish(house, person, { says: scan.says, way: 'scan' }) : gone
  })
}
