import type { Case } from '@shared/engine/case'
import type { House } from '../stores'
import { filesIn } from '../world'

/** So many of someone's latest cases are looked through for an appeal. */
const latest = 200

const isAppeal = ({ fields }: Case): boolean => fields.kind === 'appeal'
const isUpheld = ({ log }: Case): boolean => log.some((e) => !e.aside && e.outcome === 'upheld')

/** Whether someone's appeal was upheld that was about exactly these words of theirs. */
export const wasUpheld = async (house: House, person: string, words: string): Promise<boolean> => {
  const { rows } = await house.stores.cases.mine(person, { limit: latest })
  for (const { pk, sort } of rows) {
    if (!sort.endsWith('#诉')) continue
    const found = (await house.stores.cases.get(pk))?.found
    if (found && isAppeal(found) && isUpheld(found) && found.fields.words === words) return true
  }
  return false
}

/** Lets through the pictures of an appeal that was upheld; done again, it changes nothing. */
export const letThrough = async (house: House, found: Case): Promise<void> => {
  if (!isAppeal(found) || !isUpheld(found)) return
  for (const id of filesIn({ photos: found.fields.photos })) {
    const file = await house.stores.files.get(id)
    if (file?.by === found.opener && file.safety === 'risky') await house.stores.files.judged(id, 'pass')
  }
}
