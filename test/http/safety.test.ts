import type { CaseView } from '@shared/schemas/views'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { wechatFrom } from '../../functions/wechat/fromEnvironment'
import { openHouse, type TestHouse } from '../support/house'
import { pictures } from '../support/pictures'
import { engines } from '../support/stores'
import { appId, callbackToken, openWechat, proof, secret, verdict } from '../support/wechat/server'

const sender = 'villager-dongxi'
const neighbour = 'neighbour-dongxi'
const words = '三组路口的路灯坏了半个月，晚上看不见路。'

describe.each(['sqlite', 'dynamo'] as const)('contents are checked by WeChat, over %s', (engine) => {
  let wechat: Awaited<ReturnType<typeof openWechat>>
  let h: TestHouse
  let shut: () => Promise<void>
  const clock = { at: Date.parse('2026-06-01T09:00:00+08:00') }

  beforeAll(async () => {
    wechat = await openWechat()
    const opened = await engines[engine]()
    shut = opened.shut
    const { table } = opened
    const now = () => clock.at
    const environment = {
      MINGWU_WECHAT_APPID: appId,
      MINGWU_WECHAT_SECRET: secret,
      MINGWU_WECHAT_CALLBACK_TOKEN: callbackToken,
      MINGWU_WECHAT_API: wechat.api,
    }
    h = await openHouse(engine, undefined, {
      ...{ table, now, webAddress: 'https://mingwu.example' },
      ...wechatFrom(environment, { table, now }),
    })
    const person = (await h.house.stores.people.get(sender))!
    await h.house.stores.people.save({ ...person, openId: 'o-sender' })
  })
  afterAll(async () => {
    await h.close()
    await shut()
    await wechat.shut()
  })
  let said: ReturnType<typeof vi.spyOn>
  beforeEach(() => {
    wechat.asked.length = 0
    // each story on a day of its own: nobody may raise many things on one
    clock.at += 86_400_000
    h.clock.at = clock.at
    said = vi.spyOn(console, 'error').mockReturnValue(undefined)
    return () => said.mockRestore()
  })

  /** Speaks to the callback as WeChat would, or as someone who would like to be WeChat. */
  const call = async (event: unknown, query = proof()) => {
    const body = typeof event === 'string' ? event : JSON.stringify(event)
    const response = await h.app.request(`/api/wechat/callback?${query}`, { method: 'POST', body })
    return { status: response.status, text: await response.text() }
  }
  const raise = async (more: Record<string, unknown> = {}, person = sender): Promise<CaseView> =>
    h.open(person, 'request', { text: words, category: 'utilities', visibility: 'villagers', ...more })
  const withPicture = async (person = sender) => {
    const photo = await h.upload(person, pictures['image/png'])
    return { photo, request: (await raise({ photos: [photo] }, person)).id }
  }
  const seenBy = async (person: string, id: string) => {
    const { files, waitingFiles } = await h.see(person, id)
    return { files: files.map((f) => ({ id: f.id, waits: f.waits })), waitingFiles }
  }
  const acknowledge = (id: string) => h.done('clerk-dongxi', id, { outcome: 'acknowledged' })
  const check = (text: string, openId?: string) => h.house.contentSafety!.words(text, openId)

  describe('a picture', () => {
    it('waits unseen by others until it passes; whoever sent it and the office see it meanwhile', async () => {
      const { photo, request } = await withPicture()
      expect(wechat.asked.filter((a) => a.media_url)).toEqual([
        {
          ...{ path: '/wxa/media_check_async', openid: 'o-sender', media_type: 2, version: 2, scene: 2 },
          media_url: expect.stringMatching(/^https:\/\/mingwu\.example\/api\/files\/f\w+\/content\?expires=/),
        },
      ])
      await acknowledge(request)
      expect(await seenBy(neighbour, request)).toEqual({ files: [], waitingFiles: 1 })
      for (const who of [sender, 'clerk-dongxi'])
        expect(await seenBy(who, request)).toEqual({ files: [{ id: photo, waits: true }], waitingFiles: 1 })
      expect(await call(verdict(wechat.traces.at(-1)!, 'pass'))).toEqual({ status: 200, text: 'success' })
      for (const who of [neighbour, sender])
        expect(await seenBy(who, request)).toEqual({ files: [{ id: photo, waits: undefined }], waitingFiles: 0 })
    })

    it('that is risky is never shown to others, also when the village has taken the matter in hand', async () => {
      const { photo, request } = await withPicture()
      await call(verdict(wechat.traces.at(-1)!, 'risky'))
      await acknowledge(request)
      expect((await seenBy(neighbour, request)).files).toEqual([])
      expect((await seenBy('clerk-dongxi', request)).files).toEqual([{ id: photo, waits: true }])
    })

    it.each([
      ['WeChat would have a person look', 'review', {}],
      ['WeChat could not fetch it', 'pass', { errcode: -1008 }],
    ])('of which %s is shown when the village has looked', async (_, suggest, more) => {
      const { request } = await withPicture()
      await call(verdict(wechat.traces.at(-1)!, suggest, more))
      expect((await seenBy(neighbour, request)).files).toEqual([])
      await acknowledge(request)
      expect((await seenBy(neighbour, request)).files).toHaveLength(1)
    })

    it.each([
      ['WeChat answers 500', { status: 500 }],
      ['too much was asked today', { errcode: 45009 }],
    ])('is taken when %s, and shown when the village has looked', async (_, fault) => {
      wechat.fails('/wxa/media_check_async', fault)
      const { request } = await withPicture()
      expect((await seenBy(neighbour, request)).files).toEqual([])
      await acknowledge(request)
      expect((await seenBy(neighbour, request)).files).toHaveLength(1)
    })

    it('of someone whom WeChat does not know is not asked about', async () => {
      const { request } = await withPicture(neighbour)
      expect(wechat.asked).toEqual([])
      expect((await seenBy(sender, request)).files).toEqual([])
      await acknowledge(request)
      expect((await seenBy(sender, request)).files).toHaveLength(1)
    })

    it('passes also when the verdict is here before the question was acknowledged', async () => {
      const { contentSafety } = h.house
      h.house.contentSafety = {
        ...contentSafety!,
        async picture(file) {
          await h.house.stores.files.trace('early', file, '2026-06-08')
          await call(verdict('early', 'pass'))
          return 'pending'
        },
      }
      const photo = await h.upload(sender, pictures['image/png'])
      h.house.contentSafety = contentSafety
      expect(await h.house.stores.files.get(photo)).toMatchObject({ done: true, safety: 'pass' })
    })
  })

  it('who someone is to WeChat is told to nobody, not even to themselves', async () => {
    const { request } = await withPicture()
    for (const who of [sender, 'clerk-dongxi', neighbour])
      for (const path of ['/api/me', `/api/cases/${request}`, '/api/people/demo'])
        expect(JSON.stringify((await (await h.as(who)).get(path)).body)).not.toContain('o-sender')
  })

  describe('the callback', () => {
    it('answers WeChat’s question when the address is set up, and nobody else’s', async () => {
      const ask = (query: URLSearchParams) => h.app.request(`/api/wechat/callback?${query}&echostr=8124`)
      const answered = await ask(proof())
      expect([answered.status, await answered.text()]).toEqual([200, '8124'])
      expect((await ask(proof('another token'))).status).toBe(403)
      expect((await h.app.request('/api/wechat/callback?echostr=8124')).status).toBe(403)
    })

    it('takes no verdict from whoever cannot prove to be WeChat, nor one of another mini-program', async () => {
      const { photo } = await withPicture()
      const passed = verdict(wechat.traces.at(-1)!, 'pass')
      for (const query of [proof('guessed'), new URLSearchParams(), new URLSearchParams({ signature: 'x' })])
        expect((await call(passed, query)).status).toBe(403)
      await call({ ...passed, appid: 'wx-another' })
      expect((await h.house.stores.files.get(photo))?.safety).toBe('pending')
    })

    it('answers success to what it does not know, so that it is not sent again and again', async () => {
      for (const event of [
        verdict('unknown-trace', 'pass'),
        { MsgType: 'event', Event: 'other' },
        '<xml/>',
        '',
        'null',
      ])
        expect(await call(event)).toEqual({ status: 200, text: 'success' })
      expect((await call(verdict('x'.repeat(70_000), 'pass'))).status).toBe(413)
    })
  })

  describe('words', () => {
    it('that are risky are refused, others are taken', async () => {
      const form = { text: `${words}违规`, category: 'utilities', visibility: 'villagers' }
      const me = await h.as(sender)
      const refused = await me.post('/api/cases', {
        actId: 'risky-words',
        workflow: 'request',
        villageId: 'dongxi',
        form,
      })
      expect(refused.status).toBe(422)
      expect(wechat.asked).toEqual([expect.objectContaining({ path: '/wxa/msg_sec_check', openid: 'o-sender' })])
      expect((await raise({ text: `${words}存疑` })).step).toBe('acknowledgement')
    })

    it('are judged as pass, risky, or unknown where WeChat would have a person look', async () => {
      expect(await check(words, 'o-sender')).toBe('pass')
      expect(await check('违规', 'o-sender')).toBe('risky')
      expect(await check('存疑', 'o-sender')).toBe('unknown')
      expect(await check(words)).toBe('unknown')
      expect(await check('  ')).toBe('pass')
    })

    it('over 2500 characters are cut into parts, never through a character, and one risky part makes the whole risky', async () => {
      expect(await check('𠮷'.repeat(5001), 'o-sender')).toBe('pass')
      expect(wechat.asked.map((a) => [...a.content!].length)).toEqual([2500, 2500, 1])
      expect(wechat.asked.map((a) => a.content).join('')).toBe('𠮷'.repeat(5001))
      expect(await check(`${'路'.repeat(2600)}违规`, 'o-sender')).toBe('risky')
    })

    it('are unknown when WeChat fails, and nothing of them is logged', async () => {
      for (const fault of [{ status: 500 }, { errcode: 45009 }, { errcode: -1 }]) {
        wechat.fails('/wxa/msg_sec_check', fault)
        expect(await check(words, 'o-sender')).toBe('unknown')
      }
      expect(said.mock.calls).toEqual([
        ['content safety', 500],
        ['content safety', 45009],
        ['content safety', -1],
      ])
    })

    it('are unknown after three seconds of silence', async () => {
      wechat.fails('/wxa/msg_sec_check', 'silent')
      const before = performance.now()
      expect(await check(words, 'o-sender')).toBe('unknown')
      const waited = performance.now() - before
      expect([waited > 2900, waited < 5000]).toEqual([true, true])
      expect(said.mock.calls).toEqual([['content safety', 'TimeoutError']])
    })
  })

  describe('the token', () => {
    it('is asked for once, and again shortly before its two hours are over', async () => {
      await check(words, 'o-sender')
      const before = wechat.tokens.length
      clock.at += 60 * 60_000
      expect(await check(words, 'o-sender')).toBe('pass')
      const hour = wechat.tokens.length
      clock.at += 56 * 60_000
      expect(await check(words, 'o-sender')).toBe('pass')
      expect([hour - before, wechat.tokens.length - before]).toEqual([0, 1])
    })

    it.each([40001, 42001])('is replaced when WeChat no longer takes it (%d)', async (errcode) => {
      await check(words, 'o-sender')
      const before = wechat.tokens.length
      wechat.fails('/wxa/msg_sec_check', { errcode })
      expect(await check(words, 'o-sender')).toBe('pass')
      expect(wechat.tokens.length).toBe(before + 1)
    })

    it('is asked for once by many who need it at the same time', async () => {
      clock.at += 3 * 60 * 60_000
      const before = wechat.tokens.length
      expect(await Promise.all(Array.from({ length: 5 }, () => check(words, 'o-sender')))).toEqual(
        Array(5).fill('pass'),
      )
      expect(wechat.tokens.length).toBe(before + 1)
    })

    it('is replaced once, not for ever', async () => {
      wechat.fails('/wxa/msg_sec_check', { errcode: 40001 }, { errcode: 40001 }, { errcode: 40001 })
      expect(await check(words, 'o-sender')).toBe('unknown')
    })
  })
})

describe('where WeChat is not set up', () => {
  it('nothing is checked and there is no callback', async () => {
    const h = await openHouse('sqlite')
    expect(wechatFrom({ MINGWU_WECHAT_APPID: '' }, h.deps)).toEqual({})
    expect((await h.app.request(`/api/wechat/callback?${proof()}&echostr=1`)).status).toBe(404)
    await h.close()
  })

  it('half a setting stops the start', async () => {
    const h = await openHouse('sqlite')
    expect(() => wechatFrom({ MINGWU_WECHAT_APPID: 'wx', MINGWU_WECHAT_SECRET: 's' }, h.deps)).toThrow(
      /MINGWU_WECHAT_CALLBACK_TOKEN/,
    )
    await h.close()
  })
})
