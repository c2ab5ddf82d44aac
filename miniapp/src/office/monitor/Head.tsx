import type { MonitorView } from '@shared/schemas/monitorViews'
import { Button } from '../../components/Button'
import type { HeatGroup, HeatVillage } from '../../components/heat'
import { Segmented } from '../../components/Segmented'
import { WideHead } from '../../components/Sidebar'
import { canSaveText, saveText } from '../../platform/saveText'
import { monthDay } from '../../words'
import { csvOf, matrixRows } from './csv'

const spans = [
  { value: 'now', words: '现在' },
  { value: 'month', words: '本月' },
  { value: 'quarter', words: '本季度' },
] as const

export type SpanName = (typeof spans)[number]['value']

export type HeadProps = {
  view: MonitorView
  groups: readonly HeatGroup[]
  villages: readonly HeatVillage[]
  span: SpanName
  onSpan: (span: SpanName) => void
}

/** The head of the wide page: now or a span of time, and what is shown as a table to keep. */
export function Head({ view, groups, villages, span, onSpan }: HeadProps) {
  const save = () =>
    saveText(`${view.townshipName}监测${view.today}.csv`, csvOf(matrixRows(groups, villages)), 'text/csv;charset=utf-8')
  return (
    <WideHead title="监测" asOf={`${view.villages.length}个村，截至${monthDay(view.today)}`}>
      <Segmented label="看哪一段" options={spans} value={span} onChange={onSpan} />
      {canSaveText() && (
        <Button kind="second" small icon="download" onPress={save}>
          导出表格
        </Button>
      )}
    </WideHead>
  )
}
