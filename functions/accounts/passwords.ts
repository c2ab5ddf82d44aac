import { randomBytes } from 'node:crypto'
import { type Refusal, refuse } from '@shared/engine/refusal'
import { argon2id, argon2Verify } from 'hash-wasm'
import { isCommon } from './commonPasswords'

/** OWASP's least for argon2id: 19 MiB, two passes, one lane. */
const cost = { memorySize: 19_456, iterations: 2, parallelism: 1, hashLength: 32 }
export const leastLength = 10

/** Counted by tests: whoever is unknown must cost as much as a wrong password. */
export const verifications = { n: 0 }

/** A password as it is kept, with its salt and cost in it. */
export const hashPassword = (password: string): Promise<string> =>
  argon2id({ password: password.normalize('NFKC'), salt: randomBytes(16), ...cost, outputType: 'encoded' })

/** Nobody's: it is checked where there is no account, so that the answer takes as long. */
const nobodys = '$argon2id$v=19$m=19456,t=2,p=1$ylT3XQKQKQicTZh3isZutg$Jpa9U2jc4APJmv0mIUzq2g+vebKLU9zL0Bq7sNzzt2Q'

/** Whether it is the password. Without one it takes as long and is false. */
export const isPassword = async (password: string, hash: string | undefined): Promise<boolean> => {
  verifications.n++
  const isRight = await argon2Verify({ password: password.normalize('NFKC'), hash: hash ?? nobodys })
  return isRight && hash !== undefined
}

/** Why a password won't do, in words; undefined where it will. */
export const whyWeak = (password: string): Refusal | undefined => {
  const least = [...password.normalize('NFKC')].length
  if (least < leastLength)
    return refuse(
      'passwordTooWeak',
      `密码至少要${leastLength}个字符，还差${leastLength - least}个。可以用一句只有您知道的话。`,
    )
  const plain = password.toLowerCase()
  if (/1[3-9]\d{9}/.test(plain)) return refuse('passwordTooWeak', '密码里不要用手机号。请换一个至少10个字符的。')
  return isCommon(plain) ? refuse('passwordTooWeak') : undefined
}
