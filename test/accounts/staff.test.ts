import type { InvitesView, StaffView } from '@shared/schemas/accountViews'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memberKey } from '../../functions/inviteCode'
import { type Accounts, agreed, openAccounts } from './signing'

let a: Accounts
beforeAll(async () => {
  a = await openAccounts()
})
afterAll(() => a.close())

type Staff = StaffView & { refusal?: string; code?: string }
const at = (place: string) => `/api/places/${place}/staff`
const post = async (person: string, path: string, body: object) => (await a.h.as(person)).post<Staff>(path, body)
const post1 = { role: 'clerk', title: '村报账员', from: '2026-06-02' }

it('the township appoints in a village, the county in a cluster and a township, nobody else anywhere', async () => {
  const name = '新来人'
  const may = async (person: string, place: string, role: string) =>
    (await post(person, at(place), { ...post1, name, role })).status === 200
  expect(await may('township', 'dongxi', 'clerk')).toBe(true)
  expect(await may('leader', 'dongxi', 'committee')).toBe(true)
  expect(await may('county', 'shiwan', 'township')).toBe(true)
  expect(await may('county', 'shanpian', 'clusterLead')).toBe(true)
  for (const person of [
    'secretary-dongxi',
    'clerk-dongxi',
    'villager-dongxi',
    'agency',
    'cluster',
    'discipline',
    'county',
  ])
    expect([person, await may(person, 'dongxi', 'clerk')]).toEqual([person, false])
  expect(await may('township', 'shiwan', 'township')).toBe(false)
  // a post counts at its level alone, and nobody makes somebody a villager
  expect(await may('township', 'dongxi', 'townshipLead')).toBe(false)
  expect(await may('township', 'dongxi', 'villager')).toBe(false)
})

it('a post begins on its first day and ends after its last', async () => {
  const { body } = await post('township', at('dongxi'), {
    ...post1,
    name: '满一天',
    from: '2026-06-10',
    until: '2026-06-10',
  })
  const { id } = body.people.find((p) => p.name === '满一天')!
  const inOffice = (on: string) => a.h.house.stores.people.inOffice('dongxi', on)
  expect(await inOffice('2026-06-09')).not.toContain(id)
  expect(await inOffice('2026-06-10')).toContain(id)
  expect(await inOffice('2026-06-11')).not.toContain(id)
})

it('whoever’s post is ended by yesterday can’t act today; the days are kept', async () => {
  const keeper = await a.h.as('keeper-dongxi')
  expect((await keeper.get('/api/villages/dongxi/roster')).status).toBe(200)
  const end = (role: string, until: string) => post('township', `${at('dongxi')}/keeper-dongxi/end`, { role, until })
  expect((await end('sealKeeper', '2026-05-30')).body.refusal).toBe('badForm')
  await end('committee', '2026-05-31')
  const { body } = await end('sealKeeper', '2026-05-31')
  expect(body.people.find((p) => p.id === 'keeper-dongxi')!.posts.map((p) => p.until)).toEqual([
    '2026-05-31',
    '2026-05-31',
  ])
  expect((await keeper.get('/api/villages/dongxi/roster')).status).toBe(403)
  expect((await end('sealKeeper', '2026-06-01')).body.refusal).toBe('notFound')
})

it('nobody appoints, ends or invites themselves', async () => {
  await a.h.house.stores.people.save({
    ...(await a.h.house.stores.people.get('leader'))!,
    posts: [
      { role: 'townshipLead', place: 'shiwan', title: '镇长', from: '2024-01-01' },
      { role: 'committee', place: 'dongxi', title: '驻村', from: '2024-01-01' },
    ],
  })
  expect((await post('leader', at('dongxi'), { ...post1, person: 'leader' })).body.refusal).toBe('mustBeAnother')
  const end = await post('leader', `${at('dongxi')}/leader/end`, { role: 'committee', until: '2026-06-01' })
  expect(end.body.refusal).toBe('mustBeAnother')
  expect((await post('leader', `${at('dongxi')}/leader/invite`, {})).body.refusal).toBe('mustBeAnother')
})

