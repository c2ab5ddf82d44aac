import { isDeepStrictEqual } from 'node:util'
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import type { Audience } from '@shared/engine/workflow'
import { indexNames } from '../indexes'
import { checkDay, checkItem, checkKey, checkRecord } from '../limits'
import { readPage, walkPlace, walkToken } from '../page'
import type { IndexName, Item, ListQuery, Row, Table, TableRecord } from '../table'

type Stored = Record<string, AttributeValue>

/**
 * The table in DynamoDB, as `serverless.yml` makes it. The client is this table's from now on: `close` ends it.
 *
 * An index's sort attribute is `sort U+0001 pk`: DynamoDB leaves rows of equal sort in no order, this way they follow
 * pk as in the other engine and every row has its own place. Strings compare by UTF-8 bytes, DynamoDB's own order.
 */
export function openDynamo({ client, table }: { client: DynamoDBClient; table: string }): Table {
  const TableName = table

  const get = async (pk: string) => {
    const { Item } = await client.send(new GetItemCommand({ TableName, Key: { pk: { S: pk } }, ConsistentRead: true }))
    return Item
  }

  return {
    async get(pk) {
      const stored = await get(pk)
      return stored && itemOf(stored)
    },

    async put(item, { ifVersion }) {
      checkItem(item, ifVersion)
      const condition = ifVersion
        ? { ConditionExpression: 'version = :v', ExpressionAttributeValues: { ':v': { N: `${ifVersion}` } } }
        : { ConditionExpression: 'attribute_not_exists(pk)' }
      try {
        await client.send(new PutItemCommand({ TableName, Item: storedOf(item), ...condition }))
        return 'put'
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error
        // The SDK repeats a call whose answer was lost; then the version that stands there may be our own.
        if ((error.$metadata.attempts ?? 1) === 1) return 'lost'
        const stored = await get(item.pk)
        return stored?.version?.N === `${item.version}` && stored.body?.S === item.body ? 'put' : 'lost'
      }
    },

    list: (index, partition, query) =>
      readPage(index, partition, query, async (after, count) => {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName,
            IndexName: index,
            Limit: count,
            ScanIndexForward: !query.newestFirst,
            ...within(index, partition, query),
            ...(after && {
              ExclusiveStartKey: {
                pk: { S: after.pk },
                [`${index}P`]: { S: partition },
                [`${index}S`]: { S: placeText(after.sort, after.pk) },
              },
            }),
          }),
        )
        return { rows: Items.map((stored) => rowOf(index, stored)), more: LastEvaluatedKey !== undefined }
      }),

    async mark(pk, member) {
      checkKey(pk)
      checkKey(member)
      const { Attributes } = await client.send(
        new UpdateItemCommand({
          TableName,
          Key: { pk: { S: `mark#${pk}` } },
          UpdateExpression: 'ADD members :m',
          ExpressionAttributeValues: { ':m': { SS: [member] } },
          ReturnValues: 'ALL_NEW',
        }),
      )
      return Attributes?.members?.SS?.length ?? 0
    },
    async marked(pk, member) {
      const members = (await get(`mark#${pk}`))?.members?.SS ?? []
      return { size: members.length, has: member !== undefined && members.includes(member) }
    },
    async members(pk) {
      return ((await get(`mark#${pk}`))?.members?.SS ?? []).sort()
    },
    async number(pk, expiresOn) {
      checkKey(pk)
      if (expiresOn !== undefined) checkDay(expiresOn)
      const kept = expiresOn === undefined ? undefined : expiring(expiresOn)
      const { Attributes } = await client.send(
        new UpdateItemCommand({
          TableName,
          Key: { pk: { S: `number#${pk}` } },
          UpdateExpression: kept ? 'ADD n :one SET expiresOn = :on, expiresAt = :at' : 'ADD n :one',
          ExpressionAttributeValues: {
            ':one': { N: '1' },
            ...(kept && { ':on': kept.expiresOn, ':at': kept.expiresAt }),
          },
          ReturnValues: 'ALL_NEW',
        }),
      )
      return Number(Attributes?.n?.N)
    },

    async walk(after) {
      const ExclusiveStartKey = after === undefined ? undefined : { pk: { S: walkPlace(after) } }
      const { Items = [], LastEvaluatedKey } = await client.send(
        new ScanCommand({ TableName, ExclusiveStartKey, ConsistentRead: true, Limit: 200 }),
      )
      const records = Items.map(recordOf)
      const last = LastEvaluatedKey?.pk?.S
      return last ? { records, next: walkToken(last) } : { records }
    },

    async restore(record) {
      checkRecord(record)
      const stored = storedRecord(record)
      try {
        const put = { TableName, Item: stored, ConditionExpression: 'attribute_not_exists(pk)' }
        await client.send(new PutItemCommand(put))
        return 'put'
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error
        const stands = await get(stored.pk!.S!)
        return stands && isDeepStrictEqual(recordOf(stands), recordOf(stored)) ? 'put' : 'lost'
      }
    },

    async close() {
      client.destroy()
    },
  }
}

