import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Context } from 'hono'
import { webOf } from '../papers/print/addressOf'
import type { Account, Passkey } from '../store/accountStore'
import type { House } from '../stores'

/** For which page a passkey is: where the web page stands for everyone, else where it was asked. */
export type Site = { origin: string; rpID: string }
export const siteOf = (house: House, c: Context): Site => {
  const asked = new URL(c.req.url).origin
  const said = c.req.header('origin') ?? asked
  // anything may stand in a header
  const origin = webOf(house, URL.canParse(said) ? said : asked)
  return { origin, rpID: new URL(origin).hostname }
}

export const mostPasskeys = 10

/** An account with one passkey more; of too many the oldest is let go. */
export const withPasskey = (account: Account, passkey: Passkey): Account => ({
  ...account,
  passkeys: [...account.passkeys, passkey].slice(-mostPasskeys),
})

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'))

/** What a page needs to make a passkey for someone; the phone itself must know who holds it (fingerprint, face, PIN). */
export const newPasskeyOptions = (site: Site, person: { id: string; name: string }, has: readonly Passkey[]) =>
  generateRegistrationOptions({
    ...{ rpName: '明务', rpID: site.rpID, userName: person.name, userDisplayName: person.name },
    userID: new Uint8Array(Buffer.from(person.id)),
    attestationType: 'none',
    excludeCredentials: has.map(({ id, transports }) => ({ id, transports: transports && [...transports] })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })

export const passkeyOptions = ({ rpID }: Site) => generateAuthenticationOptions({ rpID, userVerification: 'required' })

/** The passkey that was made for this challenge on this site; undefined where it was not. */
export const madePasskey = async (
  { origin, rpID }: Site,
  expectedChallenge: string,
  response: unknown,
  { says, on }: { says: string; on: string },
): Promise<Passkey | undefined> => {
  const asked = { response: response as RegistrationResponseJSON, expectedChallenge }
  const made = await verifyRegistrationResponse({ ...asked, expectedOrigin: origin, expectedRPID: rpID }).catch(
    () => undefined,
  )
  if (!made?.verified) return undefined
  const { id, publicKey, counter, transports } = made.registrationInfo.credential
  return {
    ...{ id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, says, on },
    ...(transports && { transports: transports.map(String) }),
  }
}

/** The counter after a passkey answered this challenge; undefined where it didn't, or where it counts backwards: a copy. */
export const answeredBy = async (
  { origin, rpID }: Site,
  expectedChallenge: string,
  response: unknown,
  passkey: Passkey,
): Promise<number | undefined> => {
  const asked = { response: response as AuthenticationResponseJSON, expectedChallenge }
  const credential = { id: passkey.id, publicKey: bytesOf(passkey.publicKey), counter: passkey.counter }
  const answer = await verifyAuthenticationResponse({
    ...asked,
    ...{ expectedOrigin: origin, expectedRPID: rpID, credential, requireUserVerification: true },
  }).catch(() => undefined)
  return answer?.verified ? answer.authenticationInfo.newCounter : undefined
}
