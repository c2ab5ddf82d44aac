import { createHash, createHmac, randomUUID } from 'node:crypto'
import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sameText } from '../sameText'
import {
  addressSeconds,
  checkDeclared,
  checkId,
  type DeclaredFile,
  exportDays,
  FileRefused,
  type Files,
  maxBytes,
  uploadSeconds,
} from './files'
import { checkContent } from './sniff'

export type FolderFiles = Files & {
  /** Takes an upload form as it was parsed (`file` a Blob). Throws `FileRefused`; then nothing is kept. */
  accept(id: string, form: Record<string, unknown>): Promise<void>
  /** What an address leads to; undefined if there is no such file. Throws `FileRefused` if it isn't, or no more, good. */
  open(id: string, query: { expires?: string; signature?: string }): Promise<Content | undefined>
  /**
   * Drops what was written for somebody to take away (`x…`) more than `exportDays` ago, and what was sent over a day ago and
   * never said to be done; returns how many of the first.
   */
  dropExports(): Promise<number>
}
export type Content = { bytes: Uint8Array<ArrayBuffer>; name: string; type: string }

/**
 * Files in a local folder, by the same forms and addresses as S3: `POST <origin>/api/uploads/<id>` and
 * `GET <origin>/api/files/<id>/content`, both signed with HMAC-SHA256 and good until they expire.
 */
export function openFolder(at: { folder: string; origin: string; secret: string; now: () => Date }): FolderFiles {
  const seconds = () => Math.floor(at.now().getTime() / 1000)
  const sign = (...parts: string[]) => createHmac('sha256', at.secret).update(JSON.stringify(parts)).digest('base64url')
  const isSigned = (sent: unknown, ...parts: string[]) => sameText(sign(...parts), String(sent))
  const pathOf = (id: string, part: 'content' | 'json' | 'sent') => {
    checkId(id)
    return join(at.folder, `${id}.${part}`)
  }

  return {
    async presign(file) {
      checkDeclared(file)
      const declared = { ...file, expires: seconds() + uploadSeconds }
      const policy = Buffer.from(JSON.stringify(declared)).toString('base64url')
      const fields = { key: file.id, 'Content-Type': file.type, policy, signature: sign('upload', policy) }
      return { url: `${at.origin}/api/uploads/${file.id}`, fields }
    },

    async accept(id, { policy, signature, file }) {
      if (typeof policy !== 'string' || !isSigned(signature, 'upload', policy)) throw new FileRefused('upload')
      const declared: DeclaredFile & { expires: number } = JSON.parse(Buffer.from(policy, 'base64url').toString())
      if (declared.id !== id || declared.expires <= seconds()) throw new FileRefused('upload')
      if (!(file instanceof Blob) || file.size > maxBytes) throw new FileRefused('size')
      if (file.size !== declared.bytes) throw new FileRefused('damaged')
      const bytes = new Uint8Array(await file.arrayBuffer())
      if (createHash('sha256').update(bytes).digest('hex') !== declared.sha256) throw new FileRefused('damaged')
      await checkContent(bytes, declared.type)

      await mkdir(at.folder, { recursive: true })
      await writeWhole(pathOf(id, 'sent'), bytes)
    },

    received: async (id) => readIfThere(pathOf(id, 'sent')),

    dropReceived: async (id) => rm(pathOf(id, 'sent'), { force: true }),

    async keep({ id, name, type }, bytes) {
      await mkdir(at.folder, { recursive: true })
      await writeWhole(pathOf(id, 'json'), Buffer.from(JSON.stringify({ name, type })))
      await writeWhole(pathOf(id, 'content'), bytes)
    },

    async keepFile({ id, name, type }, path) {
      await mkdir(at.folder, { recursive: true })
      await writeWhole(pathOf(id, 'json'), Buffer.from(JSON.stringify({ name, type })))
      await copyWhole(path, pathOf(id, 'content'))
    },

    async drop(id) {
      for (const part of ['sent', 'content', 'json'] as const) await rm(pathOf(id, part), { force: true })
    },

    kept: async (id) => readIfThere(pathOf(id, 'content')),

    async address(id) {
      checkId(id)
      const expires = `${seconds() + addressSeconds}`
      return `${at.origin}/api/files/${id}/content?expires=${expires}&signature=${sign('download', id, expires)}`
    },

    async open(id, { expires = '', signature = '' }) {
      const isGood = isSigned(signature, 'download', id, expires) && Number(expires) > seconds()
      if (!isGood) throw new FileRefused('address')
      const bytes = await readIfThere(pathOf(id, 'content'))
      return bytes && { bytes, ...JSON.parse(await readFile(pathOf(id, 'json'), 'utf8')) }
    },

    async dropExports() {
      const day = 86_400_000
      const before = at.now().getTime() - exportDays * day
      const names = await readdir(at.folder).catch(() => [])
      for (const name of names.filter((n) => n.endsWith('.sent')))
        if ((await stat(join(at.folder, name))).mtimeMs < at.now().getTime() - day) await rm(join(at.folder, name))
      const old: string[] = []
      for (const name of names.filter((n) => n.startsWith('x') && n.endsWith('.content')))
        if ((await stat(join(at.folder, name))).mtimeMs < before) old.push(name.slice(0, -'.content'.length))
      for (const id of old) {
        await rm(pathOf(id, 'content'))
        await rm(pathOf(id, 'json'), { force: true })
      }
      return old.length
    },
  }
}

/** A reader meets the whole file or none, also after a crash. */
async function writeWhole(path: string, bytes: Uint8Array) {
  const draft = `${path}.${randomUUID()}`
  const file = await open(draft, 'w')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, path)
}

async function copyWhole(from: string, to: string) {
  const draft = `${to}.${randomUUID()}`
  await copyFile(from, draft)
  const file = await open(draft, 'r+')
  await file.sync().finally(() => file.close())
  await rename(draft, to)
}

async function readIfThere(path: string) {
  try {
    return new Uint8Array(await readFile(path))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
