import type { PersonView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Empty } from '../../components/Blank'
import { Link } from '../../components/Button'
import { Card, SectionTitle } from '../../components/Card'
import { HeatStrip } from '../../components/HeatStrip'
import type { HeatGroup, HeatVillage } from '../../components/heat'
import { Row } from '../../components/Row'
import { go } from '../../screen/go'
import { type PlaceName, placesOf } from './placeList'
import './monitor.scss'

// So many villages are shown at first.
const few = 6

/** Nothing is left by what it was narrowed to. */
export const NoVillage = () => <Empty title="没有要显示的村" says="换一个片或者期限，或者选“各村”。" />

export type OnPhoneProps = {
  person?: PersonView
  township: string
  /** how many 督办单 are open, where that is known */
  sent?: number
  hottest: ReactNode
  groups: readonly HeatGroup[]
  villages: readonly HeatVillage[]
  onOpen: (village: string) => void
  saved: ReactNode
  filters: ReactNode
  isFiltered: boolean
  whichHalf: ReactNode
  weeks: ReactNode
}

/** The monitor under each other: what can wait least, the villages, the weeks, and where else to go. */
export function OnPhone({ hottest, groups, villages, onOpen, saved, filters, isFiltered, ...more }: OnPhoneProps) {
  const [all, setAll] = useState(false)
  const [narrowing, setNarrowing] = useState(false)
  return (
    <>
      {hottest}
      <SectionTitle
        title="各村卡在哪一步"
        {...(all || villages.length <= few
          ? { meta: `${villages.length}个村` }
          : { more: `看全部${villages.length}村`, onMore: () => setAll(true) })}
      />
      <View className="mw-monitor-tools">
        {saved}
        <Link
          words={narrowing ? '收起筛选' : isFiltered ? '改筛选' : '筛选'}
          icon="list"
          onPress={() => setNarrowing(!narrowing)}
        />
      </View>
      {narrowing && filters}
      {more.whichHalf}
      {villages.length > 0 ? (
        <Card flush>
          <HeatStrip groups={groups} villages={all ? villages : villages.slice(0, few)} onSelect={onOpen} />
        </Card>
      ) : (
        <NoVillage />
      )}
      {more.weeks}
      {more.person && <Elsewhere person={more.person} township={more.township} sent={more.sent} />}
    </>
  )
}

// A tab or the page itself.
const near: readonly PlaceName[] = ['monitor', 'desk', 'boards', 'me']
const ofNoTownship: readonly PlaceName[] = ['county', 'holidays']

function Elsewhere({ person, township, sent }: { person: PersonView; township: string; sent?: number }) {
  return (
    <Card flush>
      {placesOf(person)
        .filter(({ id }) => !near.includes(id))
        .map(({ id, words, icon, to, says }) => (
          <Row
            key={id}
            icon={icon}
            title={words}
            {...(says && { detail: says })}
            {...(id === 'orders' && sent && { end: `${sent}件` })}
            onPress={() => go(to(ofNoTownship.includes(id) ? undefined : township))}
          />
        ))}
    </Card>
  )
}
