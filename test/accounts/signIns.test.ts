import type { AccountView } from '@shared/schemas/accountViews'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessToken } from '../../functions/http/signIn'
import { engines } from '../support/stores'
import { type Accounts, openAccounts } from './signing'

type Renewed = { token: string; refresh: string; refusal?: string }

describe.each(Object.keys(engines) as (keyof typeof engines)[])('sign-ins on %s', (engine) => {
  let a: Accounts
  beforeAll(async () => {
    a = await openAccounts(engine)
  })
  afterAll(() => a.close())

  const demo = (person = 'villager-dongxi') => a.post('/api/sign-in/demo', { person })
  const refresh = (refresh: string) => a.post<Renewed>('/api/sign-in/refresh', { refresh })
  const account = (token: string) => a.get<AccountView>('/api/account', token)

  it('a token is good for half an hour, and not at its end', async () => {
    const { token } = (await demo()).body
    const at = a.h.clock.at
    a.h.clock.at = at + 30 * 60_000 - 1000
    expect((await account(token)).status).toBe(200)
    a.h.clock.at = at + 30 * 60_000
    expect((await account(token)).body).toMatchObject({ refusal: 'signInExpired' })
    a.h.clock.at = at
  })

  it('what renews a sign-in is replaced by its use, and the new one works', async () => {
    const first = (await demo()).body
    const second = (await refresh(first.refresh)).body
    expect(second.refresh).not.toBe(first.refresh)
    expect((await account(second.token)).status).toBe(200)
    expect((await refresh(second.refresh)).status).toBe(200)
  })

  it('two tabs that renew at the same instant get the same next one and both stay signed in', async () => {
    const first = (await demo()).body
    const [one, other] = await Promise.all([refresh(first.refresh), refresh(first.refresh)])
    expect([one.status, other.status]).toEqual([200, 200])
    expect(one.body.refresh).toBe(other.body.refresh)
    expect((await refresh(one.body.refresh)).status).toBe(200)
  })

  it('a retry after a lost answer gets the same next one, within a day', async () => {
    const first = (await demo()).body
    const next = (await refresh(first.refresh)).body.refresh
    const at = a.h.clock.at
    a.h.clock.at = at + 86_400_000 - 1
    expect((await refresh(first.refresh)).body.refresh).toBe(next)
    a.h.clock.at = at + 86_400_000
    expect((await refresh(first.refresh)).body.refusal).toBe('signInExpired')
    a.h.clock.at = at
  })

  it('one that is older than the last ends the sign-in: it was stolen, or the last one was', async () => {
    const first = (await demo()).body
    const second = (await refresh(first.refresh)).body
    const third = (await refresh(second.refresh)).body
    expect((await refresh(first.refresh)).status).toBe(401)
    expect((await refresh(third.refresh)).status).toBe(401)
    expect((await account(third.token)).status).toBe(401)
  })

  it('a sign-in that wasn’t used for sixty days is over, one that was used goes on', async () => {
    const at = a.h.clock.at
    const first = (await demo()).body
    a.h.clock.at = at + 60 * 86_400_000 - 1
    const second = await refresh(first.refresh)
    expect(second.status).toBe(200)
    a.h.clock.at += 60 * 86_400_000
    expect((await refresh(second.body.refresh)).status).toBe(401)
    a.h.clock.at = at
  })

  it('a device that is told to leave is out, the others stay', async () => {
    const [mine, lost] = [(await demo('neighbour-dongxi')).body, (await demo('neighbour-dongxi')).body]
    const seen = (await account(mine.token)).body.signIns
    expect(seen.filter((s) => s.mine)).toHaveLength(1)
    const other = seen.find((s) => !s.mine)!
    const { body } = await a.post<AccountView>(`/api/account/sign-ins/${other.id}/revoke`, {}, { token: mine.token })
    expect(body.signIns.map((s) => s.mine)).toEqual([true])
    expect((await account(lost.token)).body).toMatchObject({ refusal: 'signInExpired' })
    expect((await refresh(lost.refresh)).status).toBe(401)
    expect((await account(mine.token)).status).toBe(200)
  })

  it('whoever signs out is out at once', async () => {
    const { token, refresh: renews } = (await demo()).body
    expect((await a.post('/api/sign-in/out', {}, { token })).status).toBe(200)
    expect((await account(token)).status).toBe(401)
    expect((await refresh(renews)).status).toBe(401)
  })

  it('of twenty-one devices the one that was used longest ago is let go', async () => {
    const first = (await demo('keeper-dongxi')).body
    a.h.clock.at += 1000
    for (let i = 0; i < 20; i++) await demo('keeper-dongxi')
    expect((await account(first.token)).status).toBe(401)
  })

  it('nothing in the table says what would renew a sign-in', async () => {
    const { refresh } = (await demo('director-dongxi')).body
    const item = await a.h.table.get('signIns#director-dongxi')
    expect(item!.body).not.toContain(refresh.split('.')[2])
  })

  it('a token that names no sign-in of that person is refused', async () => {
    const token = await accessToken(a.h.house, 'clerk-dongxi', 'none')
    expect((await account(token)).status).toBe(401)
  })
})
