import { fileTypeFromBuffer } from 'file-type/core'
import { FileRefused, type FileType, fileTypes } from './files'

/** What the bytes are, whatever they are called; undefined if not one of ours. Throws `FileRefused` for HEIC. */
export async function sniff(bytes: Uint8Array): Promise<FileType | undefined> {
  const mime = (await fileTypeFromBuffer(bytes))?.mime
  if (mime && /^image\/hei[cf]/.test(mime)) throw new FileRefused('heic')
  return fileTypes.find((type) => type === mime)
}
