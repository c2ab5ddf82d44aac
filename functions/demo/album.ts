import { createHash } from 'node:crypto'
import { isFolder } from '../http/folderRoutes'
import type { House } from '../stores'
import { type Drawing, drawn } from './drawings'

/** Puts a drawing where a phone would have uploaded a photo; undefined where the store takes files from phones only. */
export type Album = (key: string, drawing: Drawing, by: string) => Promise<string | undefined>

const hex = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex')
const names: Record<Drawing, string> = {
  road: '路面',
  lamp: '路灯',
  canal: '水渠',
  bins: '垃圾桶',
  meeting: '会场',
  wall: '公开栏',
  note: '按了手印的字条',
}

export const albumOf =
  (house: House): Album =>
  async (key, drawing, by) => {
    const { files } = house
    if (!isFolder(files)) return undefined
    const id = `f${hex(key).slice(0, 24)}`
    const known = await house.stores.files.get(id)
    if (known?.done) return id
    const bytes = drawn(drawing, key)
    const file = {
      ...{ id, name: `${names[drawing]}.png`, type: 'image/png' as const },
      bytes: bytes.length,
      sha256: hex(bytes),
    }
    await files.keep(file, bytes)
    await house.stores.files.create({ ...file, by, done: true })
    return id
  }
