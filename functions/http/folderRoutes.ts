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
    return c.body(found.bytes, 200, {
      ...safeHeaders,
      'content-type': found.type,
      'content-disposition': disposition(found.name, found.type),
      'content-security-policy': "default-src 'none'; sandbox",
    })
  })
}

export const isFolder = (files: object): files is FolderFiles => 'accept' in files
