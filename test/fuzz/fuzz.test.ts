import type { Case } from '@shared/engine/case'
import { verify } from '@shared/engine/chain'
import { refusalNames } from '@shared/engine/refusal'
import { sign } from 'hono/jwt'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { tokenFor } from '../../functions/http/signIn'
import { everything } from '../http/refusals'
import { type LivedIn, livedIn } from './livedIn'
import { random } from './random'
import { type Document, type Made, requestsFrom } from './requestsFrom'

const seed = Number(process.env.MINGWU_FUZZ_SEED ?? 20_260_608)
const [withoutRights, withRights] = [8000, 2000]

let at: LivedIn
let document: Document
const broken: string[] = []
beforeAll(async () => {
  at = await livedIn()
  document = (await at.h.send<Document>('GET', '/api/openapi.json')).body
  vi.spyOn(console, 'error').mockImplementation((...said) => void broken.push(said.map(String).join(' ')))
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})
afterAll(async () => {
  vi.restoreAllMocks()
  await at.close()
})

type Actor = { token?: string; markers: readonly string[] }

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Villagers of 东溪村, and people and officers of other villages. */
const neighbours = [
  ...['neighbour-dongxi', 'neighbour-dongxi', 'neighbour-dongxi', 'representative-dongxi', 'villager-shatang'],
  ...['clerk-shatang', 'secretary-shatang', 'director-shatang', 'villager-qiaowei', 'clerk-qiaowei'],
  ...['keeper-shatang', 'supervisor-qiaowei', 'villager-jiaotou', 'secretary-jiaotou'],
]

/** Those who have no part in 东溪村's office, and those who are nobody: a token that is old, forged, unsigned, of no sign-in. */
const outsiders = async (): Promise<readonly Actor[]> => {
  const { h, markers } = at
  const now = Math.floor(h.clock.at / 1000)
  const claims = { sub: 'secretary-dongxi', sid: 'x', iat: now, exp: now + 1800 }
  const nobody = [
    await sign({ ...claims, exp: now }, h.house.secret, 'HS256'),
    await sign(claims, 'another secret of at least thirty-two characters', 'HS256'),
    await sign(claims, h.house.secret, 'HS256'),
    `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`,
    'x',
  ]
  const of = markers.ofOthers
  return [
    ...[{ markers: markers.outside }, { markers: markers.outside }, { markers: markers.outside }],
    ...nobody.map((token) => ({ token, markers: markers.outside })),
    ...(await Promise.all(
      neighbours.map(async (person) => ({
        token: await tokenFor(h.house, person),
        markers: person.endsWith('-dongxi') ? markers.ofDongxi : of,
      })),
    )),
  ]
}

const insiders = async (): Promise<readonly Actor[]> =>
  Promise.all(
    ['villager-dongxi', 'clerk-dongxi', 'secretary-dongxi', 'supervisor-dongxi', 'township', 'county'].map(
      async (person) => ({ token: await tokenFor(at.h.house, person), markers: at.markers.ofOffice }),
    ),
  )

type Sent = { made: Made; status: number; text: string; type: string }
const send = async (made: Made, { token }: Actor): Promise<Sent> => {
  const { method, path, headers, body } = made
  const hasBody = body !== undefined && !['GET', 'HEAD'].includes(method)
  const response = await at.h.app.request(path, {
    method,
    headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) },
    ...(hasBody && { body }),
  })
  return {
    made,
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    text: await response.text(),
  }
}

