import { randomBytes } from 'node:crypto'
import { isDay } from '@shared/engine/deadline'
import { type Refusal, refuse } from '@shared/engine/refusal'
import type { Exported } from '@shared/schemas/monitorViews'
import type { Citizen, TownshipPlace } from '@shared/schemas/person'
import { xlsxType } from '../../files/files'
import type { Route } from '../../http/serve'
import { may } from '../../scope'
import type { House } from '../../stores'
import { sweepAll } from '../../sweeping'
import { today } from '../../world'
import { columns, exportRows } from './exportRows'
import { streamedFile, TooManyRows } from './streamedFile'

const titles: Readonly<Record<Exported['list'], string>> = { open: '在办', opened: '新增', closed: '办结' }
const types = { xlsx: xlsxType, csv: 'text/csv; charset=utf-8' } as const

/** A list as a file, however long: written as it is read, kept without being in memory, taken by an address that expires. */
export const exportListRoutes: Route = (call, house) => {
  call('exportList', async ({ body, person }) => {
    const township = await house.stores.places.township(body.township)
    if (!township) return refuse('notFound', '没有这个镇，请从列表里重新打开。')
    const no = await whyNot(house, township, body, person)
    if (no) return no
    // what time has done by now is written first, so that the list is today's
    if (body.list === 'open') await sweepAll(house)
    const on = today(house)
    const place = township.villages.find((v) => v.id === body.village) ?? township
    const name = `${place.name}${titles[body.list]}清单 ${on}.${body.as}`
    const id = `x${randomBytes(16).toString('hex')}`
    try {
      const list = { columns, pages: exportRows(house, township, body, { person, today: on }) }
      const rows = await streamedFile(body.as, list, id, (path) =>
        house.files.keepFile({ id, name, type: types[body.as] }, path),
      )
      return { url: await house.files.address(id), name, rows }
    } catch (e) {
      if (!(e instanceof TooManyRows)) throw e
      return refuse('tooLarge', '这张清单超过20万行，做不下。请缩短起止日期，或者只选一个村、一类事项再做。')
    }
  })
}

/** Why this reader gets no such list, in words; undefined where they do. */
const whyNot = async (
  house: House,
  township: TownshipPlace,
  body: Exported,
  person: Citizen,
): Promise<Refusal | undefined> => {
  const { list, from, until, owner, age } = body
  const on = today(house)
  const at = body.village === undefined ? undefined : await house.stores.places.village(body.village)
  if (body.village !== undefined && at?.township.id !== body.township)
    return refuse('notFound', '没有这个村，请从村名列表里选。')
  if (![at, township].some((where) => may(person, 'seeFigures', where, on)))
    return refuse('notInScope', '全镇的清单由镇里和片里导出，一个村的清单本村干部也能导出。')
  if ([from, until].some((day) => day !== undefined && !isDay(day)) || (from && until && from > until))
    return refuse('badRequest', '起止日期不对，请重新选：开始的日子不能比结束的晚。')
  if (list !== 'open' && (owner || age))
    return refuse('badRequest', '“谁在办”和“等了多久”只能用来筛在办的清单。请去掉这两项再导出。')
  if (list === 'open' && (from || until))
    return refuse('badRequest', '在办的清单不分起止日期。请去掉日期再导出，或者改选“新增”“办结”。')
  return undefined
}
