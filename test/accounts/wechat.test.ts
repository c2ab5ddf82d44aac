import type { AccountView, SignedIn } from '@shared/schemas/accountViews'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { isUnder14 } from '../../functions/accounts/becoming'
import { newInvite } from '../../functions/routes/invites'
import { engines } from '../support/stores'
import { type Accounts, agreed, openAccounts } from './signing'

type Answer = Partial<SignedIn> & { ticket?: string; refusal?: string; says?: string }

describe.each(Object.keys(engines) as (keyof typeof engines)[])('signing in with WeChat on %s', (engine) => {
  let a: Accounts
  beforeAll(async () => {
    a = await openAccounts(engine)
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
  })
  afterAll(() => {
    vi.restoreAllMocks()
    return a.close()
  })

  const login = (openId: string, more: object = { agreed }) =>
    a.post<Answer>('/api/sign-in/wechat', { code: a.wechat.loginCode(openId), ...more })
  const bind = async (openId: string, by: object) => {
    const { ticket } = (await login(openId)).body
    return a.post<Answer>('/api/sign-in/wechat/bind', { ticket, agreed, ofAge: true, ...by })
  }
  const contacts = async (rows: { no: string; phone: string }[]) =>
    (await (await a.h.as('clerk-dongxi')).post<{ saved: number }>('/api/villages/dongxi/contacts', { rows })).body
  let n = 0
  /** households that nobody else in these tests lives in */
  const nextNo = () => `${1 + ((100 + n) % 8)}-${100 + n++}-1`

  it('who isn’t bound gets a ticket; who gives the number that the village has is signed in as a villager', async () => {
    const no = nextNo()
    expect(await contacts([{ no, phone: '138 0000 1111' }])).toMatchObject({ saved: 1, problems: [] })
    const { status, body } = await bind('open-1', { phoneCode: a.wechat.phoneCode('13800001111') })
    expect(status).toBe(200)
    expect(body.person).toMatchObject({ village: 'dongxi', posts: [{ role: 'villager', place: 'dongxi' }] })
    const again = (await login('open-1', {})).body
    expect(again.person?.id).toBe(body.person?.id)
    const account = await a.get<AccountView>('/api/account', again.token!)
    expect(account.body).toMatchObject({ wechat: true, password: false, agreement: { version: agreed } })
    expect(account.body.signIns).toHaveLength(2)
  })

  it('who hasn’t agreed is told so before anything is kept', async () => {
    expect((await login('open-unasked', {})).body.refusal).toBe('mustAgree')
    expect((await login('open-unasked', { agreed: '2001-01-01' })).body.refusal).toBe('mustAgree')
  })

  it('neither the number nor the WeChat stands in a key of the table, and the number nowhere', async () => {
    await contacts([{ no: nextNo(), phone: '13800002222' }])
    await bind('open-secret', { phoneCode: a.wechat.phoneCode('13800002222') })
    const keys: string[] = []
    let after: string | undefined
    do {
      const page = await a.h.table.walk(after)
      for (const r of page.records)
        if ('item' in r) {
          keys.push(r.item.pk)
          expect(r.item.body).not.toContain('13800002222')
        } else keys.push('marks' in r ? r.marks.pk : r.number.pk)
      after = page.next
    } while (after)
    expect(keys.filter((k) => k.includes('open-secret') || k.includes('13800002222'))).toEqual([])
  })

  it('a number that nobody has registered is told what to do', async () => {
    const { body } = await bind('open-2', { phoneCode: a.wechat.phoneCode('13900000000') })
    expect(body).toMatchObject({ refusal: 'notInScope' })
    expect(body.says).toContain('邀请码')
  })

  it('a code of a phone’s is good once, a wrong one never', async () => {
    const code = a.wechat.loginCode('open-3')
    const send = () => a.post<Answer>('/api/sign-in/wechat', { code, agreed })
    expect((await send()).status).toBe(200)
    expect((await send()).body.refusal).toBe('badRequest')
    expect((await a.post<Answer>('/api/sign-in/wechat', { code: 'made-up', agreed })).body.refusal).toBe('badRequest')
    const { ticket } = (await login('open-3')).body
    const phoneCode = a.wechat.phoneCode('13900000000')
    const bindWith = () => a.post<Answer>('/api/sign-in/wechat/bind', { ticket, phoneCode, agreed, ofAge: true })
    expect((await bindWith()).body.refusal).toBe('notInScope')
    expect((await bindWith()).body.refusal).toBe('badRequest')
  })

  it.each([
    [45011, 'tooManyRequests'],
    [-1, 'notNow'],
  ])('when WeChat answers %i they are told to wait', async (errcode, refusal) => {
    a.wechat.fails('/sns/jscode2session', { errcode })
    expect((await login('open-4')).body.refusal).toBe(refusal)
  })

  it('an invite binds once; the second to use it is refused, also at the same instant', async () => {
    const code = await a.invite(nextNo())
    const [one, other] = await Promise.all(['open-5', 'open-6'].map((id) => bind(id, { invite: code })))
    expect([one.status, other.status].sort()).toEqual([200, 422])
    expect((await bind('open-7', { invite: code })).body.refusal).toBe('inviteInvalid')
  })

  it('a code is read however it is typed, and holds through its thirtieth day', async () => {
    const code = await a.invite(nextNo())
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{10}$/)
    const late = await a.invite(nextNo())
    const at = a.h.clock.at
    a.h.to('2026-07-01', '23:59')
    const typed = `${code.slice(0, 5).toLowerCase()} - ${code.slice(5)}`
    expect((await bind('open-8', { invite: typed })).status).toBe(200)
    a.h.to('2026-07-02', '00:00')
    expect((await bind('open-9', { invite: late })).body.refusal).toBe('inviteInvalid')
    a.h.clock.at = at
  })

  it('a newer code makes the one before worth nothing', async () => {
    const no = nextNo()
    const first = await a.invite(no)
    await a.invite(no)
    expect((await bind('open-10', { invite: first })).body.refusal).toBe('inviteInvalid')
  })

  it('after five wrong tries they begin again', async () => {
    const { ticket } = (await login('open-11')).body
    const wrong = () =>
      a.post<Answer>('/api/sign-in/wechat/bind', { ticket, invite: 'AAAAABBBBB', agreed, ofAge: true })
    for (let i = 0; i < 5; i++) expect((await wrong()).body.refusal).toBe('inviteInvalid')
    expect((await wrong()).body.refusal).toBe('ticketExpired')
  })

  it('a ticket lasts ten minutes', async () => {
    const { ticket } = (await login('open-12')).body
    const invite = await a.invite(nextNo())
    const at = a.h.clock.at
    a.h.clock.at = at + 10 * 60_000
    const late = await a.post<Answer>('/api/sign-in/wechat/bind', { ticket, invite, agreed, ofAge: true })
    expect(late.body.refusal).toBe('ticketExpired')
    a.h.clock.at = at
  })

  it('who is bound elsewhere is not taken over by a number, but by a new invite; the old phone is out', async () => {
    const no = nextNo()
    await contacts([{ no, phone: '13800003333' }])
    const old = (await bind('open-old', { phoneCode: a.wechat.phoneCode('13800003333') })).body
    const taken = await bind('open-new', { phoneCode: a.wechat.phoneCode('13800003333') })
    expect(taken.body.refusal).toBe('ruleNotMet')
    const fresh = await bind('open-new', { invite: await a.invite(no) })
    expect(fresh.body.person?.id).toBe(old.person?.id)
    expect((await a.get('/api/account', old.token!)).status).toBe(401)
    expect((await login('open-old')).body.ticket).toBeDefined()
  })

  it('whoever lets their WeChat go is no longer found by it and may bind another', async () => {
    const no = nextNo()
    await contacts([{ no, phone: '13800004444' }])
    const by = () => ({ phoneCode: a.wechat.phoneCode('13800004444') })
    const { token } = (await bind('open-13', by())).body
    const { body } = await a.post<AccountView>('/api/account/wechat/unbind', {}, { token })
    expect(body.wechat).toBe(false)
    expect((await login('open-13')).body.ticket).toBeDefined()
    expect((await bind('open-14', by())).status).toBe(200)
  })

  it('one number is one person’s: a second member is told, not taken in silence', async () => {
    const [no, other] = [nextNo(), nextNo()]
    await contacts([{ no, phone: '13800005555' }])
    const told = await contacts([{ no: other, phone: '13800005555' }])
    expect(told).toMatchObject({ saved: 0, problems: [{ row: 1, field: 'phone' }] })
  })

  it('who has left the roster’s duties isn’t what they were at the next sign-in', async () => {
    const no = nextNo()
    await contacts([{ no, phone: '13800006666' }])
    const { person } = (await bind('open-15', { phoneCode: a.wechat.phoneCode('13800006666') })).body
    const kept = (await a.h.house.stores.people.get(person!.id))!
    const posts = [
      ...kept.posts,
      { role: 'representative', place: 'dongxi', title: '村民代表', from: '2024-01-01' } as const,
    ]
    await a.h.house.stores.people.save({ ...kept, posts })
    const again = (await login('open-15')).body
    expect(again.person?.posts.map((p) => p.role)).toEqual(['villager'])
  })

  /** A line of the roster, from a day on. */
  const onRoster = async (effectiveOn: string, row: Record<string, unknown>) => {
    const clerk = await a.h.as('clerk-dongxi')
    const { body } = await clerk.post<{ sheet: { id: string } }>('/api/villages/dongxi/sheets', {
      ...{ kind: 'roster', rows: [row] },
    })
    const form = { title: '名册变动', kind: 'rows', effectiveOn, sheet: body.sheet.id, reason: '户口变动' }
    const { id } = await a.h.open('clerk-dongxi', 'rosterChange', form)
    await a.h.done('secretary-dongxi', id, { outcome: 'agreed', form: { opinion: '对过户口簿' } })
  }
  const newcomer = (no: string, more: object = {}) => ({
    ...{ change: 'join', no, name: '新来的', household: '9-900', group: 2, sex: 'female', adultOn: '2001-02-03' },
    ...more,
  })

  it('who has left the roster loses what it gave when their sign-in is first renewed on the next day', async () => {
    const at = a.h.clock.at
    await onRoster('2026-06-01', newcomer('9-900-1', { representative: 'yes' }))
    await contacts([{ no: '9-900-1', phone: '13800007777' }])
    const signedIn = (await bind('open-16', { phoneCode: a.wechat.phoneCode('13800007777') })).body as SignedIn
    const roles = async () =>
      (await a.h.house.stores.people.fresh(signedIn.person.id))!.posts
        .filter((p) => p.until === undefined)
        .map((p) => p.role)
    expect(await roles()).toEqual(['villager', 'representative'])
    await onRoster('2026-06-01', { change: 'leave', no: '9-900-1', name: '新来的' })
    const renew = async (refresh: string) => (await a.post<SignedIn>('/api/sign-in/refresh', { refresh })).body
    a.h.to('2026-06-01', '23:59')
    const same = await renew(signedIn.refresh)
    expect(await roles()).toEqual(['villager', 'representative'])
    a.h.to('2026-06-02', '00:00')
    const { token } = await renew(same.refresh)
    expect(await roles()).toEqual([])
    // they are somebody still, and nobody there
    expect((await a.get<{ person: { posts: [] } }>('/api/me', token)).body.person.posts).toEqual([])
    a.h.clock.at = at
  })

  it('a child under 14 gets in neither by number nor by invite, until the village notes that the guardian agreed', async () => {
    const child = { adultOn: '2031-06-02', fourteenOn: '2027-06-02' }
    await onRoster('2026-06-01', newcomer('9-901-1', { name: '林小满', household: '9-901', ...child }))
    await contacts([{ no: '9-901-1', phone: '13800008888' }])
    const byPhone = await bind('open-17', { phoneCode: a.wechat.phoneCode('13800008888') })
    expect(byPhone).toMatchObject({ status: 422, body: { refusal: 'tooYoung' } })
    expect(byPhone.body.says).toContain('监护人')
    const clerk = await a.h.as('clerk-dongxi')
    const asked = (body: object) =>
      clerk.post<Answer>('/api/villages/dongxi/invites', { members: ['9-901-1'], ...body })
    const refused = await asked({})
    expect(refused).toMatchObject({ status: 422, body: { refusal: 'tooYoung' } })
    expect(refused.body.says).toBe('林小满不满14周岁。要监护人当面同意，并在名单上勾“监护人同意”，再发。')
    // agreed to for another child, it isn’t for this one
    expect((await asked({ guardianAgreed: ['1-001-1'] })).body.refusal).toBe('tooYoung')
    const invite = await a.invite('9-901-1', ['9-901-1'])
    const bound = await bind('open-17', { invite })
    expect(bound.body.person).toMatchObject({ name: '林小满', posts: [{ role: 'villager' }] })
    const list = await clerk.get<{ members: object[] }>('/api/villages/dongxi/invites?q=林小满')
    expect(list.body.members).toMatchObject([{ no: '9-901-1', state: 'bound', minor: true }])
  })

  it('an invite on the web is refused to a child too when nobody noted it, and good on the day they are fourteen', async () => {
    const at = a.h.clock.at
    const child = { adultOn: '2030-06-02', fourteenOn: '2026-06-02' }
    await onRoster('2026-06-01', newcomer('9-902-1', { household: '9-902', ...child }))
    const { code } = await newInvite(a.h.house, { village: 'dongxi', member: '9-902-1' }, 'clerk-dongxi')
    const begin = () =>
      a.post<Answer>('/api/sign-in/invite', { invite: code, phone: '13800009999', agreed, ofAge: true })
    expect((await begin()).body.refusal).toBe('tooYoung')
    a.h.to('2026-06-02', '00:00')
    expect((await begin()).body.ticket).toBeDefined()
    a.h.clock.at = at
  })
})

it('is under fourteen until the day before, of age on the day; a grown person by the day they are grown', () => {
  const member = { adultOn: '2030-03-05', fourteenOn: '2026-03-05' } as Parameters<typeof isUnder14>[0]
  expect(isUnder14(member, '2026-03-04')).toBe(true)
  expect(isUnder14(member, '2026-03-05')).toBe(false)
  const untold = { adultOn: '2030-03-05' } as Parameters<typeof isUnder14>[0]
  expect(isUnder14(untold, '2026-03-04')).toBe(true)
  expect(isUnder14(untold, '2026-03-05')).toBe(false)
})
