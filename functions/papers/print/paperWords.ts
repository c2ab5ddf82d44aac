import type { Board } from '@shared/engine/workflow'
import { yuan } from '@shared/money'
import type { CaseView } from '@shared/schemas/views'
import type { Column } from '@shared/sheetKinds'

export const boardNames: Readonly<Record<Board, string>> = {
  party: '党务公开栏',
  village: '村务公开栏',
  finance: '财务公开栏',
}

/** 2026-06-08 → 2026年6月8日 */
export const dayWords = (day: string): string => `${day.slice(0, 4)}年${+day.slice(5, 7)}月${+day.slice(8, 10)}日`

/** 6月8日 */
export const shortDay = (day: string): string => `${+day.slice(5, 7)}月${+day.slice(8, 10)}日`

/** How a statement calls its span: 上月结余, 本季收入. */
export const spanOf = (period = ''): { last: string; now: string; end: string } =>
  period.includes('Q')
    ? { last: '上季', now: '本季', end: '季末' }
    : period.length === 7 && !period.includes('H')
      ? { last: '上月', now: '本月', end: '月底' }
      : { last: '上期', now: '本期', end: '期末' }

/** A cell as people read it: money in yuan, a choice by its label. */
export const cellWords = (column: Column, value: string | number | undefined): string => {
  if (value === undefined) return ''
  if (column.kind === 'money') return yuan(Number(value))
  return column.options?.find((o) => o.value === value)?.label ?? String(value)
}

/** 公示期 6月5日 至 6月20日 */
export const displayWords = ({ shown, today }: { shown: CaseView['shown']; today: string }): string => {
  if (!shown) return `${dayWords(today)}打印，还没有公开`
  const from = dayWords(shown.appOn)
  return shown.untilOn ? `公示期 ${from} 至 ${dayWords(shown.untilOn)}` : `${from}公开`
}
