import { daysBetween } from '@shared/engine/deadline'
import type { MonitorView } from '@shared/schemas/views'
import type { HeatGroup, HeatVillage } from '../../components/heat'

export type Filter = {
  /** '' for the whole township */
  cluster: string
  overdueOnly: boolean
}

// Two characters at the head of a column; the step's own title where the township's table has a new one.
const short: Readonly<Record<string, string>> = {
  ...{ '说/说': '说事', '说/议': '商议', '说/办': '办理', '说/评': '评价' },
  ...{ '会/说': '开会', '会/公': '小结', '公/拟': '拟稿', '公/审': '审核', '公/公': '公开' },
  ...{ '更/公': '公开', '财/公': '公开', '质/联': '联名', '避/签': '签字' },
  ...{ '议/提': '提议', '议/商': '商议', '议/核': '审查', '议/审': '审议' },
  ...{ '议/决': '决议', '议/公': '公开', '议/施': '实施', '议/果': '结果' },
}

// What comes seldom: it has a column only while something of it is open somewhere, under a shorter name.
const seldom: Readonly<Record<string, string>> = {
  ...{ 更: '更正', 财: '重大', 问: '询问', 询: '反映', 质: '质询', 避: '回避' },
}

/** The columns: a workflow's seals under its title, without what stands in brackets behind it. */
export const groupsOf = (view: MonitorView, marks?: readonly string[]): HeatGroup[] =>
  view.columns
    .filter(({ mark }) => !marks || marks.includes(mark))
    .map(({ mark, title, seals }) => ({
      mark,
      title: seldom[mark] ?? title.replace(/（.*）$/, ''),
      seals: mark in seldom ? seals.filter(({ seal }) => isOpenSomewhere(view, `${mark}/${seal}`)) : seals,
    }))
    .filter(({ seals }) => seals.length > 0)
    .map(({ mark, title, seals }) => ({
      title,
      steps: seals.map(({ seal, title: long }) => {
        const id = `${mark}/${seal}`
        return { id, char: seal, title: short[id] ?? (long.length <= 3 ? long : seal) }
      }),
    }))

const isOpenSomewhere = (view: MonitorView, cell: string): boolean =>
  view.villages.some(({ cells }) => (cells[cell]?.open ?? 0) > 0)

/** The villages to show, what is most overdue first, then by name: an order of work. */
export const villagesOf = (view: MonitorView, { cluster, overdueOnly }: Filter): HeatVillage[] =>
  view.villages
    .filter((v) => (cluster === '' || v.cluster === cluster) && (!overdueOnly || v.overdue > 0))
    .map(({ id, name, open, overdue, cells }) => ({
      ...{ id, name, late: overdue, all: open },
      cells: Object.fromEntries(
        Object.entries(cells).map(([key, cell]) => [key, { late: cell.overdue, all: cell.open }]),
      ),
    }))
    .sort((a, b) => b.late - a.late || a.name.localeCompare(b.name, 'zh-CN'))

export type Spot = { village: string; step: string }

/** What a cell is called: 沙塘村“办理”. A village alone has no step. */
export const spotWords = (view: MonitorView, { village, step }: Spot): string => {
  const name = view.villages.find(({ id }) => id === village)?.name ?? ''
  const title = groupsOf(view)
    .flatMap(({ steps }) => steps)
    .find(({ id }) => id === step)?.title
  return title ? `${name}“${title}”` : name
}

/** How much lies there: of one cell, or of the village. */
export const countOf = (
  view: MonitorView,
  { village, step }: Spot,
): { overdue: number; open: number; oldest?: string } => {
  const found = view.villages.find(({ id }) => id === village)
  if (!step) return { overdue: found?.overdue ?? 0, open: found?.open ?? 0 }
  return found?.cells[step] ?? { overdue: 0, open: 0 }
}

/** 逾期6件，在办9件。最久的逾期12天。 */
export const countWords = (count: ReturnType<typeof countOf>, today: string): string => {
  const { overdue, open, oldest } = count
  if (open === 0) return '现在没有事项。'
  if (overdue === 0) return `在办${open}件，没有逾期。`
  const days = oldest ? daysBetween(oldest, today) : 0
  return `逾期${overdue}件，在办${open}件。${days > 0 ? `最久的逾期${days}天。` : ''}`
}

/** The cell that can wait least: most overdue, then the oldest. Undefined when nothing is late. */
export const mostUrgent = (view: MonitorView, { cluster }: Filter): Spot | undefined => {
  const late = view.villages
    .filter((v) => cluster === '' || v.cluster === cluster)
    .flatMap((v) => Object.entries(v.cells).map(([step, cell]) => ({ village: v.id, step, ...cell })))
    .filter(({ overdue }) => overdue > 0)
    .sort((a, b) => b.overdue - a.overdue || (a.oldest ?? '').localeCompare(b.oldest ?? ''))
  return late[0] && { village: late[0].village, step: late[0].step }
}
