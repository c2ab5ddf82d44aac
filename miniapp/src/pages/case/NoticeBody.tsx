import { yuan } from '@shared/money'
import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Bars } from '../../components/Bars'
import { Link } from '../../components/Button'
import { Card } from '../../components/Card'
import { Definitions } from '../../components/Definitions'
import { LedgerSummary } from '../../components/Ledger'
import { Papers } from './Papers'

type Line = { direction: 'in' | 'out'; category: string; purpose?: string; amount: number; vouchers?: number }

/** What a notice says: the sum, where money came from and went, the words, the papers. */
export function NoticeBody({ view }: { view: CaseView }) {
  const { fields } = view
  const ids = Array.isArray(fields.attachments) ? (fields.attachments as string[]) : []
  const papers = view.files.filter((f) => ids.includes(f.id))
  return (
    <>
      {isLedger(fields) && <Account {...fields} />}
      {typeof fields.summary === 'string' && (
        <Card title="大白话说一遍">
          <View className="mw-pre">{fields.summary}</View>
        </Card>
      )}
      {typeof fields.body === 'string' && (
        <Card title="内容">
          <View className="mw-pre">{fields.body}</View>
        </Card>
      )}
      {papers.length > 0 && (
        <Card title="附件" end={`${papers.length}份`}>
          <Papers files={papers} />
        </Card>
      )}
    </>
  )
}

type Ledger = { opening: number; closing: number; lines: readonly Line[]; period?: string }

const isLedger = (fields: CaseView['fields']): fields is CaseView['fields'] & Ledger =>
  typeof fields.opening === 'number' && typeof fields.closing === 'number' && Array.isArray(fields.lines)

/** The total of some lines in fen. */
const total = (lines: readonly Line[]) => lines.reduce((sum, { amount }) => sum + amount, 0)

function Account({ opening, closing, lines, period = '' }: Ledger) {
  const ofKind = (direction: Line['direction']) => lines.filter((line) => line.direction === direction)
  const income = byCategory(ofKind('in'))
  const expense = byCategory(ofKind('out'))
  const maxFen = Math.max(1, ...[...income, ...expense].map((row) => row.fen))
  return (
    <>
      <Card>
        <LedgerSummary
          {...{
            openingFen: opening,
            incomeFen: total(ofKind('in')),
            expenseFen: total(ofKind('out')),
            closingFen: closing,
          }}
          period={period.includes('Q') ? '季' : '月'}
        />
      </Card>
      {income.length > 0 && (
        <Card>
          <Bars kind="in" title="钱从哪里来" totalFen={total(ofKind('in'))} rows={income} maxFen={maxFen} />
        </Card>
      )}
      {expense.length > 0 && (
        <Card>
          <Bars kind="out" title="钱花到哪里" totalFen={total(ofKind('out'))} rows={expense} maxFen={maxFen} />
        </Card>
      )}
      <Details lines={lines} />
    </>
  )
}

function byCategory(lines: readonly Line[]): { name: string; fen: number }[] {
  const sums = new Map<string, number>()
  for (const { category, amount } of lines) sums.set(category, (sums.get(category) ?? 0) + amount)
  return [...sums].map(([name, fen]) => ({ name, fen })).sort((a, b) => b.fen - a.fen)
}

/** 逐项逐笔: every line as it was written, folded at first. */
function Details({ lines }: { lines: readonly Line[] }) {
  const [open, setOpen] = useState(false)
  const words = ({ direction, amount, vouchers }: Line) =>
    `${direction === 'in' ? '＋' : '－'}${yuan(amount)}${vouchers ? `，凭证${vouchers}张` : ''}`
  return (
    <Card title="逐项逐笔" end={`${lines.length}笔`}>
      {open && (
        <Definitions
          layout="rows"
          items={lines.map((line, i) => ({
            term: `${i + 1}. ${line.purpose ? `${line.category}：${line.purpose}` : line.category}`,
            words: words(line),
          }))}
        />
      )}
      <Link words={open ? '收起' : '一笔一笔看'} onPress={() => setOpen(!open)} />
    </Card>
  )
}
