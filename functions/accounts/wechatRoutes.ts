import { isRefusal, type Refusal, refuse } from '@shared/engine/refusal'
import type { Citizen } from '@shared/schemas/person'
import type { Route } from '../http/serve'
import { inviteHash, openIdHash, phoneHash } from '../inviteCode'
import type { House } from '../stores'
import { noteAgreed, whyNotAgreed } from './agreeing'
import { asOnRoster, become, type Claim, claimed, inviteClaim } from './becoming'
import { finish } from './finish'

type Held = { openId: string }
const minutes = 10
const elsewhere = refuse(
  'ruleNotMet',
  '您已经绑了另一个微信。请先在原来的微信里解除绑定；手机丢了的，请村里重新发一个邀请码。',
)

/** Signing in with WeChat, and what binds a WeChat to somebody of a roster: their number there, or an invite. */
export const wechatRoutes: Route = (call, house) => {
  const { accounts, tickets, people } = house.stores

  call('wechatSignIn', async ({ body, address, atMost }) => {
    if (!house.wechatLogin) return refuse('notAvailable')
    await atMost(`wechat ${address}`, 200, 60)
    const openId = await house.wechatLogin.openIdOf(body.code)
    if (isRefusal(openId)) return openId
    const id = (await accounts.wechats.get(openIdHash(house, openId)))?.person
    const person = id ? await people.get(id) : undefined
    const no = await whyNotAgreed(house, body.agreed, person?.id)
    if (no) return no
    if (!person) return { ticket: await tickets.give<Held>('wechat', minutes, { openId }) }
    await noteAgreed(house, person.id, body.agreed)
    return finish(house, await asOnRoster(house, person), { says: body.says, way: 'wechat' })
  })

  call('wechatBind', async ({ body, address, atMost }) => {
    if (!house.wechatLogin) return refuse('notAvailable')
    await atMost(`bind ${address}`, 60, 900)
    const no = await whyNotAgreed(house, body.agreed)
    if (no) return no
    const held = await tickets.look<Held>('wechat', body.ticket)
    if (!held) return refuse('ticketExpired')
    const hash = body.invite && inviteHash(house, body.invite)
    const claim = hash ? await inviteClaim(house, hash) : await phoneClaim(house, body.phoneCode!)
    const found = isRefusal(claim) ? claim : await claimed(house, claim)
    if (isRefusal(claim) || isRefusal(found)) {
      await tickets.wrong('wechat', body.ticket)
      return isRefusal(claim) ? claim : (found as Refusal)
    }
    // an invite says that the village has seen who it is; a number may have been passed on
    if (!hash && found.citizen?.openId && found.citizen.openId !== held.openId) return elsewhere
    if (!(await tickets.take('wechat', body.ticket))) return refuse('ticketExpired')
    if (hash && !(await accounts.invites.use(hash))) return refuse('inviteInvalid')
    const person = await become(house, claim)
    if (isRefusal(person)) return person
    const bound = await bind(house, person, held.openId)
    if (isRefusal(bound)) return bound
    await noteAgreed(house, person.id, body.agreed)
    return finish(house, bound, { says: body.says, way: 'wechat' })
  })
}

const phoneClaim = async (house: House, code: string): Promise<Claim | Refusal> => {
  const phone = await house.wechatLogin!.phoneOf(code)
  if (isRefusal(phone)) return phone
  const link = await house.stores.accounts.phones.get(phoneHash(house, phone))
  if (link?.village && link.member) return { village: link.village, member: link.member }
  if (link?.person) return { person: link.person }
  return refuse('notInScope', '这个手机号没有登记在村里。请用邀请码，或者请村里先登记您的手机号。')
}

/** One WeChat is one person, and one person one WeChat: the one before is let go, with what signed in by it. */
const bind = async (house: House, person: Citizen, openId: string): Promise<Citizen | Refusal> => {
  const { accounts, people, signIns } = house.stores
  const taken = await accounts.wechats.change(openIdHash(house, openId), (link) =>
    link && link.person !== person.id
      ? { next: link, says: true }
      : { next: link ?? { person: person.id }, says: false },
  )
  if (taken) return refuse('ruleNotMet', '这个微信已经绑了别人。请先解除绑定，再绑您自己。')
  if (person.openId === openId) return person
  if (person.openId) await letGo(house, person.openId)
  await signIns.end(person.id, (s) => s.way === 'wechat')
  const next = { ...person, openId }
  await people.save(next)
  return next
}

const letGo = (house: House, openId: string): Promise<void> =>
  house.stores.accounts.wechats.change(openIdHash(house, openId), () => ({ next: undefined, says: undefined }))

/** Nobody is reached or signed in by this WeChat any more; the sign-in that asks for it goes on. */
export const unbind = async (house: House, person: Citizen, mine: string): Promise<void> => {
  const { openId, ...rest } = person
  if (!openId) return
  await letGo(house, openId)
  await house.stores.people.save(rest)
  await house.stores.signIns.end(person.id, (s) => s.way === 'wechat' && s.id !== mine)
}
