import type { Day } from '@shared/engine/case'
import { addDays, daysBetween } from '@shared/engine/deadline'
import { type Refusal, refuse } from '@shared/engine/refusal'
import type { ReportRow, ReportView } from '@shared/schemas/monitorViews'
import type { TownshipPlace, VillagePlace } from '@shared/schemas/person'
import { may, type Reader } from '../scope'
import type { House } from '../stores'
import { disclosedByMonth, disclosedIn, dutiesOf } from './dutiesView'
import { happenedOf, keptOf, monthsKept, sumOf, weeksKept } from './keptCounts'
import { backlogKey } from './monitorView'
import { reportedOf } from './periodsOf'
import { sessionsHeld } from './sessionsHeld'

/** A month (`2026-10`) or a quarter (`2026-Q3`), of a whole township or of one village of it. */
export type ReportAsked = { period: string; village?: string }

const weeksShown = 12

const shareOf = (days: readonly boolean[]) => ({ of: days.length, is: days.filter(Boolean).length })

/**
 * 月报告 or 季调度: what was kept of each day of the period, summed, beside the period before; what the calendar asked for and
 * what came of it. Refuses a period that hasn't begun, and a village that isn't one of the township's.
 */
export const reportView = async (
  house: House,
  township: TownshipPlace,
  { period, village }: ReportAsked,
  reader: Reader,
): Promise<ReportView | Refusal> => {
  const { today } = reader
  const reported = reportedOf(period)
  if (!reported) return refuse('badRequest', '请选一个月或者一个季度。')
  const { from, until, before, year, title } = reported
  if (from > today) return refuse('tooEarly', '这段时间还没有到，请选已经开始的月份或季度。')
  const villages = township.villages.filter((v) => village === undefined || v.id === village)
  if (!villages.length) return refuse('notFound', '没有这个村，请从村名列表里选。')
  const ids = villages.map((v) => v.id)

  const years = [...new Set(year.map((month) => Number(month.slice(0, 4))))]
  const [kept, duties, sessions, watched] = await Promise.all([
    Promise.all(year.map((month) => house.stores.snapshots.month(township.id, month))).then(keptOf),
    dutiesOf(house, township, villages, { years, today }),
    sessionsHeld(house, township, villages, { from: before.from, until, today }),
    watchedIn(house, township, villages, reader),
  ])

  const rowOf = (of: readonly string[], span: { from: Day; until: Day }): ReportRow => {
    const isIn = ([on]: readonly [Day, boolean]) => on >= span.from && on <= span.until
    return {
      ...happenedOf(sumOf(kept, span.from, span.until, of)),
      ...disclosedIn(
        of.flatMap((id) => duties.get(id) ?? []),
        span.from,
        span.until,
      ),
      sessions: shareOf(of.flatMap((id) => [...(sessions.get(id) ?? [])].filter(isIn).map(([, held]) => held))),
    }
  }

  const yesterday = addDays(today, -1)
  const over = until < today ? until : yesterday
  const daysKept = [...kept.keys()].filter((day) => day >= from && day <= until)
  const all = ids.flatMap((id) => duties.get(id) ?? [])
  return {
    ...{ township: township.id, townshipName: township.name, period, title, from, until, today },
    ...(village !== undefined && { village, villageName: villages[0]!.name }),
    keptDays: { of: Math.max(0, daysBetween(from, over) + 1), is: daysKept.length },
    now: rowOf(ids, { from, until }),
    before: rowOf(ids, before),
    months: monthsKept(kept, year, ids),
    weeks: weeksKept(kept, daysKept.at(-1) ?? over, weeksShown, ids),
    disclosure: disclosedByMonth(all, year),
    villages:
      village === undefined ? villages.map((v) => ({ ...named(v), row: rowOf([v.id], reported) })).sort(byOverdue) : [],
    watched,
  }
}

const named = ({ id, name }: VillagePlace) => ({ id, name })

type VillageRow = ReportView['villages'][number]

/** What is overdue comes first, then by name: an order of work, not of merit. */
const byOverdue = (a: VillageRow, b: VillageRow) =>
  b.row.overdue - a.row.overdue || a.name.localeCompare(b.name, 'zh-CN')

/** The open cases of 重点帮扶, to those who hold office there: nobody else hears of them. */
const watchedIn = async (
  { stores }: House,
  { county, id: township }: TownshipPlace,
  villages: readonly VillagePlace[],
  { person, today }: Reader,
): Promise<ReportView['watched']> => {
  const mine = new Map(
    villages
      .filter((v) =>
        may(person, 'seeWatchList', { place: { county, township, cluster: v.cluster, village: v.id } }, today),
      )
      .map((v) => [v.id, v.name]),
  )
  const open = (await stores.cases.openIn(township))
    .map(backlogKey)
    .filter((k) => k.mark === '帮' && mine.has(k.village))
  const stored = await Promise.all(open.map(({ id }) => stores.cases.get(id)))
  const found = stored.flatMap((s) => (s ? [s.found] : []))
  const people = new Map(
    (await stores.people.many(found.map((f) => String(f.fields.leader)))).map((p) => [p.id, p.name]),
  )
  return found
    .map(({ id, title, fields, place }) => ({
      ...{ id, title, villageName: mine.get(place.village)! },
      leader: people.get(String(fields.leader)) ?? '已注销的人',
    }))
    .sort((a, b) => a.villageName.localeCompare(b.villageName, 'zh-CN') || (a.id < b.id ? -1 : 1))
}
