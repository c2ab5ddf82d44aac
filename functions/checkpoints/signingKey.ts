import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const howTo = '用 openssl rand -hex 32 生成一个，另外抄一份收好，不要和备份放在一起'

/** The seed from `MINGWU_SIGNING_KEY`, 64 hex digits; undefined where it isn't set. Throws when it is no key. */
export const signingKeyFrom = (env: Readonly<Record<string, string | undefined>>): Uint8Array | undefined => {
  const given = env.MINGWU_SIGNING_KEY?.trim()
  if (!given) return undefined
  if (!/^[0-9a-f]{64}$/i.test(given))
    throw new Error(`MINGWU_SIGNING_KEY（给总账签名的钥匙）要是64位十六进制：${howTo}。`)
  return new Uint8Array(Buffer.from(given, 'hex'))
}

/** The seed of one machine: from the environment, in demo mode else from a file in the data folder. Throws without one. */
export const signingKeyOf = (
  mode: 'demo' | 'production',
  data: string,
  env: Readonly<Record<string, string | undefined>>,
): Uint8Array => {
  const given = signingKeyFrom(env)
  if (given) return given
  if (mode === 'production') throw new Error(`正式运行要设 MINGWU_SIGNING_KEY，给总账签名用：${howTo}。`)
  const file = join(data, 'demo-signing-key')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  return signingKeyFrom({ MINGWU_SIGNING_KEY: readFileSync(file, 'utf8') })!
}
