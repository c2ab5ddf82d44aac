import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { Note } from '../../components/Chip'
import { FieldError } from '../../components/Field'
import { mostTyped } from '../form/sheet/rowsToType'
import { rowFaults, type TypedRow, type TypedSheet } from '../form/sheet/typedSheet'
import { useKeys } from '../form/sheet/useKeys'
import { FromRoster } from './FromRoster'
import { rowOf } from './memberWords'
import { RosterRowCard } from './RosterRowCard'

export type TypeRosterProps = {
  sheet: TypedSheet
  /** a whole list: nobody of it joins or leaves */
  whole: boolean
  village: string
  today: string
  error?: string
  onChange: (sheet: TypedSheet) => void
}

/** A few people of the roster, one card each: found on the roster, or new. */
export function TypeRoster({ sheet, whole, village, today, error, onChange }: TypeRosterProps) {
  const { rows } = sheet
  const keys = useKeys(rows.length)
  const [open, setOpen] = useState<number | undefined>(rows.length === 1 ? 0 : undefined)
  const faults = error ? rowFaults(sheet) : new Map()
  const set = (next: readonly TypedRow[]) => onChange({ ...sheet, rows: next })
  const add = (row: TypedRow) => {
    setOpen(rows.length)
    set([...rows, row])
  }
  const remove = (at: number) => {
    keys.drop(at)
    setOpen(undefined)
    set(rows.filter((_, i) => i !== at))
  }
  return (
    <View className="mw-sheet">
      {!whole && (
        <FromRoster
          village={village}
          on={today}
          taken={rows.map(({ no }) => String(no))}
          onPick={(member, change) =>
            add(change === 'leave' ? { change, no: member.no, name: member.name } : { ...rowOf(member), change })
          }
        />
      )}
      {rows.map((row, i) => (
        <RosterRowCard
          key={keys.of(i)}
          {...{ row, whole, today }}
          nth={i + 1}
          open={open === i}
          faults={faults.get(i)}
          onOpen={() => setOpen(open === i ? undefined : i)}
          onChange={(to) => set(rows.map((r, at) => (at === i ? { ...r, ...to } : r)))}
          onRemove={() => remove(i)}
        />
      ))}
      {rows.length < mostTyped ? (
        <View className="mw-field-tools">
          <Button kind="second" small icon="plus" onPress={() => add(whole ? {} : { change: 'join' })}>
            {whole ? '加一个人' : '加一个新来的人'}
          </Button>
        </View>
      ) : (
        <Note tone="zhe">手填最多{mostTyped}人，更多的请从Excel导入。</Note>
      )}
      {error && <FieldError says={error} />}
    </View>
  )
}
