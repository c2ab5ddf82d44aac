import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { withoutPlace } from '@shared/pictures'
import type { StoredFile } from '../store/fileStore'
import type { House } from '../stores'
import { FileRefused, isAudio, isPicture } from './files'
import { lookOf } from './looks'
import { recordedSeconds } from './recording'

const hash = (bytes: Uint8Array): string => bytesToHex(sha256(bytes))

/**
 * Looks through what has come in: that it is what was declared, that a recording is short enough. A picture loses what its
 * camera noted, gets a look to be known again by, and is sent to be checked. Returns it done; begun again after a crash, it ends
 * the same. Throws `FileRefused`.
 */
export async function takeIn(house: House, id: string, openId: string | undefined): Promise<StoredFile> {
  const { files } = house.stores
  const bytes = await house.files.read(id)
  if (!bytes) throw new FileRefused('absent')
  // read after the bytes: whoever cleans them says so first
  const file = (await files.get(id))!
  const kept = isPicture(file.type) ? withoutPlace(bytes) : bytes
  const ours = { sha256: hash(kept), bytes: kept.length }
  // where that was as far as it came, the bytes are still as they were sent
  if (![hash(bytes), ours.sha256].includes(file.sha256)) throw new FileRefused('other')
  const seconds = isAudio(file.type) ? await recordedSeconds(bytes) : undefined
  // what can't be read for its look is still evidence
  const look = isPicture(file.type) ? await lookOf(kept).catch(() => undefined) : undefined
  if (kept !== bytes) {
    await files.change(id, (f) => ({ ...f, ...ours }))
    await house.files.keep(file, kept)
  }
  if (isPicture(file.type)) await check(house, id, openId)
  return (await files.change(id, (f) => ({ ...f, ...ours, seconds, look, done: true })))!
}

const check = async (
  { contentSafety, files, webAddress = '', stores }: House,
  id: string,
  openId: string | undefined,
) => {
  if (!contentSafety) return
  // noted before it is asked: the verdict may be here before the question has been acknowledged
  await stores.files.judged(id, 'pending')
  const address = await files.address(id)
  const said = await contentSafety.picture(id, address.startsWith('/') ? webAddress + address : address, openId)
  if (said !== 'pending') await stores.files.judged(id, said)
}
