import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wechatFrom } from '../../functions/wechat/fromEnvironment'
import { everyAnswer } from '../journeys/everything'
import { openHouse, type TestHouse } from '../support/house'
import { pictures } from '../support/pictures'
import { engines } from '../support/stores'
import { appId, callbackToken, openWechat, proof, secret, verdict } from '../support/wechat/server'

let h: TestHouse
let wechat: Awaited<ReturnType<typeof openWechat>>
let shut: () => Promise<void>
/** A request that the village has taken in hand, by what became of its picture. */
const raised: Record<'pending' | 'risky' | 'pass', { id: string; photo: string }> = {} as never

beforeAll(async () => {
  wechat = await openWechat()
  const opened = await engines.sqlite()
  shut = opened.shut
  const now = () => Date.parse('2026-06-10T09:00:00+08:00')
  const environment = {
    ...{ MINGWU_WECHAT_APPID: appId, MINGWU_WECHAT_SECRET: secret },
    ...{ MINGWU_WECHAT_CALLBACK_TOKEN: callbackToken, MINGWU_WECHAT_API: wechat.api },
  }
  const { table } = opened
  h = await openHouse('sqlite', '2026-06-10T09:00:00+08:00', {
    ...{ table, now, webAddress: 'https://mingwu.example' },
    ...wechatFrom(environment, { table, now }),
  })
  const sender = (await h.house.stores.people.get('villager-dongxi'))!
  await h.house.stores.people.save({ ...sender, openId: 'o-sender' })
  for (const state of ['pending', 'risky', 'pass'] as const) {
    const photo = await h.upload('villager-dongxi', pictures['image/png'])
    if (state !== 'pending') {
      const body = JSON.stringify(verdict(wechat.traces.at(-1)!, state))
      await h.app.request(`/api/wechat/callback?${proof()}`, { method: 'POST', body })
    }
    const said = { text: '三组路口的路灯坏了。', category: 'utilities', visibility: 'villagers', photos: [photo] }
    const { id } = await h.open('villager-dongxi', 'request', said)
    await h.done('clerk-dongxi', id, { outcome: 'acknowledged' })
    raised[state] = { id, photo }
  }
})
afterAll(async () => {
  await h.close()
  await shut()
  await wechat.shut()
})

/** What it could be fetched by: its number alone, which stands in the log, opens nothing. */
const addressOf = ({ photo }: { photo: string }) => `/api/files/${photo}/content`

/** All that someone is sent of these requests: every answer, and what they print. */
const sentTo = async (person: string | undefined): Promise<string> => {
  const cases = Object.values(raised).map(({ id }) => id)
  const texts = [await everyAnswer(h, person, { cases })]
  const me = await h.as(person)
  for (const id of cases)
    for (const size of ['A4', 'poster', 'receipt']) {
      const { body } = await me.post<{ url?: string }>('/api/papers/prints', { case: id, size })
      if (body.url) texts.push(await (await h.app.request(body.url)).text())
    }
  for (const path of ['requests.json', 'requests.xml'])
    texts.push(await (await h.app.request(`/api/open311/v2/${path}`)).text())
  return texts.join('\n')
}

describe('a picture that was not passed', () => {
  it.each(['neighbour-dongxi', 'representative-dongxi', 'villager-shatang', 'secretary-shatang', undefined])(
    'has no address in anything that %s is sent',
    async (person) => {
      const sent = await sentTo(person)
      for (const state of ['pending', 'risky'] as const)
        expect([state, sent.includes(addressOf(raised[state]))]).toEqual([state, false])
    },
  )
  it('is there for whoever sent it and for the office, and one that passed for the village: so the test looks for what is there', async () => {
    for (const person of ['villager-dongxi', 'clerk-dongxi']) {
      const sent = await sentTo(person)
      for (const { photo } of Object.values(raised)) expect(sent).toContain(addressOf({ photo }))
    }
    expect(await sentTo('neighbour-dongxi')).toContain(addressOf(raised.pass))
  })
})
