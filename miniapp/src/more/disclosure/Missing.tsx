import { View } from '@tarojs/components'
import { useState } from 'react'
import { heading } from '../../components/aria'
import { Button, Link } from '../../components/Button'
import { Card } from '../../components/Card'
import { Icon } from '../../components/Icon'
import { RuleNote } from '../../components/RuleNote'
import { Tile } from '../../components/Tile'
import { boardTile } from '../../words'
import { OnePeriod } from './ItemRow'
import { type ItemDue, type Period, standingWords, whatOf } from './standing'

export type MissingProps = {
  item: ItemDue
  today: string
  /** Whoever writes notices is led to the form, everyone else asks the village. */
  writes: boolean
  onAct: (item: ItemDue, period: Period) => void
}

/** What should have been published and wasn't: since when, by which rule, and what to do about it. */
export function Missing({ item, today, writes, onAct }: MissingProps) {
  const [all, setAll] = useState(false)
  const missing = item.periods.filter(({ state }) => state === 'missing')
  const others = item.periods.filter(({ state }) => state !== 'missing')
  return (
    <Card late>
      <View className="mw-owed-head">
        <Tile char={boardTile[item.board]} />
        <View className="mw-h3 mw-owed-title" {...heading(3)}>
          {item.title}
        </View>
      </View>
      {missing.map((period) => (
        <View key={`${period.period}${period.id ?? ''}`} className="mw-owed-line">
          <Icon name="alert" bold />
          <View>
            <View className="mw-strong">{whatOf(period)}</View>
            <View>{standingWords(period, today)}。</View>
          </View>
        </View>
      ))}
      {all && others.map((p) => <OnePeriod key={`${p.period}${p.id ?? ''}`} period={p} today={today} />)}
      <View className="mw-owed-rule">
        <RuleNote {...item.rule} />
      </View>
      <Button
        kind="second"
        block
        icon={writes ? 'edit' : 'speak'}
        label={`${writes ? '去写' : '问村里'}：${item.title}`}
        onPress={() => onAct(item, missing[0])}
      >
        {writes ? '去写这一项' : '问村里'}
      </Button>
      {others.length > 0 && !all && (
        <View className="mw-owed-others">
          <Link words={`看这一项的其他${others.length}期`} onPress={() => setAll(true)} />
        </View>
      )}
    </Card>
  )
}
