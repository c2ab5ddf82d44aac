import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { isRefusal, type Refusal } from '@shared/engine/refusal'
import type { Workshop } from '../papers/workshop'
import type { StoredFile } from '../store/fileStore'
import type { House } from '../stores'
import { FileRefused, type FileType, isAudio, isPicture } from './files'
import { recordedSeconds } from './recording'
import { checkContent } from './sniff'

type TakenIn = { type: FileType; bytes: Uint8Array; look?: string; seconds?: number }

/**
 * Looks through what has come in: that it is what was declared, that a recording is short enough. A picture is drawn anew, so
 * that nothing of the bytes that were sent is ever given to anyone, gets a look to be known again by, and is sent to be checked.
 * Returns it done; begun again after a crash, or twice at once, it ends the same. Throws `FileRefused`.
 */
export async function takeIn(
  house: House,
  workshop: Workshop,
  id: string,
  openId: string | undefined,
): Promise<StoredFile | Refusal> {
  const { files } = house.stores
  const sent = await house.files.received(id)
  // read after the bytes: whoever has dropped them has said before that it is done
  const file = (await files.get(id))!
  if (file.done) return file
  if (!sent?.length) throw new FileRefused('absent')
  if (bytesToHex(sha256(sent)) !== file.sha256) throw new FileRefused('other')
  await checkContent(sent, file.type)
  const taken = await lookedThrough(workshop, sent, file.type)
  if (isRefusal(taken)) return taken
  const { bytes, ...known } = taken
  // what is drawn as another type is called by it
  const name = known.type === file.type ? file.name : file.name.replace(/(\.\w{1,5})?$/, '.jpg')
  await house.files.keep({ id, name, type: known.type }, bytes)
  if (isPicture(known.type)) await check(house, id, openId)
  const ours = { ...known, name, sha256: bytesToHex(sha256(bytes)), bytes: bytes.length }
  const done = (await files.change(id, (f) => ({ ...f, ...ours, done: true })))!
  await house.files.dropReceived(id)
  return done
}

const lookedThrough = async (workshop: Workshop, bytes: Uint8Array, type: FileType): Promise<TakenIn | Refusal> => {
  if (isAudio(type)) return { type, bytes, seconds: await recordedSeconds(bytes) }
  return isPicture(type) ? workshop({ job: 'picture', bytes }) : { type, bytes }
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
