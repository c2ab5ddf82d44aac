import type { Case } from '@shared/engine/case'
import { sha256Hex } from '@shared/engine/chain'
import type { Erasure } from '@shared/engine/erase'
import { isRefusal } from '@shared/engine/refusal'
import { actOn } from '../acting'
import { clock } from '../clock/person'
import type { StoredCase } from '../store/caseStore'
import type { House } from '../stores'
import { sweepCase } from '../sweeping'
import { filesIn, today } from '../world'
import { erasableIn, valueAt } from './ownWords'

/** Shorter than this, the same text elsewhere is chance. */
const shortest = 6

/**
 * Erases in one case, and what was handed on of it in those that followed from it; of files that were sent with it nothing is
 * left. First the files: a case that was erased no longer says which they were. Begun again after a crash, it ends the same.
 */
export const eraseIn = async (house: House, stored: StoredCase, what: Erasure): Promise<void> => {
  const { found } = stored
  // what it still had to hand on is handed on first, and found again there
  await sweepCase(house, found.id)
  const values = what.fields.map((at) => valueAt(found, at)).filter((v) => v !== undefined)
  await dropFiles(
    house,
    found.opener,
    values.flatMap((v) => filesIn({ v })),
    found,
  )
  const { title } = found
  for (const { id } of found.children) await eraseEchoes(house, id, [...values, title], what.why)
  await erase(house, found.id, what)
}

/** Erases, where they are the very same, texts that a case was handed by another. */
const eraseEchoes = async (house: House, id: string, texts: readonly unknown[], why: Erasure['why']): Promise<void> => {
  const stored = await house.stores.cases.get(id)
  if (!stored) return
  const { found, workflow } = stored
  const echoes = new Set(texts.filter((t) => typeof t === 'string' && t.length >= shortest))
  const fields = found.log.flatMap((e) => erasableIn(workflow, e)).filter((at) => echoes.has(valueAt(found, at)))
  for (const child of found.children) await eraseEchoes(house, child.id, texts, why)
  if (fields.length) await erase(house, id, { fields, why })
}

const erase = async (
  house: House,
  id: string,
  { fields, lines = [], opener = false, ...said }: Erasure,
): Promise<void> => {
  if (!fields.length && !lines.length && !opener) return
  const form = { fields: [...fields], lines: [...lines], opener, ...said }
  const actId = `erased:${sha256Hex(JSON.stringify(form)).slice(0, 24)}`
  const done = await actOn(house, id, { actId, seen: 0, aside: 'erased', form }, () => clock)
  if (isRefusal(done)) throw new Error(`erasing in ${id}: ${done.refusal}`)
}

/** Drops files for good, and what they looked like where they were used; what someone else has sent stays. */
export const dropFiles = async (
  house: House,
  sender: string,
  ids: readonly string[],
  usedIn?: Pick<Case, 'id' | 'place'>,
): Promise<void> => {
  for (const id of ids) {
    const file = await house.stores.files.get(id)
    if (file?.by !== sender) continue
    if (usedIn && file.look) await house.stores.files.lookedNoMore(usedIn.place.village, file.look, usedIn.id)
    await house.files.drop(id)
    await house.stores.files.forget(id, file, today(house))
  }
}
