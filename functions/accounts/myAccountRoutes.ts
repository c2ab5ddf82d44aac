import { agreementVersion } from '@shared/agreement'
import { refuse } from '@shared/engine/refusal'
import type { Citizen } from '@shared/schemas/person'
import type { Route } from '../http/serve'
import { accountView, passkeyNo } from '../views/accountView'
import { today } from '../world'
import { unlocked } from './locked'
import { stepOf } from './oneTimeCode'
import { madePasskey, mostPasskeys, newPasskeyOptions, type Site, siteOf, withPasskey } from './passkeys'
import { hashPassword, isPassword, whyWeak } from './passwords'
import { unbind } from './wechatRoutes'

type Adding = { person: string; challenge: string; site: Site }

/** What somebody sees and changes of their own account. */
export const myAccountRoutes: Route = (call, house) => {
  const { accounts, agreements, tickets, signIns, people } = house.stores
  const view = async ({ id }: Citizen, mine: string) => accountView(house, (await people.get(id))!, mine)

  call('account', ({ person, signIn }) => view(person, signIn))

  call('signOut', async ({ person, signIn }) => {
    await signIns.end(person.id, (s) => s.id === signIn)
    return {}
  })

  call('revokeSignIn', async ({ person, signIn, params }) => {
    if (!(await signIns.end(person.id, (s) => s.id === params.id)))
      return refuse('notFound', '这台设备已经退出了。请刷新看看。')
    return view(person, signIn)
  })

  call('unbindWechat', async ({ person, signIn }) => {
    if (!person.openId) return refuse('onlyOnce', '现在没有绑微信，不用解除。')
    await unbind(house, person, signIn)
    return view(person, signIn)
  })

  call('dropPasskey', async ({ person, signIn, params }) => {
    const says = await accounts.change(person.id, (account) => {
      const passkeys = account.passkeys.filter((p) => passkeyNo(p.id) !== params.id)
      if (passkeys.length === account.passkeys.length) return { next: account, says: 'none' as const }
      const isLast = !passkeys.length && !account.password && !person.openId
      return isLast
        ? { next: account, says: 'last' as const }
        : { next: { ...account, passkeys }, says: 'gone' as const }
    })
    if (says === 'none') return refuse('notFound', '没有这把通行密钥，可能已经删了。请刷新看看。')
    if (says === 'last')
      return refuse('needsFirst', '这是您唯一的登录办法，删了就登不进来。请先加一把新的，或者先绑微信。')
    return view(person, signIn)
  })

  call('addPasskeyBegin', async ({ person }, c) => {
    const { passkeys } = await accounts.get(person.id)
    if (passkeys.length >= mostPasskeys) return refuse('tooLarge', `通行密钥最多${mostPasskeys}把。请先删掉不用的。`)
    const site = siteOf(house, c)
    const options = await newPasskeyOptions(site, person, passkeys)
    const adding = { person: person.id, challenge: options.challenge, site }
    return { ticket: await tickets.give<Adding>('addPasskey', 10, adding), options: { ...options } }
  })

  call('addPasskey', async ({ person, signIn, body }) => {
    const adding = await tickets.take<Adding>('addPasskey', body.ticket, (a) => a.person === person.id)
    if (!adding) return refuse('ticketExpired')
    const made = { says: body.says, on: today(house) }
    const passkey = await madePasskey(adding.site, adding.challenge, body.response, made)
    if (!passkey) return refuse('wrongSignIn', '这把通行密钥没有设成。请再点一次，按手机或电脑的提示做完。')
    await accounts.change(person.id, (a) => ({ next: withPasskey(a, passkey), says: undefined }))
    return view(person, signIn)
  })

  call('changePassword', async ({ person, signIn, body, atMost }) => {
    await atMost(`change password ${person.id}`, 10, 900)
    const account = await accounts.get(person.id)
    const { oneTime } = account
    if (!account.password || !oneTime)
      return refuse('needsFirst', '您还没有设密码。要用密码登录，请任命您的上级发邀请码。')
    const isRight = await isPassword(body.old, account.password)
    const secret = unlocked(house.secret, 'one-time', oneTime.secret)
    const step = stepOf(secret, body.code, house.now(), oneTime.lastStep)
    if (!isRight || step === undefined)
      return refuse('wrongSignIn', '原来的密码或者验证码不对。请核对，等验证器里出新的6位数字再试。')
    const weak = whyWeak(body.password)
    if (weak) return weak
    const password = await hashPassword(body.password)
    const done = await accounts.change(person.id, (now) =>
      now.password === account.password && (now.oneTime?.lastStep ?? 0) < step
        ? { next: { ...now, password, oneTime: { ...oneTime, lastStep: step } }, says: true }
        : { next: now, says: false },
    )
    if (!done) return refuse('someoneActedFirst')
    await signIns.end(person.id, (s) => s.id !== signIn)
    return view(person, signIn)
  })

  call('agree', async ({ person, signIn, body }) => {
    if (body.version !== agreementVersion)
      return refuse('mustAgree', '协议又更新了，请先看最新的一版再同意。', { version: agreementVersion })
    await agreements.agreed(person.id, body.version, new Date(house.now()).toISOString())
    return view(person, signIn)
  })
}
