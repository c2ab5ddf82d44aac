import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { FileView } from '@shared/schemas/views'
import { bytesOf, type LocalFile } from '../platform/localFile'
import { upload } from '../platform/upload'
import { call, type Reply } from './client'

const gone = '这个文件在手机里找不到了。请删掉它，再选一次。'
const notThere = '文件没传上。请看看手机信号，再试一次。'

/** Sends a kept file: asks for a form, posts the bytes, has them checked. The answer's `id` goes into the form of an act. */
export async function sendFile(file: LocalFile): Promise<Reply<FileView>> {
  const bytes = await bytesOf(file).catch(() => undefined)
  if (!bytes) return { refused: { refusal: 'badFile', says: gone } }
  const body = { name: file.name, type: file.type, bytes: bytes.length, sha256: bytesToHex(sha256(bytes)) }
  const { answer, refused } = await call('file', { body })
  if (refused) return { refused }
  const status = await upload(answer.upload, file).catch(() => 0)
  if (status < 200 || status >= 300)
    return { refused: { refusal: status === 0 ? 'offline' : 'broken', says: notThere, detail: { status } } }
  return call('fileDone', { params: { id: answer.id } })
}
