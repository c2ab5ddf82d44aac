import { View } from '@tarojs/components'
import { Fragment, type ReactNode } from 'react'
import { aria } from '../../components/aria'
import { arrowKeys } from '../../components/arrowKeys'
import { cls } from '../../components/cls'
import { heatLevel } from '../../components/heat'
import { Pressable } from '../../components/Pressable'
import { type Cell, cellWords, charOf, type Group, type Item, type Spot, type Village } from './matrix'
import { short } from './short'

export type TableProps = {
  groups: readonly Group[]
  villages: readonly Village[]
  today: string
  /** a cell, or a whole village */
  selected?: Partial<Spot>
  onSelect: (spot: Partial<Spot>) => void
}

const columnsOf = (groups: readonly Group[]) =>
  `grid-template-columns:124px ${groups.map(({ items }) => `repeat(${items.length},minmax(38px,1fr))`).join(' 8px ')}`

/** Village × item in a wide window; the village stays in sight while the items are moved sideways. Arrow keys lead from cell to cell. */
export function Table({ groups, villages, today, selected, onSelect }: TableProps) {
  const columns = columnsOf(groups)
  const items = groups.flatMap((g) => g.items)
  const isShown = villages.some((v) => v.id === selected?.village) && items.some((i) => i.code === selected?.code)
  const isStop = (village: string, code: string, nth: number) =>
    isShown ? isAt(selected, village, code) : nth === 0 && code === items[0].code
  return (
    <View className="mw-due-scroll" {...{ tabIndex: -1 }}>
      <View
        className="mw-due"
        {...aria({ role: 'table', label: '各村每一项公开了没有' })}
        {...arrowKeys('.mw-due-btn', items.length)}
      >
        <View className="mw-due-row" style={columns} {...aria({ hidden: true })}>
          <View className="mw-due-first" />
          {groups.map(({ board, title, items }, i) => (
            <Fragment key={board}>
              {i > 0 && <View />}
              <View className="mw-heat-group" style={`grid-column:span ${items.length}`}>
                {title}
              </View>
            </Fragment>
          ))}
        </View>
        <View className="mw-due-row" style={columns} {...aria({ role: 'row' })}>
          <View className="mw-due-first mw-due-head" {...aria({ role: 'columnheader' })}>
            村<View className="mw-due-sum">缺</View>
          </View>
          <Cells groups={groups}>
            {({ code, title }) => (
              <View className="mw-due-item" {...aria({ role: 'columnheader', label: title })}>
                {(short[code] ?? title).slice(0, 2)}
                <View>{(short[code] ?? title).slice(2, 4)}</View>
              </View>
            )}
          </Cells>
        </View>
        {villages.map((village, nth) => (
          <View key={village.id} className="mw-due-row" style={columns} {...aria({ role: 'row' })}>
            <View className="mw-due-first" {...aria({ role: 'rowheader' })}>
              <Pressable
                className={cls('mw-due-village', selected?.village === village.id && !selected.code && 'on')}
                label={`${village.name} ${village.missing}：缺${village.missing}期，看这个村缺的`}
                onPress={() => onSelect({ village: village.id })}
              >
                <View className="mw-strong">{village.name}</View>
                <View className={cls('mw-due-sum', village.missing > 0 && 'mw-jiang')}>{village.missing}</View>
              </Pressable>
            </View>
            <Cells groups={groups}>
              {({ code, title }) => (
                <Spotted
                  cell={village.cells[code]}
                  label={`${village.name} ${title}：${cellWords(village.cells[code], today)}`}
                  on={isAt(selected, village.id, code)}
                  tabStop={isStop(village.id, code, nth)}
                  onPress={() => onSelect({ village: village.id, code })}
                />
              )}
            </Cells>
          </View>
        ))}
      </View>
    </View>
  )
}

/** One thing for each item, a gap between the boards. */
function Cells({ groups, children }: { groups: readonly Group[]; children: (item: Item) => ReactNode }) {
  return (
    <>
      {groups.map(({ board, items }, i) => (
        <Fragment key={board}>
          {i > 0 && <View />}
          {items.map((item) => (
            <Fragment key={item.code}>{children(item)}</Fragment>
          ))}
        </Fragment>
      ))}
    </>
  )
}

const isAt = (spot: Partial<Spot> | undefined, village: string, code: string) =>
  spot?.village === village && spot.code === code

type SpottedProps = { cell?: Cell; label: string; on: boolean; tabStop: boolean; onPress: () => void }

function Spotted({ cell, label, on, tabStop, onPress }: SpottedProps) {
  const level = heatLevel(cell?.missing ?? 0)
  return (
    <View className="mw-heat-cell" {...aria({ role: 'cell' })}>
      <Pressable
        className={cls('mw-heat-btn mw-due-btn', level ? `mw-heat-${level}` : cell?.state, on && 'on')}
        label={label}
        pressed={on}
        tabStop={tabStop}
        onPress={onPress}
      >
        {charOf(cell)}
      </Pressable>
    </View>
  )
}

const keys = [
  ['', '✓', '按时公开'],
  ['late', '迟', '迟公开'],
  ['', '无', '本期无'],
  ['', '·', '还没到期'],
  ['', '—', '不适用'],
] as const

/** What the signs and the colours mean. */
export function Legend() {
  return (
    <View className="mw-heat-legend">
      <View className="mw-heat-key">
        <View className="mw-heat-swatch mw-heat-1" />
        <View className="mw-heat-swatch mw-heat-2" />
        <View className="mw-heat-swatch mw-heat-3" />
        数字是缺几期
      </View>
      {keys.map(([kind, char, words]) => (
        <View key={words} className="mw-heat-key">
          <View className={cls('mw-strong', kind && 'mw-zhe')}>{char}</View>
          {words}
        </View>
      ))}
    </View>
  )
}
