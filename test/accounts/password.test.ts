import type { AccountView } from '@shared/schemas/accountViews'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commonPasswords } from '../../functions/accounts/commonPasswords'
import { deviceToken, isKnownDevice } from '../../functions/accounts/device'
import { verifications, whyWeak } from '../../functions/accounts/passwords'
import { engines } from '../support/stores'
import {
  type Accounts,
  agreed,
  byPassword,
  codeOf,
  openAccounts,
  origin,
  password,
  phone,
  withPassword,
} from './signing'

type Refused = { refusal?: string; says?: string; ticket: string }

describe.each(Object.keys(engines) as (keyof typeof engines)[])('a password and a one-time code on %s', (engine) => {
  let a: Accounts
  let mine: Awaited<ReturnType<typeof withPassword>>
  beforeAll(async () => {
    a = await openAccounts(engine, { limits: engine === 'dynamo' ? 'table' : 'memory' })
    mine = await withPassword(a)
  })
  afterAll(() => a.close())
  const later = () => {
    a.h.clock.at += 16 * 60_000
  }
  const first = (body: object, from = '9.9.9.9') =>
    a.post<Refused>('/api/sign-in/password', { phone, password, agreed, ...body }, { from })

  it('who has both is signed in, from a device that is known from then on', async () => {
    later()
    const { status, body } = await byPassword(a, mine.secret)
    expect([status, body.person?.id]).toEqual([200, 'clerk-dongxi'])
    expect(body.device).toBeDefined()
  })

  it('a code is good once, and not a step too late', async () => {
    later()
    const send = async (code: string) => {
      const { ticket } = (await first({})).body
      return (await a.post<Refused>('/api/sign-in/password/code', { ticket, code })).body.refusal
    }
    const now = a.h.clock.at
    expect(await send(codeOf(mine.secret, now - 60_000))).toBe('wrongSignIn')
    expect(await send(codeOf(mine.secret, now))).toBeUndefined()
    expect(await send(codeOf(mine.secret, now))).toBe('wrongSignIn')
    expect(await send(codeOf(mine.secret, now - 30_000))).toBe('wrongSignIn')
    expect(await send(codeOf(mine.secret, now + 30_000))).toBeUndefined()
  })

  it('two who send the same code at once: one gets in', async () => {
    later()
    const tickets = await Promise.all([1, 2].map(async () => (await first({})).body.ticket))
    const code = codeOf(mine.secret, a.h.clock.at)
    const sent = await Promise.all(tickets.map((ticket) => a.post('/api/sign-in/password/code', { ticket, code })))
    expect(sent.map((s) => s.status).sort()).toEqual([200, 422])
  })

  it('an unknown number hears the same as a wrong password and costs as much', async () => {
    later()
    const count = async (body: object) => {
      const before = verifications.n
      const { status, body: said } = await first(body)
      return { status, said, cost: verifications.n - before }
    }
    const wrong = await count({ password: 'not the password' })
    const unknown = await count({ phone: '13999999999' })
    expect(unknown).toEqual(wrong)
    expect(wrong).toMatchObject({ status: 422, said: { refusal: 'wrongSignIn' }, cost: 1 })
  })

  it('a ticket for the code is for nothing else, and is torn up after five wrong codes', async () => {
    later()
    const { ticket } = (await first({})).body
    expect((await a.post<Refused>('/api/sign-in/invite/password', { ticket, password })).body.refusal).toBe(
      'ticketExpired',
    )
    const bad = codeOf(mine.secret, a.h.clock.at + 3_600_000)
    for (let i = 0; i < 5; i++) await a.post('/api/sign-in/password/code', { ticket, code: bad })
    const right = { ticket, code: codeOf(mine.secret, a.h.clock.at) }
    expect((await a.post<Refused>('/api/sign-in/password/code', right)).body.refusal).toBe('ticketExpired')
  })

  it('someone who tries from one address is stopped after ten, and another address isn’t', async () => {
    later()
    for (let i = 0; i < 10; i++) expect((await first({ password: `guess number ${i}` }, '6.6.6.6')).status).toBe(422)
    expect((await first({ password }, '6.6.6.6')).status).toBe(429)
    expect((await first({ password }, '7.7.7.7')).status).toBe(200)
  })

  it('many addresses together are stopped after fifty a day; the owner’s own device and phone never', async () => {
    a.h.clock.at += 86_400_000
    const statuses: number[] = []
    for (let i = 0; i < 52; i++) statuses.push((await first({ password: `guess ${i}` }, `10.0.0.${i}`)).status)
    expect(statuses.slice(0, 50)).not.toContain(429)
    expect(statuses.slice(50)).toEqual([429, 429])
    // a stranger with the right password is held as well: it can't be told from a guess
    expect((await byPassword(a, mine.secret, { from: '10.0.1.1' })).status).toBe(429)
    const owner = await byPassword(a, mine.secret, { from: '10.0.1.2', device: mine.device })
    expect(owner.status).toBe(200)
    const forged = `${mine.device!.slice(0, -3)}xyz`
    expect((await byPassword(a, mine.secret, { from: '10.0.1.3', device: forged })).status).toBe(429)
    const scan = (await a.post<{ id: string; secret: string; number: string }>('/api/sign-in/scan', { says: '' })).body
    await a.post(`/api/sign-in/scan/${scan.id}/approve`, { number: scan.number }, { token: owner.body.token })
    const taken = await a.post(`/api/sign-in/scan/${scan.id}/take`, { secret: scan.secret })
    expect(taken.body.person?.id).toBe('clerk-dongxi')
  }, 60_000)

  it('a known device that guesses is stopped after ten', async () => {
    a.h.clock.at += 86_400_000
    const guess = () => first({ password: 'a wrong guess', device: mine.device }, '8.8.8.8')
    for (let i = 0; i < 10; i++) expect((await guess()).status).toBe(422)
    expect((await guess()).status).toBe(429)
  })

  it('a new password asks for the old one and a code, and ends the other sign-ins', async () => {
    a.h.clock.at += 86_400_000
    const [here, there] = [
      (await byPassword(a, mine.secret)).body,
      (await a.post('/api/sign-in/demo', { person: 'clerk-dongxi' })).body,
    ]
    a.h.clock.at += 60_000
    const change = (body: object) => a.post<AccountView & Refused>('/api/account/password', body, { token: here.token })
    const code = () => codeOf(mine.secret, a.h.clock.at)
    const next = '五条小鱼逆着水往上游'
    expect((await change({ old: 'no', password: next, code: code() })).body.refusal).toBe('wrongSignIn')
    expect((await change({ old: password, password: '短', code: code() })).body.refusal).toBe('passwordTooWeak')
    expect((await change({ old: password, password: next, code: code() })).body.password).toBe(true)
    expect((await a.get('/api/account', there.token)).status).toBe(401)
    expect((await a.get('/api/account', here.token)).status).toBe(200)
    expect((await first({}, '5.5.5.5')).status).toBe(422)
    expect((await first({ password: next }, '5.5.5.5')).status).toBe(200)
  }, 60_000)

  it('whoever was invited again begins anew: the old password and every sign-in are over', async () => {
    a.h.clock.at += 86_400_000
    const before = (await a.post('/api/sign-in/demo', { person: 'clerk-dongxi' })).body
    const again = await withPassword(a)
    expect((await a.get('/api/account', before.token)).status).toBe(401)
    expect(again.secret).not.toBe(mine.secret)
    const used = await a.post<Refused>('/api/sign-in/invite', { invite: again.code, phone, agreed, ofAge: true })
    expect(used.body.refusal).toBe('inviteInvalid')
  })

  it('the page of another site makes nothing with our address: no answer lets cookies in or sets any', async () => {
    const answer = await first({})
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
    expect(origin).not.toBe('')
  })

  it('the table holds neither the password nor what makes the codes', async () => {
    const item = (await a.h.table.get('account#clerk-dongxi'))!
    expect(item.body).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
    expect(item.body).not.toContain(mine.secret)
    expect(item.body).not.toContain(phone)
  })
})

