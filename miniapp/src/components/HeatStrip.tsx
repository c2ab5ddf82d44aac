import { View } from '@tarojs/components'
import { Fragment } from 'react'
import { aria } from './aria'
import { cls } from './cls'
import { HeatLegend, type HeatProps } from './HeatMatrix'
import { type HeatGroup, type HeatVillage, heatColumns, heatLevel } from './heat'
import { Pressable } from './Pressable'

/** The same on a phone: a strip of cells for each village, in a flush Card. A press opens the village. */
export function HeatStrip({ groups, villages, onSelect }: HeatProps & { onSelect: (village: string) => void }) {
  const columns = heatColumns(groups)
  return (
    <View>
      <View className="mw-strip-head">
        <HeatLegend />
        <View className="mw-heatstrip" style={columns} {...aria({ hidden: true })}>
          {groups.map(({ title, steps }, i) => (
            <Fragment key={title}>
              {i > 0 && <View />}
              <View className="mw-strip-group" style={`grid-column:span ${steps.length}`}>
                {title}
              </View>
            </Fragment>
          ))}
        </View>
        <View className="mw-heatstrip" style={columns} {...aria({ hidden: true })}>
          {groups.map(({ title, steps }, i) => (
            <Fragment key={title}>
              {i > 0 && <View />}
              {steps.map((step) => (
                <View key={step.id} className="mw-strip-char">
                  {step.char}
                </View>
              ))}
            </Fragment>
          ))}
        </View>
      </View>
      {villages.map((village) => (
        <Pressable key={village.id} className="mw-strip-row" role="link" onPress={() => onSelect(village.id)}>
          <View className="mw-strip-line">
            <View className="mw-h3">{village.name}</View>
            <View className="mw-strip-sums">
              逾期 <View className="mw-strip-late">{village.late}</View> · 在办 {village.all}
            </View>
          </View>
          <View className="mw-heatstrip" style={columns} {...aria({ hidden: true })}>
            {groups.map(({ title, steps }, i) => (
              <Fragment key={title}>
                {i > 0 && <View />}
                {steps.map((step) => (
                  <Late key={step.id} late={village.cells[step.id]?.late ?? 0} />
                ))}
              </Fragment>
            ))}
          </View>
          <View className="mw-vh">{spoken(village, groups)}</View>
        </Pressable>
      ))}
    </View>
  )
}

function Late({ late }: { late: number }) {
  return <View className={cls('mw-strip-cell', late > 0 && `late mw-heat-${heatLevel(late)}`)}>{late || '·'}</View>
}

// The strip itself is colour and place; whoever hears the page is told which steps are late.
function spoken(village: HeatVillage, groups: readonly HeatGroup[]): string {
  const late = groups.flatMap(({ steps }) =>
    steps.filter(({ id }) => village.cells[id]?.late).map(({ id, title }) => `${title}${village.cells[id]?.late}件`),
  )
  return late.length > 0 ? `逾期的在：${late.join('、')}` : ''
}
