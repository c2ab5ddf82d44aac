import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { agreementOf, agreementVersion } from '@shared/agreement'
import { addDays } from '@shared/engine/deadline'
import { privateDays, type Retention, retention } from '@shared/retention'
import { settings } from '@shared/schemas/settings'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clockwork } from '../../functions/clockwork'
import type { FolderFiles } from '../../functions/files/folder'
import { forgetAll } from '../../functions/privacy/forgetAll'
import { forgetUnused } from '../../functions/privacy/forgetUnused'
import type { SqliteTable } from '../../functions/store/engines/sqlite'
import { isThere } from '../../functions/store/forget'
import { published } from '../journeys/notices'
import { openHouse, type TestHouse } from '../support/house'
import { pictures } from '../support/pictures'
import { aCitizen, everything, faultsOf, hers, livedHere } from './gone'

const began = '2026-06-01'
let h: TestHouse
beforeEach(async () => {
  h = await openHouse('sqlite', `${began}T09:00:00+08:00`)
})
afterEach(() => h.close())

const rows: readonly Retention[] = retention
const daysOf = (what: string): number => rows.find((r) => r.what.startsWith(what))!.days!
/** Whether an item is there still at the end of a day. */
const standsOn = async (pk: string, day: string): Promise<boolean> => {
  h.to(day, '23:59')
  ;(h.table as SqliteTable).expire(day)
  return isThere(await h.table.get(pk))
}
/** Kept on the last of its days, gone on the day after. */
const goesAfter = async (pk: string, days: number) => {
  expect(await standsOn(pk, addDays(began, days)), `${pk} on day ${days}`).toBe(true)
  expect(await standsOn(pk, addDays(began, days + 1)), `${pk} on day ${days + 1}`).toBe(false)
}

