import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { CaseView } from '@shared/schemas/views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../functions/app'
import { people } from '../../functions/demo/people'
import { places } from '../../functions/demo/places'
import { xlsxType } from '../../functions/files/files'
import { openFolder } from '../../functions/files/folder'
import { checkContent } from '../../functions/files/sniff'
import { tokenFor } from '../../functions/http/signIn'
import { openWorkshop } from '../../functions/papers/workshop'
import { openDynamo } from '../../functions/store/engines/dynamo'
import { indexNames } from '../../functions/store/indexes'
import { bundleOf } from '../budgets/apiBundle'
import { pictures } from '../support/pictures'
import { openSession } from '../support/sessions'
import { dynamoClient, startDynalite, temporaryFolder } from '../support/stores'

const secret = 'the secret of a test deployment, long enough'
const api = path.resolve('dist/cloud/api/lambda.cjs')
const nightly = path.resolve('dist/cloud/nightly/sweep.cjs')
const papers = path.resolve('dist/cloud/papers/papers.cjs')

/** A bundle in a process of its own with nothing but the environment that a deployment gives it. */
const start = (bundle: string, env: Record<string, string>) => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/cloud/invoke.ts', bundle], {
    env: { PATH: process.env.PATH, ...env },
  })
  let trouble = ''
  child.stderr.on('data', (text) => {
    trouble += text
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    async invoke<T>(event: unknown): Promise<T> {
      child.stdin.write(`${JSON.stringify(event)}\n`)
      for (;;) {
        const { value, done } = await lines.next()
        if (done) throw new Error(trouble)
        const said = JSON.parse(value) as { answer?: T }
        if ('answer' in said) return said.answer!
      }
    },
    ended: once(child, 'close').then(([code]) => ({ code: code as number, trouble })),
    stop: () => child.kill(),
  }
}

/** An event of API Gateway's HTTP API, payload 2.0. */
const event = (method: string, rawPath: string, { body, token }: { body?: unknown; token?: string } = {}) => ({
  ...{ version: '2.0', routeKey: '$default', rawPath, rawQueryString: '', isBase64Encoded: false },
  headers: {
    host: 'api.example.cn',
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(token && { authorization: `Bearer ${token}` }),
  },
  body: body === undefined ? null : JSON.stringify(body),
  requestContext: {
    ...{ accountId: '1', apiId: 'a', authentication: null, authorizer: {}, stage: '$default', requestId: 'r' },
    ...{ domainName: 'api.example.cn', domainPrefix: 'api', routeKey: '$default', time: '', timeEpoch: 0 },
    http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
  },
})

type Answer = { statusCode: number; headers: Record<string, string>; body: string }

