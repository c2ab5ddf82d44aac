import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import type { CaseView } from '@shared/schemas/views'
import { accountRoutes } from '../../functions/accounts/accountRoutes'
import { createApp } from '../../functions/app'
import { people } from '../../functions/demo/people'
import { places } from '../../functions/demo/places'
import { rosters } from '../../functions/demo/rosters'
import type { Deps } from '../../functions/deps'
import { openFolder } from '../../functions/files/folder'
import { paperRoutes } from '../../functions/papers/paperRoutes'
import { openWorkshop } from '../../functions/papers/workshop'
import { sweepAll } from '../../functions/sweeping'
import { engines, temporaryFolder } from './stores'

export type EngineName = keyof typeof engines

type Answer<T> = { status: number; body: T }

/** The real app over a real engine, with a clock that the test moves. */
export const openHouse = async (engine: EngineName, began = '2026-06-01T09:00:00+08:00', more: Partial<Deps> = {}) => {
  const { table, shut } = await engines[engine]()
  const folder = temporaryFolder()
  const clock = { at: Date.parse(began) }
  const now = () => clock.at
  const secret = 'a secret of at least thirty-two characters'
  const deps: Deps = {
    ...{
      table,
      storeName: engine === 'sqlite' ? 'sqlite' : 'dynamodb',
      now,
      secret,
      demo: true,
      version: 'test',
      actsPerMinute: 10_000,
    },
    files: openFolder({ folder: join(folder.path, 'files'), origin: '', secret, now: () => new Date(now()) }),
    ...more,
  }
  const workshop = openWorkshop(resolve(import.meta.dirname, '../../functions/papers/worker.ts'))
  const { app, house } = createApp(deps, [...paperRoutes(workshop), ...accountRoutes])
  await house.stores.places.save({ townships: [places] })
  await people(house.stores)
  await rosters(house)
  const signedIn = new Map<string, { token: string; refresh: string; at: number }>()

  const send = async <T>(method: string, path: string, body?: unknown, token?: string): Promise<Answer<T>> => {
    const headers = {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    }
    const response = await app.request(path, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: (text ? JSON.parse(text) : undefined) as T }
  }

  const tokenOf = async (person: string): Promise<string> => {
    const kept = signedIn.get(person)
    const age = kept ? Math.abs(clock.at - kept.at) : Number.POSITIVE_INFINITY
    if (kept && age < 25 * 60_000) return kept.token
    const isNew = age > 30 * 86_400_000
    const [path, body] = isNew ? ['demo', { person }] : ['refresh', { refresh: kept!.refresh }]
    const { token, refresh } = (await send<{ token: string; refresh: string }>('POST', `/api/sign-in/${path}`, body))
      .body
    signedIn.set(person, { token, refresh, at: clock.at })
    return token
  }

  /** Someone signed in, who calls over HTTP. A token lasts half an hour and is renewed; after weeks they sign in anew. */
  const as = async (person?: string) => {
    const token = person && (await tokenOf(person))
    return {
      get: <T>(path: string) => send<T>('GET', path, undefined, token),
      post: <T>(path: string, body: unknown) => send<T>('POST', path, body, token),
    }
  }

  let acts = 0
  const actId = () => `test-act-${++acts}`
  const ok = ({ status, body }: Answer<CaseView>): CaseView => {
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`)
    return body
  }
  return {
    ...{ app, house, deps, clock, as, send, actId, table },
    /** Moves the clock to a day, nine in the morning in China. */
    to(day: string, time = '09:00') {
      clock.at = Date.parse(`${day}T${time}:00+08:00`)
    },
    sweep: () => sweepAll(house),
    see: async (person: string | undefined, id: string) =>
      ok(await (await as(person)).get<CaseView>(`/api/cases/${id}`)),
    open: async (person: string, workflow: string, form: Record<string, unknown>, more: Record<string, unknown> = {}) =>
      ok(
        await (await as(person)).post<CaseView>('/api/cases', {
          actId: actId(),
          workflow,
          villageId: 'dongxi',
          form,
          ...more,
        }),
      ),
    /** Acts as someone who has just looked. */
    async act(person: string, id: string, act: Record<string, unknown>) {
      const me = await as(person)
      const { body } = await me.get<CaseView>(`/api/cases/${id}`)
      return me.post<CaseView>(`/api/cases/${id}/acts`, { actId: actId(), seen: body.seen, form: {}, ...act })
    },
    async done(person: string, id: string, act: Record<string, unknown>) {
      return ok(await this.act(person, id, act))
    },
    /** Uploads a file as a phone does: an address, the form, and done. */
    async upload(
      person: string,
      bytes: Uint8Array<ArrayBuffer>,
      type: string = 'image/png',
      name = '照片.png',
    ): Promise<string> {
      const me = await as(person)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const { body } = await me.post<{ id: string; upload: { url: string; fields: Record<string, string> } }>(
        '/api/files',
        { name, type, bytes: bytes.length, sha256 },
      )
      const form = new FormData()
      for (const [k, v] of Object.entries(body.upload.fields)) form.append(k, v)
      form.append('file', new Blob([bytes], { type }))
      const sent = await app.request(body.upload.url, { method: 'POST', body: form })
      if (sent.status !== 204) throw new Error(`${sent.status} ${await sent.text()}`)
      const done = await me.post(`/api/files/${body.id}/done`, {})
      if (done.status !== 200) throw new Error(`${done.status} ${JSON.stringify(done.body)}`)
      return body.id
    },
    close: async () => {
      await shut()
      folder.remove()
    },
  }
}

export type TestHouse = Awaited<ReturnType<typeof openHouse>>
