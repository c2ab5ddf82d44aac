import { readFileSync } from 'node:fs'
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb'
import { parse } from 'yaml'

/** The table that `serverless.yml` makes in the cloud, under another name: what the tests run on can't drift from it. */
export function cloudTable(name: string): CreateTableCommandInput {
  const { resources } = parse(readFileSync('serverless.yml', 'utf8'))
  const { BillingMode, KeySchema, AttributeDefinitions, GlobalSecondaryIndexes } = resources.Resources.Table.Properties
  return { TableName: name, BillingMode, KeySchema, AttributeDefinitions, GlobalSecondaryIndexes }
}
