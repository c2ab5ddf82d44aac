import { isRefusal, type Refusal, refuse } from '@shared/engine/refusal'
import type { Route } from '../http/serve'
import { inviteHash, memberKey, phoneHash } from '../inviteCode'
import { officesOf } from '../scope'
import type { Passkey } from '../store/accountStore'
import type { House } from '../stores'
import { today } from '../world'
import { noteAgreed, whyNotAgreed } from './agreeing'
import { become, type Claim, claimed, inviteClaim } from './becoming'
import { deviceToken } from './device'
import { finish } from './finish'
import { locked, unlocked } from './locked'
import { newSecret, stepOf, uriOf } from './oneTimeCode'
import { madePasskey, newPasskeyOptions, type Site, siteOf, withPasskey } from './passkeys'
import { hashPassword, whyWeak } from './passwords'

type Begun = {
  hash: string
  claim: Claim
  /** the id that the person has, or will have */
  id: string
  name: string
  phone: string
  agreed?: string
  site: Site
  challenge: string
  isStaff: boolean
  password?: string
  /** locked */
  oneTime?: string
}
const minutes = 20
const staffOnly = refuse('notInScope', '用密码登录的只有任了职的人。您可以用通行密钥，或者在手机上用微信登录。')

/** An invite on the web: whoever has it sets how they will sign in. The code is used up by the last step, not by the first. */
export const inviteRoutes: Route = (call, house) => {
  const { accounts, tickets } = house.stores

  call('inviteBegin', async ({ body, address, atMost }, c) => {
    await atMost(`invite ${address}`, 60, 900)
    const no = await whyNotAgreed(house, body.agreed)
    if (no) return no
    const hash = inviteHash(house, body.invite)
    const claim = await inviteClaim(house, hash)
    if (isRefusal(claim)) return claim
    const found = await claimed(house, claim)
    if (isRefusal(found)) return found
    const phone = phoneHash(house, body.phone)
    const wrong = await whyNotThisPhone(house, claim, found.id, phone)
    if (wrong) return wrong
    const on = today(house)
    const isStaff = found.citizen !== undefined && (officesOf(found.citizen, on).length > 0 || 'person' in claim)
    const site = siteOf(house, c)
    const has = found.citizen ? (await accounts.get(found.id)).passkeys : []
    const options = await newPasskeyOptions(site, found, has)
    const ticket = await tickets.give<Begun>('invite', minutes, {
      ...{ hash, claim, id: found.id, name: found.name, phone, agreed: body.agreed, site, isStaff },
      challenge: options.challenge,
    })
    const name = `${[...found.name][0]}${'*'.repeat([...found.name].length - 1)}`
    const ways = isStaff ? (['passkey', 'password'] as const) : (['passkey'] as const)
    return { ticket, name, place: found.place, ways: [...ways], passkey: { ...options } }
  })

  call('invitePasskey', async ({ body }) => {
    const begun = await tickets.look<Begun>('invite', body.ticket)
    if (!begun) return refuse('ticketExpired')
    const made = { says: body.says, on: today(house) }
    const passkey = await madePasskey(begun.site, begun.challenge, body.response, made)
    if (!passkey) {
      await tickets.wrong('invite', body.ticket)
      return refuse('wrongSignIn', '这把通行密钥没有设成。请再点一次，按手机或电脑的提示做完。')
    }
    const person = await settle(house, body.ticket, { passkey })
    return isRefusal(person) ? person : finish(house, person, { says: body.says, way: 'passkey' })
  })

  call('invitePassword', async ({ body, address, atMost }) => {
    await atMost(`new password ${address}`, 60, 900)
    const begun = await tickets.look<Begun>('invite', body.ticket)
    if (!begun) return refuse('ticketExpired')
    if (!begun.isStaff) return staffOnly
    const weak = whyWeak(body.password)
    if (weak) return weak
    const password = await hashPassword(body.password)
    const secret = newSecret()
    const oneTime = locked(house.secret, 'one-time', secret)
    if (!(await tickets.write<Begun>('invite', body.ticket, (b) => ({ ...b, password, oneTime }))))
      return refuse('ticketExpired')
    return { secret, uri: uriOf(secret, begun.name) }
  })

  call('inviteCode', async ({ body }) => {
    const begun = await tickets.look<Begun>('invite', body.ticket)
    if (!begun?.password || !begun.oneTime) return refuse('ticketExpired')
    const step = stepOf(unlocked(house.secret, 'one-time', begun.oneTime), body.code, house.now())
    if (step === undefined) {
      await tickets.wrong('invite', body.ticket)
      return refuse('wrongSignIn', '验证码不对。请看验证器里“明务”现在的6位数字，再填一次；手机的时间要准。')
    }
    const { password } = begun
    const person = await settle(house, body.ticket, { password, oneTime: { secret: begun.oneTime, lastStep: step } })
    if (isRefusal(person)) return person
    const signedIn = await finish(house, person, { says: body.says, way: 'password' })
    return { ...signedIn, device: deviceToken(house, person.id, password) }
  })
}

/** A number that the village has for someone must be theirs; one that is somebody else's can't be. */
const whyNotThisPhone = async (house: House, claim: Claim, id: string, phone: string): Promise<Refusal | undefined> => {
  const { accounts } = house.stores
  if ('member' in claim) {
    const link = await accounts.members.get(memberKey(claim.village, claim.member))
    if (link?.phoneHash && link.phoneHash !== phone)
      return refuse('inviteInvalid', '手机号和村里登记的不一样。请填登记的那个，或者请村里改登记。')
    return undefined
  }
  const owner = await accounts.phones.get(phone)
  return owner?.person && owner.person !== id
    ? refuse('ruleNotMet', '这个手机号已经有人用来登录。请换一个，或者请那个人先换掉。')
    : undefined
}

/** Uses the invite up and gives its person what was set. Whatever they signed in with before by a password ends. */
const settle = async (
  house: House,
  ticket: string,
  set: { passkey: Passkey } | { password: string; oneTime: { secret: string; lastStep: number } },
) => {
  const { accounts, tickets, signIns } = house.stores
  const begun = await tickets.take<Begun>('invite', ticket)
  if (!begun) return refuse('ticketExpired')
  if (!(await accounts.invites.use(begun.hash))) return refuse('inviteInvalid')
  const person = await become(house, begun.claim, begun.id)
  if (isRefusal(person)) return person
  const was = await accounts.change(person.id, (account) => {
    const next = 'passkey' in set ? withPasskey(account, set.passkey) : { ...account, ...set, phoneHash: begun.phone }
    return { next, says: account }
  })
  if ('password' in set) {
    if (was.phoneHash && was.phoneHash !== begun.phone)
      await accounts.phones.change(was.phoneHash, (l) => ({ next: without(l), says: undefined }))
    await accounts.phones.change(begun.phone, (l) => ({ next: { ...l, person: person.id }, says: undefined }))
    await signIns.end(person.id, () => true)
  }
  await noteAgreed(house, person.id, begun.agreed)
  return person
}

const without = <L extends { person?: string; member?: string }>(link: L | undefined): L | undefined => {
  const { person: _, ...rest } = link ?? ({} as L)
  return rest.member ? (rest as L) : undefined
}
