import type { ScanBegun, SignedIn } from '@shared/schemas/accountViews'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines } from '../support/stores'
import { type Accounts, openAccounts } from './signing'

type Answer = SignedIn & { refusal?: string; waiting?: true; says?: string; numbers: string[] }

describe.each(Object.keys(engines) as (keyof typeof engines)[])(
  'signing the web page in by the phone on %s',
  (engine) => {
    let a: Accounts
    let token: string
    beforeAll(async () => {
      a = await openAccounts(engine)
      token = (await a.post('/api/sign-in/demo', { person: 'villager-dongxi' })).body.token
    })
    afterAll(() => a.close())

    const begin = async () => (await a.post<ScanBegun>('/api/sign-in/scan', { says: '办公室的电脑' })).body
    const take = (s: ScanBegun, secret = s.secret) => a.post<Answer>(`/api/sign-in/scan/${s.id}/take`, { secret })
    const look = (s: ScanBegun) => a.get<Answer>(`/api/sign-in/scan/${s.id}`, token)
    const approve = (s: ScanBegun, number = s.number) =>
      a.post<Answer>(`/api/sign-in/scan/${s.id}/approve`, { number }, { token })

    it('the phone sees which computer it is and three numbers, one of which the page shows', async () => {
      const s = await begin()
      expect(s).toMatchObject({ seconds: 120, text: `MWS:${s.id}` })
      const seen = (await look(s)).body
      expect(seen.says).toBe('办公室的电脑')
      expect(new Set(seen.numbers).size).toBe(3)
      expect(seen.numbers).toContain(s.number)
    })

    it('after the right number the page is signed in, once', async () => {
      const s = await begin()
      expect((await take(s)).body).toEqual({ waiting: true })
      expect((await approve(s)).status).toBe(200)
      const both = await Promise.all([take(s), take(s)])
      expect(both.map((b) => b.status).sort()).toEqual([200, 404])
      expect(both.find((b) => b.status === 200)!.body.person.id).toBe('villager-dongxi')
      expect((await take(s)).body.refusal).toBe('notFound')
    })

    it('a wrong number ends it, also for the right one afterwards', async () => {
      const s = await begin()
      const wrong = (await look(s)).body.numbers.find((x) => x !== s.number)!
      expect((await approve(s, wrong)).body.refusal).toBe('wrongSignIn')
      expect((await approve(s)).body.refusal).toBe('notFound')
      expect((await take(s)).body.refusal).toBe('notFound')
    })

    it('who saw the code alone gets nothing: only the page that began it has the secret', async () => {
      const s = await begin()
      await approve(s)
      expect((await take(s, 'another-secret-of-nobody')).body.refusal).toBe('notFound')
      expect((await take(s)).status).toBe(200)
    })

    it('two minutes are two minutes', async () => {
      const s = await begin()
      a.h.clock.at += 119_000
      expect((await look(s)).status).toBe(200)
      a.h.clock.at += 1000
      expect((await look(s)).body.refusal).toBe('notFound')
      expect((await approve(s)).body.refusal).toBe('notFound')
    })

    it('nobody approves who isn’t signed in', async () => {
      const s = await begin()
      expect((await a.post(`/api/sign-in/scan/${s.id}/approve`, { number: s.number })).status).toBe(401)
    })
  },
)
