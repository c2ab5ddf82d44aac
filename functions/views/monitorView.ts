import { addDays, isOverdue } from '@shared/engine/deadline'
import type { TownshipPlace } from '@shared/schemas/person'
import type { MonitorView } from '@shared/schemas/views'
import { workflowOf, workflows } from '@shared/workflows'
import type { Row } from '../store/table'

/** What a backlog key says: due day, village, workflow, step. */
export const backlogKey = (row: Row) => {
  const [due, village, workflow, step] = row.sort.split('#')
  const definition = workflowOf(workflow)
  return {
    id: row.pk,
    due,
    village,
    mark: definition?.mark ?? workflow,
    seal: definition?.steps.find((s) => s.id === step)?.seal ?? '?',
  }
}

/** Village × step × overdue, counted from the keys of the backlog alone. Most overdue first, then by name: an order of work, not of merit. */
export const monitorView = (township: TownshipPlace, rows: readonly Row[], today: string): MonitorView => {
  const villages = new Map(
    township.villages.map((v) => [
      v.id,
      {
        id: v.id,
        name: v.name,
        cluster: township.clusters.find((c) => c.id === v.cluster)?.name ?? v.cluster,
        open: 0,
        overdue: 0,
        cells: {} as MonitorView['villages'][number]['cells'],
      },
    ]),
  )
  const week = addDays(today, 7)
  const totals = { open: 0, overdue: 0, dueThisWeek: 0 }
  for (const row of rows) {
    const { due, village: id, mark, seal } = backlogKey(row)
    const village = villages.get(id)
    if (!village) continue
    const late = isOverdue(due, today) ? 1 : 0
    const key = `${mark}/${seal}`
    const cell = village.cells[key] ?? { open: 0, overdue: 0, oldest: due }
    village.cells[key] = cell
    cell.open++
    cell.overdue += late
    village.open++
    village.overdue += late
    totals.open++
    totals.overdue += late
    if (due >= today && due <= week) totals.dueThisWeek++
  }
  return {
    ...{ today, township: township.id, townshipName: township.name, totals },
    columns: [...new Map(workflows.map((w) => [w.mark, w])).values()].map((w) => ({
      mark: w.mark,
      title: w.title,
      seals: [...new Map(w.steps.map((s) => [s.seal, s.title])).entries()].map(([seal, title]) => ({ seal, title })),
    })),
    villages: [...villages.values()].sort((a, b) => b.overdue - a.overdue || a.name.localeCompare(b.name, 'zh-CN')),
  }
}
