import type { Refused } from '../../api/client'
import { sendFile } from '../../api/files'
import type { LocalFile } from '../../platform/localFile'
import { scanned } from './scan'
import { sendSheet } from './sheet/keepSheet'
import { type Attached, attachedOf, type Field, isAttached, type Typed } from './typed'

/** Photos, recordings and papers of the form that the server hasn't got yet. */
export const unsent = (fields: readonly Field[], typed: Typed): number =>
  fields
    .filter(isAttached)
    .flatMap(({ name }) => attachedOf(typed[name]))
    .filter((one) => typeof one !== 'string' && !one.fileId).length

/**
 * Sends the photos, recordings and papers one after another; what has arrived is noted at once, so that another try sends only the rest.
 * Answers the form with their ids, or why one didn't go and at which field.
 */
export async function sendAttached(
  fields: readonly Field[],
  typed: Typed,
  note: (name: string, attached: readonly Attached[], left: number) => void,
): Promise<{ typed: Typed } | { refused: Refused; field: string }> {
  let now = typed
  for (const { name, kind } of fields.filter(isAttached)) {
    for (const one of attachedOf(now[name])) {
      if (typeof one === 'string' || one.fileId) continue
      const { answer, refused } = await sendFile(one as LocalFile)
      if (refused) return { refused, field: name }
      // looked into before it is read by others; if it can't be now, a reviewer looks
      const scan = kind === 'files' ? await scanned(answer.id) : undefined
      const sent = { ...one, fileId: answer.id, ...(scan && { scan }) }
      const attached = attachedOf(now[name]).map((other) => (other === one ? sent : other))
      now = { ...now, [name]: attached }
      note(name, attached, unsent(fields, now))
    }
  }
  return { typed: now }
}

/** Sends all that the form needs beforehand: photos, recordings and papers, then the list. Answers the form as it can be sent itself. */
export async function sendBeforehand(
  fields: readonly Field[],
  typed: Typed,
  village: string,
  note: (name: string, value: unknown, left: number) => void,
): Promise<{ typed: Typed } | { refused: Refused }> {
  const files = await sendAttached(fields, typed, note)
  if ('refused' in files) return files
  const whole = await sendSheet(fields, files.typed, village)
  if ('typed' in whole)
    for (const { name, kind } of fields)
      if (kind === 'sheet' && whole.typed[name] !== files.typed[name]) note(name, whole.typed[name], 0)
  return whole
}
