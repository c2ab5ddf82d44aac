import { Secret, TOTP } from 'otpauth'

const period = 30
/** Phones' clocks are off: one step to either side. */
const window = 1

export const newSecret = (): string => new Secret({ size: 20 }).base32

const generator = (secret: string, name = '') =>
  new TOTP({ issuer: '明务', label: name, algorithm: 'SHA1', digits: 6, period, secret: Secret.fromBase32(secret) })

/** What an authenticator reads from a QR code. */
export const uriOf = (secret: string, name: string): string => generator(secret, name).toString()

/** The step of time that a code belongs to; undefined when it is wrong, or not later than the step used last. */
export const stepOf = (secret: string, code: string, now: number, lastStep = -1): number | undefined => {
  const delta = generator(secret).validate({ token: code, timestamp: now, window })
  if (delta === null) return undefined
  const step = Math.floor(now / 1000 / period) + delta
  return step > lastStep ? step : undefined
}
