import { Segmented } from '../components/Segmented'

type ClusterFilterProps = {
  clusters: readonly string[]
  /** '' for the whole township */
  value: string
  onChange: (cluster: string) => void
}

/** Which cluster's villages are shown; nothing where there is but one. */
export function ClusterFilter({ clusters, value, onChange }: ClusterFilterProps) {
  if (clusters.length < 2) return null
  return (
    <Segmented
      label="看哪一片"
      options={[{ value: '', words: '全镇' }, ...clusters.map((cluster) => ({ value: cluster, words: cluster }))]}
      value={value}
      onChange={onChange}
    />
  )
}