/** What is wrong with a refusal: its shape, its words; undefined where nothing is. */
const wrongWith = ({ made, status, text, type }: Sent): string | undefined => {
  if (status < 400 || made.method === 'HEAD') return undefined
  if (made.path.startsWith('/api/open311/') && /^(\[|<\?xml)/.test(text))
    return /[\u4e00-\u9fff]/.test(text) && /code/.test(text) ? undefined : 'not an error of Open311'
  if (!type.startsWith('application/json')) return `a refusal of type ${type}`
  const { refusal, says, detail, ...more } = JSON.parse(text)
  if (Object.keys(more).length) return `more than a refusal: ${Object.keys(more)}`
  if (!refusalNames.includes(refusal)) return `no such refusal: ${refusal}`
  if (!/[\u4e00-\u9fff]/.test(says) || /expected|undefined|Error/.test(says)) return `not in Chinese: ${says}`
  return typeof detail === 'object' && detail !== null ? undefined : 'no detail'
}

/** What is worked out and may be kept or lost at any time; who has looked; what an address or a person has tried too often. */
const mayBeNoted = /^(rolls#|looked#|rate#|signIns#)/

type Run = { many: number; actors: () => Promise<readonly Actor[]>; seed: number }
type Told = { faults: string[]; statuses: Record<string, number>; asked: Map<string, number>; changed: number }

/** So many requests, one after the other: each answer is looked at, and what it left in the table. */
const run = async ({ many, actors, seed }: Run): Promise<Told> => {
  const r = random(seed)
  const next = requestsFrom(document, at.hints, r)
  const told: Told = { faults: [], statuses: {}, asked: new Map(), changed: 0 }
  let those = await actors()
  at.takeWritten()
  for (let n = 0; n < many; n++) {
    // no token grows old, and nobody is held up by having asked a moment ago
    at.h.clock.at += 5000
    if (n % 200 === 199) {
      those = await actors()
      at.takeWritten()
    }
    const actor = r.pick(those)
    const made = next()
    const sent = await send(made, actor)
    const { status, text } = sent
    const fault = (says: string) =>
      told.faults.push(
        `${n} ${made.of} ${made.kind} ${made.method} ${made.path.slice(0, 200)} ${status}: ${says} ${made.body?.slice(0, 200)} → ${text.slice(0, 200)}`,
      )
    told.statuses[status] = (told.statuses[status] ?? 0) + 1
    told.asked.set(made.of, (told.asked.get(made.of) ?? 0) + 1)
    if (status >= 500) fault('it broke')
    const wrong = wrongWith(sent)
    if (wrong) fault(wrong)
    const leak = actor.markers.find((m) => text.includes(m))
    if (leak) fault(`it leaks ${leak}`)
    if (status >= 400 && /\.ts:\d|node_modules|SQLITE|\bat .+:\d+:\d+/.test(text)) fault('it shows its inside')
    const written = at.takeWritten().filter((pk) => !mayBeNoted.test(pk))
    if (written.length && (status >= 400 || made.method !== 'POST')) fault(`it wrote ${written.slice(0, 3)}`)
    if (!actor.token && written.some((pk) => /^c[0-9a-f]{24}$/.test(pk))) fault('nobody wrote a case')
    if (written.length) told.changed++
    for (const pk of new Set(written)) {
      const item = await at.real.get(pk)
      const found = item?.head ? (JSON.parse(item.body) as Case) : undefined
      if (found && verify(found.log).length) fault(`the log of ${pk} doesn’t verify`)
    }
  }
  return told
}

const report = (name: string, { statuses, asked, changed }: Told) =>
  console.log(`${name}, seed ${seed}: ${JSON.stringify(statuses)}, ${asked.size} calls, ${changed} wrote`)

describe('requests made of nothing but the OpenAPI document', () => {
  it(`${withoutRights} of those who have no part in it break nothing, are refused as people can read, and are sent nothing that isn’t theirs`, async () => {
    const told = await run({ many: withoutRights, actors: outsiders, seed })
    report('without rights', told)
    expect(told.faults.slice(0, 15)).toEqual([])
    expect(broken).toEqual([])
    const calls = Object.values(document.paths).flatMap((methods) => Object.values(methods))
    expect(told.asked.size).toBe(calls.length)
    for (const status of [200, 400, 401, 403, 404]) expect(told.statuses[status], String(status)).toBeGreaterThan(50)
    expect(({} as { admin?: unknown }).admin).toBeUndefined()
  }, 300_000)

  it('nothing is written where nobody has the right to: the table is the same before and after', async () => {
    const before = await everything(at.real)
    const [guest] = await outsiders()
    const told = await run({ many: 300, actors: async () => [guest!], seed: seed + 1 })
    expect(told.faults.slice(0, 15)).toEqual([])
    const isOfSignIn = (pk: string) => /^(signIns|tickets?|scan|rate)#/.test(pk)
    const keptOf = (text: string) =>
      JSON.stringify((JSON.parse(text) as { pk: string }[]).filter(({ pk }) => !isOfSignIn(pk)))
    expect(keptOf(await everything(at.real)) === keptOf(before)).toBe(true)
  }, 100_000)

  it(`${withRights} of those who have: only what was accepted is written, and every log verifies`, async () => {
    const told = await run({ many: withRights, actors: insiders, seed: seed + 2 })
    report('with rights', told)
    expect(told.faults.slice(0, 15)).toEqual([])
    expect(broken).toEqual([])
    expect(told.changed).toBeGreaterThan(20)
    expect(told.statuses[201] ?? 0).toBeGreaterThan(0)
  }, 200_000)
})
