import type { MonitorView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { Segmented } from '../../components/Segmented'
import { ClusterFilter } from '../ClusterFilter'
import { clustersOf } from '../clusters'
import type { Filter } from './matrix'

const lateness = [
  { value: 'all', words: '各村' },
  { value: 'late', words: '只看逾期' },
] as const

/** Which cluster, and whether villages without anything overdue are shown. */
export function Filters({
  view,
  filter,
  onChange,
}: {
  view: MonitorView
  filter: Filter
  onChange: (filter: Filter) => void
}) {
  return (
    <View className="mw-monitor-filter">
      <ClusterFilter
        clusters={clustersOf(view)}
        value={filter.cluster}
        onChange={(cluster) => onChange({ ...filter, cluster })}
      />
      <Segmented
        label="看哪些村"
        options={lateness}
        value={filter.overdueOnly ? 'late' : 'all'}
        onChange={(value) => onChange({ ...filter, overdueOnly: value === 'late' })}
      />
    </View>
  )
}
