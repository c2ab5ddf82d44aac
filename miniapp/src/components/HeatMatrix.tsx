import { View } from '@tarojs/components'
import { Fragment } from 'react'
import { aria } from './aria'
import { arrowKeys } from './arrowKeys'
import { cls } from './cls'
import { type Cell, cellWords, type HeatGroup, type HeatVillage, heatColumns, heatLevel } from './heat'
import { Pressable } from './Pressable'

const none: Cell = { late: 0, all: 0 }

export type HeatProps = { groups: readonly HeatGroup[]; villages: readonly HeatVillage[] }

export type HeatMatrixProps = HeatProps & {
  selected?: { village: string; step: string }
  onSelect: (village: string, step: string) => void
}

/** 各村卡在哪一步, in a wide window: village × step, `2/5` is two late of five. Tab reaches the chosen cell, arrow keys the others. */
export function HeatMatrix({ groups, villages, selected, onSelect }: HeatMatrixProps) {
  const columns = heatColumns(groups, '74px', '72px')
  const across = groups.reduce((sum, { steps }) => sum + steps.length, 0)
  const chosen = villages.some(({ id }) => id === selected?.village) && selected?.step ? selected : undefined
  const most = Math.max(1, ...villages.map(({ late }) => late))
  return (
    <View
      className="mw-heat"
      {...aria({ role: 'table', label: '各村卡在哪一步' })}
      {...arrowKeys('.mw-heat-btn', across)}
    >
      <View className="mw-heat-row" style={columns} {...aria({ hidden: true })}>
        <View />
        {groups.map(({ title, steps }, i) => (
          <Fragment key={title}>
            {i > 0 && <View />}
            <View className="mw-heat-group" style={`grid-column:span ${steps.length}`}>
              {title}
            </View>
          </Fragment>
        ))}
        <View />
      </View>
      <View className="mw-heat-row" style={columns} {...aria({ role: 'row' })}>
        <View className="mw-heat-village" {...aria({ role: 'columnheader' })}>
          村
        </View>
        {groups.map(({ title, steps }, i) => (
          <Fragment key={title}>
            {i > 0 && <View />}
            {steps.map((step) => (
              <View
                key={step.id}
                className="mw-heat-step"
                {...aria({ role: 'columnheader', label: `${title}：${step.title}` })}
              >
                {step.title}
              </View>
            ))}
          </Fragment>
        ))}
        <View className="mw-heat-step" {...aria({ role: 'columnheader' })}>
          逾期合计
        </View>
      </View>
      {villages.map((village, nth) => (
        <View key={village.id} className="mw-heat-row" style={columns} {...aria({ role: 'row' })}>
          <View className="mw-heat-village" {...aria({ role: 'rowheader' })}>
            {village.name}
          </View>
          {groups.map(({ title, steps }, i) => (
            <Fragment key={title}>
              {i > 0 && <View />}
              {steps.map((step) => (
                <Spot
                  key={step.id}
                  cell={village.cells[step.id] ?? none}
                  label={`${village.name} ${step.title}`}
                  on={isAt(selected, village.id, step.id)}
                  tabStop={chosen ? isAt(chosen, village.id, step.id) : nth === 0 && step === groups[0].steps[0]}
                  onPress={() => onSelect(village.id, step.id)}
                />
              ))}
            </Fragment>
          ))}
          <View className="mw-heat-total" {...aria({ role: 'cell', label: `逾期合计${village.late}件` })}>
            <View className="mw-heat-total-n">{village.late}</View>
            {village.late > 0 && (
              <View className="mw-heat-total-bar" style={`width:${Math.round((village.late / most) * 32)}px`} />
            )}
          </View>
        </View>
      ))}
    </View>
  )
}

const isAt = (spot: HeatMatrixProps['selected'], village: string, step: string) =>
  spot?.village === village && spot.step === step

type SpotProps = { cell: Cell; label: string; on: boolean; tabStop: boolean; onPress: () => void }

function Spot({ cell, label, on, tabStop, onPress }: SpotProps) {
  const level = heatLevel(cell.late)
  return (
    <View className="mw-heat-cell" {...aria({ role: 'cell' })}>
      <Pressable
        className={cls('mw-heat-btn', level > 0 && `mw-heat-${level}`, on && 'on')}
        label={`${label}${cell.late > 0 ? ` ${cell.late}/${cell.all}` : ''}：${cellWords(cell)}`}
        pressed={on}
        tabStop={tabStop}
        onPress={onPress}
      >
        {cell.late > 0 ? (
          <>
            <View className="mw-heat-late">{cell.late}</View>
            <View className="mw-heat-all">/{cell.all}</View>
          </>
        ) : (
          cell.all || '·'
        )}
      </Pressable>
    </View>
  )
}

const keys = [
  [1, '1'],
  [2, '2–3'],
  [3, '4–5'],
  [4, '6以上'],
] as const

/** What the colours mean. */
export function HeatLegend({ matrix }: { matrix?: boolean }) {
  return (
    <View className="mw-heat-legend">
      {matrix && (
        <View className="mw-heat-key">
          <View className="mw-strong">2/5</View>逾期2件，在办5件
        </View>
      )}
      <View>{matrix ? '逾期' : '逾期件数'}</View>
      {keys.map(([level, words]) => (
        <View key={level} className="mw-heat-key">
          <View className={`mw-heat-swatch mw-heat-${level}`} />
          {words}
        </View>
      ))}
    </View>
  )
}
