import { catalogueItem } from '@shared/catalogue'
import { periodName } from '@shared/period'
import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { useCall } from '../../api/useCall'
import { Card } from '../../components/Card'
import { Definitions } from '../../components/Definitions'
import { cellWords, rowWords } from '../../pages/case/cells'

/** What the question is about: a notice, and one row of its list. */
export function AboutCase({ view, row }: { view: CaseView; row?: number }) {
  return (
    <Card title="问的是">
      <View className="mw-strong">{view.title}</View>
      <View className="mw-meta">{`编号 ${view.number}`}</View>
      {row !== undefined && <AboutRow view={view} row={row} />}
    </Card>
  )
}

function AboutRow({ view, row }: { view: CaseView; row: number }) {
  const { answer } = useCall('rows', { params: { id: view.id }, query: { limit: 1, after: `${row - 1}` } })
  const found = answer?.rows[0]
  if (!answer || found?.no !== row) return <View className="ask-row">{`第${row}笔`}</View>
  const { columns } = answer
  const { title, sum, rest } = rowWords(view.sheet?.kind ?? 'statement', columns, found.cells)
  const word = (key: string) => {
    const column = columns.find((c) => c.key === key)
    return column && cellWords(column, found.cells[key])
  }
  const isStatement = view.sheet?.kind === 'statement'
  const says = isStatement
    ? [word('direction'), word('category'), word('on'), word('voucher')].filter(Boolean).join(' · ')
    : rest.map(({ words }) => words).join(' · ')
  return (
    <View className="ask-row">
      <View className="mw-bar-line">
        <View className="mw-strong">{`第${row}${isStatement ? '笔' : '条'}：${isStatement ? (word('purpose') ?? title) : title}`}</View>
        {sum && <View className="mw-bar-sum">{sum}</View>}
      </View>
      <View className="mw-meta">{says}</View>
    </View>
  )
}

/** What should have been published and wasn't. */
export function AboutMissing({ item, period, village }: { item: string; period: string; village: string }) {
  return (
    <Card title="问的是">
      <Definitions
        layout="rows"
        items={[
          { term: '哪一项', words: catalogueItem(item)?.title ?? item },
          { term: '哪一期', words: periodName(period) },
          { term: '哪个村', words: village },
        ]}
      />
      <View className="mw-meta ask-why">按规定应该公开，还没有公开。</View>
    </Card>
  )
}
