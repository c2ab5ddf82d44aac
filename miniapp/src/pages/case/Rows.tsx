import { yuan } from '@shared/money'
import type { RowsView, SheetView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../api/client'
import { aria } from '../../components/aria'
import { Button, Link } from '../../components/Button'
import { Card } from '../../components/Card'
import { Chip, Note } from '../../components/Chip'
import { Definitions } from '../../components/Definitions'
import { openPaper } from '../../platform/openFile'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { type Cells, type Columns, entryLine, rowWords, totalsOf } from './cells'
import { Parts } from './Parts'
import { type RowFilter, useRows } from './useRows'

export type RowsProps = {
  id: string
  sheet: SheetView
  /** a statement's: the bar that was tapped */
  filter?: RowFilter
  onAll?: () => void
  /** asks about one row; absent where this reader may not */
  onAsk?: (no: number) => void
}

/** So many rows stand there at first: what follows them shouldn't be a long way off. */
const folded = 8

const changes = {
  new: { kind: 'dai', words: '新增', icon: 'plus' },
  changed: { kind: 'zhe', words: '有变化', icon: 'edit' },
} as const

/** The list as a workbook, masked as on the page. */
function Export({ id }: { id: string }) {
  const [says, setSays] = useState<string>()
  const save = async () => {
    setSays('正在准备表格…')
    const { answer, refused } = await call('exportSheet', { body: { case: id } })
    if (refused) return setSays(refused.says)
    setSays((await openPaper(answer.url, 'xlsx')) ? undefined : '表格没有下载成，请连上网再点一次。')
  }
  return (
    <>
      <Link icon="download" words="导出Excel" onPress={() => void save()} />
      {says && <Note>{says}</Note>}
    </>
  )
}

/** Every row of a list, fifty at a time, masked by the server; a statement's entry by entry, the others name by name. */
export function Rows({ id, sheet, filter = {}, onAll, onAsk }: RowsProps) {
  const { first, rows, more, busy, refused } = useRows(id, filter)
  const [open, setOpen] = useState(false)
  // Whoever tapped a bar wants to see all that is behind it.
  const isFolded = !open && !filter.category && rows.length > folded
  const shown = isFolded ? rows.slice(0, folded) : rows
  const isStatement = sheet.kind === 'statement'
  const unit = isStatement ? '笔' : '条'
  const { category, direction } = filter
  return (
    <View id="rows">
      <Card
        title={isStatement ? '逐项逐笔' : sheet.title}
        end={category ? `${direction === 'in' ? '收入' : '支出'}：${category}` : `${sheet.count}${unit}`}
      >
        {!sheet.totalsOnly && <Export id={id} />}
        {category && onAll && <Link words={`看全部${sheet.count}笔`} onPress={onAll} />}
        <Loaded of={first} kind="lines" label="正在打开明细">
          {({ columns, gone, since }) => (
            <>
              {sheet.totalsOnly && <Note>{sheet.totalsOnly}</Note>}
              {since && (
                <View className="mw-second">
                  和上一次公开的比，变了的都标出来了。
                  <Link words="看上一次的" onPress={() => go(routes.case(since))} />
                </View>
              )}
              <View {...aria({ role: 'list' })}>
                {shown.map((row) =>
                  isStatement ? (
                    <Entry key={row.no} row={row} period={sheet.period} onAsk={onAsk} />
                  ) : (
                    <Named key={row.no} row={row} kind={sheet.kind} columns={columns} onAsk={onAsk} />
                  ),
                )}
              </View>
              {isFolded && (
                <Button kind="second" block icon="down" onPress={() => setOpen(true)}>
                  {`${unit === '笔' ? '一笔一笔' : '一条一条'}往下看`}
                </Button>
              )}
              {refused && <Note tone="jiang">后面的没打开。{refused.says}</Note>}
              {more && !isFolded && (
                <Button kind="second" block busy={busy} busyWords="正在打开…" onPress={() => void more()}>
                  {refused ? '再试一次' : `再看${Math.min(50, sheet.count - rows.length) || ''}${unit}`}
                </Button>
              )}
              {gone.length > 0 && <Gone kind={sheet.kind} columns={columns} gone={gone} />}
              {!isStatement && (
                <View className="case-totals">
                  <Definitions layout="rows" items={totalsOf(sheet, columns)} />
                </View>
              )}
            </>
          )}
        </Loaded>
      </Card>
    </View>
  )
}

type Row = RowsView['rows'][number]

function Entry({ row, period, onAsk }: { row: Row; period?: string; onAsk?: (no: number) => void }) {
  const { category, purpose, direction, amount, approvers, decision } = row.cells
  const sum = `${direction === 'in' ? '＋' : '－'}${typeof amount === 'number' ? yuan(amount) : ''}`
  const approved = [approvers ? `审批：${approvers}` : '', decision ? `决议：${decision}` : ''].filter(Boolean)
  return (
    <View className="case-row" {...aria({ role: 'listitem' })}>
      <View className="mw-bar-line">
        <View className="case-row-title">{purpose ?? category}</View>
        <View className="mw-bar-sum">{sum}</View>
      </View>
      <Parts words={`${row.no}. ${category} · ${entryLine(row.cells, period)}`.split(' · ')} />
      {approved.length > 0 && <Parts words={approved} plain />}
      <Asking row={row} onAsk={onAsk} what="这一笔" />
    </View>
  )
}

type NamedProps = { row: Row; kind: SheetView['kind']; columns: Columns; onAsk?: (no: number) => void }

function Named({ row, kind, columns, onAsk }: NamedProps) {
  return (
    <View className="case-row" {...aria({ role: 'listitem' })}>
      {row.change && <Chip {...changes[row.change]} />}
      <Words kind={kind} columns={columns} cells={row.cells} no={row.no} />
      <Asking row={row} onAsk={onAsk} what="这一条" />
    </View>
  )
}

function Words({ kind, columns, cells, no }: Pick<NamedProps, 'kind' | 'columns'> & { cells: Cells; no?: number }) {
  const { title, sum, rest } = rowWords(kind, columns, cells)
  return (
    <>
      <View className="mw-bar-line">
        <View className="case-row-title">{no === undefined ? title : `${no}. ${title}`}</View>
        {sum && <View className="mw-bar-sum">{sum}</View>}
      </View>
      {rest.length > 0 && <Parts words={rest.map(({ term, words }) => `${term}：${words}`)} plain />}
    </>
  )
}

/** What was asked about the row, and asking. */
function Asking({ row, onAsk, what }: { row: Row; onAsk?: (no: number) => void; what: string }) {
  if (row.asked.length === 0 && !onAsk) return null
  return (
    <View className="case-asking">
      {row.asked.map(({ id, answered }) => (
        <Link
          key={id}
          icon="speak"
          words={answered ? '有人问过，已经答复' : '有人问过，等答复'}
          onPress={() => go(routes.case(id))}
        />
      ))}
      {onAsk && <Link words={`问${what}`} onPress={() => onAsk(row.no)} />}
    </View>
  )
}

function Gone({ kind, columns, gone }: { kind: SheetView['kind']; columns: Columns; gone: RowsView['gone'] }) {
  return (
    <View className="case-gone">
      {gone.map((cells, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: these rows have no name of their own and never move
        <View key={i} className="case-row">
          <Chip kind="hui" words="没有了" icon="minusc" />
          <Words kind={kind} columns={columns} cells={cells} />
        </View>
      ))}
    </View>
  )
}
