import { fileTypeFromBuffer } from 'file-type/core'
import { officeType } from './archive'
import { FileRefused, type FileType, fileTypes, isAudio, isOffice } from './files'

const startsWith = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, i) => bytes[i] === byte)
const zip = [0x50, 0x4b, 0x03, 0x04]
/** xls and doc of old, and whatever has a password */
const oldOffice = [0xd0, 0xcf, 0x11, 0xe0]
/** A container is named after the film that it could hold: whether one is in it is seen when its length is counted. */
const recordings: Readonly<Record<string, FileType>> = {
  'audio/x-m4a': 'audio/mp4',
  'video/mp4': 'audio/mp4',
  'video/webm': 'audio/webm',
  'audio/ogg; codecs=opus': 'audio/ogg',
}

/**
 * Throws `FileRefused`, in words that say what to do, unless the bytes are what they were declared: also for HEIC, for macros,
 * and for an archive that would unpack beyond measure.
 */
export async function checkContent(bytes: Uint8Array, declared: string | undefined) {
  const type = await sniff(bytes)
  if (type !== undefined && type === declared) return
  // phones go by the name of the recording, and call AAC in mp4 .aac or .m4a as they like
  if (isAudio(type) && isAudio(declared)) return
  if (!isOffice(declared)) throw new FileRefused(isAudio(declared) ? 'audio' : 'content')
  throw new FileRefused(startsWith(bytes, oldOffice) ? 'locked' : 'notOffice')
}

/** What the bytes are, whatever they are called; undefined if not one of ours. Throws `FileRefused`. */
export async function sniff(bytes: Uint8Array): Promise<FileType | undefined> {
  if (startsWith(bytes, zip)) return officeType(bytes)
  // it throws where a file breaks off in the middle of its head
  const mime = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime
  if (mime && /^image\/hei[cf]/.test(mime)) throw new FileRefused('heic')
  return fileTypes.find((type) => type === (recordings[mime ?? ''] ?? mime))
}
