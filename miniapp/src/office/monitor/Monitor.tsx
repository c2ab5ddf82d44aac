import type { MonitorView, TrendsView } from '@shared/schemas/monitorViews'
import type { PersonView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Asked, useCall } from '../../api/useCall'
import { aria } from '../../components/aria'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { HeatLegend, HeatMatrix } from '../../components/HeatMatrix'
import { Segmented } from '../../components/Segmented'
import { Beside, Wide } from '../../components/Sidebar'
import { StatTiles } from '../../components/StatTiles'
import { useOrders } from '../urging/useOrders'
import type { Urging } from '../urging/useUrging'
import { Drill } from './Drill'
import { Filters } from './Filters'
import { type Filter, isNarrowed, isSame } from './filter'
import { Head, type SpanName } from './Head'
import { Hottest } from './Hottest'
import {
  countOf,
  countWords,
  groupsOf,
  mostUrgent,
  others,
  pressingOther,
  type Spot,
  shownWords,
  spotWords,
  villagesOf,
} from './matrix'
import { NoVillage, OnPhone } from './OnPhone'
import { SavedViews } from './SavedViews'
import { Span } from './Span'
import { tilesOf } from './stats'
import { useBehind } from './useBehind'
import { Weeks } from './Weeks'
import './monitor.scss'

// All columns don't fit beside each other.
const halves = [
  { value: 'main', words: '说事、议事' },
  { value: 'others', words: '其他事项' },
] as const

export type MonitorProps = {
  view: MonitorView
  trends: Asked<TrendsView>
  person?: PersonView
  urging: Urging
  filter: Filter
  onFilter: (filter: Filter) => void
  /** how many 督办单 are open, where that is known */
  sent?: number
}

/** The matrix and what lies behind it; on a phone what can wait least, and a strip for each village. */
export function Monitor({ view, trends, person, urging, filter, onFilter, sent }: MonitorProps) {
  const [span, setSpan] = useState<SpanName>('now')
  const [half, setHalf] = useState<(typeof halves)[number]['value']>('main')
  const [chosen, setChosen] = useState<Spot>()
  const urgent = mostUrgent(view, filter)
  const spot = chosen ?? urgent
  const { pages, ready } = useBehind(spot, filter, urging.sends)
  const views = useCall('views', {})
  const orders = useOrders(spot?.village, urging.sends)
  const narrow = (next: Filter) => {
    setChosen(undefined)
    onFilter(next)
  }

  const { today, township } = view
  const groups = groupsOf(view, filter)
  const villages = villagesOf(view, filter)
  const hasOthers = groups.length > 2
  const shownGroups = hasOthers ? (half === 'main' ? groups.slice(0, 2) : groups.slice(2)) : groups
  // what isn't shown step by step is at least counted beside it
  const wideGroups = hasOthers && half === 'main' ? [...shownGroups, others] : shownGroups
  const choose = (village: string, step: string) => {
    if (step !== '*') return setChosen({ village, step })
    setHalf('others')
    setChosen(pressingOther(view, village))
  }
  const whichHalf = hasOthers && <Segmented label="看哪几步" options={halves} value={half} onChange={setHalf} />
  const drill = spot && (
    <Drill
      key={`${spot.village} ${spot.step} ${urging.sends}`}
      title={spotWords(view, spot, filter)}
      says={countWords(countOf(view, spot), today)}
      open={countOf(view, spot).open}
      owners={view.owners}
      orders={orders ?? []}
      {...{ pages, today, ask: urging.ask }}
      ready={ready && orders !== undefined}
    />
  )
  const weeks = (
    <Weeks
      trends={trends.answer}
      refused={trends.refused?.says}
      today={today}
      overdue={isNarrowed(filter) ? undefined : view.totals.overdue}
    />
  )
  const filters = <Filters view={view} filter={filter} onChange={narrow} />
  const saved = <SavedViews found={views} filter={filter} onPick={narrow} />
  return (
    <>
      <Head {...{ view, groups, villages, span }} onSpan={setSpan} />
      <View className="mw-vh" {...aria({ role: 'status', live: 'polite' })}>
        {shownWords(villages)}
      </View>
      {span === 'now' ? (
        <>
          <Card>
            <StatTiles across="four" stats={tilesOf(view, trends.answer, isNarrowed(filter))} />
          </Card>
          <Wide only="wide">
            <View className="mw-monitor-bar">
              {filters}
              {whichHalf}
              {saved}
            </View>
            <Beside
              main={
                <Card title="各村卡在哪一步" end={<HeatLegend matrix />}>
                  {villages.length > 0 ? (
                    <HeatMatrix groups={wideGroups} villages={villages} selected={spot} onSelect={choose} />
                  ) : (
                    <NoVillage />
                  )}
                </Card>
              }
              panel={
                <>
                  {urging.told}
                  {drill}
                  {weeks}
                </>
              }
            />
          </Wide>
        </>
      ) : (
        <Span township={township} span={span} today={today} panel={weeks} />
      )}
      <Wide only="phone">
        <View className="mw-stack">
          {urging.told}
          {chosen ? (
            <>
              {drill}
              <Button kind="second" block icon="left" onPress={() => setChosen(undefined)}>
                回到各村
              </Button>
            </>
          ) : (
            <OnPhone
              {...{ person, township, sent, villages, saved, filters, whichHalf, weeks }}
              groups={shownGroups}
              isFiltered={!isSame(filter, {})}
              onOpen={(village) => setChosen({ village, step: '' })}
              hottest={
                urgent && (
                  <Hottest
                    title={spotWords(view, urgent, filter)}
                    overdue={countOf(view, urgent).overdue}
                    cards={pages.cards}
                    orders={orders ?? []}
                    ready={ready && orders !== undefined}
                    {...{ today, ask: urging.ask }}
                    onOpen={() => setChosen(urgent)}
                  />
                )
              }
            />
          )}
        </View>
      </Wide>
    </>
  )
}
