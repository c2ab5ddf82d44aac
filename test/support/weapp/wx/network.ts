import { types } from 'node:util'
import { answers, type CallOptions, Failed, type Host, Ready } from './call'
import type { Files } from './files'

/** Answers what leaves the phone, in the form of the Fetch API: absolute url, method, headers, body. */
export type RequestHandler = (url: string, init: RequestInit) => Response | Promise<Response>

export type SentRequest = { url: string; method: string; headers: Record<string, string>; body?: unknown }

// PATCH is not among them: wx.request refuses it on a phone.
const METHODS = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT']

/** wx.request, uploadFile, downloadFile and the state of the network. */
export class Network {
  readonly sent: SentRequest[] = []
  private isOffline = false
  private readonly listeners = new Set<(state: object) => void>()

  constructor(
    private readonly host: Host,
    private readonly files: Files,
    public handler: RequestHandler,
  ) {}

  get offline(): boolean {
    return this.isOffline
  }

  /** Cutting or restoring the network tells the program, as WeChat does. */
  set offline(offline: boolean) {
    if (this.isOffline === offline) return
    this.isOffline = offline
    for (const listener of this.listeners) this.host.pending.guard(() => listener(this.state()))
  }

  api(): Record<string, unknown> {
    return {
      request: (options: CallOptions) => this.task('request', options, () => this.request(options)),
      uploadFile: (options: CallOptions) => this.task('uploadFile', options, () => this.upload(options)),
      downloadFile: (options: CallOptions) => this.task('downloadFile', options, () => this.download(options)),
      getNetworkType: answers(this.host, 'getNetworkType', () => this.state()),
      onNetworkStatusChange: (listener: (state: object) => void) => this.listeners.add(listener),
      offNetworkStatusChange: (listener?: (state: object) => void) =>
        listener ? this.listeners.delete(listener) : this.listeners.clear(),
    }
  }

  private state() {
    return this.host.realm().copy({ isConnected: !this.isOffline, networkType: this.isOffline ? 'none' : 'wifi' })
  }

  /** A call with a task that can be aborted; it answers by callbacks only. */
  private task(api: string, options: CallOptions, work: () => Promise<Ready>) {
    this.host.calls.push({ api, options })
    const answered = this.host.pending.begin()
    let over = false
    const finish = (kind: 'success' | 'fail', result: object) => {
      if (over) return
      over = true
      this.host.pending.guard(() => options[kind]?.(result))
      this.host.pending.guard(() => options.complete?.(result))
      answered()
    }
    work().then(
      ({ result }) => finish('success', { errMsg: `${api}:ok`, ...result }),
      (error) => {
        // An error of the server under test is the test's business, not a network failure to be shown politely.
        if (!(error instanceof Failed)) this.host.pending.errors.push(error)
        finish('fail', { errMsg: error instanceof Failed ? error.errMsg : `${api}:fail`, errno: 600001 })
      },
    )
    const nothing = () => {}
    return {
      abort: () => finish('fail', { errMsg: `${api}:fail abort` }),
      onHeadersReceived: nothing,
      offHeadersReceived: nothing,
      onProgressUpdate: nothing,
      offProgressUpdate: nothing,
      onChunkReceived: nothing,
      offChunkReceived: nothing,
    }
  }

  private async send(api: string, url: unknown, init: RequestInit & { method: string }): Promise<Response> {
    if (typeof url !== 'string' || !/^https?:\/\/[^/]/.test(url)) throw new Failed(`${api}:fail invalid url "${url}"`)
    const headers = init.headers as Record<string, string>
    this.sent.push({ url, method: init.method, headers, body: init.body ?? undefined })
    await Promise.resolve()
    if (this.isOffline) throw new Failed(`${api}:fail `, 600001)
    return this.handler(url, init)
  }

  private async request(options: CallOptions): Promise<Ready> {
    const method = String(options.method ?? 'GET').toUpperCase()
    if (!METHODS.includes(method)) throw new Failed(`request:fail invalid method "${method}"`)
    const headers = headersOf(options)
    headers['content-type'] ??= 'application/json'
    const hasBody = method !== 'GET' && method !== 'HEAD'
    const url = hasBody ? options.url : withQuery(options.url, options.data)
    const body = hasBody ? bodyOf(options.data, headers['content-type']) : undefined
    const answer = await this.send('request', url, { method, headers, body })
    const head = { statusCode: answer.status, header: Object.fromEntries(answer.headers), cookies: [] }
    if (options.responseType === 'arraybuffer') {
      const bytes = new Uint8Array(await answer.arrayBuffer())
      return new Ready({ ...this.host.realm().copy(head), data: this.host.realm().buffer(bytes) })
    }
    const text = await answer.text()
    const data = (options.dataType ?? 'json') === 'json' ? this.parsed(text) : text
    return new Ready({ ...this.host.realm().copy(head), data })
  }

  private async upload(options: CallOptions): Promise<Ready> {
    const path = String(options.filePath)
    const form = new FormData()
    for (const [name, value] of Object.entries((options.formData ?? {}) as object)) form.append(name, String(value))
    const file = new File([new Uint8Array(this.files.read('uploadFile', path))], path.split('/').pop()!, {
      type: path.endsWith('.png') ? 'image/png' : 'image/jpeg',
    })
    form.append(String(options.name), file)
    const headers = headersOf(options)
    delete headers['content-type']
    const answer = await this.send('uploadFile', options.url, { method: 'POST', headers, body: form })
    return new Ready({ statusCode: answer.status, data: await answer.text() })
  }

  private async download(options: CallOptions): Promise<Ready> {
    const answer = await this.send('downloadFile', options.url, { method: 'GET', headers: headersOf(options) })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const path = this.files.keep(bytes, String(options.url).split('?')[0]!.split('.').pop())
    return new Ready({ statusCode: answer.status, tempFilePath: path })
  }

  private parsed(text: string): unknown {
    try {
      return this.host.realm().parse(text)
    } catch {
      return text
    }
  }
}

function headersOf(options: CallOptions): Record<string, string> {
  const given = Object.entries((options.header ?? {}) as object)
  return Object.fromEntries(given.map(([name, value]) => [name.toLowerCase(), String(value)]))
}

function pairs(data: unknown): string {
  const entries = Object.entries((data ?? {}) as object).filter(([, value]) => value !== undefined)
  return entries.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`).join('&')
}

function withQuery(url: unknown, data: unknown): unknown {
  const query = typeof data === 'string' ? data : pairs(data)
  return query === '' ? url : `${url}${String(url).includes('?') ? '&' : '?'}${query}`
}

function bodyOf(data: unknown, type: string): string | Uint8Array<ArrayBuffer> | undefined {
  if (data === undefined || typeof data === 'string') return data
  if (types.isAnyArrayBuffer(data)) return new Uint8Array(data as ArrayBuffer).slice()
  return type.includes('x-www-form-urlencoded') ? pairs(data) : JSON.stringify(data)
}
