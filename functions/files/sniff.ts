import { fileTypeFromBuffer } from 'file-type/core'
import { officeType } from './archive'
import { FileRefused, type FileType, fileTypes, isOffice } from './files'

const startsWith = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, i) => bytes[i] === byte)
const zip = [0x50, 0x4b, 0x03, 0x04]
/** xls and doc of old, and whatever has a password */
const oldOffice = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * Throws `FileRefused`, in words that say what to do, unless the bytes are what they were declared: also for HEIC, for macros,
 * and for an archive that would unpack beyond measure.
 */
export async function checkContent(bytes: Uint8Array, declared: string | undefined) {
  const type = await sniff(bytes)
  if (type !== undefined && type === declared) return
  if (!isOffice(declared)) throw new FileRefused('content')
  throw new FileRefused(startsWith(bytes, oldOffice) ? 'locked' : 'notOffice')
}

/** What the bytes are, whatever they are called; undefined if not one of ours. Throws `FileRefused`. */
export async function sniff(bytes: Uint8Array): Promise<FileType | undefined> {
  if (startsWith(bytes, zip)) return officeType(bytes)
  const mime = (await fileTypeFromBuffer(bytes))?.mime
  if (mime && /^image\/hei[cf]/.test(mime)) throw new FileRefused('heic')
  return fileTypes.find((type) => type === mime)
}
