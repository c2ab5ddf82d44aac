import { join } from 'node:path'
import { DeleteItemCommand, type DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import Database from 'libsql'
import { openDynamo } from '../../functions/store/engines/dynamo'
import { openSqlite } from '../../functions/store/engines/sqlite'
import type { Table } from '../../functions/store/table'
import { dynamoClient, startDynalite, temporaryFolder } from '../support/stores'

type Raw = Readonly<Record<string, unknown>>

/** What an administrator of the database can do without the program: read, write and drop rows, keep a copy and put it back. */
export type ByHand = {
  read(pk: string): Promise<{ body: string; head?: string }>
  /** writes the body, and the head beside it where one is given; a row that isn't there is made like that of `like` */
  write(pk: string, to: { body: string; head?: string }, like?: string): Promise<void>
  drop(pk: string): Promise<void>
  copy(): Promise<readonly Raw[]>
  putBack(copy: readonly Raw[]): Promise<void>
}

export type Opened = { table: Table; hand: ByHand; shut: () => Promise<void> }

/** The real file, opened a second time beside the program. */
const sqlite = async (): Promise<Opened> => {
  const folder = temporaryFolder()
  const path = join(folder.path, 'table.db')
  const table = openSqlite(path)
  const db = new Database(path)
  const insert = (row: Raw) => {
    const names = Object.keys(row)
    db.prepare(`INSERT INTO items (${names}) VALUES (${names.map(() => '?')})`).run(...Object.values(row))
  }
  const get = (pk: string) => {
    // libsql tells beside the columns how long it took
    const { _metadata: _, ...row } = db.prepare('SELECT * FROM items WHERE pk = ?').get(pk) as Raw
    return row as Raw
  }
  return {
    table,
    hand: {
      read: async (pk) => get(pk) as { body: string },
      async write(pk, to, like) {
        if (like) insert({ ...get(like), ...to, pk })
        else
          for (const [name, value] of Object.entries(to))
            db.prepare(`UPDATE items SET ${name} = ? WHERE pk = ?`).run(value, pk)
      },
      drop: async (pk) => void db.prepare('DELETE FROM items WHERE pk = ?').run(pk),
      copy: async () => db.prepare('SELECT * FROM items').all() as Raw[],
      async putBack(copy) {
        db.exec('DELETE FROM items')
        for (const row of copy) insert(row)
      },
    },
    shut: async () => {
      db.close()
      await table.close()
      folder.remove()
    },
  }
}

/** The cloud's own calls, asked without the program. */
const dynamo = async (): Promise<Opened> => {
  const { port, shut } = await startDynalite()
  const table = openDynamo({ client: dynamoClient(port), table: 'mingwu' })
  const client: DynamoDBClient = dynamoClient(port)
  const TableName = 'mingwu'
  const all = async () => {
    const rows: NonNullable<Awaited<ReturnType<typeof client.send<never, never>>>>[] = []
    let ExclusiveStartKey: Record<string, never> | undefined
    do {
      const page = await client.send(new ScanCommand({ TableName, ExclusiveStartKey }))
      rows.push(...((page.Items ?? []) as never[]))
      ExclusiveStartKey = page.LastEvaluatedKey as never
    } while (ExclusiveStartKey)
    return rows as unknown as Record<string, { S?: string }>[]
  }
  const get = async (pk: string) => (await all()).find((row) => row.pk?.S === pk)!
  const drop = async (pk: string) =>
    void (await client.send(new DeleteItemCommand({ TableName, Key: { pk: { S: pk } } })))
  return {
    table,
    hand: {
      read: async (pk) => ({ body: (await get(pk)).body.S!, head: (await get(pk)).head?.S }),
      async write(pk, { body, head }, like) {
        const row = { ...(await get(like ?? pk)), pk: { S: pk }, body: { S: body }, ...(head && { head: { S: head } }) }
        await client.send(new PutItemCommand({ TableName, Item: row as never }))
      },
      drop,
      copy: all,
      async putBack(copy) {
        for (const row of await all()) await drop(row.pk.S!)
        for (const row of copy) await client.send(new PutItemCommand({ TableName, Item: row as never }))
      },
    },
    shut: async () => {
      client.destroy()
      await table.close()
      await shut()
    },
  }
}

export const opened = { sqlite, dynamo }