describe('the table of what is kept how long', () => {
  it('stands in docs/privacy.md word for word, row by row', () => {
    const doc = readFileSync(resolve(import.meta.dirname, '../../docs/privacy.md'), 'utf8')
    const table = doc.split('\n').filter((line) => /^\| .+ \|$/.test(line) && !/^\| (what|---)/.test(line))
    expect(table.slice(0, rows.length)).toEqual(
      rows.map((r) => `| ${[r.what, r.purpose, r.basis, r.keptFor, r.then, `\`${r.by}\``].join(' | ')} |`),
    )
  })
  it('names a purpose, a law with its article, and what ends it, in every row', () => {
    for (const r of rows) {
      expect(r.purpose, r.what).toMatch(/\p{Script=Han}/u)
      expect(r.basis, r.what).toMatch(/（20\d\d）第.+条/)
      expect(r.by === 'nobody', r.what).toBe(r.then === 'kept')
    }
  })
})

describe('what the program does when the time is over', () => {
  it('letters go after 180 days, what came of a push after 30, a sign-in 60 days after it was used last', async () => {
    const { request } = await livedHere(h)
    await h.house.stores.pushes.note(
      ...([
        hers.id,
        request.id,
        { desk: hers.id, no: 2, at: `${began}T01:00:00.000Z`, kind: 'turn' } as never,
      ] as const),
      `${began}T01:00:00.000Z`,
    )
    const [letter] = (await h.house.stores.inbox.of('dongxi#clerk', { limit: 1 })).rows
    await goesAfter(`push#${request.id}#${hers.id}`, daysOf('微信通知'))
    await goesAfter(`signIns#${hers.id}`, daysOf('在哪些设备'))
    await goesAfter(letter.pk, daysOf('消息'))
  })
  it('the proof that someone agreed goes three years after they have', async () => {
    await livedHere(h)
    await (await h.as(hers.id)).post('/api/account/delete', { sure: true })
    await goesAfter(`agreement#${hers.id}`, daysOf('同意过'))
  })
  it('what was written to be taken away goes after 30 days', async () => {
    const files = h.house.files as FolderFiles
    await files.keep({ id: 'x1', name: 'a.zip', type: 'application/zip' }, new Uint8Array([1]))
    const day = 86_400_000
    h.clock.at = Date.now() + daysOf('导出的文件') * day - 3_600_000
    expect(await files.dropExports()).toBe(0)
    h.clock.at = Date.now() + daysOf('导出的文件') * day + 3_600_000
    expect(await files.dropExports()).toBe(1)
  })
  it('what was sent and not used is there on the 30th day and gone with its bytes on the next; what was used stays', async () => {
    const send = (type: 'image/png' | 'image/jpeg' | 'image/webp') => h.upload('clerk-dongxi', pictures[type], type)
    const [unused, early, late] = [await send('image/webp'), await send('image/png'), await send('image/jpeg')]
    const said = { category: 'road', visibility: 'villagers' }
    await h.open('clerk-dongxi', 'request', { ...said, text: '桥上的栏杆松了', photos: [early] })
    const days = daysOf('传上来没有用的')
    h.to(addDays(began, days), '23:59')
    await forgetUnused(h.house)
    // picked up again on the last day
    await h.open('clerk-dongxi', 'request', { ...said, text: '晒谷场的灯不亮', photos: [late] })
    const there = async () =>
      (await Promise.all([unused, early, late].map((id) => h.house.files.kept(id)))).map((bytes) => !!bytes)
    expect(await there()).toEqual([true, true, true])
    h.to(addDays(began, days + 1), '00:00')
    await forgetUnused(h.house)
    expect(await there()).toEqual([false, true, true])
    expect(await h.house.stores.files.get(unused)).toBeUndefined()
    expect(await h.house.stores.files.sentBy('clerk-dongxi')).toEqual([early, late].sort())
    const again = await (await h.as('clerk-dongxi')).post<{ refusal: string }>('/api/cases', {
      ...{ actId: h.actId(), workflow: 'request', villageId: 'dongxi' },
      form: { ...said, text: '照片已经不在了的事', photos: [unused] },
    })
    expect(again.body.refusal).toBe('badFile')
  })
  it('a job that comes a month late leaves none out, and one that died between the bytes and the note ends the same', async () => {
    const id = await h.upload('clerk-dongxi', pictures['image/png'], 'image/png')
    h.to(addDays(began, 1))
    await clockwork(h.house)
    h.to(addDays(began, 70))
    await h.house.stores.files.giveUp(id)
    await h.house.files.drop(id)
    await clockwork(h.house)
    expect(await h.house.stores.files.get(id)).toBeUndefined()
    expect(await h.house.stores.files.unused(addDays(began, 30))).toEqual([])
  })
  it('attachments of a notice are handed out while it hangs; afterwards to the office alone, on paper to nobody', async () => {
    const attachment = await h.upload('clerk-dongxi', pictures['image/png'], 'image/png', '名单.png')
    const form = {
      title: '补助发放',
      board: 'village',
      item: 'V02',
      happenedOn: began,
      audience: 'everyone',
      body: '发好了。',
    }
    const { id } = await published(h, { ...form, attachments: [attachment] }, began, { checkedByEye: true })
    const handed = async (person?: string) => (await h.see(person, id)).files.map((f) => f.name)
    const printed = async (person?: string) => {
      const { body } = await (await h.as(person)).post<{ url: string }>('/api/papers/prints', { case: id, size: 'A4' })
      return (await h.app.request(body.url)).text()
    }
    expect([await handed(), await handed('neighbour-dongxi')]).toEqual([['名单.png'], ['名单.png']])
    const last = (await h.see(undefined, id)).shown!.untilOn!
    h.to(last, '23:59')
    await h.sweep()
    expect(await handed()).toEqual(['名单.png'])
    h.to(addDays(last, 1), '00:00')
    for (const swept of [false, true]) {
      if (swept) await h.sweep()
      expect([await handed(), await handed('neighbour-dongxi')], `swept: ${swept}`).toEqual([[], []])
      expect(await handed('clerk-dongxi')).toEqual(['名单.png'])
      for (const person of [undefined, 'clerk-dongxi']) expect(await printed(person)).not.toContain('名单.png')
    }
  })
  it('names on a list are shown for as long as it hangs by law: 15 days', () =>
    expect(daysOf('公开栏上')).toBe(settings.displayDays.value))
})

