import { agreementVersion } from '@shared/agreement'
import { type Refusal, refuse } from '@shared/engine/refusal'
import type { House } from '../stores'

/** Why someone may not go on: the agreement that holds now is to be agreed to first. */
export const whyNotAgreed = async (
  house: House,
  agreed: string | undefined,
  person?: string,
): Promise<Refusal | undefined> => {
  if (agreed === agreementVersion) return undefined
  const before = person ? await house.stores.agreements.of(person) : []
  return before.some((a) => a.version === agreementVersion)
    ? undefined
    : refuse('mustAgree', undefined, { version: agreementVersion })
}

/** Notes what someone agreed to, if it is what holds now. */
export const noteAgreed = async (house: House, person: string, agreed: string | undefined): Promise<void> => {
  if (agreed === agreementVersion)
    await house.stores.agreements.agreed(person, agreed, new Date(house.now()).toISOString())
}
