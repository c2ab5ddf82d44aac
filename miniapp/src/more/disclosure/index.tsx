import type { DisclosureView } from '@shared/schemas/views'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useSession } from '../../api/session'
import { today } from '../../api/today'
import { useCall } from '../../api/useCall'
import { useVillage } from '../../api/useVillage'
import { Card, SectionTitle } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Page } from '../../components/Page'
import { Segmented } from '../../components/Segmented'
import { StatTiles } from '../../components/StatTiles'
import { param, routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { boardWords, savedWords } from '../../words'
import { BoardItems } from './BoardItems'
import './index.scss'
import { Missing } from './Missing'
import { type ItemDue, type Period, sorted } from './standing'

const authors = ['clerk', 'secretary', 'director', 'committee', 'collectiveHead']

/** 该公开的公开了没有: what the village owes in a year, what is missing first. */
export default function DisclosurePage() {
  const { params } = useRouter()
  const { id: chosen } = useVillage()
  const id = param(params, 'village') || chosen
  const thisYear = Number(today().slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const found = useCall('disclosure', id ? { params: { id }, query: { year } } : null)
  return (
    <Page
      title="该公开的公开了没有"
      onBack={goBack}
      busy={!found.answer}
      offline={found.savedAt && savedWords(found.savedAt, today())}
    >
      <Segmented
        label="看哪一年"
        options={[thisYear, thisYear - 1].map((y) => ({ value: `${y}`, words: `${y}年` }))}
        value={`${year}`}
        onChange={(value) => setYear(Number(value))}
      />
      <Loaded of={found} kind="list" label="正在对公开目录">
        {(view) => <Calendar view={view} />}
      </Loaded>
    </Page>
  )
}

function Calendar({ view }: { view: DisclosureView }) {
  const person = useSession()?.person
  const writes = person?.posts.some((p) => p.place === view.village && authors.includes(p.role)) ?? false
  const { missing } = sorted(view.items)
  const { totals } = view
  const act = (item: ItemDue, { period, id }: Period) =>
    go(
      !writes
        ? routes.askMissing(view.village, item.code, period)
        : id
          ? routes.case(id)
          : routes.open('notice', undefined, { item: item.code, period }),
    )
  return (
    <>
      <Card title={`${view.villageName}${view.year}年`} end="39项目录">
        <StatTiles
          across="three"
          stats={[
            {
              icon: 'alert',
              words: '还没公开',
              value: totals.missing,
              unit: '期',
              tone: totals.missing ? 'jiang' : undefined,
            },
            { icon: 'clock', words: '迟公开', value: totals.late, unit: '期' },
            { icon: 'checkc', words: '按时公开', value: totals.posted + totals.nothing, unit: '期' },
          ]}
        />
      </Card>
      {missing.length > 0 ? (
        <SectionTitle title="还没有公开" meta={`${missing.length}项`} />
      ) : (
        <Note tone="song">到今天为止，按规定该公开的都公开了。</Note>
      )}
      {missing.map((item) => (
        <Missing key={item.code} item={item} today={view.today} writes={writes} onAct={act} />
      ))}
      {(['party', 'village', 'finance'] as const).map((board) => (
        <BoardItems
          key={board}
          title={boardWords[board]}
          items={view.items.filter((item) => item.board === board && !missing.includes(item))}
          today={view.today}
        />
      ))}
    </>
  )
}