const placeText = (sort: string, pk: string) => `${sort}\u0001${pk}`

/** Key conditions. U+0002 behind `until` is behind every pk at that sort and before any longer sort. */
function within(index: IndexName, partition: string, { from, until }: ListQuery) {
  const upper = until === undefined ? undefined : `${until}\u0002`
  const sort = from && upper ? 'BETWEEN :from AND :until' : from ? '>= :from' : upper ? '<= :until' : undefined
  return {
    KeyConditionExpression: `${index}P = :partition${sort ? ` AND ${index}S ${sort}` : ''}`,
    ExpressionAttributeValues: {
      ':partition': { S: partition },
      ...(from && { ':from': { S: from } }),
      ...(upper && { ':until': { S: upper } }),
    },
  }
}

/** Time to live counts in seconds; the day itself is still kept, to its end in China. */
const expiring = (expiresOn: string) => ({
  expiresOn: { S: expiresOn },
  expiresAt: { N: `${Date.parse(`${expiresOn}T24:00:00+08:00`) / 1000}` },
})

function storedRecord(record: TableRecord): Stored {
  if ('item' in record) return storedOf(record.item)
  if ('marks' in record) return { pk: { S: `mark#${record.marks.pk}` }, members: { SS: record.marks.members } }
  const { pk, n, expiresOn } = record.number
  return { pk: { S: `number#${pk}` }, n: { N: `${n}` }, ...(expiresOn && expiring(expiresOn)) }
}

function recordOf(stored: Stored): TableRecord {
  if (stored.version) return { item: itemOf(stored) }
  const pk = stored.pk!.S!.replace(/^(mark|number)#/, '')
  if (stored.members) return { marks: { pk, members: stored.members.SS!.toSorted() } }
  const expiresOn = stored.expiresOn?.S
  return { number: { pk, n: Number(stored.n!.N), ...(expiresOn && { expiresOn }) } }
}

function storedOf(item: Item): Stored {
  const stored: Stored = { version: { N: `${item.version}` } }
  for (const name of ['pk', 'body', 'sees', 'card', 'words', 'head', 'expiresOn'] as const) {
    const text = item[name]
    if (text !== undefined) stored[name] = { S: text }
  }
  if (item.expiresOn) Object.assign(stored, expiring(item.expiresOn))
  for (const index of indexNames) {
    const key = item.keys[index]
    if (!key) continue
    stored[`${index}P`] = { S: key.partition }
    stored[`${index}S`] = { S: placeText(key.sort, item.pk) }
  }
  return stored
}

function itemOf(stored: Stored): Item {
  const keys = indexNames
    .filter((index) => stored[`${index}P`])
    .map((index) => [index, { partition: stored[`${index}P`]!.S!, sort: sortOf(index, stored) }])
  return {
    pk: stored.pk!.S!,
    version: Number(stored.version!.N),
    body: stored.body!.S!,
    sees: stored.sees!.S as Audience,
    ...given(stored),
    keys: Object.fromEntries(keys),
  }
}

function rowOf(index: IndexName, stored: Stored): Row {
  return { pk: stored.pk!.S!, sort: sortOf(index, stored), sees: stored.sees!.S as Audience, ...given(stored) }
}

const sortOf = (index: IndexName, stored: Stored) => stored[`${index}S`]!.S!.split('\u0001')[0]!

function given(stored: Stored) {
  const present = (['card', 'words', 'head', 'expiresOn'] as const).filter((name) => stored[name])
  return Object.fromEntries(present.map((name) => [name, stored[name]!.S!]))
}
