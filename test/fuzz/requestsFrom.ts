import { fitting, type Hints, type Schema, spoilt } from './fromSchema'
import { hostileBodies, hostileTexts } from './hostile'
import type { Random } from './random'

type Parameter = { name: string; in: 'path' | 'query'; required: boolean; schema: Schema }
type Operation = {
  operationId: string
  parameters: readonly Parameter[]
  requestBody?: { content: { 'application/json': { schema: Schema } } }
}
export type Document = { paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> }

/** A request as it goes out; `of` is the operation that it was made from, `kind` what is wrong with it, if anything. */
export type Made = {
  of: string
  kind: string
  method: string
  path: string
  headers: Record<string, string>
  body?: string
}

const kinds = [
  ...(['whole', 'whole', 'whole', 'path', 'query', 'body', 'body', 'body', 'raw'] as const),
  ...(['method', 'type', 'headers'] as const),
]

const inPath = (value: unknown, isRaw: boolean): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (isRaw) return text.replaceAll(/[\p{Control}\p{Surrogate} #?]/gu, '~').slice(0, 5000)
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd').slice(0, 5000))
}

const place = (path: string): string =>
  /\/(villages|townships|counties|places|cases|files)\/\{id\}/.exec(path)?.[1] ?? ''

/** Requests without end, made of nothing but the document and the ids of what is there. */
export const requestsFrom = (document: Document, hints: Hints, r: Random): (() => Made) => {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  let turn = 0
  return () => {
    // each in its turn, so that none is left out
    const { path, method, operation } = operations[turn++ % operations.length]!
    const kind = r.pick(kinds)
    const valueFor = ({ name, in: where, schema }: Parameter) =>
      fitting(schema, r, hints, where === 'path' && name === 'id' ? place(path) : name)
    const wrongPath = kind === 'path' ? r.below(2) : undefined
    const filled = operation.parameters
      .filter((p) => p.in === 'path')
      .reduce(
        (at, p) =>
          at.replace(`{${p.name}}`, () =>
            inPath(wrongPath === undefined ? valueFor(p) : r.pick(hostileTexts), wrongPath === 1),
          ),
        path,
      )
    const asked = operation.parameters.filter((p) => p.in === 'query' && (p.required || r.chance(0.4)))
    const query = asked.map((p) => [p.name, kind === 'query' && r.chance(0.6) ? r.pick(hostileTexts) : valueFor(p)])
    if (kind === 'query' && r.chance(0.4)) query.push([r.pick(hostileTexts), r.pick(hostileTexts)])
    const search = query.map(([k, v]) => `${inPath(k, false)}=${inPath(v, false)}`).join('&')
    const schema = operation.requestBody?.content['application/json'].schema
    const whole = schema && fitting(schema, r, hints)
    const body =
      kind === 'raw'
        ? r.pick(hostileBodies)
        : JSON.stringify(kind === 'body' && whole !== undefined ? spoilt(whole, r) : whole)
    return {
      ...{ of: operation.operationId, kind },
      method:
        kind === 'method'
          ? r.pick(['PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', method === 'GET' ? 'POST' : 'GET'])
          : method,
      path: `${filled}${search && `?${search}`}`,
      headers: {
        'content-type':
          kind === 'type'
            ? r.pick(['text/plain', 'multipart/form-data', 'application/xml', 'x', ''])
            : 'application/json',
        ...(kind === 'headers' && {
          [r.pick(['x-forwarded-for', 'x-http-method-override', 'origin', 'cookie', 'host', 'x-forwarded-host'])]:
            r.pick(['127.0.0.1', 'DELETE', 'https://evil.example', 'a=b', 'evil.example']),
        }),
      },
      ...(body !== undefined && { body }),
    }
  }
}
