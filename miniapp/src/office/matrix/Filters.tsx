import type { Board } from '@shared/engine/workflow'
import type { MatrixView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { Segmented } from '../../components/Segmented'
import { boardWords } from '../../words'
import { ClusterFilter } from '../ClusterFilter'
import { clustersOf } from '../clusters'
import { boards, type Filter } from './matrix'

const which = [
  { value: 'all', words: '全部' },
  { value: 'missing', words: '只看缺的' },
] as const

type FiltersProps = {
  view: MatrixView
  filter: Filter
  onChange: (filter: Filter) => void
  years: readonly number[]
  onYear: (year: number) => void
  /** on a phone a strip shows every board */
  phone?: boolean
}

/** Which year, which cluster, which board, and whether what isn't missing is shown. */
export function Filters({ view, filter, onChange, years, onYear, phone }: FiltersProps) {
  return (
    <View className="mw-due-filter">
      <Segmented
        label="看哪一年"
        options={years.map((y) => ({ value: `${y}`, words: `${y}年` }))}
        value={`${view.year}`}
        onChange={(year) => onYear(Number(year))}
      />
      <ClusterFilter
        clusters={clustersOf(view)}
        value={filter.cluster}
        onChange={(cluster) => onChange({ ...filter, cluster })}
      />
      {!phone && (
        <Segmented<Board | ''>
          label="看哪一栏"
          options={[{ value: '', words: '三栏' }, ...boards.map((value) => ({ value, words: boardWords[value] }))]}
          value={filter.board}
          onChange={(board) => onChange({ ...filter, board })}
        />
      )}
      <Segmented
        label="看哪些村和项目"
        options={which}
        value={filter.missingOnly ? 'missing' : 'all'}
        onChange={(value) => onChange({ ...filter, missingOnly: value === 'missing' })}
      />
    </View>
  )
}
