import type { SheetView } from '@shared/schemas/views'
import { call } from '../../../api/client'
import type { TypedRow } from './typedSheet'

/** What is typed on a phone at most; more comes from a workbook. */
export const mostTyped = 500

/** The rows of a case's list, to be changed one by one; or why they can't be. */
export async function rowsToType(of: string, { count }: SheetView): Promise<{ rows?: TypedRow[]; says?: string }> {
  if (count > mostTyped) return { says: `这份明细有${count}行，太长了，手机上改不了。请导出Excel，改好再导入。` }
  const rows: TypedRow[] = []
  let after: string | undefined
  do {
    const { answer, refused } = await call('rows', { params: { id: of }, query: { limit: 100, after } })
    if (refused) return { says: refused.says }
    rows.push(...answer.rows.map(({ cells }) => cells))
    after = answer.next
  } while (after)
  return rows.length > 0 ? { rows } : { says: '这份明细的每一行您看不到，请重新导入。' }
}
