import { type Answer, type Call, type CallName, calls } from '@shared/contract'
import { isRefusal, type Refusal, refuse } from '@shared/engine/refusal'
import type { Citizen } from '@shared/schemas/person'
import type { z } from '@shared/schemas/zod'
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { may } from '../scope'
import type { House } from '../stores'
import { today } from '../world'
import { keptHeaders, safeHeaders } from './headers'
import type { AtMost } from './limits'
import { readJson } from './readJson'
import { Refused, refused } from './refuse'
import { callers } from './signIn'

type Out<N extends CallName, K extends 'params' | 'query'> = (typeof calls)[N] extends {
  [P in K]: infer S extends z.ZodType
}
  ? z.output<S>
  : undefined

/** What a route is handed: parsed parts and who calls. */
export type Asked<N extends CallName> = {
  params: Out<N, 'params'>
  query: Out<N, 'query'>
  body: (typeof calls)[N] extends { body: infer S extends z.ZodType } ? z.output<S> : undefined
  person: (typeof calls)[N]['for'] extends 'signedIn' ? Citizen : Citizen | undefined
  /** the sign-in by which they call; empty for nobody */
  signIn: string
  /** where it comes from, as far as this house can tell */
  address: string
  atMost: AtMost
}

/** Serves a call of the contract: parses what comes in, finds out who asks, answers with a value, JSON text or a refusal. */
export const serve = (app: Hono, house: House, atMost: AtMost) => {
  const callerOf = callers(house)
  return <N extends CallName>(
    name: N,
    route: (asked: Asked<N>, c: Context) => Promise<Answer<N> | JsonText | Refusal>,
  ) => {
    const call = calls[name] as Call
    // what is only read has no body to be too large
    const gates = call.method === 'POST' ? [limited] : []
    app.on(call.method, [call.path], ...gates, async (c: Context) => {
      const caller = await callerOf(c)
      const person = caller?.person
      const address = house.addressOf?.(c) ?? ''
      if (call.for === 'signedIn' && !person) throw new Refused('notSignedIn')
      const asked = {
        params: part(call.params, c.req.param()),
        query: part(call.query, c.req.query()),
        body: call.body && part(call.body, await readJson(c)),
        person,
        signIn: caller?.signIn ?? '',
        ...{ address, atMost },
      }
      if (!(await mayRead(house, call.path, asked)))
        throw person ? new Refused('notInScope', forOthers) : new Refused('notSignedIn', forGuests)
      if (call.method === 'POST' && person) await atMost(`acts ${person.id}`, house.actsPerMinute, 60)
      // a whole village may stand behind one address
      if (call.method === 'POST' && !person && address) await atMost(`from ${address}`, house.actsPerMinute * 5, 60)
      const answer = await route(asked as Asked<N>, c)
      if (isRefusal(answer)) return refused(c, answer)
      if (answer instanceof JsonText)
        return c.body(answer.text, 200, { 'content-type': 'application/json; charset=UTF-8', ...safeHeaders })
      return c.json(answer as object, call.status ?? 200, call.keepFor ? keptHeaders(call.keepFor) : safeHeaders)
    })
  }
}

const forGuests = '这个村的公开栏登录以后才能看。请先登录。'
const forOthers = '这个村的公开栏只给本村的人看。请回到您自己的村。'

type Parts = { id?: string; case?: string; village?: string; villageId?: string }

/** Whether they may ask this: a village may show its boards to its own people alone, and to whoever stands above it. */
const mayRead = async (
  house: House,
  path: string,
  { params, query, body, person }: { params: unknown; query: unknown; body: unknown; person?: Citizen },
): Promise<boolean> => {
  const { townships } = await house.stores.places.places()
  const closed = townships.flatMap((t) => t.villages).filter((v) => v.closedToGuests)
  if (closed.length === 0 || path === calls.village.path) return true
  const named = [params, query, body].map((part) => (part ?? {}) as Parts)
  const ids = named.flatMap((of) => [of.id, of.case, of.village, of.villageId]).filter((id) => typeof id === 'string')
  for (const id of ids) {
    const stored = await house.stores.cases.get(id)
    const village = stored?.found.place.village ?? id
    if (!closed.some((v) => v.id === village)) continue
    const at = [await house.stores.places.village(village), stored]
    if (!at.some((where) => may(person, 'readClosed', where, today(house)))) return false
  }
  return true
}

const limited = bodyLimit({ maxSize: 1024 * 1024, onError: (c) => refused(c, refuse('tooLarge')) })

/** How a file of routes adds its calls. */
export type Route = (call: ReturnType<typeof serve>, house: House, app: Hono) => void

/** An answer that is text already: a page of cards is sent by joining strings. */
export class JsonText {
  constructor(readonly text: string) {}
}

const part = (schema: z.ZodType | undefined, value: unknown) => {
  if (!schema) return undefined
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((i) => ({ field: i.path.map(String).join('.'), says: i.message }))
  const told = problems.find((p) => /[\u4e00-\u9fff]/.test(p.says))
  throw new Refused('badRequest', told?.says, { problems })
}
