import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { wechatFrom } from '../../functions/wechat/fromEnvironment'
import { environment } from '../http/pushing'
import { openHouse } from '../support/house'
import { pictures } from '../support/pictures'
import { appId, openWechat, secret, type Wechat } from '../support/wechat/server'

let wechat: Wechat
let token: string
beforeAll(async () => {
  wechat = await openWechat()
})
afterAll(() => wechat.shut())

const get = async (path: string, query: Record<string, string>) =>
  (await fetch(`${wechat.api}${path}?${new URLSearchParams(query)}`)).json()
const post = async (path: string, body: object) => {
  const answer = await fetch(`${wechat.api}${path}?access_token=${token}`, {
    method: 'POST',
    body: JSON.stringify(body),
  })
  return answer.json()
}
beforeEach(async () => {
  const account = { grant_type: 'client_credential', appid: appId, secret }
  token = (await get('/cgi-bin/token', account)).access_token
})

describe('WeChat’s servers, as the tests have them,', () => {
  it('give a token to our account alone, each in place of the one before', async () => {
    const grant = { grant_type: 'client_credential' }
    expect(await get('/cgi-bin/token', { ...grant, appid: appId, secret: 'guessed' })).toMatchObject({ errcode: 40125 })
    expect(await get('/cgi-bin/token', { ...grant, appid: 'wx', secret })).toMatchObject({ errcode: 40013 })
    expect(await get('/cgi-bin/token', { appid: appId, secret })).toMatchObject({ errcode: 40002 })
    const stable = await post('/cgi-bin/stable_token', { ...grant, appid: appId, secret })
    expect(stable).toMatchObject({ access_token: expect.any(String), expires_in: 7200 })
    expect(await post('/cgi-bin/message/subscribe/send', {})).toMatchObject({ errcode: 40001 })
  })

  it('say who signs in, once for a code', async () => {
    const account = { appid: appId, secret, grant_type: 'authorization_code' }
    const js_code = wechat.loginCode('o-someone')
    const signIn = (code: string) => get('/sns/jscode2session', { ...account, js_code: code })
    expect(await signIn(js_code)).toEqual({ openid: 'o-someone', session_key: expect.any(String) })
    expect(await signIn(js_code)).toMatchObject({ errcode: 40163 })
    expect(await signIn('made up')).toMatchObject({ errcode: 40029 })
    expect(wechat.subscriptions.known.has('o-someone')).toBe(true)
  })

  it('say a telephone number, once for a code', async () => {
    const code = wechat.phoneCode('13800000000')
    const ask = () => post('/wxa/business/getuserphonenumber', { code })
    expect(await ask()).toMatchObject({ errcode: 0, phone_info: { purePhoneNumber: '13800000000', countryCode: '86' } })
    expect(await ask()).toMatchObject({ errcode: 40163 })
  })

  it('take a message that is whole, to someone who agreed, and no other', async () => {
    const { subscriptions } = wechat
    subscriptions.templates.set('t', ['thing1', 'date2'])
    subscriptions.agrees('o-reader', 't', 1)
    const data = { thing1: { value: '路灯' }, date2: { value: '2026年6月1日' } }
    const message = { touser: 'o-reader', template_id: 't', page: 'pages/case/index?id=c1', data }
    const send = async (more: object) =>
      (await post('/cgi-bin/message/subscribe/send', { ...message, ...more })).errcode
    expect(await send({ touser: 'o-nobody' })).toBe(40003)
    expect(await send({ template_id: 'other' })).toBe(40037)
    expect([await send({ page: 'pages/none' }), await send({ page: '/pages/case/index' })]).toEqual([41030, 41030])
    for (const thing1 of ['', '路'.repeat(21), '两行\n字', '💡', 7]) {
      expect(await send({ data: { ...data, thing1: { value: thing1 } } }), String(thing1)).toBe(47003)
    }
    expect(await send({ data: { ...data, date2: { value: '2026-6' } } })).toBe(47003)
    expect(await send({ data: { thing1: data.thing1 } })).toBe(47003)
    expect(await send({ data: { ...data, thing9: { value: '多' } } })).toBe(47003)
    expect(subscriptions.delivered).toEqual([])
    expect([await send({}), await send({})]).toEqual([0, 43101])
    expect(subscriptions.delivered).toHaveLength(1)
  })

  it('call back over HTTP with what they think of a picture, signed', async () => {
    const h = await openHouse('sqlite', undefined, { webAddress: 'https://mingwu.example' })
    Object.assign(h.house, wechatFrom(environment(wechat), h.deps))
    const person = (await h.house.stores.people.get('villager-dongxi'))!
    await h.house.stores.people.save({ ...person, openId: 'o-sender' })
    const photo = await h.upload(person.id, pictures['image/png'])
    // the address of the callback exists where it was set up from the start
    const served = await openHouse('sqlite', undefined, { ...h.deps, ...wechatFrom(environment(wechat), h.deps) })
    const server = createServer(getRequestListener(served.app.fetch))
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    expect(await wechat.tells(address, wechat.traces.at(-1)!, 'pass')).toBe('success')
    expect(await served.house.stores.files.get(photo)).toMatchObject({ safety: 'pass' })
    await new Promise((closed) => server.close(closed))
    await served.close()
    await h.close()
  })
})
