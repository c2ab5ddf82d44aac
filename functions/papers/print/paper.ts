import { type CatalogueItem, catalogueItem } from '@shared/catalogue'
import { type Refusal, refuse } from '@shared/engine/refusal'
import type { Workflow } from '@shared/engine/workflow'
import type { CaseView, EntryView } from '@shared/schemas/views'
import type { Column } from '@shared/sheetKinds'
import { asNow } from '../../routes/sheets'
import { may } from '../../scope'
import type { House } from '../../stores'
import { caseView } from '../../views/caseView'
import { publicReader } from '../../views/publicReader'
import type { Cells } from '../../views/rowMask'
import { readableList } from '../../views/rowsView'
import { today } from '../../world'
import { checkpointWords } from './checkpointWords'
import type { CaseAsked } from './printToken'

export type List = { columns: readonly Column[]; rows: readonly Cells[] }
/** Who read it before it was posted; `seal` is four characters. */
export type Reviewed = { title: string; who: string; on: string; seal?: string }

/** All that stands on a printed page. */
export type Paper = {
  view: CaseView
  workflow: Workflow
  today: string
  townshipName: string
  phone: string
  item?: CatalogueItem
  list?: List
  reviews: readonly Reviewed[]
  /** where the QR code leads */
  address: string
  /** 9F3A 72C1 0B5E of the log's last line, and which line that is */
  code: string
  line: number
  /** the village's latest checkpoint in words, where there is one */
  checkpoint?: string
}

/** Why there is no paper of it, in words. */
export const gone = refuse('notFound', '没有找到这件事，可能链接不完整。请回到明务里再点一次“打印”。')

/**
 * What is to be printed. A paper outlives its reader and hangs on a wall: of what has been posted it shows what anyone of its
 * audience may read, whoever prints it; a draft is printed for whoever may see it.
 */
export const paperOf = async (
  house: House,
  asked: CaseAsked,
  addressOf: (id: string) => string,
): Promise<Paper | Refusal> => {
  const day = today(house)
  const person = asked.person === undefined ? undefined : await house.stores.people.get(asked.person)
  const stored = await house.stores.cases.get(asked.case)
  const at = stored && (await house.stores.places.village(stored.found.place.village))
  if (!stored || !at || !may(person, 'seeCase', stored, day)) return gone
  const anyone = publicReader(stored.found, day)
  const reader = may(anyone.person, 'seeCase', stored, day) ? anyone : { person, today: day }
  const view = await caseView(house, stored, reader)
  if (view.outcome === 'withdrawn') return refuse('notNow', '这件事已经撤下，不能打印。')
  const now = await asNow(house, stored)
  const list = await readableList(house, now.found, now.workflow, reader)
  const item = view.fields.item
  const last = view.log[view.log.length - 1]
  const checkpoint = await checkpointWords(house, stored.found.place.village)
  return {
    ...{ view, workflow: stored.workflow, today: day },
    ...{ townshipName: at.township.name, phone: at.village.phone },
    ...(typeof item === 'string' && { item: catalogueItem(item) }),
    ...(list?.rows.length && { list: { columns: list.mask.columns, rows: list.rows.map(list.mask.cellsOf) } }),
    reviews: reviewsIn(view.log),
    ...{ address: addressOf(asked.case), code: checkCode(last.hash), line: last.no },
    ...(checkpoint && { checkpoint }),
  }
}

/** As the phone shows it. */
export const checkCode = (hash: string): string =>
  hash
    .slice(0, 12)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1 ')

/** Each review's last word, those that agreed. */
const reviewsIn = (log: readonly EntryView[]): readonly Reviewed[] => {
  const last = new Map(log.filter((e) => e.seal === '审' && e.outcome).map((e) => [e.step, e]))
  return [...last.values()]
    .filter((e) => e.outcome !== 'returned')
    .map(({ title, who, on }) => ({ title, who, on, seal: charactersOf(title) }))
}

/** 村监委审核 → 监委审核, 三资代理中心审核 → 代理审核; none where four characters wouldn't say it. */
const charactersOf = (title: string): string | undefined => {
  const short = title.replace(/^[村党]|三资|中心|会(?=审)/g, '')
  return [...short].length === 4 ? short : undefined
}
