import { daysBetween } from '@shared/engine/deadline'
import type { MonitorView } from '@shared/schemas/monitorViews'
import type { HeatGroup, HeatVillage } from '../../components/heat'
import type { Filter } from './filter'

// Two characters at the head of a column; the step's own title where the township's table has a new one.
const short: Readonly<Record<string, string>> = {
  ...{ '说/说': '说事', '说/议': '商议', '说/办': '办理', '说/评': '评价' },
  ...{ '说/答': '理由', '议/征': '公示', '议/评': '评议' },
  ...{ '会/说': '开会', '会/公': '小结', '公/拟': '拟稿', '公/审': '审核', '公/公': '公开' },
  ...{ '更/公': '公开', '财/公': '公开', '质/联': '联名', '避/签': '签字' },
  ...{ '议/提': '提议', '议/商': '商议', '议/核': '审查', '议/审': '审议' },
  ...{ '议/决': '决议', '议/公': '公开', '议/施': '实施', '议/果': '结果' },
  ...{ '督/答': '答复', '督/核': '核对', '谈/谈': '谈话', '谈/办': '去做', '谈/核': '核对' },
  ...{ '帮/帮': '帮扶', '帮/核': '看效果' },
}

const names: Readonly<Record<string, string>> = {
  ...{ 说: '村民说事', 议: '四议两公开', 会: '说事会', 公: '公开事项', 更: '更正', 财: '重大财务', 协: '协商结果' },
  ...{ 章: '用章', 支: '支出', 计: '审计', 册: '名册', 问: '询问', 询: '向镇里反映', 质: '质询', 避: '回避' },
  ...{ 督: '督办', 谈: '约谈', 帮: '重点帮扶' },
}
// The same in two characters.
const brief: Readonly<Record<string, string>> = {
  会: '说事日',
  公: '公开',
  财: '重大',
  协: '协商',
  询: '反映',
  帮: '帮扶',
}

/** What a workflow is called here. */
export const markWords = (mark: string, title: string): string => names[mark] ?? title.replace(/（[^（]*）$/, '')

/** What has its steps always in sight; everything else is one column a workflow, unless it is asked for. */
const main = ['说', '议']
// Of these too some steps come seldom: they have a column while something of them is open.
const seldom = ['说/答', '议/核', '议/征', '议/评']
/** The office's own about a village: in none of its sums. */
const ofAbove = '帮'
/** What the township has begun to watch over others: it isn't urged once more. */
export const overseeing = ['督', '谈', '帮']

/** The columns: the steps of 说事 and of 四议, and beside them each other workflow of which something is open. */
export const groupsOf = (view: MonitorView, { mark: asked }: Filter = {}): HeatGroup[] => {
  const stepsOf = ({ mark, title, seals }: MonitorView['columns'][number]): HeatGroup => ({
    title: markWords(mark, title),
    steps: seals.map(({ seal, title: long }) => {
      const id = `${mark}/${seal}`
      return { id, char: seal, title: short[id] ?? (long.length <= 3 ? long : seal) }
    }),
  })
  if (asked) return view.columns.filter(({ mark }) => mark === asked).map(stepsOf)
  const others = view.columns.filter(({ mark }) => !main.includes(mark) && isOpenSomewhere(view, mark))
  return [
    ...view.columns
      .filter(({ mark }) => main.includes(mark))
      .map(stepsOf)
      .map(({ title, steps }) => ({
        title,
        steps: steps.filter(({ id }) => !seldom.includes(id) || isOpenSomewhere(view, id)),
      })),
    ...(others.length === 0
      ? []
      : [
          {
            title: '其他事项',
            steps: others.map(({ mark, title }) => ({
              ...{ id: mark, char: mark },
              title: brief[mark] ?? markWords(mark, title).slice(0, 2),
            })),
          },
        ]),
  ]
}

const isOpenSomewhere = (view: MonitorView, id: string): boolean =>
  view.villages.some(({ cells }) => columnOf(cells, id).open > 0)

type Count = { overdue: number; open: number; oldest?: string }

/** Several cells as one: sums, and the oldest of what is late. */
const together = (cells: readonly Count[]): Count =>
  cells.reduce(
    (sum, { open, overdue, oldest }) => ({
      ...{ open: sum.open + open, overdue: sum.overdue + overdue },
      oldest: overdue > 0 && oldest && (!sum.oldest || oldest < sum.oldest) ? oldest : sum.oldest,
    }),
    { open: 0, overdue: 0 } as Count,
  )

