import { dayInChina } from '@shared/calendar'
import { startOf } from '@shared/engine/asOf'
import type { Day, Place } from '@shared/engine/case'
import { addDays, daysBetween, isOverdue } from '@shared/engine/deadline'
import type { Audience } from '@shared/engine/workflow'
import type { Exported } from '@shared/schemas/monitorViews'
import type { TownshipPlace, VillagePlace } from '@shared/schemas/person'
import type { CardView } from '@shared/schemas/views'
import { workflows } from '@shared/workflows'
import { audiencesAt, type Reader } from '../../scope'
import { never } from '../../store/caseKeys'
import { listInTurn, listPages } from '../../store/listPages'
import type { Row } from '../../store/table'
import type { House } from '../../stores'
import { backlogKey } from '../../views/monitorView'
import { isAskedFor } from '../../views/narrowing'
import { kindWords, outcomeWords, stepWords } from './closedWords'

export type ListRow = readonly (string | number | undefined)[]

/** The columns of every list, with their widths in characters. */
export const columns: readonly (readonly [string, number])[] = [
  ['编号', 20],
  ['村', 10],
  ['事项', 40],
  ['类型', 12],
  ['走到哪一步', 16],
  ['提出日期', 12],
  ['期限', 12],
  ['逾期天数', 10],
  ['结果', 16],
]

type Wanted = Omit<Exported, 'as'>
type Seen = { village: VillagePlace; place: Place; audiences: readonly Audience[] }
type Pages = AsyncGenerator<readonly ListRow[]>

/** Rows by pages, never more than a page at a time; of each village what this reader may see there. */
export const exportRows = (house: House, township: TownshipPlace, wanted: Wanted, reader: Reader): Pages => {
  const seen = new Map(
    township.villages
      .filter((v) => (!wanted.village || v.id === wanted.village) && (!wanted.cluster || v.cluster === wanted.cluster))
      .map((village): [string, Seen] => {
        const place = { county: township.county, township: township.id, cluster: village.cluster, village: village.id }
        return [village.id, { village, place, audiences: audiencesAt(reader.person, place, reader.today) }]
      }),
  )
  if (wanted.list === 'open') return openRows(house, township, seen, wanted, reader.today)
  return wanted.list === 'opened' ? openedRows(house, seen, wanted) : closedRows(house, seen, wanted, reader.today)
}

const cardsAtOnce = 200

/** What is open, soonest due first: found by keys alone, then the cards of those that are wanted. */
async function* openRows(
  { table }: House,
  township: TownshipPlace,
  seen: ReadonlyMap<string, Seen>,
  wanted: Wanted,
  today: Day,
): Pages {
  for await (const keys of listPages(table, { index: 'backlog', partition: township.id }, cardsAtOnce)) {
    const mine = keys.filter((row) => {
      const key = backlogKey(row)
      const at = seen.get(key.village)
      return (
        at?.audiences.includes(row.sees) &&
        (wanted.mark !== undefined || !key.ofAbove) &&
        isAskedFor(wanted, key, { today, place: at.place })
      )
    })
    const items = await Promise.all(mine.map(({ pk }) => table.get(pk)))
    yield mine.flatMap((row, i) => {
      const item = items[i]
      const { due, village, mark, step } = backlogKey(row)
      // it may have been closed since its key was read
      if (!item?.card || !item.keys.backlog) return []
      const [openedAt = '', number = ''] = item.keys.cases?.sort.split('#') ?? []
      const { title } = JSON.parse(item.card) as CardView
      return [
        [
          ...[number, seen.get(village)!.village.name, title, kindWords(mark), stepWords(mark, step)],
          ...[openedAt && dayInChina(openedAt), due === never ? undefined : due],
          isOverdue(due, today) ? daysBetween(due, today) : undefined,
        ],
      ]
    })
  }
}

const marks = [...new Set(workflows.map((w) => w.mark))]

/** What was opened in a span of days, village by village and kind by kind, the oldest first. */
async function* openedRows({ table }: House, seen: ReadonlyMap<string, Seen>, { mark, from, until }: Wanted): Pages {
  const query = { ...(from && { from: startOf(from) }), ...(until && { until: startOf(addDays(until, 1)) }) }
  for (const { village, audiences } of seen.values()) {
    const lists = marks
      .filter((m) => !mark || m === mark)
      .map((m) => ({ index: 'cases' as const, partition: `${village.id}#${m}`, query: { ...query, audiences } }))
    for await (const rows of listInTurn(table, lists))
      yield rows.map((row) => {
        const [openedAt = '', number] = row.sort.split('#')
        const { title, mark: of, step, due, outcome } = cardOf(row)
        return [
          ...[number, village.name, title, kindWords(of), stepWords(of, step), dayInChina(openedAt), due],
          ...[undefined, outcomeWords(of, outcome)],
        ]
      })
  }
}

/** What was closed in a span of days, village by village, month by month. */
async function* closedRows(
  { table }: House,
  seen: ReadonlyMap<string, Seen>,
  { mark, from, until }: Wanted,
  today: Day,
): Pages {
  const [first, last] = [from ?? `${today.slice(0, 4)}-01-01`, until ?? today]
  for (const { village, audiences } of seen.values()) {
    const lists = monthsIn(first, last).map((month) => ({
      ...{ index: 'closed' as const, partition: `${village.id}#${month}` },
      query: { from: first, until: `${last}\uffff`, audiences },
    }))
    for await (const rows of listInTurn(table, lists))
      yield rows.flatMap((row) => {
        const [closedOn, number, openedOn, of = ''] = row.sort.split('#')
        if (mark && of !== mark) return []
        const { title, outcome } = cardOf(row)
        const ended = `${outcomeWords(of, outcome)}（${closedOn}）`
        return [
          [number, village.name, title, kindWords(of), stepWords(of, 'closed'), openedOn, undefined, undefined, ended],
        ]
      })
  }
}

const cardOf = (row: Row) => JSON.parse(row.card!) as CardView

const monthsIn = (from: Day, until: Day): readonly string[] => {
  const months: string[] = []
  for (let day = `${from.slice(0, 7)}-01`; day <= until; day = `${addDays(day, 31).slice(0, 7)}-01`)
    months.push(day.slice(0, 7))
  return months
}
