import { call, type Refused } from './client'
import { forgetAnswers } from './savedAnswers'
import { chosenVillage, session } from './session'

/** Signs in with one of the demo's people. */
export async function signInAs(person: string): Promise<Refused | undefined> {
  const { answer, refused } = await call('demoSignIn', { body: { person } })
  if (refused) return refused
  session.set(answer)
  const { village } = answer.person
  // Someone of another village wants to see their own boards first.
  if (village && chosenVillage.get()?.id !== village) chosenVillage.set(null)
  return undefined
}

/** Leaves: what this person had read goes off the phone; drafts stay for their return. */
export function signOut(): void {
  forgetAnswers()
  session.set(null)
}
