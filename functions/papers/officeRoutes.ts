import { canonical, sha256Hex } from '@shared/engine/chain'
import { isRefusal, refuse } from '@shared/engine/refusal'
import { personalKinds } from '@shared/personalData'
import { type Cell, type SheetKind, sheetKinds } from '@shared/sheetKinds'
import { disposition, xlsxType } from '../files/files'
import { safeHeaders } from '../http/headers'
import { refused } from '../http/refuse'
import type { Route } from '../http/serve'
import { noList, seenNow } from '../routes/sheets'
import { may } from '../scope'
import type { StoredFile } from '../store/fileStore'
import type { House } from '../stores'
import { readableList } from '../views/rowsView'
import { savedView, sheetOf, sheetView } from '../views/sheetView'
import { today } from '../world'
import { exportPages } from './exportPages'
import { templateOf } from './template'
import type { Workshop } from './workshop'

const noFile = '没有这个文件，或者还没有传完。请重新选文件再传。'

/** Sheets in and out of Excel, and the search for personal data in what was attached. */
export const officeRoutes =
  (workshop: Workshop): Route =>
  (call, house, app) => {
    call('importSheet', async ({ body, person }) => {
      const at = await house.stores.places.village(body.village)
      if (!at) return refuse('notFound', '没有这个村，请从村名列表里选。')
      if (!may(person, 'handInSheet', at, today(house))) return refuse('notInScope', '只有村里办事的人能导入明细。')
      const file = await fileOf(house, body.file, person.id)
      if (!file) return refuse('notFound', noFile)
      if (file.type !== xlsxType) return refuse('badFile', '这不是Excel（xlsx）。请用Excel或WPS另存为xlsx，再传一次。')
      const bytes = await bytesOf(house, file)
      if (isRefusal(bytes)) return bytes
      const { kind, period, opening, closing, drop } = body
      const read = await workshop({ job: 'import', bytes, kind, period, opening, closing, drop })
      // birthdays are read once: the workbook isn't kept beside what was worked out from it
      const isOver = isRefusal(read) ? read.refusal === 'badFile' : read.sheet
      if (kind === 'roster' && isOver) await forget(house, file)
      if (isRefusal(read)) return read
      const { sheet, problems, more, count, dropped, preview, ...balance } = read
      return {
        ...(sheet && { sheet: savedView(await house.stores.sheets.keep(sheet)) }),
        ...{ problems: [...problems], more },
        found: {
          ...{ rows: count, dropped: [...dropped], ...balance },
          preview: preview.map((row) => row as Record<string, Cell>),
        },
      }
    })

    call('scanFile', async ({ body, person }) => {
      const file = await fileOf(house, body.file, person.id)
      if (!file) return refuse('notFound', noFile)
      const bytes = await bytesOf(house, file)
      if (isRefusal(bytes)) return bytes
      const scan = await workshop({ job: 'scan', bytes, type: file.type, name: file.name })
      if (isRefusal(scan)) return scan
      await house.stores.files.change(file.id, (f) => ({ ...f, scan }))
      return {
        readable: scan.readable,
        found: scan.found.map(({ kind, where }) => ({
          ...{ kind, where },
          says: `${where}有${personalKinds[kind]}，请${where === '文件名' ? '改掉文件名' : '遮盖或删掉'}以后再传。`,
        })),
      }
    })

    call('exportSheet', async ({ body, person }) => {
      const reader = { person, today: today(house) }
      const seen = await seenNow(house, body.case, reader)
      const list = seen && (await readableList(house, seen.found, seen.workflow, reader))
      const meta = seen && list && (await house.stores.sheets.meta(sheetOf(seen.found)!))
      if (!meta) return refuse('notFound', noList)
      const why = (await sheetView(house, seen.found, seen.workflow, reader))?.totalsOnly
      const sheets = exportPages({ title: seen.found.title, meta, ...list, totalsOnly: why })
      // what is written says everything of it: the same list read by the same eyes is kept once
      const id = `x${sha256Hex(canonical(sheets))}`
      const name = `${seen.found.title}.xlsx`
      if (!(await house.files.kept(id))) {
        const written = await workshop({ job: 'write', sheets })
        if (isRefusal(written)) return written
        await house.files.keep({ id, name, type: xlsxType }, written)
      }
      return { url: await house.files.address(id), name }
    })

    const templates = new Map<SheetKind, Uint8Array<ArrayBuffer>>()
    app.get('/api/papers/templates/:kind', async (c) => {
      const kind = c.req.param('kind') as SheetKind
      if (!Object.hasOwn(sheetKinds, kind))
        return refused(c, refuse('notFound', '没有这个模板，请从页面上的按钮下载。'))
      const known = templates.get(kind)
      const written = known ?? (await workshop({ job: 'write', sheets: templateOf(kind) }))
      if (isRefusal(written)) return refused(c, written)
      const bytes = known ?? new Uint8Array(written)
      templates.set(kind, bytes)
      return c.body(bytes, 200, {
        ...safeHeaders,
        'content-type': xlsxType,
        'content-disposition': disposition(`${sheetKinds[kind].title}模板.xlsx`, xlsxType),
      })
    })
  }

/** A file that this person has sent whole. */
const fileOf = async (house: House, id: string, person: string): Promise<StoredFile | undefined> => {
  const file = await house.stores.files.get(id)
  return file?.by === person && file.done ? file : undefined
}

const forget = async (house: House, { id, name }: StoredFile) => {
  await house.files.keep({ id, name, type: 'application/json' }, Buffer.from('{}'))
  await house.stores.files.change(id, (file) => ({ ...file, done: false }))
}

const bytesOf = async (house: House, file: StoredFile) =>
  (await house.files.kept(file.id)) ?? refuse('notFound', noFile)
