import { refuse } from '@shared/engine/refusal'
import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { disposition, maxBytes } from '../files/files'
import type { FolderFiles } from '../files/folder'
import { safeHeaders } from './headers'
import { refused } from './refuse'

/** Where one machine takes and gives files itself, by the forms and addresses that a bucket would use. */
export const folderRoutes = (app: Hono, files: FolderFiles) => {
  const limited = bodyLimit({
    maxSize: maxBytes + 64 * 1024,
    onError: (c) => refused(c, refuse('tooLarge', '每个文件不能超过10MB，请压缩后再传。')),
  })

  app.post('/api/uploads/:id', limited, async (c) => {
    const form = await c.req.parseBody().catch(() => undefined)
    if (!form) return refused(c, refuse('badFile'))
    await files.accept(c.req.param('id'), form)
    return c.body(null, 204, safeHeaders)
  })

  app.get('/api/files/:id/content', async (c) => {
    const found = await files.open(c.req.param('id'), c.req.query()).catch((e) => {
      if (e instanceof RangeError) return undefined
      throw e
    })
    if (!found) return refused(c, refuse('notFound', '没有这个文件。'))
    const { bytes, name, type } = found
    const part = partOf(c.req.header('range'), bytes.length)
    const headers = {
      ...safeHeaders,
      'content-type': type,
      'content-disposition': disposition(name, type),
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      // the address is the secret; the page that shows it may stand at another origin
      'cross-origin-resource-policy': 'cross-origin',
      'accept-ranges': 'bytes',
    }
    if (!part) return c.body(bytes, 200, headers)
    const [from, to] = part
    if (from >= bytes.length) return c.body(null, 416, { ...safeHeaders, 'content-range': `bytes */${bytes.length}` })
    return c.body(bytes.slice(from, to + 1), 206, {
      ...headers,
      'content-range': `bytes ${from}-${to}/${bytes.length}`,
    })
  })
}

/** The first and last byte that a player asks for: iPhones play nothing that isn't given in parts. Undefined for the whole. */
const partOf = (range: string | undefined, bytes: number): [from: number, to: number] | undefined => {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? []
  if (!first && !last) return undefined
  if (!first) return [Math.max(0, bytes - Number(last)), bytes - 1]
  const to = last ? Math.min(Number(last), bytes - 1) : bytes - 1
  return last && Number(last) < Number(first) ? undefined : [Number(first), to]
}

export const isFolder = (files: object): files is FolderFiles => 'accept' in files
