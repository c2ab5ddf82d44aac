import type { LedgerView, ProofView } from '@shared/schemas/chainViews'
import type { CaseView } from '@shared/schemas/views'
import { verifyCase } from '@shared/verifyCase'
import { verifyProof } from '@shared/verifyProof'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkpointAll } from '../../functions/checkpoints/checkpointAll'
import { clockwork } from '../../functions/clockwork'
import { openIdHash, phoneHash } from '../../functions/inviteCode'
import { finishDeletions } from '../../functions/privacy/forgetPerson'
import { everyItem } from '../../functions/store/everyRecord'
import { storesOf } from '../../functions/stores'
import { gatherer } from '../../functions/verify/export'
import { verifyAll } from '../../functions/verify/verifyAll'
import { Crash, crashing } from '../crash/crashing'
import { openHouse, type TestHouse } from '../support/house'
import { pictures } from '../support/pictures'
import { everything, faultsOf, hers, livedHere } from './gone'

let h: TestHouse
beforeEach(async () => {
  h = await openHouse('sqlite', '2026-06-01T09:00:00+08:00')
})
afterEach(() => h.close())

const deleted = async (sure: boolean, person: string = hers.id) =>
  (await h.as(person)).post<{ done: boolean; open: { number: string }[]; refusal?: string; says?: string }>(
    '/api/account/delete',
    { sure },
  )
const words = [hers.name, hers.phone, hers.openId, hers.text, hers.text.slice(0, 12), hers.place, hers.photo, hers.view]
const keys = () => [phoneHash(h.house, hers.phone), openIdHash(h.house, hers.openId)]
/** What is left of them: their words anywhere, what leads to them under a key, and the bytes that they sent. */
const left = async (file: string) => {
  const all = await everything(h)
  return {
    words: words.filter((w) => all.includes(w)),
    ways: all.split('\n').filter((r) => keys().some((k) => r.includes(k)) && !r.includes('"body":"null"')),
    file: await h.house.files.kept(file),
  }
}
const nothing = { words: [], ways: [], file: undefined }

