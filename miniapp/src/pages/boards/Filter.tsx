import { periodName } from '@shared/period'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCall } from '../../api/useCall'
import { Link } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Row } from '../../components/Row'
import { Segmented } from '../../components/Segmented'
import { Skeleton } from '../../components/Skeleton'
import './index.scss'

/** One item of the catalogue, and one period of it. */
export type Only = { item: string; title: string; period?: string; periods: readonly string[] }

export type FilterProps = {
  village: string
  board: 'all' | 'party' | 'village' | 'finance'
  today: string
  only?: Only
  onOnly: (only: Only | undefined) => void
}

/** 按项目看: the items of this board that have something, asked for when someone opens it; then the periods of the one chosen. */
export function Filter({ village, board, today, only, onOnly }: FilterProps) {
  const [open, setOpen] = useState(false)
  if (only)
    return (
      <Card title={only.title}>
        {only.periods.length > 1 && (
          <View className="boards-periods">
            <Segmented
              label="哪一期"
              options={[
                { value: '', words: '全部' },
                ...only.periods.map((period) => ({ value: period, words: periodName(period) })),
              ]}
              value={only.period ?? ''}
              onChange={(period) => onOnly({ ...only, period: period || undefined })}
            />
          </View>
        )}
        <Link words="不筛了，看全部" icon="x" onPress={() => onOnly(undefined)} />
      </Card>
    )
  return (
    <>
      <Link words={open ? '收起' : '按项目和时期看'} icon="list" onPress={() => setOpen(!open)} />
      {open && (
        <Items
          {...{ village, board, today }}
          onOnly={(chosen) => {
            setOpen(false)
            onOnly(chosen)
          }}
        />
      )}
    </>
  )
}

function Items({ village, board, today, onOnly }: Omit<FilterProps, 'only'>) {
  const thisYear = Number(today.slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const { answer, refused, reload } = useCall('disclosure', { params: { id: village }, query: { year } })
  const items = (answer?.items ?? [])
    .filter((item) => board === 'all' || item.board === board)
    .map((item) => ({ ...item, posted: item.periods.filter((p) => p.id) }))
    .filter((item) => item.posted.length > 0)
    // What a later item's list discloses as well stands on the board under that one.
    .filter(
      (item, i, all) =>
        !all.slice(i + 1).some((later) => item.posted.every((p) => later.posted.some((l) => l.id === p.id))),
    )
  return (
    <>
      <Segmented
        label="哪一年"
        options={[thisYear, thisYear - 1].map((y) => ({ value: `${y}`, words: `${y}年` }))}
        value={`${year}`}
        onChange={(to) => setYear(Number(to))}
      />
      {refused && (
        <Note tone="zhe">
          项目没有打开。{refused.says}
          <Link words="再试一次" onPress={() => void reload()} />
        </Note>
      )}
      {!answer && !refused && <Skeleton kind="list" label="正在打开项目" />}
      {answer && items.length === 0 && <Note tone="hui">这一年这一栏还没有贴过东西。</Note>}
      {items.length > 0 && (
        <Card flush>
          {items.map(({ code, title, posted }) => (
            <Row
              key={code}
              title={title}
              end={`${posted.length}份`}
              onPress={() =>
                onOnly({
                  ...{ item: code, title },
                  // what happened on a day is no period
                  periods: posted.map((p) => p.period).filter((period) => !period.startsWith('@')),
                })
              }
            />
          ))}
        </Card>
      )}
    </>
  )
}
