import { randomBytes } from 'node:crypto'
import { addDays } from '@shared/engine/deadline'
import { isRefusal, refuse } from '@shared/engine/refusal'
import { unusedDays } from '@shared/retention'
import { takeIn } from '../files/takeIn'
import type { Route } from '../http/serve'
import { today } from '../world'
import type { Workshop } from './workshop'

/** Where a file goes, and that it has come. It is looked through here, where there is a workshop for it. */
export const fileRoutes =
  (workshop: Workshop): Route =>
  (call, house) => {
    call('file', async ({ body, person }) => {
      const id = `f${randomBytes(12).toString('hex')}`
      const file = { ...body, id }
      const upload = await house.files.presign(file)
      await house.stores.files.create({ ...file, by: person.id, done: false }, addDays(today(house), unusedDays))
      return { id, upload }
    })

    call('fileDone', async ({ params, person }) => {
      const file = await house.stores.files.get(params.id)
      if (!file || file.by !== person.id) return refuse('notFound', '没有这个文件，请重新选。')
      const taken = file.done ? file : await takeIn(house, workshop, file.id, person.openId)
      if (isRefusal(taken)) return taken
      const { id, name, type, bytes, seconds, safety } = taken
      return {
        ...{ id, name, type, bytes, url: await house.files.address(id) },
        ...(seconds !== undefined && { seconds }),
        ...(safety && safety !== 'pass' && { waits: true }),
      }
    })
  }
