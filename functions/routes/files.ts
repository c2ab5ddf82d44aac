import { randomBytes } from 'node:crypto'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { refuse } from '@shared/engine/refusal'
import { FileRefused } from '../files/files'
import type { Route } from '../http/serve'

export const fileRoutes: Route = (call, house) => {
  call('file', async ({ body, person }) => {
    const id = `f${randomBytes(12).toString('hex')}`
    const file = { ...body, id }
    const upload = await house.files.presign(file)
    await house.stores.files.create({ ...file, by: person.id, done: false })
    return { id, upload }
  })

  call('fileDone', async ({ params, person }) => {
    const file = await house.stores.files.get(params.id)
    if (!file || file.by !== person.id) return refuse('notFound', '没有这个文件，请重新选。')
    const view = async () => ({
      id: file.id,
      name: file.name,
      type: file.type,
      bytes: file.bytes,
      url: await house.files.address(file.id),
    })
    if (file.done) return view()
    try {
      const bytes = await house.files.read(file.id)
      if (!bytes) return refuse('badFile', '文件还没有传上来，请再传一次。')
      if (bytes.length !== file.bytes || bytesToHex(sha256(bytes)) !== file.sha256)
        return refuse('badFile', '传上来的文件和选的不一样，请再传一次。')
    } catch (e) {
      if (e instanceof FileRefused) return refuse('badFile', e.message)
      throw e
    }
    await house.stores.files.change({ ...file, done: true })
    return view()
  })
}
