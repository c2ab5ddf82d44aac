import { yuan } from '@shared/money'
import { View } from '@tarojs/components'

export type LedgerSummaryProps = {
  /** All in fen. Shown as they are; whoever hands them over has made sure that they add up. */
  openingFen?: number
  incomeFen: number
  expenseFen: number
  closingFen?: number
  /** 月 (default): 上月结余 … 月底结余; 期 where it is neither a month nor a quarter nor a year. */
  period?: '月' | '季' | '期' | '年'
}

/** 账: opening ＋ income － expense ＝ closing, as a sum to be checked. */
export function LedgerSummary({ openingFen, incomeFen, expenseFen, closingFen, period = '月' }: LedgerSummaryProps) {
  return (
    <View className="mw-ledger">
      {openingFen !== undefined && <Line words={`上${period}结余`} fen={openingFen} />}
      <Line sign="＋" dot="in" words={`本${period}收入`} fen={incomeFen} />
      <Line sign="－" dot="out" words={`本${period}支出`} fen={expenseFen} />
      {closingFen !== undefined && (
        <>
          <View className="mw-wenwu" />
          <View className="mw-ledger-row total">
            <View className="mw-ledger-term">{period === '期' ? '期末结余' : `${period}底结余`}</View>
            <View className="mw-ledger-sum">
              {yuan(closingFen)}
              <Unit>元</Unit>
            </View>
          </View>
        </>
      )}
    </View>
  )
}

function Line({ sign, dot, words, fen }: { sign?: string; dot?: 'in' | 'out'; words: string; fen: number }) {
  return (
    <View className="mw-ledger-row">
      <View className="mw-ledger-term">
        <View className="mw-ledger-sign">{sign}</View>
        {dot && <Dot kind={dot} />}
        {words}
      </View>
      <View className="mw-ledger-sum">{yuan(fen)}</View>
    </View>
  )
}

/** 元, 件, %: small, after a figure. */
export function Unit({ children }: { children: string }) {
  return (
    <View className="mw-unit" style="display:inline">
      {children}
    </View>
  )
}

export function Dot({ kind }: { kind: 'in' | 'out' }) {
  return <View className={`mw-dot mw-c-${kind}`} />
}

export type Figure = { words: string; value: string; unit: string; dot?: 'in' | 'out' }

/** Three short figures beside each other (收入 支出 结余, in 万); under each other in large type. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <View className="mw-fin">
      {figures.map(({ words, value, unit, dot }) => (
        <View key={words} className="mw-fin-one">
          <View className="mw-fin-term">
            {dot && <Dot kind={dot} />}
            {words}
          </View>
          <View className="mw-fin-sum">
            {value}
            <Unit>{unit}</Unit>
          </View>
        </View>
      ))}
    </View>
  )
}
