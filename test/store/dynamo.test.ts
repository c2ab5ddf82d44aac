import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { GetItemCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDynamo } from '../../functions/store/engines/dynamo'
import { indexes } from '../../functions/store/indexes'
import type { Table } from '../../functions/store/table'
import { cloudTable } from '../support/cloudTable'
import { dynamoClient, item, startDynalite } from '../support/stores'

let dynalite: Awaited<ReturnType<typeof startDynalite>>
let table: Table
beforeAll(async () => {
  dynalite = await startDynalite()
  table = openDynamo({ client: dynamoClient(dynalite.port), table: 'mingwu' })
})
afterAll(() => table.close().then(() => dynalite.shut()))

/** Passes calls on, but breaks the line instead of handing back the first answer. */
async function brokenOnce(onAnswer: () => Promise<void>) {
  let answers = 0
  const server = createServer((incoming, outgoing) => {
    const { method, headers, url } = incoming
    const onward = request({ port: dynalite.port, host: '127.0.0.1', method, headers, path: url }, async (answer) => {
      answers += 1
      if (answers > 1) return answer.pipe(outgoing.writeHead(answer.statusCode ?? 500, answer.headers))
      await onAnswer()
      incoming.socket.destroy()
    })
    incoming.pipe(onward)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const client = dynamoClient((server.address() as AddressInfo).port)
  return { table: openDynamo({ client, table: 'mingwu' }), shut: () => server.close(), answers: () => answers }
}

it('knows its own put again when the answer was lost and the call was repeated', async () => {
  const line = await brokenOnce(async () => {})
  expect(await line.table.put(item('repeated', { body: 'mine' }), { ifVersion: 0 })).toBe('put')
  expect(line.answers()).toBeGreaterThan(1)
  expect((await table.get('repeated'))?.version).toBe(1)
  await line.table.close()
  line.shut()
})

it('says lost when the put repeated after a lost answer finds what someone else wrote over it', async () => {
  const next = item('overtaken', { version: 2, body: 'theirs' })
  const line = await brokenOnce(async () => {
    expect(await table.put(next, { ifVersion: 1 })).toBe('put')
  })
  expect(await line.table.put(item('overtaken', { body: 'mine' }), { ifVersion: 0 })).toBe('lost')
  expect(await table.get('overtaken')).toEqual(next)
  await line.table.close()
  line.shut()
})

it('says lost when the answer that was lost said so', async () => {
  await table.put(item('taken', { body: 'theirs' }), { ifVersion: 0 })
  const line = await brokenOnce(async () => {})
  expect(await line.table.put(item('taken', { body: 'mine' }), { ifVersion: 0 })).toBe('lost')
  expect((await table.get('taken'))?.body).toBe('theirs')
  await line.table.close()
  line.shut()
})

it('tells DynamoDB to drop an item or a number when its last day has ended in China', async () => {
  await table.put(item('brief', { expiresOn: '2026-12-31' }), { ifVersion: 0 })
  const client = dynamoClient(dynalite.port)
  const { Item } = await client.send(new GetItemCommand({ TableName: 'mingwu', Key: { pk: { S: 'brief' } } }))
  expect(new Date(Number(Item?.expiresAt?.N) * 1000).toISOString()).toBe('2026-12-31T16:00:00.000Z')
  await table.number('brief', '2026-12-31')
  const counter = await client.send(new GetItemCommand({ TableName: 'mingwu', Key: { pk: { S: 'number#brief' } } }))
  expect(counter.Item?.expiresAt).toEqual(Item?.expiresAt)
  client.destroy()
})

it('has in serverless.yml the indexes that the code asks for, projecting the same', () => {
  const { GlobalSecondaryIndexes = [] } = cloudTable('any')
  const projected = GlobalSecondaryIndexes.map(({ IndexName, Projection }) => [
    IndexName,
    Projection?.NonKeyAttributes?.toSorted(),
  ])
  const asked = Object.entries(indexes).map(([index, copied]) => [index, [...copied, 'sees'].toSorted()])
  expect(Object.fromEntries(projected)).toEqual(Object.fromEntries(asked))
})