describe('注销账号', () => {
  it('asks first: what is open still is named, and nothing is done until they are sure', async () => {
    const { request } = await livedHere(h)
    const other = await h.open(hers.id, 'request', {
      text: '路灯不亮了好几天',
      category: 'utilities',
      visibility: 'villagers',
    })
    const before = await everything(h)
    const { body } = await deleted(false)
    expect(body).toMatchObject({ done: false })
    expect(body.open.map((o) => o.number)).toContain(other.number)
    expect(body.open.map((o) => o.number).includes(request.number)).toBe(
      (await h.see(hers.id, request.id)).step !== 'closed',
    )
    expect((await everything(h)).length).toBe(before.length)
  })

  it('leaves nothing of them anywhere: no name, number, WeChat, word, picture; the chains verify', async () => {
    const { file } = await livedHere(h)
    expect((await left(file)).words).toEqual(expect.arrayContaining([hers.name, hers.text, hers.place, hers.photo]))
    expect((await left(file)).file?.length).toBeGreaterThan(0)
    expect((await deleted(true)).body).toMatchObject({ done: true })
    expect(await left(file)).toEqual(nothing)
    expect(await faultsOf(h)).toEqual([])
  })

  it('signs them out at once, and nothing signs them in again', async () => {
    await livedHere(h)
    const me = await h.as(hers.id)
    await me.post('/api/account/delete', { sure: true })
    expect((await me.get<{ refusal: string }>('/api/account')).body.refusal).toBe('signInExpired')
    expect(await h.house.stores.accounts.phones.get(phoneHash(h.house, hers.phone))).toBeUndefined()
    expect(await h.house.stores.accounts.wechats.get(openIdHash(h.house, hers.openId))).toBeUndefined()
  })

  it('what others did and decided stays, and says what was deleted; it goes on without them', async () => {
    const { request } = await livedHere(h)
    await deleted(true)
    const seen = await h.see('clerk-dongxi', request.id)
    expect(seen.title).toBe('内容已按本人要求删除')
    expect(seen.log[0]).toMatchObject({ who: '已注销的人', erased: '第1条的内容已按本人要求删除' })
    expect(seen.log[0].values).toEqual({ category: 'housing', visibility: 'office' })
    expect(seen.log[1].values).toEqual({ note: '收到，去看看' })
    expect(seen.log.at(-1)).toMatchObject({ title: '删去个人内容', who: '到期自动' })
    expect(seen.files).toEqual([])
    expect(JSON.stringify(seen)).not.toContain(hers.text.slice(0, 6))
  })

  it('whoever holds office can’t: first the handover; the day after the post has ended they can', async () => {
    const { body } = await deleted(true, 'clerk-dongxi')
    expect(body).toMatchObject({ refusal: 'notNow', says: expect.stringContaining('请先到镇里办交接') })
    const clerk = (await h.house.stores.people.get('clerk-dongxi'))!
    const acted = await livedHere(h)
    await h.house.stores.people.save({ ...clerk, posts: clerk.posts.map((p) => ({ ...p, until: '2026-06-01' })) })
    expect((await deleted(true, 'clerk-dongxi')).body.refusal).toBe('notNow')
    h.to('2026-06-02')
    expect((await deleted(true, 'clerk-dongxi')).body).toMatchObject({ done: true })
    // what they did by it stays on record with their name
    const seen = await h.see('secretary-dongxi', acted.request.id)
    expect(seen.log[1].who).toContain(clerk.name)
    expect(seen.log[1].values).toEqual({ note: '收到，去看看' })
  })

  it('the proof that they agreed is kept three years more, under an id that is nobody’s', async () => {
    await livedHere(h)
    await deleted(true)
    expect(await h.house.stores.agreements.of(hers.id)).toEqual([
      { version: '2026-12-01', at: '2026-06-01T01:00:00.000Z' },
    ])
    expect((await h.table.get(`agreement#${hers.id}`))?.expiresOn).toBe('2029-05-31')
  })

  it('killed after every single write and begun anew by the clock, it ends the same', async () => {
    const { file, request } = await livedHere(h)
    await h.house.stores.deletions.begin({ person: hers.id, at: '2026-06-01T01:00:00.000Z' })
    let killed = 0
    for (let done = false; !done; killed++) {
      if (killed > 200) throw new Error('it never ends')
      const { table } = crashing(h.table, 1, 'after')
      const dying = { ...h.house, table, stores: storesOf({ ...h.deps, table }) }
      done = await finishDeletions(dying).then(
        () => true,
        (e: unknown) => {
          if (!(e instanceof Crash)) throw e
          return false
        },
      )
    }
    expect(killed).toBeGreaterThan(10)
    expect(await left(file)).toEqual(nothing)
    expect(await faultsOf(h)).toEqual([])
    expect(await h.house.stores.deletions.open()).toEqual([])
    // and no line was written twice
    const seen: CaseView = await h.see('clerk-dongxi', request.id)
    expect(seen.log.filter((e) => e.aside === 'erased')).toHaveLength(1)
  })

  it('what a crash left is finished by the hourly job', async () => {
    const { file } = await livedHere(h)
    await h.house.stores.deletions.begin({ person: hers.id, at: '2026-06-01T01:00:00.000Z' })
    await clockwork(h.house)
    expect(await left(file)).toEqual(nothing)
  })

  it('their words are gone from what followed from them too, and from the search', async () => {
    await livedHere(h)
    const open = await h.open(hers.id, 'request', { text: hers.text, category: 'housing', visibility: 'villagers' })
    await h.done('clerk-dongxi', open.id, { outcome: 'acknowledged' })
    await h.done('township', open.id, { aside: 'urge', form: { reason: '快一点', replyBy: '2026-06-20' } })
    await h.sweep()
    expect(await everything(h)).toContain('督-2026')
    await deleted(true)
    const all = await everything(h)
    expect(all).not.toContain(hers.text.slice(0, 10))
    expect(await faultsOf(h)).toEqual([])
  })

  it('what was signed before still proves what is left: the village’s list, the case’s place in it, and the next day’s', async () => {
    await h.close()
    h = await openHouse('sqlite', '2026-06-01T09:00:00+08:00', { signingKey: new Uint8Array(32).fill(7) })
    const { request } = await livedHere(h)
    await checkpointAll(h.house)
    const get = async <T>(path: string) => (await (await h.as('clerk-dongxi')).get<T>(path)).body
    const kept = await get<LedgerView>('/api/villages/dongxi/ledger')
    const faults = async () => {
      const found = await get<CaseView>(`/api/cases/${request.id}`)
      const { all, add } = gatherer()
      for (const item of await everyItem(h.table)) add(item)
      const ledger = await get<LedgerView>('/api/villages/dongxi/ledger')
      return [
        ...verifyCase(found),
        ...verifyProof(await get<ProofView>(`/api/cases/${request.id}/proof`), found),
        ...verifyAll([{ is: 'export', all }]).filter((f) => f.is === 'fault'),
        ...verifyAll([{ is: 'ledger', ledger }], [{ is: 'ledger', ledger: kept }]).filter((f) => f.is === 'fault'),
      ]
    }
    expect(await faults()).toEqual([])
    await deleted(true)
    expect((await h.see('clerk-dongxi', request.id)).title).toBe('内容已按本人要求删除')
    expect(await faults()).toEqual([])
    h.to('2026-06-02')
    await checkpointAll(h.house)
    expect(await faults()).toEqual([])
  })

  it('no letter to another says who they were, and no picture is known again by what it looked like', async () => {
    const { request, file } = await livedHere(h)
    const { files } = h.house.stores
    const look = '0123456789abcdef'
    await files.change(file, (f) => ({ ...f, look }))
    const use = { caseId: request.id, number: request.number, sha256: 'a'.repeat(64) }
    await files.lookedIn('dongxi', look, use)
    await files.lookedIn('dongxi', look, { ...use, caseId: 'another' })
    const letters = async () => (await everything(h)).split('\n').filter((r) => r.includes('"inbox#'))
    expect((await letters()).filter((r) => r.includes(hers.id)).length).toBeGreaterThan(0)
    const told = (await letters()).filter((r) => !r.includes(`"inbox#${hers.id}#`)).length
    await deleted(true)
    expect((await letters()).filter((r) => r.includes(hers.id) && !r.includes('"body":"null"'))).toEqual([])
    // they are there still, and say what was done
    expect((await letters()).filter((r) => !r.includes(`"inbox#${hers.id}#`))).toHaveLength(told)
    expect((await files.likeIn('dongxi', look)).map((u) => u.caseId)).toEqual(['another'])
  })
})

