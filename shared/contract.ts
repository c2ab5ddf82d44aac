import { addresses } from './addresses'
import { caseView, fileView, homeView, monitorView, page, personView, villageView } from './schemas/views'
import { z } from './schemas/zod'

/** The HTTP calls: method, path, what goes in, what comes out. Phone, server and OpenAPI read this one table. */
export type Call = {
  method: 'GET' | 'POST'
  path: string
  says: string
  /** who may call it at all; what they get is decided per item */
  for: 'anyone' | 'signedIn'
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodObject
  status?: 200 | 201
  out: z.ZodType
}

const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w-]+$/)
const actId = z
  .string()
  .min(8)
  .max(80)
  .regex(/^[\w:-]+$/)
  .meta({ description: 'made by the caller; the same id twice is one act' })
const limit = z.coerce.number().int().min(1).max(50).default(20)
const after = z.string().max(600).optional()
const one = z.object({ id })
const form = z.record(z.string().max(60), z.unknown())

export const calls = {
  health: {
    ...addresses.health,
    says: '服务是否正常',
    for: 'anyone',
    out: z.object({ ok: z.boolean(), version: z.string(), store: z.string(), demo: z.boolean() }),
  },
  demoPeople: {
    ...addresses.demoPeople,
    says: '演示身份（只在演示版有）',
    for: 'anyone',
    out: z.object({ people: z.array(personView) }),
  },
  demoSignIn: {
    ...addresses.demoSignIn,
    says: '用演示身份登录（只在演示版有）',
    for: 'anyone',
    body: z.strictObject({ person: id }),
    out: z.object({ token: z.string(), person: personView }),
  },
  me: {
    ...addresses.me,
    says: '我是谁，有哪些职务',
    for: 'signedIn',
    out: z.object({ person: personView, desk: z.object({ overdue: z.int(), today: z.int(), later: z.int() }) }),
  },
  workflows: {
    ...addresses.workflows,
    says: '所有事项怎么走，每一步要填什么（JSON Schema）',
    for: 'anyone',
    out: z.object({ workflows: z.array(z.record(z.string(), z.unknown())), forms: z.record(z.string(), z.unknown()) }),
  },
  villages: {
    ...addresses.villages,
    says: '有哪些村',
    for: 'anyone',
    out: z.object({ villages: z.array(villageView) }),
  },
  village: { ...addresses.village, says: '一个村', for: 'anyone', params: one, out: villageView },
  home: {
    ...addresses.home,
    says: '首页：说事日、上月的账、公开栏',
    for: 'anyone',
    params: one,
    out: homeView,
  },
  board: {
    ...addresses.board,
    ...{ says: '公开栏，新的在前', for: 'anyone' },
    params: z.object({ id, board: z.enum(['all', 'party', 'village', 'finance']) }),
    query: z.object({ limit, after, item: z.string().max(10).optional(), period: z.string().max(10).optional() }),
    out: page,
  },
  cases: {
    ...addresses.cases,
    ...{
      says: '一个村的说事、议事等，新的在前；mine=1 只看我提的',
      for: 'anyone',
    },
    params: one,
    query: z.object({ workflow: id.optional(), mine: z.enum(['0', '1']).optional(), limit, after }),
    out: page,
  },
  open: {
    ...addresses.open,
    ...{ says: '开始一件事', for: 'signedIn', status: 201 },
    body: z.strictObject({ actId, workflow: id, villageId: id, form, from: id.optional(), about: id.optional() }),
    out: caseView,
  },
  case: {
    ...addresses.case,
    says: '一件事的全部：走到哪一步、台账、我现在能办什么',
    for: 'anyone',
    params: one,
    out: caseView,
  },
  act: {
    ...addresses.act,
    ...{
      says: '办理：当前环节的一个结果，或旁边的一个动作',
      for: 'signedIn',
      params: one,
    },
    body: z.strictObject({ actId, seen: z.int().min(0), outcome: id.optional(), aside: id.optional(), form }),
    out: caseView,
  },
  read: {
    ...addresses.read,
    says: '我看过了（按户计数，没有名单）',
    for: 'signedIn',
    params: one,
    out: z.object({ households: z.int() }),
  },
  backlog: {
    ...addresses.backlog,
    ...{ says: '待办：我的、本村的、全镇的，最早到期的在前', for: 'signedIn' },
    query: z.object({
      scope: z.enum(['me', 'village', 'township']).default('me'),
      village: id.optional(),
      mark: z.string().max(4).optional(),
      seal: z.string().max(4).optional(),
      overdue: z.enum(['0', '1']).optional(),
      limit,
      after,
    }),
    out: page,
  },
  monitor: {
    ...addresses.monitor,
    says: '全镇每个村、每一步、有没有逾期',
    for: 'signedIn',
    params: one,
    out: monitorView,
  },
  file: {
    ...addresses.file,
    ...{
      says: '要一个上传地址（照片或PDF，10MB以内）',
      for: 'signedIn',
      status: 201,
    },
    body: z.strictObject({
      name: z.string().min(1).max(120),
      type: z.enum(['image/jpeg', 'image/png', 'image/webp', 'application/pdf'], {
        error: '只能传照片（JPG、PNG、WebP）或PDF。',
      }),
      bytes: z
        .int()
        .min(1)
        .max(10 * 1024 * 1024, { error: '每个文件不能超过10MB，请压缩后再传。' }),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
    out: z.object({ id: z.string(), upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }) }),
  },
  fileDone: {
    ...addresses.fileDone,
    says: '传完了，请核对',
    for: 'signedIn',
    params: one,
    out: fileView,
  },
} as const satisfies Record<string, Call>

export type CallName = keyof typeof calls
type Part<N extends CallName, K extends 'params' | 'query' | 'body'> = (typeof calls)[N] extends {
  [P in K]: infer S extends z.ZodType
}
  ? z.input<S>
  : undefined
export type Params<N extends CallName> = Part<N, 'params'>
export type Query<N extends CallName> = Part<N, 'query'>
export type Body<N extends CallName> = Part<N, 'body'>
export type Answer<N extends CallName> = z.output<(typeof calls)[N]['out']>