describe('what is deployed', () => {
  let env: Record<string, string>
  let running: ReturnType<typeof start>
  let shut: () => Promise<void>
  let lapsing: CaseView
  let token: string
  const folder = temporaryFolder()

  beforeAll(async () => {
    // as someone packages it: without credentials, and without asking anybody
    execFileSync('npm', ['run', '--silent', 'package'], {
      env: { ...process.env, AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_PROFILE: '' },
      stdio: 'pipe',
    })
    const dynalite = await startDynalite()
    shut = dynalite.shut
    env = {
      ...{ TABLE: 'mingwu', FILES_BUCKET: 'files', MINGWU_SECRET: secret, AWS_REGION: 'cn-northwest-1' },
      ...{ AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' },
      MINGWU_SIGNING_KEY: '5'.repeat(64),
      AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${dynalite.port}`,
    }
    const table = openDynamo({ client: dynamoClient(dynalite.port), table: 'mingwu' })
    // forty days ago a meeting's summary was hung for fifteen days
    const now = () => Date.now() - 40 * 86_400_000
    const { app, house } = createApp({
      ...{ table, storeName: 'dynamodb', now, secret, demo: true, version: 'test', actsPerMinute: 1000 },
      files: openFolder({ folder: folder.path, origin: '', secret, now: () => new Date(now()) }),
    })
    await house.stores.places.save({ townships: [places] })
    await people(house.stores)
    token = await tokenFor({ ...house, now: () => Date.now() }, 'clerk-dongxi')
    const before = await tokenFor(house, 'clerk-dongxi')
    const send = async (to: string, body: unknown): Promise<CaseView> => {
      const headers = { authorization: `Bearer ${before}`, 'content-type': 'application/json' }
      const response = await app.request(to, { method: 'POST', headers, body: JSON.stringify(body) })
      if (!response.ok) throw new Error(await response.text())
      return (await response.json()) as CaseView
    }
    const day = new Date(now() + 8 * 3_600_000).toISOString().slice(0, 10)
    const session = (await openSession(house, { on: day })).id
    await send(`/api/cases/${session}/acts`, {
      ...{ actId: 'held-session', seen: 0, outcome: 'held', form: { attended: 3, minutes: '听了两件事。' } },
    })
    lapsing = await send(`/api/cases/${session}/acts`, {
      ...{ actId: 'post-session', seen: 2, form: { summary: '听了两件，定了一件。', boardOn: day } },
    })
    await table.close()
    running = start(api, env)
  }, 120_000)

  afterAll(async () => {
    running?.stop()
    await shut?.()
    folder.remove()
  })

  const ask = async (...asked: Parameters<typeof event>) => {
    const { statusCode, headers, body } = await running.invoke<Answer>(event(...asked))
    return { status: statusCode, type: headers['content-type'], body: JSON.parse(body) }
  }

  it('says that it is well, in production, on DynamoDB', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(await ask('GET', '/api/health')).toMatchObject({
      status: 200,
      body: { ok: true, store: 'dynamodb', demo: false, version },
    })
  })

  it('lists the villages, and someone signed in is known', async () => {
    const { status, body } = await ask('GET', '/api/villages')
    expect(status).toBe(200)
    expect(body.villages).toHaveLength(12)
    expect(await ask('GET', '/api/me', { token })).toMatchObject({
      status: 200,
      body: { person: { village: 'dongxi' } },
    })
    expect(await ask('GET', '/api/me')).toMatchObject({ status: 401, body: { refusal: 'notSignedIn' } })
  })

  it('lets nobody sign in as an invented person', async () => {
    for (const asked of [
      await ask('POST', '/api/sign-in/demo', { body: { person: 'clerk-dongxi' } }),
      await ask('GET', '/api/people/demo'),
    ])
      expect(asked).toMatchObject({ status: 404, body: { refusal: 'notAvailable' } })
  })

  it('answers an unknown address with 404 in Chinese', async () => {
    const { status, body } = await ask('GET', '/api/nothing')
    expect(status).toBe(404)
    expect(body).toMatchObject({ refusal: 'notFound', says: expect.stringMatching(/没有这个地址/) })
  })

  it('refuses to start without a secret of 32 characters, or without its table', async () => {
    const stopped = await Promise.all([
      start(api, { ...env, MINGWU_SECRET: 'x'.repeat(31) }).ended,
      start(api, { ...env, TABLE: '' }).ended,
    ])
    expect(stopped.map(({ code }) => code)).toEqual([1, 1])
    expect(stopped[0].trouble).toContain('要设 MINGWU_SECRET')
    expect(stopped[1].trouble).toContain('要设 TABLE')
  })

  it('sweeps by the hour: what has hung its fifteen days is closed, once', async () => {
    const job = start(nightly, env)
    expect(await job.invoke({})).toEqual({ swept: 1 })
    expect(await job.invoke({})).toEqual({ swept: 0 })
    job.stop()
    const { body } = await ask('GET', `/api/cases/${lapsing.id}`)
    expect(body).toMatchObject({ step: 'closed', outcome: 'served', closedOn: addDay(lapsing.shown!.untilOn!) })
    expect(body.log).toHaveLength(4)
    expect(body.log[3].who).toBe('到期自动')
  })

  it('is at most 700 KB without the AWS SDK, and reads no spreadsheet and no PDF', async () => {
    const { bytes, packages } = await bundleOf('functions/lambda.ts')
    expect(bytes).toBeLessThanOrEqual(700 * 1024)
    expect(packages.filter((p) => ['hucre', 'unpdf', 'uqr', 'file-type', '@jsquash/jpeg'].includes(p))).toEqual([])
    expect((await bundleOf('functions/papers/worker.ts')).packages).toEqual(expect.arrayContaining(['hucre', 'unpdf']))
    expect(statSync(api).size).toBeLessThan(3 * 1024 * 1024)
  })

  it('writes a workbook in its third function, in the thread that lies beside it', async () => {
    const third = start(papers, env)
    const { statusCode, headers, isBase64Encoded, body } = await third.invoke<Answer & { isBase64Encoded: boolean }>(
      event('GET', '/api/papers/templates/statement'),
    )
    expect([statusCode, headers['content-type'], isBase64Encoded]).toEqual([200, xlsxType, true])
    await checkContent(Buffer.from(body, 'base64'), xlsxType)
    expect(await third.invoke(event('POST', '/api/papers/scans', { body: { file: 'f1' } }))).toMatchObject({
      statusCode: 401,
    })
    third.stop()
    // the first function doesn't know it
    expect(await ask('GET', '/api/papers/templates/statement')).toMatchObject({ status: 404 })
  })

  it('draws a picture anew far from where its codecs were installed', async () => {
    const alone = temporaryFolder()
    cpSync(path.dirname(papers), alone.path, { recursive: true })
    const workshop = openWorkshop(path.join(alone.path, 'worker.mjs'))
    for (const type of ['image/jpeg', 'image/png', 'image/webp'] as const)
      expect(await workshop({ job: 'picture', bytes: pictures[type] })).toMatchObject({
        type: type === 'image/png' ? type : 'image/jpeg',
      })
    alone.remove()
  })

  describe('by its template', () => {
    type Statement = { Action: string[]; Resource: unknown }
    const template = () => JSON.parse(readFileSync('.serverless/cloudformation-template-update-stack.json', 'utf8'))
    const ofType = <T>(type: string) =>
      Object.values(template().Resources as Record<string, { Type: string; Properties: unknown }>)
        .filter((r) => r.Type === type)
        .map((r) => r.Properties as T)

    it('has the table with every index that the store asks', () => {
      const [table] = ofType<{ GlobalSecondaryIndexes: { IndexName: string }[] }>('AWS::DynamoDB::Table')
      expect(table.GlobalSecondaryIndexes.map((i) => i.IndexName).sort()).toEqual([...indexNames].sort())
    })

    it('has four functions, each with its own file and what it must know', () => {
      const functions = ofType<{
        Handler: string
        Environment: { Variables: Record<string, unknown> }
      }>('AWS::Lambda::Function')
      expect(functions.map((f) => f.Handler).sort()).toEqual([
        'dist/cloud/accounts/accounts.handler',
        'dist/cloud/api/lambda.handler',
        'dist/cloud/nightly/sweep.handler',
        'dist/cloud/papers/papers.handler',
      ])
      for (const { Environment } of functions)
        expect(Object.keys(Environment.Variables)).toEqual(
          expect.arrayContaining(['TABLE', 'FILES_BUCKET', 'MINGWU_SECRET']),
        )
      // the secret is fetched while deploying: it isn't in the file
      expect(functions[0]!.Environment.Variables.MINGWU_SECRET).toMatch(/^{{resolve:ssm:/)
    })

    it('grants no more than is used: no wildcard for DynamoDB or S3, no Scan, no Delete', () => {
      const roles = ofType<{ Policies: { PolicyDocument: { Statement: Statement[] } }[] }>('AWS::IAM::Role')
      const statements = roles.flatMap((r) => r.Policies.flatMap((p) => p.PolicyDocument.Statement))
      const data = statements.filter((s) => s.Action.some((a) => /^(dynamodb|s3):/.test(a)))
      expect(data.flatMap((s) => s.Action).sort()).toEqual([
        ...['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
        ...['s3:GetObject', 's3:ListBucket', 's3:PutObject'],
      ])
      for (const { Resource } of data) {
        expect(Resource).not.toBe('*')
        expect(JSON.stringify(Resource)).toMatch(/"(Table|FilesBucket)","Arn"/)
      }
    })

    it('wakes the job by the hour and half an hour after midnight in China, and every five minutes for messages alone', () => {
      const rules = ofType<{ ScheduleExpression: string; Targets: { Input?: string }[] }>('AWS::Events::Rule')
      const woken = rules.map((r) => [r.ScheduleExpression, ...r.Targets.flatMap((t) => t.Input ?? [])])
      expect(woken.sort()).toEqual([
        ['cron(30 16 * * ? *)'],
        ['rate(1 hour)'],
        ['rate(5 minutes)', JSON.stringify({ only: 'messages' })],
      ])
    })
  })

  it('goes to another region by one parameter', () => {
    const region = execFileSync('npx', ['osls', 'print', '--path', 'provider.region', '--param', 'region=ap-east-1'], {
      encoding: 'utf8',
    })
    expect(region).toContain('ap-east-1')
  })
})

const addDay = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
