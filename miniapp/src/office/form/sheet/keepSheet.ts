import type { Answer } from '@shared/contract'
import { call, type Refused, type Reply } from '../../../api/client'
import type { Field, Typed } from '../typed'
import { counter, isFresh, rowsOf, sheetIn, type TypedSheet } from './typedSheet'

export type Imported = Answer<'importSheet'>

const amounts = ({ kind, opening, closing }: TypedSheet) =>
  kind === 'statement'
    ? {
        ...(typeof opening === 'number' && { opening }),
        ...(typeof closing === 'number' && { closing }),
      }
    : {}

/** Has the server read the workbook: everything right and kept, or what is wrong with which row and nothing kept. */
export const readWorkbook = (
  village: string,
  sheet: TypedSheet & { file: { id: string; name: string } },
  period?: string,
): Promise<Reply<Imported>> =>
  call('importSheet', {
    body: {
      ...{ village, kind: sheet.kind, file: sheet.file.id, ...(period && { period }), ...amounts(sheet) },
      ...(sheet.drop?.length && { drop: [...sheet.drop] }),
    },
  })

const keepRows = (village: string, sheet: TypedSheet, period?: string) =>
  call('sheet', {
    params: { id: village },
    body: { kind: sheet.kind, ...(period && { period }), ...amounts(sheet), rows: [...rowsOf(sheet)] },
  })

/**
 * Sends the list of the form, if the server hasn't got it as it stands now. Answers the form with what the server keeps, or why
 * it was refused, said of the list's field.
 */
export async function sendSheet(
  fields: readonly Field[],
  typed: Typed,
  village: string,
): Promise<{ typed: Typed } | { refused: Refused }> {
  const field = fields.find(({ kind }) => kind === 'sheet')
  const sheet = field && sheetIn(typed[field.name], field.list)
  const period = typeof typed.period === 'string' ? typed.period : undefined
  if (!field || !sheet || isFresh(sheet, period)) return { typed }
  if (sheet.way === 'type' ? rowsOf(sheet).length === 0 : !sheet.file) return { typed }
  const { answer, refused } = await (sheet.way === 'type'
    ? keepRows(village, sheet, period)
    : readWorkbook(village, { ...sheet, file: sheet.file! }, period))
  if (refused) return { refused }
  if (answer.sheet) return { typed: { ...typed, [field.name]: { ...sheet, kept: answer.sheet } } }
  const [first] = answer.problems
  const row = first?.row ? `第${first.row}${sheet.way === 'type' ? counter(sheet.kind) : '行'}：` : ''
  const says = first ? `${row}${first.says}` : '明细没有存好，请重新导入或重新填写。'
  return { refused: { refusal: 'badForm', says, detail: { problems: [{ field: field.name, says }] } } }
}
