import { type Call, calls } from '@shared/contract'
import { refusalNames } from '@shared/engine/refusal'
import { z } from '@shared/schemas/zod'
import { html, raw } from 'hono/html'
import { type Described, described } from '../open/described'

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

const json = (schema: z.ZodType, io: 'input' | 'output') => ({ 'application/json': { schema: schemaOf(schema, io) } })

const parameters = (call: Pick<Call, 'params' | 'query'>) =>
  (['params', 'query'] as const).flatMap((where) =>
    Object.entries(call[where]?.shape ?? {}).map(([name, schema]) => {
      const required = where === 'params' || !(schema as z.ZodType).safeParse(undefined).success
      return {
        name,
        in: where === 'params' ? 'path' : 'query',
        required,
        schema: schemaOf(schema as z.ZodType, 'input'),
      }
    }),
  )

const refusals = {
  400: '内容不完整或格式不对',
  401: '没有登录或登录过期',
  403: '不在办理范围',
  404: '没有找到',
  409: '别人先办了，或已经办过',
  413: '太大',
  422: '有规定没有满足',
  429: '太频繁',
}

const tagOf = (path: string): string => path.split('/')[2]!

const operation = (name: string, call: Call) => ({
  operationId: name,
  summary: call.says,
  tags: [tagOf(call.path)],
  security: call.for === 'signedIn' ? [{ bearer: [] }] : [{}, { bearer: [] }],
  parameters: parameters(call),
  ...(call.body && { requestBody: { required: true, content: json(call.body, 'input') } }),
  responses: {
    [call.status ?? 200]: { description: '办好了', content: json(call.out, 'output') },
    ...Object.fromEntries(
      Object.entries(refusals).map(([status, description]) => [
        status,
        { description, content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } } },
      ]),
    ),
  },
})

/** Of an answer that isn't a value of the contract: nobody has to sign in for those that there are. */
const describedOperation = ({ name, says, tag, gives, refuses, params, query }: Described) => ({
  ...{ operationId: name, summary: says, tags: [tag], security: [], parameters: parameters({ params, query }) },
  responses: {
    200: {
      description: '办好了',
      content: Object.fromEntries(
        Object.entries(gives).map(([type, of]) => [type, { schema: schemaOf(of, 'output') }]),
      ),
    },
    ...Object.fromEntries(
      ([400, 404] as const).map((status) => [
        status,
        {
          description: refusals[status],
          content: {
            [refuses === 'Open311Errors' ? Object.keys(gives)[0]! : 'application/json']: {
              schema: { $ref: `#/components/schemas/${refuses}` },
            },
          },
        },
      ]),
    ),
  },
})

const tags: Readonly<Record<string, string>> = {
  health: '服务是否正常',
  people: '演示身份',
  'sign-in': '登录',
  account: '我的登录办法',
  me: '我和我的消息',
  workflows: '事项怎么走',
  villages: '一个村',
  cases: '一件事',
  backlog: '待办',
  places: '一个地方的设定',
  townships: '一个镇',
  counties: '一个县',
  papers: '表格和打印',
  files: '照片、录音和文件',
  open: '开放数据',
  open311: '开放的说事，Open311 GeoReport v2 的样子',
}

/** The OpenAPI 3.1 document, made from the contract that the server itself runs. */
export const openApi = (version: string) => {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [name, call] of Object.entries(calls) as [string, Call][]) {
    const path = call.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [call.method.toLowerCase()]: operation(name, call) }
  }
  for (const one of described) paths[one.path] = { get: describedOperation(one) }
  const used = [...Object.values(calls).map((c) => tagOf(c.path)), ...described.map((d) => d.tag)]
  return {
    openapi: '3.1.0',
    info: {
      title: '明务',
      version,
      description: '村里的事，明明白白。日子是中国时间的 YYYY-MM-DD，钱是整数分。',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      contact: { name: '村里的电话见 /api/villages' },
    },
    servers: [{ url: '/', description: '这台服务器' }],
    tags: [...new Set(used)].map((name) => ({ name, description: tags[name] ?? name })),
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Refusal: {
          type: 'object',
          required: ['refusal', 'says', 'detail'],
          properties: {
            refusal: { type: 'string', enum: refusalNames },
            says: { type: 'string', description: '给人看的中文，说清怎么办' },
            detail: { type: 'object' },
          },
        },
        Open311Errors: {
          type: 'array',
          items: {
            type: 'object',
            required: ['code', 'description'],
            properties: { code: { type: 'integer' }, description: { type: 'string' } },
          },
        },
      },
    },
  }
}

/** The same, to read. */
export const openApiPage = (version: string) => {
  const rows = (Object.values(calls) as Call[]).map(
    (
      c,
    ) => html`<section><h2><code>${c.method} ${c.path}</code></h2><p>${c.says}。${c.for === 'signedIn' ? '要登录。' : ''}</p>
${c.query ? html`<p>查询：${Object.keys(c.query.shape).join('、')}</p>` : ''}
${c.body ? html`<details><summary>要填的</summary><pre>${JSON.stringify(json(c.body, 'input')['application/json'].schema, null, 1)}</pre></details>` : ''}
<details><summary>会得到</summary><pre>${JSON.stringify(json(c.out, 'output')['application/json'].schema, null, 1)}</pre></details></section>`,
  )
  const others = described.map(
    ({ path, says, query, gives }) => html`<section><h2><code>GET ${path}</code></h2><p>${says}。</p>
${query ? html`<p>查询：${Object.keys(query.shape).join('、')}</p>` : ''}<p>会得到 ${Object.keys(gives).join('、')}</p></section>`,
  )
  return html`${raw('<!doctype html>')}<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>明务接口</title>
<style>body{font:17px/1.6 sans-serif;max-width:860px;margin:0 auto;padding:24px;background:#F6F2E9;color:#1F1B16}section{background:#FFFDF8;border:1px solid #DDD3C2;border-radius:12px;padding:16px;margin:16px 0}pre{overflow:auto;font-size:14px}h2{font-size:18px;margin:0}</style>
<h1>明务接口 ${version}</h1><p>机器读的在 <a href="/api/openapi.json">/api/openapi.json</a>。出错时得到 <code>{refusal, says, detail}</code>。</p>${rows}${others}</html>`
}
