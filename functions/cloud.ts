import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { getConnInfo } from 'hono/aws-lambda'
import { version } from '../package.json'
import type { Deps } from './deps'
import { openBucket } from './files/bucket'
import { openDynamo } from './store/engines/dynamo'
import { wechatFrom } from './wechat/fromEnvironment'

/**
 * What has an effect in the cloud, from the environment: `TABLE`, `FILES_BUCKET` and `MINGWU_SECRET` (at least 32
 * characters); what WeChat needs stands in `wechat/fromEnvironment`. Throws when one is missing, so that a wrong deployment
 * stops at its first start. Never demo mode.
 */
export const cloudDeps = (env: Readonly<Record<string, string | undefined>>): Deps => {
  const { TABLE: name, FILES_BUCKET: bucket, MINGWU_SECRET: secret } = env
  if (!name || !bucket) throw new Error('要设 TABLE（数据表）和 FILES_BUCKET（文件桶）。')
  if (!secret || secret.length < 32) throw new Error('要设 MINGWU_SECRET（至少32个字符），用来签登录凭证。')
  const table = openDynamo({ client: new DynamoDBClient({}), table: name })
  const now = () => Date.now()
  return {
    table,
    storeName: 'dynamodb',
    files: openBucket({ client: new S3Client({}), bucket }),
    now,
    secret,
    demo: false,
    limits: 'table',
    addressOf: (c) => getConnInfo(c).remote.address ?? '',
    version,
    actsPerMinute: Number(env.MINGWU_ACTS_PER_MINUTE ?? 60),
    ...{ webAddress: env.MINGWU_WEB_ADDRESS || undefined, miniAddress: env.MINGWU_MINI_ADDRESS || undefined },
    ...wechatFrom(env, { table, now }),
  }
}
