import type { SignedIn } from '@shared/schemas/accountViews'
import type { Citizen } from '@shared/schemas/person'
import { beginSignIn } from '../http/signIn'
import type { Way } from '../store/signInStore'
import type { House } from '../stores'
import { personView } from '../views/personView'
import { today } from '../world'

/** The last step of every way: a sign-in of this device begins. */
export const finish = async (house: House, person: Citizen, how: { says: string; way: Way }): Promise<SignedIn> => ({
  ...(await beginSignIn(house, person.id, how)),
  person: await personView(house, person, today(house)),
})
