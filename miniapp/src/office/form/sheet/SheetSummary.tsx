import { yuan } from '@shared/money'
import type { SheetView } from '@shared/schemas/views'
import { sheetKinds } from '@shared/sheetKinds'
import { View } from '@tarojs/components'
import { Bars } from '../../../components/Bars'
import { Note } from '../../../components/Chip'
import { Definitions } from '../../../components/Definitions'
import { LedgerSummary } from '../../../components/Ledger'
import { ledgerPeriod } from '../periods'
import { counter } from './typedSheet'

const share = (part: number, whole: number) => `${Math.round((part * 100) / Math.max(1, whole))}%`

/** What a list comes to: how many rows, the sum that has to add up, and what is to be looked at. `whole`: every category too. */
export function SheetSummary({ view, whole = false }: { view: SheetView; whole?: boolean }) {
  const { kind, title, count, opening, closing, income, expense, period } = view
  if (kind !== 'statement') return <Listed view={view} />
  const known = opening !== undefined && closing !== undefined
  const off = known ? closing - (opening + income - expense) : 0
  return (
    <View className="mw-stack">
      <View className="mw-strong">
        {title}，{count}
        {counter(kind)}
      </View>
      {known ? (
        <LedgerSummary
          {...{ openingFen: opening, incomeFen: income, expenseFen: expense, closingFen: closing }}
          period={ledgerPeriod(period)}
        />
      ) : (
        <View>
          收入{yuan(income)}元，支出{yuan(expense)}元
        </View>
      )}
      {!known && <Note tone="zhe">还没有期初结余和期末结余，请补上再交。</Note>}
      {off !== 0 && (
        <Note tone="jiang">
          算下来期末应该是{yuan(closing! - off)}元，写的{off > 0 ? '多' : '少'}了{yuan(Math.abs(off))}元。
        </Note>
      )}
      {view.otherIsMuch && (
        <Note tone="zhe">
          “其他”支出{yuan(view.other)}元，占{share(view.other, expense)}，超过一成。请看清楚花在哪里。
        </Note>
      )}
      {whole && <Categories view={view} />}
    </View>
  )
}

function Listed({ view: { kind, title, count, sums } }: { view: SheetView }) {
  const columns = sheetKinds[kind].columns.filter(({ key }) => sums[key] !== undefined && key !== 'rate')
  return (
    <View className="mw-stack">
      <View className="mw-strong">
        {title}，{count}行
      </View>
      <Definitions
        layout="rows"
        items={columns.map(({ key, label }) => ({ term: `${label}合计`, words: `${yuan(sums[key])}元` }))}
      />
    </View>
  )
}

function Categories({ view: { categories, income, expense } }: { view: SheetView }) {
  const maxFen = Math.max(1, ...categories.map(({ fen }) => fen))
  const of = (direction: 'in' | 'out') =>
    categories.filter((c) => c.direction === direction).map(({ category, fen }) => ({ name: category, fen }))
  return (
    <>
      {of('in').length > 0 && <Bars kind="in" title="钱从哪里来" totalFen={income} rows={of('in')} maxFen={maxFen} />}
      {of('out').length > 0 && (
        <Bars kind="out" title="钱花到哪里" totalFen={expense} rows={of('out')} maxFen={maxFen} />
      )}
    </>
  )
}