type Cells = MonitorView['villages'][number]['cells']

/** Everything but 说事 and 四议 as one column, beside their steps. */
export const others: HeatGroup = { title: '其他', steps: [{ id: '*', char: '他', title: '事项' }] }

/** One column of a village: a step 说/办, a whole workflow 公, or what is neither 说事 nor 四议. */
const columnOf = (cells: Cells, id: string): Count => {
  const isOf = (key: string) =>
    id === '*' ? ![...main, ofAbove].includes(key.split('/')[0]) : key === id || key.startsWith(`${id}/`)
  return together(Object.entries(cells).flatMap(([key, cell]) => (isOf(key) ? [cell] : [])))
}

/** Which of the other workflows is pressing in a village: most overdue, then most in hand. */
export const pressingOther = (view: MonitorView, village: string): Spot => {
  const columns = groupsOf(view)[main.length]?.steps ?? []
  const [found] = columns
    .map(({ id }) => ({ step: id, ...countOf(view, { village, step: id }) }))
    .sort((a, b) => b.overdue - a.overdue || b.open - a.open)
  return { village, step: found?.step ?? '' }
}

/** The villages to show, what is most overdue first, then by name: an order of work. */
export const villagesOf = (view: MonitorView, filter: Filter): HeatVillage[] => {
  const columns = [...groupsOf(view, filter), others].flatMap(({ steps }) => steps)
  return view.villages
    .filter((v) => !filter.overdueOnly || v.overdue > 0)
    .map(({ id, name, open, overdue, cells }) => ({
      ...{ id, name, late: overdue, all: open },
      cells: Object.fromEntries(
        columns.map((column) => {
          const { overdue, open } = columnOf(cells, column.id)
          return [column.id, { late: overdue, all: open }]
        }),
      ),
    }))
    .sort((a, b) => b.late - a.late || a.name.localeCompare(b.name, 'zh-CN'))
}

/** A column of a village; without a step the whole village. */
export type Spot = { village: string; step: string }

/** What a cell is called: 沙塘村“办理”. A village alone has no step. */
export const spotWords = (view: MonitorView, { village, step }: Spot, filter: Filter = {}): string => {
  const name = view.villages.find(({ id }) => id === village)?.name ?? ''
  const title = groupsOf(view, filter)
    .flatMap(({ steps }) => steps)
    .find(({ id }) => id === step)?.title
  return title ? `${name}“${title}”` : name
}

/** How much lies there: of one cell, or of the village. */
export const countOf = (view: MonitorView, { village, step }: Spot): Count => {
  const found = view.villages.find(({ id }) => id === village)
  return step ? columnOf(found?.cells ?? {}, step) : { overdue: found?.overdue ?? 0, open: found?.open ?? 0 }
}

/** 逾期6件，在办9件。最久的逾期12天。 */
export const countWords = (count: Count, today: string): string => {
  const { overdue, open, oldest } = count
  if (open === 0) return '现在没有事项。'
  if (overdue === 0) return `在办${open}件，没有逾期。`
  const days = oldest ? daysBetween(oldest, today) : 0
  return `逾期${overdue}件，在办${open}件。${days > 0 ? `最久的逾期${days}天。` : ''}`
}

/** The cell that can wait least: most overdue, then the oldest; of what supervises only where that was asked for. Undefined when nothing is late. */
export const mostUrgent = (view: MonitorView, filter: Filter): Spot | undefined => {
  const columns = groupsOf(view, filter)
    .flatMap(({ steps }) => steps)
    .filter(({ id }) => filter.mark || !overseeing.includes(id))
  const late = view.villages
    .flatMap((v) => columns.map(({ id }) => ({ village: v.id, step: id, ...columnOf(v.cells, id) })))
    .filter(({ overdue }) => overdue > 0)
    .sort((a, b) => b.overdue - a.overdue || (a.oldest ?? '').localeCompare(b.oldest ?? ''))
  return late[0] && { village: late[0].village, step: late[0].step }
}

/** What is shown, in one sentence: for whoever hears the page, and beside the filters. */
export const shownWords = (villages: readonly HeatVillage[]): string =>
  villages.length === 0
    ? '没有符合的村。'
    : `${villages.length}个村，在办${villages.reduce((n, v) => n + v.all, 0)}件，逾期${villages.reduce((n, v) => n + v.late, 0)}件。`