it('a code is for who holds a post there, and only from who gives it', async () => {
  const invite = (by: string, whom: string) => post(by, `${at('dongxi')}/${whom}/invite`, {})
  expect((await invite('township', 'director-dongxi')).body.code).toHaveLength(10)
  expect((await invite('township', 'villager-dongxi')).body.refusal).toBe('notFound')
  expect((await invite('township', 'clerk-shatang')).body.refusal).toBe('notFound')
  expect((await invite('secretary-dongxi', 'director-dongxi')).body.refusal).toBe('notInScope')
})

it('villagers’ codes are given by clerk, secretary, director and township of that village alone', async () => {
  const may = async (person: string) =>
    (await post(person, '/api/villages/dongxi/invites', { members: ['5-300-1'] })).status === 200
  for (const who of ['clerk-dongxi', 'secretary-dongxi', 'director-dongxi', 'township'])
    expect([who, await may(who)]).toEqual([who, true])
  for (const who of ['villager-dongxi', 'supervisor-dongxi', 'clerk-shatang', 'agency', 'county'])
    expect([who, await may(who)]).toEqual([who, false])
})

it('the list says who is invited and until when, and its slips are printed once for whoever may', async () => {
  const clerk = await a.h.as('clerk-dongxi')
  const sent = await clerk.post<{ invites: object[] }>('/api/villages/dongxi/invites', {
    members: ['6-301-1', '6-301-2'],
  })
  const list = await clerk.get<InvitesView>('/api/villages/dongxi/invites?q=6-301')
  expect(list.body.members.slice(0, 2)).toMatchObject([
    { no: '6-301-1', state: 'invited', expiresOn: '2026-07-01', hasPhone: false },
    { no: '6-301-2', state: 'invited' },
  ])
  const { url } = (await clerk.post<{ url: string }>('/api/papers/invites', { village: 'dongxi', ...sent.body })).body
  const { invites } = sent.body as { invites: { code: string }[] }
  expect(url).not.toContain(invites[0].code)
  const page = await (await a.h.app.request(url)).text()
  for (const { code } of invites) expect(page).toContain(`${code.slice(0, 5)} ${code.slice(5)}`)
  const villager = await a.h.as('villager-dongxi')
  expect((await villager.post('/api/papers/invites', { village: 'dongxi', invites })).status).toBe(403)
  a.h.clock.at += 10 * 60_000
  expect(await (await a.h.app.request(url)).text()).not.toContain(invites[0].code)
})

describe('an office is not come by with a villager’s code', () => {
  beforeAll(async () => {
    const { member } = (await a.h.house.stores.people.get('director-dongxi'))!
    await a.h.house.stores.accounts.members.change(memberKey('dongxi', member!), (link) => ({
      ...{ next: { ...link, person: 'director-dongxi' }, says: undefined },
    }))
  })

  it('neither a code nor a number that the village gave opens the account of somebody in office', async () => {
    const director = (await a.h.house.stores.people.get('director-dongxi'))!
    const code = await a.invite(director.member!)
    const phone = '13900000077'
    const begun = await a.post<{ refusal: string; says: string }>('/api/sign-in/invite', {
      ...{ invite: code, phone, agreed, ofAge: true },
    })
    expect([begun.status, begun.body.refusal, begun.body.says]).toEqual([
      ...[403, 'notInScope'],
      expect.stringContaining('任命您的单位发的邀请码'),
    ])
  })

  it('once the post is over they are of the roster like anybody', async () => {
    const director = (await a.h.house.stores.people.get('director-dongxi'))!
    const { posts } = director
    await a.h.house.stores.people.save({ ...director, posts: posts.map((p) => ({ ...p, until: '2026-05-31' })) })
    const code = await a.invite(director.member!)
    const begun = await a.post('/api/sign-in/invite', { invite: code, phone: '13900000077', agreed, ofAge: true })
    expect(begun.status).toBe(200)
    await a.h.house.stores.people.save(director)
  })
})
