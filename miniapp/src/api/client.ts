import { addresses } from '@shared/addresses'
import type { Answer, Body, CallName, Params, Query } from '@shared/contract'
import type { RefusalName } from '@shared/engine/refusal'
import Taro from '@tarojs/taro'
import { apiOrigin } from '../platform/network'
import { renewed } from './renewed'
import { keepAnswer, savedAnswer } from './savedAnswers'
import { type Session, session } from './session'

/** What goes into a call: only the parts that it has. */
export type Input<N extends CallName> = (Params<N> extends undefined ? unknown : { params: Params<N> }) &
  (Query<N> extends undefined ? unknown : { query?: Query<N> }) &
  (Body<N> extends undefined ? unknown : { body: Body<N> })

/** Why a call wasn't answered, in words that tell what to do. `offline`: no network, or none within the time. */
export type Refused = { refusal: RefusalName | 'offline'; says: string; detail?: Readonly<Record<string, unknown>> }

/** An answer or a refusal, never a throw. `savedAt` (ISO): there is no network, this is what the phone had kept. */
export type Reply<T> =
  | { answer: T; savedAt?: string; refused?: undefined }
  | { answer?: undefined; savedAt?: undefined; refused: Refused }

const seconds = 1000
// Asked as someone types, or saved as a file: kept, they would push out what people want to read again.
const passing: readonly CallName[] = ['similar', 'ledger']
const broken = '不是您手机的问题，是我们这边出错了。等一分钟再试，您填的都还在。'

/**
 * Asks the API: `call('case', { params: { id } })`. Signed in when someone is; a token that has run out is renewed and the call
 * made once more. Reading without network gives what was last read on this phone by the same person; writing is repeated here for
 * no other reason, so bring an `actId` and send the same again.
 */
export async function call<N extends CallName>(name: N, input: Input<N>): Promise<Reply<Answer<N>>> {
  const { method, path: at } = addresses[name]
  const { params, query, body } = input as { params?: Words; query?: Words; body?: unknown }
  const path = addressOf(at, params, query)
  const asked = session.get()
  try {
    const first = await send(method, path, body, asked)
    const again = asked && isExpired(first) ? await renewed(asked, name === 'signOut') : undefined
    const { statusCode, data } = again ? await send(method, path, body, again) : first
    if (statusCode >= 200 && statusCode < 300) {
      if (method === 'GET' && !passing.includes(name)) keepAnswer(path, data)
      return { answer: data as Answer<N> }
    }
    return { refused: refusedBy(data, statusCode) }
  } catch {
    const saved = method === 'GET' ? savedAnswer<Answer<N>>(path) : undefined
    return saved ? { answer: saved.answer, savedAt: saved.at } : { refused: offline(method) }
  }
}

type Sent = { statusCode: number; data: unknown }

const send = (method: 'GET' | 'POST', path: string, body: unknown, by: Session | null): Promise<Sent> =>
  Taro.request({
    url: apiOrigin + path,
    method,
    header: { 'Content-Type': 'application/json', ...(by && { Authorization: `Bearer ${by.token}` }) },
    ...(body !== undefined && { data: JSON.stringify(body) }),
    timeout: (method === 'GET' ? 8 : 30) * seconds,
  })

const isExpired = ({ statusCode, data }: Sent): boolean =>
  statusCode === 401 && refusedBy(data, statusCode).refusal === 'signInExpired'

type Words = Readonly<Record<string, unknown>>

/** The path with its parameters filled in, and the query behind it. */
function addressOf(path: string, params: Words = {}, query: Words = {}): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  return pairs.length ? `${filled}?${pairs.join('&')}` : filled
}

function refusedBy(data: unknown, status: number): Refused {
  const told = data as Partial<Refused> | null | undefined
  if (told && typeof told === 'object' && told.refusal && told.says) return told as Refused
  return { refusal: 'broken', says: broken, detail: { status } }
}

const offline = (method: string): Refused => ({
  refusal: 'offline',
  says:
    method === 'GET'
      ? '没有连上网络。请看看手机信号，再试一次。'
      : '没有网络，没发出去。您填的都还在，有网后再试一次。',
})
