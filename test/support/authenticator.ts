import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

type Options = Record<string, unknown> & { challenge?: string }
type Credential = { id: Buffer; key: KeyObject; rpID: string; userHandle: Buffer; counter: number }

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const present = 0x01
const verified = 0x04
const attested = 0x40

/** What a phone does with passkeys, in software: ES256, user verified, a counter that counts. Speaks the real protocol. */
export const openAuthenticator = (origin: string) => {
  const credentials: Credential[] = []
  const clientData = (type: string, challenge: unknown, at = origin) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: at, crossOrigin: false }))
  const head = (rpID: string, flags: number, counter: number) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(rpID), Buffer.from([flags]), count])
  }

  return {
    credentials,
    /** navigator.credentials.create */
    create(options: Options, wrong: { origin?: string; challenge?: string; unverified?: true } = {}) {
      const { rp, user } = options as { rp: { id: string }; user: { id: string } }
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string }
      const id = randomBytes(16)
      const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'))
      const cose = new Map<number, number | Uint8Array>([
        ...([
          [1, 2],
          [3, -7],
          [-1, 1],
        ] as const),
        [-2, bytes(x)],
        [-3, bytes(y)],
      ])
      credentials.push({ id, key: privateKey, rpID: rp.id, userHandle: Buffer.from(user.id, 'base64url'), counter: 0 })
      const flags = present | attested | (wrong.unverified ? 0 : verified)
      const authData = Buffer.concat([
        ...[head(rp.id, flags, 0), Buffer.alloc(16), Buffer.from([0, id.length]), id],
        Buffer.from(isoCBOR.encode(cose as never)),
      ])
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ])
      return {
        ...{ id: base64url(id), rawId: base64url(id), type: 'public-key', clientExtensionResults: {} },
        response: {
          clientDataJSON: base64url(
            clientData('webauthn.create', wrong.challenge ?? options.challenge, wrong.origin ?? origin),
          ),
          attestationObject: base64url(isoCBOR.encode(attestation as never)),
          transports: ['internal'],
        },
      }
    },
    /** navigator.credentials.get: the newest of that site answers. */
    get(options: Options, wrong: { origin?: string; copied?: true; unverified?: true } = {}) {
      const credential = credentials.findLast((c) => c.rpID === options.rpId)!
      if (!wrong.copied) credential.counter++
      const authData = head(credential.rpID, present | (wrong.unverified ? 0 : verified), credential.counter)
      const client = clientData('webauthn.get', options.challenge, wrong.origin ?? origin)
      const signature = createSign('sha256')
        .update(Buffer.concat([authData, sha256(client)]))
        .sign(credential.key)
      return {
        ...{ id: base64url(credential.id), rawId: base64url(credential.id), type: 'public-key' },
        clientExtensionResults: {},
        response: {
          ...{ clientDataJSON: base64url(client), authenticatorData: base64url(authData) },
          ...{ signature: base64url(signature), userHandle: base64url(credential.userHandle) },
        },
      }
    },
  }
}
