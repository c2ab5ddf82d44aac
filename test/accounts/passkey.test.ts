import type { AccountView, InviteBegun, SignedIn } from '@shared/schemas/accountViews'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAuthenticator } from '../support/authenticator'
import { engines } from '../support/stores'
import { type Accounts, agreed, openAccounts, origin } from './signing'

type Answer = SignedIn & { refusal?: string; ticket: string; options: Record<string, unknown> }

describe.each(Object.keys(engines) as (keyof typeof engines)[])('passkeys on %s', (engine) => {
  let a: Accounts
  beforeAll(async () => {
    a = await openAccounts(engine)
  })
  afterAll(() => a.close())

  let n = 200
  const begin = async () => {
    const invite = await a.invite(`${1 + (n % 8)}-${n++}-1`)
    const body = { invite, phone: '13700000001', agreed, ofAge: true }
    return (await a.post<InviteBegun & { refusal?: string }>('/api/sign-in/invite', body)).body
  }
  const register = async (phone: ReturnType<typeof openAuthenticator>, wrong = {}) => {
    const { ticket, passkey } = await begin()
    return a.post<Answer>('/api/sign-in/invite/passkey', {
      ticket,
      response: phone.create(passkey!, wrong),
      says: '手机',
    })
  }
  const answer = async (phone: ReturnType<typeof openAuthenticator>, wrong = {}) => {
    const { ticket, options } = (await a.post<Answer>('/api/sign-in/passkey', {})).body
    const response = phone.get(options, wrong)
    return { ticket, response, sent: await a.post<Answer>('/api/sign-in/passkey/answer', { ticket, response }) }
  }

  it('a villager makes one by an invite and signs in with it from then on, saying no name', async () => {
    const phone = openAuthenticator(origin)
    const begun = await begin()
    expect(begun).toMatchObject({ ways: ['passkey'], passkey: { rp: { id: 'mingwu.example' } } })
    expect(begun.name).toMatch(/^.\*+$/)
    const response = phone.create(begun.passkey!)
    const made = await a.post<Answer>('/api/sign-in/invite/passkey', { ticket: begun.ticket, response, says: '手机' })
    expect(made.body.person).toMatchObject({ village: 'dongxi' })
    const { sent } = await answer(phone)
    expect(sent.body.person.id).toBe(made.body.person.id)
  })

  it('someone who holds no office is offered no password', async () => {
    const { ticket } = await begin()
    const body = { ticket, password: '三只山羊过桥去吃青草' }
    expect((await a.post<Answer>('/api/sign-in/invite/password', body)).body.refusal).toBe('notInScope')
  })

  it.each([
    ['of another site', { origin: 'https://mingwu.example.evil' }],
    ['for another challenge', { challenge: 'AAAA' }],
    ['of somebody whom the phone hasn’t looked at', { unverified: true }],
  ])('one %s isn’t taken', async (_, wrong) => {
    expect((await register(openAuthenticator(origin), wrong)).body.refusal).toBe('wrongSignIn')
  })

  it('an answer is good once, for its own challenge, from its own site, with its counter counting on', async () => {
    const phone = openAuthenticator(origin)
    await register(phone)
    const { ticket, response, sent } = await answer(phone)
    expect(sent.status).toBe(200)
    const send = (ticket: string) => a.post<Answer>('/api/sign-in/passkey/answer', { ticket, response })
    expect((await send(ticket)).body.refusal).toBe('ticketExpired')
    const other = (await a.post<Answer>('/api/sign-in/passkey', {})).body.ticket
    expect((await send(other)).body.refusal).toBe('wrongSignIn')
    expect((await answer(phone, { origin: 'https://evil.example' })).sent.body.refusal).toBe('wrongSignIn')
    expect((await answer(phone, { unverified: true })).sent.body.refusal).toBe('wrongSignIn')
    expect((await answer(phone)).sent.status).toBe(200)
    expect((await answer(phone, { copied: true })).sent.body.refusal).toBe('wrongSignIn')
  })

  it('a challenge lasts five minutes', async () => {
    const phone = openAuthenticator(origin)
    await register(phone)
    const { ticket, options } = (await a.post<Answer>('/api/sign-in/passkey', {})).body
    a.h.clock.at += 5 * 60_000
    const late = await a.post<Answer>('/api/sign-in/passkey/answer', { ticket, response: phone.get(options) })
    expect(late.body.refusal).toBe('ticketExpired')
  })

  it('another is added and dropped, but not the last way in; one for somebody else isn’t added', async () => {
    const [phone, laptop] = [openAuthenticator(origin), openAuthenticator(origin)]
    const { token } = (await register(phone)).body
    const first = (await a.get<AccountView>('/api/account', token)).body.passkeys[0]
    const drop = (id: string) => a.post<AccountView & Answer>(`/api/account/passkeys/${id}/drop`, {}, { token })
    expect((await drop(first.id)).body.refusal).toBe('needsFirst')
    const { ticket, options } = (await a.post<Answer>('/api/account/passkeys', {}, { token })).body
    const body = { ticket, response: laptop.create(options), says: '电脑' }
    const stranger = (await a.post('/api/sign-in/demo', { person: 'keeper-dongxi' })).body.token
    const theirs = await a.post<Answer>('/api/account/passkeys/answer', body, { token: stranger })
    expect(theirs.body.refusal).toBe('ticketExpired')
    const added = await a.post<AccountView>('/api/account/passkeys/answer', body, { token })
    expect(added.body.passkeys.map((p) => p.says)).toEqual(['手机', '电脑'])
    expect((await drop(first.id)).body.passkeys).toHaveLength(1)
    expect((await answer(phone)).sent.body.refusal).toBe('wrongSignIn')
    expect((await answer(laptop)).sent.status).toBe(200)
  })

  it('a slip that was found is worth nothing with another number than the village has', async () => {
    const no = `${1 + (n % 8)}-${n++}-1`
    const clerk = await a.h.as('clerk-dongxi')
    await clerk.post('/api/villages/dongxi/contacts', { rows: [{ no, phone: '13711112222' }] })
    const invite = await a.invite(no)
    const send = (phone: string) => a.post<Answer>('/api/sign-in/invite', { invite, phone, agreed, ofAge: true })
    expect((await send('13711113333')).body.refusal).toBe('inviteInvalid')
    expect((await send('13711112222')).status).toBe(200)
  })

  it('guessing codes is stopped after sixty from one address', async () => {
    const body = { invite: 'AAAAABBBBB', phone: '13700000001', agreed, ofAge: true }
    const guess = () => a.post<Answer>('/api/sign-in/invite', body, { from: '3.3.3.3' })
    for (let i = 0; i < 60; i++) expect((await guess()).body.refusal).toBe('inviteInvalid')
    expect((await guess()).status).toBe(429)
  })
})
