import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import dynalite from 'dynalite'
import { openDynamo } from '../../functions/store/engines/dynamo'
import { openSqlite } from '../../functions/store/engines/sqlite'
import type { Item, Table } from '../../functions/store/table'
import { cloudTable } from './cloudTable'

/** A table of its own for a test, and how to be rid of it. */
export type Opened = { table: Table; shut: () => Promise<void> }

/** The real engines: SQLite in a folder of its own, and DynamoDB's calls over HTTP to dynalite on a free port. */
export const engines: Readonly<Record<'sqlite' | 'dynamo', () => Promise<Opened>>> = {
  async sqlite() {
    const folder = temporaryFolder()
    const table = openSqlite(join(folder.path, 'table.db'))
    return { table, shut: () => table.close().then(folder.remove) }
  },
  async dynamo() {
    const { port, shut } = await startDynalite()
    const table = openDynamo({ client: dynamoClient(port), table: 'mingwu' })
    return { table, shut: () => table.close().then(shut) }
  },
}

/** dynalite with the table of `serverless.yml`, named mingwu. */
export async function startDynalite() {
  const server = dynalite({ createTableMs: 0 })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const client = dynamoClient(port)
  await client.send(new CreateTableCommand(cloudTable('mingwu')))
  const describe = new DescribeTableCommand({ TableName: 'mingwu' })
  while ((await client.send(describe)).Table?.TableStatus !== 'ACTIVE') await new Promise((go) => setTimeout(go, 10))
  client.destroy()
  return { port, shut: () => new Promise<void>((done) => server.close(() => done())) }
}

export function dynamoClient(port: number) {
  return new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'cn-northwest-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  })
}

export function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), 'mingwu-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** An item that says as little as an item may. */
export const item = (pk: string, given: Partial<Item> = {}): Item => ({
  pk,
  version: 1,
  body: '{}',
  sees: 'everyone',
  keys: {},
  ...given,
})
