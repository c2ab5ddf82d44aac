import { addDays, daysBetween } from '@shared/engine/deadline'
import { periodBefore } from '@shared/period'
import type { MonitorView, ReportRow, TrendsView } from '@shared/schemas/monitorViews'
import type { Stat } from '../../components/StatTiles'

/** Fewer ratings than that say nothing of a place, and too much of a person. */
const fewest = 5

/** 92.4, of 100; undefined where there is nothing to divide by. */
export const shareOf = (is: number, of: number): string | undefined =>
  of > 0 ? `${Math.round((is / of) * 1000) / 10}` : undefined

const fewer = (now: number, before: number, since: string): string =>
  now === before ? `和${since}一样多` : `比${since}${now < before ? '少' : '多'}${Math.abs(now - before)}件`

/** How it was a week ago, as near as it was kept: three days earlier or later. */
const aWeekAgo = ({ weeks }: TrendsView, today: string) => {
  const there = addDays(today, -7)
  const away = (on: string) => Math.abs(daysBetween(on, there))
  return [...weeks].sort((a, b) => away(a.on) - away(b.on)).find(({ on }) => away(on) <= 3)
}

type Month = TrendsView['months'][number]
const ratedIn = ({ satisfied, basically, unsatisfied }: Month) => satisfied + basically + unsatisfied
const wordsOf = (month: string) => `${+month.slice(5)}月`

/** 按时办结 of this month, of the last one while nothing has been closed in this. */
const onTimeTile = (now: Month | undefined, before: Month | undefined): Stat => {
  const tile = { icon: 'checkc', words: '按时办结' } as const
  const earlier = before && shareOf(before.onTime, before.closed)
  if (now && now.closed > 0)
    return { ...tile, value: shareOf(now.onTime, now.closed)!, unit: '%', ...(earlier && { note: `上月${earlier}%` }) }
  return earlier
    ? { ...tile, value: earlier, unit: '%', note: `${wordsOf(before!.month)}的，本月还没有办结` }
    : { ...tile, value: '—', unit: '', note: '还没有办结的' }
}

/** 群众满意: satisfied or basically so, of those who have said something; not where fewer than five have. */
const satisfiedTile = (months: readonly (Month | undefined)[], thisMonth: string): Stat => {
  const tile = { icon: 'smile', words: '群众满意' } as const
  const found = months.find((month) => month && ratedIn(month) >= fewest)
  if (!found) return { ...tile, value: '—', unit: '', note: `评价不到${fewest}件，不算` }
  const rated = ratedIn(found)
  return {
    ...{ ...tile, value: shareOf(found.satisfied + found.basically, rated)!, unit: '%' },
    note: `${found.month === thisMonth ? '' : wordsOf(found.month)}评价${rated}件`,
  }
}

/**
 * The four figures over the matrix. What is late and in hand is of what is shown; compared only where that is the whole
 * township, as the rest always is.
 */
export const tilesOf = (view: MonitorView, trends: TrendsView | undefined, isNarrowed: boolean): readonly Stat[] => {
  const { totals, today } = view
  const month = today.slice(0, 7)
  const of = (wanted: string) => trends?.months.find((one) => one.month === wanted)
  const [now, before] = [of(month), of(periodBefore(month))]
  const week = trends && !isNarrowed ? aWeekAgo(trends, today) : undefined
  return [
    {
      ...{ icon: 'alert', words: '逾期', value: totals.overdue, unit: '件', tone: 'jiang' },
      note: week ? fewer(totals.overdue, week.overdue, '上周') : `快到期${totals.near}件`,
    },
    {
      ...{ icon: 'clock', words: '在办', value: totals.open, unit: '件' },
      note: now && !isNarrowed ? `本月新增${now.opened}件` : `一周内到期${totals.dueThisWeek}件`,
    },
    onTimeTile(now, before),
    satisfiedTile([now, before], month),
  ]
}

/** The same of a span that a report tells of. */
export const spanTiles = (now: ReportRow, before: ReportRow): readonly Stat[] => {
  const earlier = shareOf(before.onTime, before.closed)
  const rated = now.rated && now.rated.satisfied + now.rated.basically + now.rated.unsatisfied
  return [
    ...([
      { icon: 'plus', words: '新增', value: now.opened, unit: '件', note: fewer(now.opened, before.opened, '上期') },
      { icon: 'check', words: '办结', value: now.closed, unit: '件', note: fewer(now.closed, before.closed, '上期') },
    ] as const),
    {
      ...({ icon: 'checkc', words: '按时办结' } as const),
      ...(now.closed > 0
        ? { value: shareOf(now.onTime, now.closed)!, unit: '%', ...(earlier && { note: `上期${earlier}%` }) }
        : { value: '—', unit: '', note: '没有办结的' }),
    },
    {
      ...({ icon: 'smile', words: '群众满意' } as const),
      ...(now.rated && rated
        ? {
            ...{ value: shareOf(now.rated.satisfied + now.rated.basically, rated)!, unit: '%' },
            note: `评价${rated}件`,
          }
        : { value: '—', unit: '', note: `评价不到${fewest}件，不算` }),
    },
  ]
}
