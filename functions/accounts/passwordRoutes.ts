import { refuse } from '@shared/engine/refusal'
import { keyed } from '../acting'
import type { Route } from '../http/serve'
import { phoneHash } from '../inviteCode'
import { noteAgreed, whyNotAgreed } from './agreeing'
import { asOnRoster } from './becoming'
import { deviceToken, isKnownDevice } from './device'
import { finish } from './finish'
import { unlocked } from './locked'
import { stepOf } from './oneTimeCode'
import { isPassword } from './passwords'

type Half = { person: string; agreed?: string; known: boolean }
const minutes = 5
const quarter = 900
const day = 86_400

/** A password, then a one-time code. An unknown number costs as much and hears the same as a wrong password. */
export const passwordRoutes: Route = (call, house) => {
  const { accounts, tickets, people } = house.stores

  call('passwordSignIn', async ({ body, address, atMost }) => {
    const phone = phoneHash(house, body.phone)
    const id = (await accounts.phones.get(phone))?.person
    const { password } = id ? await accounts.get(id) : { password: undefined }
    const known = isKnownDevice(house, body.device, id ?? '', password)
    // strangers are counted against strangers: whoever signed in on this device before isn't held by them
    if (known) await atMost(`known ${keyed(house, body.device!)}`, 10, quarter)
    else {
      await atMost(`password from ${address}`, 100, quarter)
      await atMost(`password of ${phone} from ${address}`, 10, quarter)
      await atMost(`password of ${phone}`, 50, day)
    }
    if (!(await isPassword(body.password, password)) || !id) return refuse('wrongSignIn')
    const no = await whyNotAgreed(house, body.agreed, id)
    if (no) return no
    return { ticket: await tickets.give<Half>('code', minutes, { person: id, agreed: body.agreed, known }) }
  })

  call('passwordCode', async ({ body, atMost }) => {
    const half = await tickets.look<Half>('code', body.ticket)
    if (!half) return refuse('ticketExpired')
    await atMost(`code of ${half.person} ${half.known}`, 20, quarter)
    const step = await accounts.change(half.person, (account) => {
      const { oneTime } = account
      const step =
        oneTime && stepOf(unlocked(house.secret, 'one-time', oneTime.secret), body.code, house.now(), oneTime.lastStep)
      if (!oneTime || step === undefined) return { next: account, says: undefined }
      return { next: { ...account, oneTime: { ...oneTime, lastStep: step } }, says: step }
    })
    if (step === undefined) {
      await tickets.wrong('code', body.ticket)
      return refuse('wrongSignIn', '验证码不对，或者已经用过。请等验证器里出新的6位数字，再填一次。')
    }
    if (!(await tickets.take('code', body.ticket))) return refuse('ticketExpired')
    const person = await people.get(half.person)
    const { password } = await accounts.get(half.person)
    if (!person || !password) return refuse('ticketExpired')
    await noteAgreed(house, person.id, half.agreed)
    const signedIn = await finish(house, await asOnRoster(house, person), { says: body.says, way: 'password' })
    return { ...signedIn, device: deviceToken(house, person.id, password) }
  })
}
