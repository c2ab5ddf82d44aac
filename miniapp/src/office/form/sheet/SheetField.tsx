import { periodName } from '@shared/period'
import { type SheetKind, sheetKinds } from '@shared/sheetKinds'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Link } from '../../../components/Button'
import { Note } from '../../../components/Chip'
import { Field, type FieldProps } from '../../../components/Field'
import { Segmented } from '../../../components/Segmented'
import { TypeRoster } from '../../roster/TypeRoster'
import { DrawnUp } from './DrawnUp'
import { ImportSheet } from './ImportSheet'
import { rowsToType } from './rowsToType'
import { SheetSummary } from './SheetSummary'
import { TypeSheet } from './TypeSheet'
import { isDrawn } from './takenOver'
import { isFresh, sheetIn, type TypedSheet } from './typedSheet'
import './sheet.scss'

export type SheetFieldProps = FieldProps & {
  kind: SheetKind
  typed: unknown
  onChange: (sheet: TypedSheet | undefined) => void
  /** the period that is to be published, as far as it is chosen */
  period?: string
  village: string
  /** the case whose list is taken over */
  from?: string
  today: string
  /** a roster that takes the place of the whole one before it */
  whole?: boolean
}

const ways = [
  { value: 'import', words: '从Excel导入' },
  { value: 'type', words: '一笔一笔记' },
] as const

const waysOfRoster = [
  { value: 'import', words: '从Excel导入' },
  { value: 'type', words: '一个一个填' },
] as const

/** A list of the notice: read from a workbook, or typed row by row. The form holds what the server keeps of it. */
export function SheetField({
  kind,
  typed,
  onChange,
  period,
  village,
  from,
  today,
  whole = false,
  ...field
}: SheetFieldProps) {
  const sheet = sheetIn(typed, kind)
  const [trouble, setTrouble] = useState('')
  const [busy, setBusy] = useState(false)
  const { title } = sheetKinds[kind]
  const isRoster = kind === 'roster'

  const typeOver = async (of: string) => {
    if (busy || !sheet?.kept) return
    setBusy(true)
    const { rows, says } = await rowsToType(of, sheet.kept)
    setBusy(false)
    setTrouble(says ?? '')
    if (rows) onChange({ kind, way: 'type', rows, opening: sheet.kept.opening, closing: sheet.kept.closing })
  }

  const labelled = { ...field, label: title }
  if (sheet?.kept && sheet.way !== 'type')
    return (
      <Field {...labelled} role="group">
        <View className="mw-card">
          <SheetSummary view={sheet.kept} />
          {sheet.way === 'import' && sheet.file && <View className="mw-meta">读自 {sheet.file.name}</View>}
        </View>
        {!isFresh(sheet, period) && (
          <Note tone="zhe">
            这份是{periodName(sheet.kept.period ?? '')}的，上面选的是{periodName(period ?? '')}。
            {sheet.file ? '交的时候会按新选的时期再核对一遍。' : '请换一份。'}
          </Note>
        )}
        {trouble && <Note tone="zhe">{trouble}</Note>}
        <View className="mw-sheet-links">
          {from && sheet.way === 'kept' && (
            <Link
              words={busy ? '正在取…' : isRoster ? '改其中几个人' : '改其中几笔'}
              icon="edit"
              onPress={() => void typeOver(from)}
            />
          )}
          <Link words="换一份" icon="refresh" onPress={() => onChange(undefined)} />
        </View>
      </Field>
    )

  // a few people are typed, a whole village comes from Excel
  const way = (sheet?.way ?? (isRoster && !whole ? 'type' : 'import')) === 'type' ? 'type' : 'import'
  const blank = (to: 'import' | 'type'): TypedSheet => ({ rows: [], ...sheet, kind, way: to, kept: undefined })
  return (
    <Field {...labelled} error={undefined} role="group">
      {isDrawn(kind) && period && (
        <DrawnUp
          {...{ kind, village, period }}
          rows={sheet?.rows ?? []}
          onTake={(rows) => onChange({ ...sheet, kind, way: 'type', rows, kept: undefined })}
        />
      )}
      <Segmented
        label={`${title}怎么填`}
        options={isRoster ? waysOfRoster : ways}
        value={way}
        onChange={(to) => to !== way && onChange(blank(to))}
      />
      {way === 'type' && isRoster ? (
        <TypeRoster
          {...{ village, today, whole }}
          sheet={sheet ?? blank('type')}
          error={field.error}
          onChange={(to) => onChange({ ...to, kept: undefined })}
        />
      ) : way === 'type' ? (
        <TypeSheet
          sheet={sheet ?? blank('type')}
          period={period}
          today={today}
          error={field.error}
          onChange={(to) => onChange({ ...to, kept: undefined })}
        />
      ) : (
        <ImportSheet
          sheet={sheet ?? blank('import')}
          period={period}
          village={village}
          error={field.error}
          onChange={onChange}
        />
      )}
    </Field>
  )
}