it('a device is known for half a year, to the person and the password that it was given for', async () => {
  const a = await openAccounts()
  const house = a.h.house
  const device = deviceToken(house, 'clerk-dongxi', 'hash')
  expect(isKnownDevice(house, device, 'clerk-dongxi', 'hash')).toBe(true)
  expect(isKnownDevice(house, device, 'director-dongxi', 'hash')).toBe(false)
  expect(isKnownDevice(house, device, 'clerk-dongxi', 'another hash')).toBe(false)
  expect(isKnownDevice(house, device, 'clerk-dongxi', undefined)).toBe(false)
  a.h.clock.at += 180 * 86_400_000
  expect(isKnownDevice(house, device, 'clerk-dongxi', 'hash')).toBe(true)
  a.h.clock.at += 1
  expect(isKnownDevice(house, device, 'clerk-dongxi', 'hash')).toBe(false)
  await a.close()
})

describe('which password will do', () => {
  it('more than a thousand common ones are known', () => expect(commonPasswords.size).toBeGreaterThanOrEqual(1000))
  it('nine characters are too few, ten are enough', () => {
    expect(whyWeak('山羊过桥吃草去了啊')?.says).toContain('还差1个')
    expect(whyWeak('山羊过桥吃草去了啊呀')).toBeUndefined()
  })
  it.each([
    ...[
      'woaini1314520',
      'Password2026!',
      'zhangwei19900512',
      'qwertyuiop12',
      '1234567890',
      'aaaaaaaaaaaa',
      '5201314woaini',
    ],
    ...['abcdefghijkl', 'wo-ai-ni-1314', 'my13800000001'],
  ])('%s is too common', (text) => expect(whyWeak(text)?.refusal).toBe('passwordTooWeak'))
  it.each(['lu4bian3shan1cha2hua', 'tigerzx88kqwv', '三只山羊过桥去吃青草'])('%s will do', (text) => {
    expect(whyWeak(text)).toBeUndefined()
  })
})
