import type { CaseView, SheetView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { pageScrollTo } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { type BarRow, Bars } from '../../components/Bars'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { LedgerSummary } from '../../components/Ledger'
import { unitOf } from './cells'
import { History } from './History'
import { Rows } from './Rows'
import type { RowFilter } from './useRows'

export type StatementProps = {
  view: CaseView
  sheet: SheetView
  onAsk?: (no: number) => void
  /** what stands under the sum: 大白话说一遍 */
  children?: ReactNode
}

/** 财务收支: the sum that adds up, where money came from and went, each entry, and the months before. */
export function Statement({ view, sheet, onAsk, children }: StatementProps) {
  const [filter, setFilter] = useState<RowFilter>({})
  const { period, opening, income, expense, closing, categories } = sheet
  const choose = (next: RowFilter) => {
    setFilter(next)
    void pageScrollTo({ selector: '#rows' })
  }
  const rowsOf = (direction: 'in' | 'out'): BarRow[] =>
    categories
      .filter((c) => c.direction === direction)
      .map(({ category, fen, count }) => ({
        ...{ name: category, fen },
        ...(!sheet.totalsOnly && { more: `${count}笔`, onPress: () => choose({ direction, category }) }),
      }))
  const maxFen = Math.max(1, ...categories.map((c) => c.fen))
  const [from, to] = [rowsOf('in'), rowsOf('out')]
  return (
    <>
      <Card>
        <LedgerSummary
          {...{ openingFen: opening, incomeFen: income, expenseFen: expense, closingFen: closing }}
          period={unitOf(period)}
        />
      </Card>
      {children}
      {from.length > 0 && (
        <Card>
          <Bars kind="in" title="钱从哪里来" totalFen={income} rows={from} maxFen={maxFen} />
        </Card>
      )}
      {to.length > 0 && (
        <Card>
          <Bars kind="out" title="钱花到哪里" totalFen={expense} rows={to} maxFen={maxFen} />
          {sheet.otherIsMuch && (
            <View className="case-band-act">
              <Note tone="zhe">
                “其他”占了支出的{Math.round((sheet.other / expense) * 100)}%，超过一成，应当写清楚花在哪里。
              </Note>
            </View>
          )}
        </Card>
      )}
      <Rows id={view.id} sheet={sheet} filter={filter} onAll={() => setFilter({})} onAsk={onAsk} />
      {period && <History view={view} period={period} />}
    </>
  )
}
