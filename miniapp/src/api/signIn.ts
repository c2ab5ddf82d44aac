import type { Answer } from '@shared/contract'
import { kept } from '../platform/storage'
import { call, type Refused, type Reply } from './client'
import { forgetAnswers } from './savedAnswers'
import { chosenVillage, session } from './session'

type SignedIn = Answer<'passkeySignIn'>

/** What this device proves itself by at the next sign-in with a password. */
export const device = kept<string | null>('device', null)

/** The version of the agreement that was agreed to on this phone before anything was asked. */
export const agreement = kept<string | null>('agreement', null)

/** From now on this person is signed in here. */
export function enter({ token, refresh, person, device: proof }: SignedIn): void {
  session.set({ token, refresh, person })
  if (proof) device.set(proof)
  // Someone of another village wants to see their own boards first.
  if (person.village && chosenVillage.get()?.id !== person.village) chosenVillage.set(null)
}

/** The answer to a way of signing in: whoever is in it is signed in from now on. Why not, where it was refused. */
export function enterBy({ answer, refused }: Reply<SignedIn>): Refused | undefined {
  if (answer) enter(answer)
  return refused
}

/** Signs in with one of the demo's people. */
export const signInAs = async (person: string): Promise<Refused | undefined> =>
  enterBy(await call('demoSignIn', { body: { person } }))

/** Leaves: what this person had read goes off the phone, and the server forgets the sign-in; drafts stay for their return. */
export function signOut(): void {
  void call('signOut', { body: {} })
  forgetAnswers()
  session.set(null)
}
