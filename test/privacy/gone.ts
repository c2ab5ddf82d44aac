import { verify } from '@shared/engine/chain'
import type { Citizen } from '@shared/schemas/person'
import type { CaseView } from '@shared/schemas/views'
import { openIdHash, phoneHash } from '../../functions/inviteCode'
import { everyItem, everyRecord } from '../../functions/store/everyRecord'
import type { TestHouse } from '../support/house'
import { pictures } from '../support/pictures'

/** Words that only this person has: each of them can be looked for in all that there is. */
export const hers = {
  ...{ id: 'v0a1b2c3d4e5f60718293a4b5', name: '欧阳问渠', phone: '13857790001', openId: 'oHers-at-wechat' },
  ...{ text: '家门口的石阶塌了三级，老人下不来', place: '老祠堂后门第三户', photo: '欧阳家石阶.png' },
  ...{ more: '昨天又掉下来一块石头', view: '我存的逾期清单', question: '这笔石料款付给了哪一家' },
}

export const aCitizen: Citizen = {
  ...{ id: hers.id, name: hers.name, says: '村民，东溪村3组', village: 'dongxi', township: 'shiwan' },
  ...{ household: 'h-hers', openId: hers.openId },
  posts: [{ role: 'villager', place: 'dongxi', title: '村民', from: '2024-01-01' }],
}

/** Someone who has lived with the app: ways to sign in, a request with a photo that was answered, letters, consents, views. */
export const livedHere = async (h: TestHouse): Promise<{ request: CaseView; file: string }> => {
  const { stores } = h.house
  const none = { says: undefined }
  await stores.people.save(aCitizen)
  await stores.people.addTo('demo', hers.id)
  const number = phoneHash(h.house, hers.phone)
  await stores.accounts.change(hers.id, (a) => ({ next: { ...a, phoneHash: number }, ...none }))
  await stores.accounts.phones.change(number, () => ({ next: { person: hers.id }, ...none }))
  await stores.accounts.wechats.change(openIdHash(h.house, hers.openId), () => ({ next: { person: hers.id }, ...none }))
  await stores.agreements.agreed(hers.id, '2026-12-01', new Date(h.clock.at).toISOString())
  await stores.consents.answered(hers.id, 'consent-1', { template: 'accept' })
  await stores.views.save(hers.id, [{ name: hers.view }] as never)
  await stores.inbox.looked(hers.id, new Date(h.clock.at).toISOString())
  const file = await h.upload(hers.id, pictures['image/png'], 'image/png', hers.photo)
  const form = { text: hers.text, place: hers.place, category: 'housing', visibility: 'office', photos: [file] }
  const request = await h.open(hers.id, 'request', form)
  await h.done('clerk-dongxi', request.id, { outcome: 'acknowledged', form: { note: '收到，去看看' } })
  await h.done(hers.id, request.id, { aside: 'withdraw', form: { reason: hers.more } }).catch(() => undefined)
  await h.sweep()
  return { request, file }
}

/** All that is kept, as text: every item, mark and number, with its keys. */
export const everything = async (h: TestHouse): Promise<string> => {
  const all: string[] = []
  for await (const record of everyRecord(h.table)) all.push(JSON.stringify(record))
  return all.join('\n')
}

/** Every log verifies as it stands in the table. */
export const faultsOf = async (h: TestHouse): Promise<readonly unknown[]> =>
  (await everyItem(h.table)).filter((i) => i.head).flatMap((i) => verify(JSON.parse(i.body).log))