describe('somebody without an account asks', () => {
  type Told = CaseView & { refusal?: string; says?: string }
  const elder = { onBehalf: '欧阳阿公', onBehalfPhone: '老祠堂后门第三户', consent: [] as string[] }
  const spoken = async () => {
    const consent = [await h.upload('clerk-dongxi', pictures['image/png'])]
    const said = { text: hers.text, category: 'relief', visibility: 'office' }
    const { id } = await h.open('clerk-dongxi', 'request', { ...said, ...elder, consent })
    await h.done('secretary-dongxi', id, { outcome: 'acknowledged', form: { note: '收到，去看看' } })
    return { id, consent: consent[0] }
  }
  const reason = '老人的儿子拿着户口簿到镇里要求删'
  const erase = async (person: string, id: string, fields: string[]) =>
    (await h.as(person)).post<Told>(`/api/cases/${id}/erase`, { fields, reason })
  const theirs = ['1.onBehalf', '1.onBehalfPhone', '1.text', '1.consent']

  it('the township erases what is theirs; the log says who decided, to the office why; the chain verifies', async () => {
    const { id, consent } = await spoken()
    const { status, body } = await erase('township', id, theirs)
    expect(status).toBe(200)
    expect(body).toMatchObject({ title: '内容已按本人要求删除', files: [] })
    expect(body.log.at(-1)).toMatchObject({
      ...{ aside: 'erased', title: '删去个人内容' },
      values: { why: 'asked', reason, decidedBy: expect.stringContaining('农') },
    })
    const all = await everything(h)
    for (const word of [elder.onBehalf, elder.onBehalfPhone, hers.text]) expect(all).not.toContain(word)
    expect(await h.house.files.kept(consent)).toBeUndefined()
    // what was done by a post stays, with who did it
    expect(body.log[1]).toMatchObject({ values: { note: '收到，去看看' }, who: expect.stringContaining('何福来') })
    expect(await faultsOf(h)).toEqual([])
    // asked again, there is nothing left to erase
    expect((await erase('township', id, theirs)).body.refusal).toBe('ruleNotMet')
    expect((await h.see('township', id)).log.filter((e) => e.aside === 'erased')).toHaveLength(1)
  })

  it('no act of office goes, nor a choice; one such among them and nothing is erased', async () => {
    const { id } = await spoken()
    for (const field of ['2.note', '1.category', '9.text']) {
      const { status, body } = await erase('leader', id, ['1.text', field])
      expect([status, body.refusal], field).toEqual([422, 'ruleNotMet'])
      expect(body.says).toContain(`第${field[0]}条的这一项不能删`)
    }
    expect((await h.see('clerk-dongxi', id)).fields.text).toBe(hers.text)
  })

  it('the page offers the township what may go, and nobody else anything', async () => {
    const { id } = await spoken()
    expect((await h.see('township', id)).may.erasable).toEqual(expect.arrayContaining(theirs))
    expect((await h.see('township', id)).may.erasable).not.toContain('2.note')
    for (const person of ['clerk-dongxi', 'county']) expect((await h.see(person, id)).may.erasable).toBeUndefined()
    await erase('township', id, theirs)
    expect((await h.see('township', id)).may.erasable).toEqual([])
  })

  it('the village can’t, nor the head of the cluster; a villager doesn’t even see it', async () => {
    const { id } = await spoken()
    for (const person of ['clerk-dongxi', 'secretary-dongxi', 'cluster', 'discipline', 'county'])
      expect((await erase(person, id, ['1.text'])).body.refusal, person).toBe('notInScope')
    expect((await erase('neighbour-dongxi', id, ['1.text'])).body.refusal).toBe('notFound')
  })
})
