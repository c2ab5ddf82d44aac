import { createHash } from 'node:crypto'
import { type Call, calls } from '@shared/contract'
import type { CaseView } from '@shared/schemas/views'
import { sign } from 'hono/jwt'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { tokenFor } from '../../functions/http/signIn'
import { raisedRoad } from '../journeys/meetings'
import { openHouse, type TestHouse } from '../support/house'
import { pictures } from '../support/pictures'
import { everything, isRefused, type Sent, sendRaw } from './refusals'
import { signInBodies } from './signInBodies'

let h: TestHouse
let request: CaseView
let other: CaseView
let villager: string
let clerk: string
let file: string
let account: CaseView

beforeAll(async () => {
  h = await openHouse('sqlite', '2026-06-08T09:00:00+08:00')
  villager = await tokenFor(h.house, 'villager-dongxi')
  clerk = await tokenFor(h.house, 'clerk-dongxi')
  file = await h.upload('villager-dongxi', pictures['image/png'])
  request = await h.open('villager-dongxi', 'request', { ...raisedRoad, photos: [file] })
  other = await h.open('villager-shatang', 'request', raisedRoad, { villageId: 'shatang' })
  const rows = [
    { on: '2026-05-08', voucher: '记-1', direction: 'out', category: '税费', purpose: '印花税', amount: 100 },
  ]
  const sheet = await h.house.stores.sheets.save({
    kind: 'statement',
    period: '2026-05',
    opening: 100,
    closing: 0,
    rows,
  })
  account = await h.open('clerk-dongxi', 'notice', {
    ...{ title: '五月的账', board: 'finance', item: 'F03', period: '2026-05', audience: 'everyone' },
    ...{ summary: '花了一块钱。', sheet: sheet.id },
  })
  // whom the rosters concern is told
  await h.sweep()
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterAll(() => {
  vi.restoreAllMocks()
  return h.close()
})

const sha256 = createHash('sha256').update(pictures['image/png']).digest('hex')
/** A body that each call takes, for the villager. */
const bodies: Readonly<Record<string, Record<string, unknown>>> = {
  ...signInBodies,
  demoSignIn: { person: 'villager-dongxi' },
  open: { actId: 'bad-input-open', workflow: 'request', villageId: 'dongxi', form: raisedRoad },
  act: { actId: 'bad-input-act', seen: 1, outcome: 'acknowledged', form: {} },
  file: { name: 'a.png', type: 'image/png', bytes: 70, sha256 },
  sheet: { kind: 'statement', rows: [] },
  saveGuide: {
    guide: {
      ...{ id: 'stamp', title: '开证明', who: '本村村民', papers: ['身份证'], steps: ['到村里来'] },
      ...{ time: '当天', fee: '不收钱', where: '村委会一楼' },
    },
  },
  saveDisclosureSettings: { settings: {} },
  saveSettings: { settings: {} },
  importSheet: { village: 'dongxi', kind: 'statement', file: `f${'0'.repeat(24)}` },
  scanFile: { file: `f${'0'.repeat(24)}` },
  exportSheet: { case: 'c0123456789abcdef01234567' },
  print: { case: 'c0123456789abcdef01234567', size: 'A4' },
  changeSessions: { change: 'drop', on: '2026-06-10', why: '下雨' },
  saveRequestWords: { categories: [{ value: 'road', label: '路' }], templates: [] },
  eraseAsked: { fields: ['1.text'], reason: '本人到镇里要求删去' },
  drawSample: { month: '2026-05', many: 3 },
  printAgenda: { village: 'dongxi', on: '2026-06-10' },
  printMatter: { case: 'c0123456789abcdef01234567', form: 'record' },
  printSealRegister: { village: 'dongxi', month: '2026-06' },
  urge: { actId: 'bad-input-urge', cases: [], missing: [], reason: '快办', replyBy: '2026-06-12' },
  writeReport: { township: 'shiwan', period: '2026-05', as: 'print' },
  exportList: { township: 'shiwan', list: 'open', as: 'csv' },
  saveHolidays: { year: 2027, table: { off: [], on: [] } },
  saveViews: { views: [] },
  deleteAccount: { sure: false },
  myData: {},
  looked: { until: '2026-06-08T01:00:00Z' },
  subscribed: { actId: 'bad-input-subscribed', answers: {} },
  readBadge: { code: 'MW:dongxi:1:2026-06-08:0', roll: 'adults', on: '2026-06-08' },
}
/** What a call can't be asked without. */
const queries: Readonly<Record<string, string>> = {
  search: 'q=路&',
  sample: 'month=2026-05&',
  rollCall: 'roll=adults&',
  report: 'period=2026-05&',
  drawnUp: 'kind=statement&period=2026-05&',
}
const idOf = (path: string) =>
  /villages/.test(path)
    ? 'dongxi'
    : /townships|places/.test(path)
      ? 'shiwan'
      : /rows/.test(path)
        ? account.id
        : request.id
const addressOf = (path: string, id = idOf(path)) =>
  path.replace(':id', id).replace(':board', 'all').replace(':on', '2026-06-10').replace(':person', 'clerk-dongxi')

const all = Object.entries(calls) as [string, Call][]
const withBody = all.filter(([, c]) => c.body)
const signedIn = all.filter(([, c]) => c.for === 'signedIn')
const withId = all.filter(([, c]) => c.params)
const withPages = all.filter(([, c]) => c.query && 'limit' in c.query.shape)
const post = (path: string, body: unknown, token = villager): Sent => ({ method: 'POST', path, body, token })
const opening = (form: object, more: object = {}) => post('/api/cases', { ...bodies.open, form, ...more })

describe('who calls', () => {
  it.each(signedIn)('%s asks for a sign-in', async (name, { method, path }) => {
    await isRefused(h, { method, path: addressOf(path), body: bodies[name] }, 401, 'notSignedIn')
  })

  it.each(all)('%s refuses a token that is expired, forged, unsigned, of nobody or not one', async (name, call) => {
    const now = Math.floor(h.clock.at / 1000)
    const claims = { sub: 'villager-dongxi', iat: now, exp: now + 3600 }
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const tokens = [
      await sign({ ...claims, exp: now }, h.house.secret, 'HS256'),
      await sign(claims, 'another secret of at least thirty-two characters', 'HS256'),
      `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`,
      await sign({ ...claims, sub: 'nobody' }, h.house.secret, 'HS256'),
      await sign({ sub: 'villager-dongxi' }, h.house.secret, 'HS256'),
      villager.slice(0, -4),
      'x',
    ]
    const { method, path } = call
    for (const token of tokens)
      await isRefused(h, { method, path: addressOf(path), body: bodies[name], token }, 401, 'signInExpired')
  })

  it('a token that was good is refused when its half an hour is over', async () => {
    const token = await tokenFor(h.house, 'clerk-dongxi')
    expect((await sendRaw(h, { method: 'GET', path: '/api/me', token })).status).toBe(200)
    const at = h.clock.at
    h.clock.at += 30 * 60_000
    await isRefused(h, { method: 'GET', path: '/api/me', token }, 401, 'signInExpired')
    h.clock.at = at
  })
})

describe('what is sent', () => {
  const wrongOf = (value: unknown) =>
    typeof value === 'string' ? [7, null, {}, ''] : ['x', null, Array.isArray(value) ? {} : []]

  it.each(withBody)('%s refuses a part that is missing, of another type or unknown', async (name, { method, path }) => {
    const body = bodies[name]!
    const sent = { method, path: addressOf(path), token: villager }
    for (const [field, value] of Object.entries(body)) {
      const { [field]: _, ...without } = body
      if (field !== 'outcome') await isRefused(h, { ...sent, body: without }, 400, 'badRequest')
      for (const wrong of wrongOf(value))
        await isRefused(h, { ...sent, body: { ...body, [field]: wrong } }, 400, 'badRequest')
    }
    await isRefused(h, { ...sent, body: { ...body, extra: 1 } }, 400, 'badRequest')
  })

  it.each(withBody)('%s refuses what is not a JSON object', async (_, { method, path }) => {
    for (const raw of ['', '{', 'null', '[]', '"x"', '7', '\u0000', '{"a":1}}'])
      await isRefused(h, { method, path: addressOf(path), token: villager, raw }, 400, 'badRequest')
  })

  it.each(withBody)(
    '%s refuses more than 1 MB with 413, also when the length isn’t said',
    async (_, { method, path }) => {
      const raw = JSON.stringify({ text: 'x'.repeat(1024 * 1024) })
      const sent = { method, path: addressOf(path), token: villager }
      const headers = { 'content-length': String(raw.length) }
      await isRefused(h, { ...sent, raw, headers }, 413, 'tooLarge')
      const stream = new ReadableStream({
        start(to) {
          for (let i = 0; i < 17; i++) to.enqueue(new Uint8Array(64 * 1024).fill(0x20))
          to.close()
        },
      })
      await isRefused(h, { ...sent, raw: stream }, 413, 'tooLarge')
    },
  )

  it.each(withPages)('%s refuses a page that can’t be', async (name, { method, path }) => {
    for (const query of ['limit=0', 'limit=101', 'limit=x', 'limit=1.5', 'after=zzz', `after=${'x'.repeat(601)}`])
      await isRefused(
        h,
        { method, path: `${addressOf(path)}?${queries[name] ?? ''}${query}`, token: clerk },
        400,
        'badRequest',
      )
  })

  it('an over-long text is refused with its length', async () => {
    const { says } = await isRefused(h, opening({ ...raisedRoad, text: '长'.repeat(2001) }), 422, 'badForm')
    expect(says).toContain('2000')
    await isRefused(h, opening({ ...raisedRoad, place: '长'.repeat(61) }), 422, 'badForm')
  })

  it('a form with an unknown field, a wrong choice or a wrong type is refused', async () => {
    const forms = [{ extra: 1 }, { visibility: 'toString' }, { text: ['x'] }, { text: { $ne: 1 } }, { photos: 'x' }]
    for (const form of forms) await isRefused(h, opening({ ...raisedRoad, ...form }), 422, 'badForm')
  })

  it('what every object inherits is no outcome, aside, workflow, village or person', async () => {
    for (const name of ['constructor', 'toString', 'hasOwnProperty', '__proto__']) {
      const acts = `/api/cases/${request.id}/acts`
      await isRefused(h, post(acts, { ...bodies.act, outcome: name }, clerk), 422, 'noSuchOutcome')
      await isRefused(h, post(acts, { ...bodies.act, outcome: undefined, aside: name }, clerk), 422, 'noSuchOutcome')
      await isRefused(h, opening(raisedRoad, { workflow: name }), 400, 'badRequest')
      await isRefused(h, opening(raisedRoad, { villageId: name }), 404, 'notFound')
      await isRefused(h, post('/api/sign-in/demo', { person: name }), 404, 'notFound')
      await isRefused(h, { method: 'GET', path: `/api/villages/${name}/home` }, 404, 'notFound')
    }
  })

  it('prototypes can’t be reached through JSON', async () => {
    const raw = `{"actId":"bad-input-proto","workflow":"request","villageId":"dongxi","form":{"__proto__":{"text":"x"}}}`
    await isRefused(h, { ...opening({}), body: undefined, raw }, 400, 'badRequest')
    const outer = `{"__proto__":{"admin":true},${JSON.stringify({ ...bodies.open, form: {} }).slice(1)}`
    await isRefused(h, { ...opening({}), body: undefined, raw: outer }, 400, 'badRequest')
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })

  it('JSON ten thousand levels deep is refused like any other', async () => {
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`
    const raw = `{"actId":"bad-input-deep","workflow":"request","villageId":"dongxi","form":{"text":${deep}}}`
    await isRefused(h, { ...opening({}), body: undefined, raw }, 400, 'badRequest')
  })

  it('a NUL in a text is stored and read back, not tripped over; half a character is told of', async () => {
    const opened = await h.open('villager-dongxi', 'request', { ...raisedRoad, text: '灯\u0000不亮' })
    expect((await h.see('villager-dongxi', opened.id)).fields.text).toMatch(/^灯.不亮$/su)
    const { says } = await isRefused(h, opening({ ...raisedRoad, text: '不\ud800亮' }), 400, 'badRequest')
    expect(says).toContain('请删掉末尾的表情')
  })

  it('a key of the board can’t be broken from a form', async () => {
    const form = { title: '账', board: 'finance', item: 'F02', audience: 'everyone', body: '账' }
    for (const period of ['2026\n05', '2026#05', '\u00002026', 'a b'])
      await isRefused(h, { ...opening({ ...form, period }, { workflow: 'notice' }), token: clerk }, 422, 'badForm')
  })
})

describe('what is asked for', () => {
  it.each(withId)('%s finds nothing under an unknown id, and refuses what can’t be one', async (name, call) => {
    const token = call.for === 'signedIn' ? clerk : undefined
    const addressed = (id: string) => `${addressOf(call.path, id)}?${queries[name] ?? ''}`
    for (const id of ['nothing', 'places', 'demo', 'c0123456789abcdef01234567']) {
      const sent = { method: call.method, path: addressed(id), body: bodies[name], token }
      await isRefused(h, sent, 404, 'notFound')
    }
    for (const id of ['a%20b', '%00', '..%2f', 'x'.repeat(65), '%E0%A4%A', 'person%23villager-dongxi']) {
      const sent = { method: call.method, path: addressed(id), body: bodies[name], token }
      await isRefused(h, sent, 400, 'badRequest')
    }
  })

  it('a case of another village isn’t there: not to read, act on, mark or link to', async () => {
    const path = `/api/cases/${other.id}`
    await isRefused(h, { method: 'GET', path, token: villager }, 404, 'notFound')
    await isRefused(h, post(`${path}/acts`, bodies.act, clerk), 404, 'notFound')
    await isRefused(h, post(`${path}/read`, {}, villager), 404, 'notFound')
    await isRefused(h, opening(raisedRoad, { about: other.id }), 404, 'notFound')
    await isRefused(h, opening(raisedRoad, { villageId: 'shatang' }), 403, 'notYourTurn')
    for (const scope of ['village', 'township'])
      await isRefused(h, { method: 'GET', path: `/api/backlog?scope=${scope}`, token: villager }, 403, 'notInScope')
  })

  it('an address of four megabytes is refused, not served', async () => {
    const long = 'x'.repeat(4 * 1024 * 1024)
    for (const path of [`/api/cases/${long}`, `/api/villages/dongxi/boards/all?after=${long}`, `/api/${long}`])
      await isRefused(h, { method: 'GET', path }, 413, 'tooLarge')
  })

  it('an unknown address and an unknown method are answered like everything else', async () => {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'])
      await isRefused(h, { method, path: '/api/nothing' }, 404, 'notFound')
    await isRefused(h, { method: 'DELETE', path: `/api/cases/${request.id}`, token: clerk }, 404, 'notFound')
  })
})

describe('an act', () => {
  it('of someone who has not seen the last entry is refused with 409, and nothing is lost', async () => {
    const acts = `/api/cases/${request.id}/acts`
    for (const seen of [0, 2, 99])
      await isRefused(h, post(acts, { ...bodies.act, seen }, clerk), 409, 'someoneActedFirst')
  })

  it('of someone whose turn it isn’t is refused with 403', async () => {
    await isRefused(h, post(`/api/cases/${request.id}/acts`, bodies.act, villager), 403, 'notYourTurn')
  })

  it('sent three times is one entry, and each answer is the same', async () => {
    const answers = []
    for (let n = 0; n < 3; n++)
      answers.push(await (await sendRaw(h, post(`/api/cases/${request.id}/acts`, bodies.act, clerk))).json())
    const signed = (view: unknown) => JSON.stringify(view).replace(/expires=\d+&signature=[\w-]+/g, '')
    expect(new Set(answers.map(signed)).size).toBe(1)
    expect(answers[0].log).toHaveLength(2)
    const opened = []
    for (let n = 0; n < 2; n++) {
      opened.push(await (await sendRaw(h, opening(raisedRoad, { actId: 'opened-twice' }))).json())
    }
    expect(opened[0].id).toBe(opened[1].id)
    expect(opened[1].log).toHaveLength(1)
  })
})

describe('a file', () => {
  const declare = async (more: object, token = villager) =>
    (await (await sendRaw(h, post('/api/files', { ...bodies.file, ...more }, token))).json()) as {
      id: string
      upload: { url: string; fields: Record<string, string> }
    }
  const upload = async (
    { url, fields }: { url: string; fields: Record<string, string> },
    bytes: Uint8Array<ArrayBuffer>,
  ) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    form.append('file', new Blob([bytes]))
    const answer = await h.app.request(url, { method: 'POST', body: form })
    return { status: answer.status, body: await answer.json() }
  }
  const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

  it('that isn’t of a type we take, empty or over 10 MB is refused before it is sent', async () => {
    for (const more of [{ type: 'text/html' }, { bytes: 0 }, { name: '' }])
      await isRefused(h, post('/api/files', { ...bodies.file, ...more }), 400, 'badRequest')
    for (const bytes of [10 * 1024 * 1024 + 1, 50 * 1024 * 1024])
      await isRefused(h, post('/api/files', { ...bodies.file, bytes }), 413, 'tooLarge')
  })

  it('whose bytes aren’t what was declared, or too many, is refused when it comes', async () => {
    const page = new Uint8Array(Buffer.from('<html><script>alert(1)</script></html>'))
    const posing = await declare({ bytes: page.length, sha256: hash(page) })
    expect(await upload(posing.upload, page)).toMatchObject({ status: 422, body: { refusal: 'badFile' } })
    const small = await declare({ bytes: pictures['image/png'].length })
    const big = new Uint8Array(10 * 1024 * 1024 + 100_000)
    expect(await upload(small.upload, big)).toMatchObject({ status: 413, body: { refusal: 'tooLarge' } })
    await isRefused(h, post(`/api/files/${posing.id}/done`, {}), 422, 'badFile')
  })

  it('of someone else, unfinished or unknown can’t stand in a form', async () => {
    const clerks = await h.upload('clerk-dongxi', pictures['image/jpeg'], 'image/jpeg')
    const unfinished = await declare({})
    await isRefused(h, post(`/api/files/${clerks}/done`, {}), 404, 'notFound')
    for (const id of [clerks, unfinished.id, `f${'0'.repeat(24)}`])
      await isRefused(h, opening({ ...raisedRoad, photos: [id] }, { actId: `with-${id}` }), 422, 'badFile')
    await isRefused(h, opening({ ...raisedRoad, photos: ['../secret'] }), 422)
  })

  it('with half a character in its name is told of, and nothing is given out for it', async () => {
    const before = await everything(h.table)
    const body = { name: '照\ud800片.png', type: 'image/png', bytes: 70, sha256 }
    await isRefused(h, post('/api/files', body), 400, 'badRequest')
    expect(await everything(h.table)).toBe(before)
  })

  it('is given only under an address that was signed for it', async () => {
    const before = await everything(h.table)
    for (const query of ['', '?expires=9999999999&signature=x', '?expires=NaN'])
      await isRefused(h, { method: 'GET', path: `/api/files/${file}/content${query}` }, 422, 'badFile')
    expect(await everything(h.table)).toBe(before)
  })
})
