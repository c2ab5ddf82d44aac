import type { MonitorView } from '@shared/schemas/monitorViews'
import { View } from '@tarojs/components'
import { aria } from '../../components/aria'
import { Link } from '../../components/Button'
import { Segmented } from '../../components/Segmented'
import { SelectField } from '../form/SelectField'
import { choicesOf, type Filter, isSame } from './filter'
import './monitor.scss'

const lateness = [
  { value: 'all', words: '各村' },
  { value: 'late', words: '只看逾期' },
] as const

export type FiltersProps = { view: MonitorView; filter: Filter; onChange: (filter: Filter) => void }

/** 片, 事项, 经办, 期限, and whether villages without anything late are shown. */
export function Filters({ view, filter, onChange }: FiltersProps) {
  return (
    <View className="mw-monitor-filter" {...aria({ role: 'group', label: '筛选' })}>
      {choicesOf(view).map(({ name, label, options }) => (
        <SelectField
          key={name}
          label={label}
          options={options}
          value={filter[name] ?? ''}
          onChange={(value) => onChange({ ...filter, [name]: value || undefined })}
        />
      ))}
      <Segmented
        label="看哪些村"
        options={lateness}
        value={filter.overdueOnly ? 'late' : 'all'}
        onChange={(value) => onChange({ ...filter, overdueOnly: value === 'late' || undefined })}
      />
      {!isSame(filter, {}) && <Link words="不筛了" icon="undo" onPress={() => onChange({})} />}
    </View>
  )
}
