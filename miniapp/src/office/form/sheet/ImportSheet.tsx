import { sheetKinds } from '@shared/sheetKinds'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { sendFile } from '../../../api/files'
import { Button, Link } from '../../../components/Button'
import { Two } from '../../../components/Card'
import { Note } from '../../../components/Chip'
import { FieldError } from '../../../components/Field'
import { MoneyField } from '../../../components/NumberField'
import { dropLocal } from '../../../platform/localFile'
import { openPaper } from '../../../platform/openFile'
import { chooseWorkbook, isWorkbook } from '../../../platform/photos'
import { moneyTyped } from '../typed'
import { BadRows } from './BadRows'
import { type Imported, readWorkbook } from './keepSheet'
import type { TypedSheet } from './typedSheet'

export type ImportSheetProps = {
  sheet: TypedSheet
  period?: string
  village: string
  error?: string
  onChange: (sheet: TypedSheet) => void
}

const noXlsx = '这个文件不是.xlsx。请在电脑上用Excel或WPS打开，另存为“.xlsx”，再选。'

/** From a workbook: the template, the file, and what was read of it. Nothing is kept until every row is right or left out. */
export function ImportSheet({ sheet, period, village, error, onChange }: ImportSheetProps) {
  const [busy, setBusy] = useState('')
  const [trouble, setTrouble] = useState('')
  const [read, setRead] = useState<Imported>()
  const { kind, file, opening, closing } = sheet
  const isStatement = kind === 'statement'

  const readIt = async (from: { id: string; name: string }, drop: readonly number[] = []) => {
    setBusy('正在一行一行核对…')
    setTrouble('')
    const wanted = { ...sheet, file: from, drop }
    const { answer, refused } = await readWorkbook(village, wanted, period)
    setBusy('')
    if (refused) return setTrouble(refused.says)
    setRead(answer.sheet ? undefined : answer)
    const { found } = answer
    onChange({
      ...wanted,
      opening: found.opening ?? opening,
      closing: found.closing ?? closing,
      ...(answer.sheet && { kept: answer.sheet }),
    })
  }

  const choose = async () => {
    if (busy) return
    const local = await chooseWorkbook()
    if (!local) return
    setRead(undefined)
    if (!isWorkbook(local)) return setTrouble(noXlsx)
    setBusy('正在传文件…')
    const { answer, refused } = await sendFile(local)
    setBusy('')
    void dropLocal(local).catch(() => undefined)
    if (refused) return setTrouble(refused.says)
    await readIt({ id: answer.id, name: local.name })
  }

  const money = (part: 'opening' | 'closing') => (fen: number | undefined, typed: string) =>
    onChange({ ...sheet, [part]: moneyTyped(fen, typed) })
  const needsPeriod = isStatement && !period
  return (
    <View className="mw-sheet">
      <View className="mw-sheet-links">
        <Link
          words={`下载${sheetKinds[kind].title}的Excel模板`}
          icon="download"
          onPress={() => void openPaper(`/api/papers/templates/${kind}`, 'xlsx')}
        />
      </View>
      <View className="mw-field-help">
        用自己的表也行，只要有这几列：
        {sheetKinds[kind].columns
          .filter((column) => !column.optional)
          .map(({ label }) => label)
          .join('、')}
        。
      </View>
      {isStatement && (
        <Two>
          <MoneyField
            label="期初结余"
            note="表里有就不填"
            value={typeof opening === 'number' ? opening : undefined}
            onChange={money('opening')}
          />
          <MoneyField
            label="期末结余"
            note="表里有就不填"
            value={typeof closing === 'number' ? closing : undefined}
            onChange={money('closing')}
          />
        </Two>
      )}
      {needsPeriod ? (
        <Note tone="hui">先在上面选“哪个时期”，再选文件，才好核对日期。</Note>
      ) : (
        <Button kind="second" block icon="file" busy={busy !== ''} busyWords={busy} onPress={() => void choose()}>
          {file ? '换一个文件，或者改好再传' : '选Excel文件'}
        </Button>
      )}
      {trouble && <Note tone="jiang">{trouble}</Note>}
      {file && (trouble || read) && (
        <View className="mw-sheet-links">
          <Link words="同一个文件再读一遍" icon="refresh" onPress={() => void readIt(file, read?.found.dropped)} />
        </View>
      )}
      {read && file && (
        <BadRows
          kind={kind}
          read={read}
          name={file.name}
          busy={busy !== ''}
          onDrop={(drop) => void readIt(file, [...read.found.dropped, ...drop])}
        />
      )}
      {!read && !trouble && error && <FieldError says={error} />}
    </View>
  )
}