describe('a request that the office alone may read', () => {
  const closedOf = async (visibility: 'office' | 'villagers', person = hers.id) => {
    await h.house.stores.people.save(aCitizen)
    await h.house.stores.people.addTo('demo', hers.id)
    const { id } = await h.open(person, 'request', {
      text: hers.text,
      category: 'housing',
      visibility,
      place: hers.place,
    })
    return h.done(person, id, { aside: 'withdraw', form: { reason: hers.more } })
  }
  const runOn = async (days: number) => {
    h.to(addDays(began, days))
    await forgetAll(h.house)
  }

  it('is whole on the last day of three years after it was closed, and on the next without words and hand', async () => {
    expect(daysOf('只给村里和镇里看')).toBe(privateDays)
    const { id, closedOn } = await closedOf('office')
    expect(closedOn).toBe(began)
    await runOn(privateDays)
    expect((await h.see('clerk-dongxi', id)).fields.text).toBe(hers.text)
    await runOn(privateDays + 1)
    const seen = await h.see('clerk-dongxi', id)
    expect(seen.title).toBe('内容已过保存期删除')
    expect(seen.log[0]).toMatchObject({ erased: '第1条的内容已过保存期删除', who: '已注销的人' })
    const all = await everything(h)
    for (const word of [hers.text, hers.place, hers.more]) expect(all).not.toContain(word)
    expect((await h.house.stores.cases.mine(hers.id, { limit: 9 })).rows).toEqual([])
    expect(await faultsOf(h)).toEqual([])
  })
  it('what the whole village may read stays until they delete their account', async () => {
    const { id } = await closedOf('villagers')
    await runOn(privateDays + 400)
    expect((await h.see('neighbour-dongxi', id)).fields.text).toBe(hers.text)
  })
  it('of an elder who was spoken for the name, the number and the words go; who wrote it down by their post stays', async () => {
    const consent = await h.upload('clerk-dongxi', pictures['image/png'])
    const form = {
      text: hers.text,
      category: 'relief',
      visibility: 'office',
      onBehalf: hers.name,
      onBehalfPhone: hers.phone,
    }
    const { id } = await h.open('clerk-dongxi', 'request', { ...form, consent: [consent] })
    await h.done('clerk-dongxi', id, { aside: 'withdraw', form: { reason: '老人不办了' } })
    await runOn(privateDays + 1)
    const all = await everything(h)
    for (const word of [hers.text, hers.name, hers.phone]) expect(all).not.toContain(word)
    expect(await h.house.files.kept(consent)).toBeUndefined()
    const clerk = (await h.house.stores.people.get('clerk-dongxi'))!
    expect((await h.see('secretary-dongxi', id)).log[0].who).toContain(clerk.name)
  })
  it('a job that comes a year late leaves nothing out; run again it changes nothing', async () => {
    await closedOf('office')
    await runOn(privateDays + 365)
    expect(await everything(h)).not.toContain(hers.text)
    const before = await everything(h)
    await runOn(privateDays + 365)
    expect(await everything(h)).toBe(before)
  })
  it('the hourly work does it', async () => {
    await closedOf('office')
    h.to(addDays(began, privateDays + 1))
    await clockwork(h.house)
    expect(await everything(h)).not.toContain(hers.text)
  })
})

describe('the agreement', () => {
  it('says who runs it from what it is told, and names no real body', () => {
    const words = (name: string, phone?: string) =>
      agreementOf({ name, phone })
        .sections.flatMap((s) => [s.title, ...s.says])
        .join('\n')
    expect(words('甲镇', '0571-1')).toContain('甲镇人民政府')
    expect(words('甲镇', '0571-1')).toContain('0571-1')
    expect(words('甲镇')).not.toMatch(/undefined|石湾/)
    expect(agreementOf({ name: '甲镇' }).version).toBe(agreementVersion)
  })
  it('promises the periods that the program keeps', () => {
    const words = JSON.stringify(agreementOf({ name: '甲镇' }))
    expect(words).toContain(`登录过${daysOf('在哪些设备')}天不用`)
    expect(words).toContain(`消息留${daysOf('消息')}天`)
    expect(words).toContain(`导出的文件留${daysOf('导出的文件')}天`)
    expect(words).toContain(`办结满${privateDays / 365}年`)
    expect(words).toContain(`最多${settings.feedbackWorkdays.value}个工作日`)
  })
})
