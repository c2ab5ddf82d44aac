import { wan } from '@shared/money'
import { periodName, periodWords } from '@shared/period'
import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCall } from '../../api/useCall'
import { AccountBars } from '../../components/AccountBars'
import { Link } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { lately, yearAgainst } from './accounts'

/** 最近的账 and 今年比去年, from the sums of the statements that hang on the board. Nothing while there is only this one. */
export function History({ view, period }: { view: CaseView; period: string }) {
  const [all, setAll] = useState(false)
  const { answer, refused, reload } = useCall('accounts', { params: { id: view.village } })
  if (refused)
    return (
      <Card title="最近的账">
        <Note tone="zhe">最近的账没打开。{refused.says}</Note>
        <Link words="再试一次" onPress={() => void reload()} />
      </Card>
    )
  const accounts = answer?.accounts ?? []
  const before = lately(accounts, period)
  const against = yearAgainst(accounts, period)
  if (before.length < 2) return null
  const shown = all ? before : before.slice(-4)
  return (
    <>
      <Card title={before.length > 11 ? '最近12个月' : '最近的账'} end={`${before.length}期`}>
        <AccountBars
          label="每期的收入和支出"
          bars={shown.map(({ period: of, income, expense }) => ({
            words: of.slice(0, 4) === period.slice(0, 4) ? periodWords(of) : periodName(of),
            ...{ incomeFen: income, expenseFen: expense, here: of === period },
          }))}
        />
        {before.length > 4 && (
          <Link words={all ? '只看最近4期' : `看全部${before.length}期`} onPress={() => setAll(!all)} />
        )}
      </Card>
      {against && (
        <Card title="今年比去年" end={spanWords(against.periods)}>
          <AccountBars
            label={`${against.year}年和${against.year - 1}年同期的收入和支出`}
            bars={[
              {
                words: `${against.year - 1}年`,
                ...{ incomeFen: against.income.before, expenseFen: against.expense.before },
              },
              {
                words: `${against.year}年`,
                ...{ incomeFen: against.income.now, expenseFen: against.expense.now, here: true },
              },
            ]}
          />
          <View className="mw-second case-against">
            收入{apart(against.income)}，支出{apart(against.expense)}。
          </View>
        </Card>
      )}
    </>
  )
}

/** 比去年同期多1.20万元 */
function apart({ now, before }: { now: number; before: number }): string {
  if (now === before) return '和去年同期一样'
  return `比去年同期${now > before ? '多' : '少'}${wan(Math.abs(now - before))}万元`
}

const spanWords = (periods: readonly string[]) =>
  periods.length === 1
    ? periodWords(periods[0])
    : `${periodWords(periods[0])}到${periodWords(periods.at(-1)!)}，${periods.length}期`
