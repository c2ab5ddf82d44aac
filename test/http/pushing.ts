import { addDays } from '@shared/engine/deadline'
import { sendAll } from '../../functions/messages/sendAll'
import type { House } from '../../functions/stores'
import { wechatFrom } from '../../functions/wechat/fromEnvironment'
import { type EngineName, openHouse } from '../support/house'
import { appId, callbackToken, openWechat, secret, type Wechat } from '../support/wechat/server'

export const templates = { turn: 'template-turn', moved: 'template-moved', reminder: 'template-reminder' }
export const fields = ['thing1', 'thing2', 'thing3', 'date4']

export const environment = (wechat: Pick<Wechat, 'api'>) => ({
  MINGWU_WECHAT_APPID: appId,
  MINGWU_WECHAT_SECRET: secret,
  MINGWU_WECHAT_CALLBACK_TOKEN: callbackToken,
  MINGWU_WECHAT_API: wechat.api,
  MINGWU_WECHAT_TEMPLATES: Object.entries(templates)
    .map(([name, id]) => `${name}=${id}`)
    .join(','),
})

/** A house that writes through WeChat, on a Monday at nine, and WeChat itself. */
export const openPushing = async (engine: EngineName) => {
  const wechat = await openWechat()
  for (const id of Object.values(templates)) wechat.subscriptions.templates.set(id, fields)
  const h = await openHouse(engine)
  h.house.wechatPush = wechatFrom(environment(wechat), h.deps).wechatPush
  await h.house.stores.settings.save('dongxi', { requestsPerDay: 1000 })
  const began = '2026-06-01'
  let agreed = 0
  let weeks = 0

  return {
    ...{ h, wechat },
    /** Someone has signed in through WeChat. */
    async knows(person: string) {
      const stored = (await h.house.stores.people.get(person))!
      await h.house.stores.people.save({ ...stored, openId: `o-${person}` })
      wechat.subscriptions.known.add(`o-${person}`)
    },
    /** Someone taps 允许, and the phone tells us. */
    async agrees(person: string, kind: keyof typeof templates, times = 1) {
      wechat.subscriptions.agrees(`o-${person}`, templates[kind], times)
      for (let n = 0; n < times; n++)
        await (await h.as(person)).post('/api/me/subscriptions', {
          actId: `agreed-${++agreed}`,
          answers: { [templates[kind]]: 'accept' },
        })
    },
    /** What is left: by our ledger, and by WeChat's. */
    left: async (person: string, kind: keyof typeof templates) => [
      ...(await h.house.stores.consents.left(person, [templates[kind]])),
      wechat.subscriptions.left(`o-${person}`, templates[kind]),
    ],
    /** Villagers tell something, and whom it concerns is told. */
    async raise(more: Record<string, unknown> = {}, person = 'villager-dongxi') {
      const text = '三组路口的路灯坏了半个月，晚上看不见路。'
      const { id } = await h.open(person, 'request', { text, category: 'utilities', visibility: 'villagers', ...more })
      await h.sweep()
      return id
    },
    send: (house: House = h.house) => sendAll(house),
    /** What came of each message to someone about a case, and when the next is due. */
    async push(id: string, person: string) {
      const { push } = (await h.house.stores.pushes.read(`push#${id}#${person}`)) ?? {}
      return (
        push && { outcomes: push.outcomes.map((o) => o.outcome), due: push.waiting?.due, claimed: push.claimed?.since }
      )
    },
    /** The keys that wait in the index, of whatever time. */
    async waiting() {
      const shards = ['s0', 's1', 's2', 's3'].map((s) => h.table.list('sending', s, { limit: 100 }))
      return (await Promise.all(shards)).flatMap((p) => p.rows.map((r) => r.pk))
    },
    later: (minutes: number) => {
      h.clock.at += minutes * 60_000
    },
    /** Another Monday at nine, at which nobody has agreed to anything yet and nothing waits. */
    async nextWeek() {
      h.to(addDays(began, 7 * ++weeks))
      await sendAll(h.house)
      await this.forget()
    },
    /** Nobody has agreed to anything, and nothing was sent. */
    async forget() {
      for (const person of ['villager', 'neighbour', 'clerk'].map((key) => `${key}-dongxi`))
        for (const template of Object.values(templates)) {
          await h.house.stores.consents.emptied(person, template)
          wechat.subscriptions.refuses(`o-${person}`, template)
        }
      wechat.subscriptions.delivered.length = 0
      wechat.subscriptions.answers.length = 0
    },
    async close() {
      await h.close()
      await wechat.shut()
    },
  }
}

export type Pushing = Awaited<ReturnType<typeof openPushing>>
