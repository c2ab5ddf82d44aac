import type { calls } from '@shared/contract'
import type { CaseView, SheetView } from '@shared/schemas/views'
import type { z } from '@shared/schemas/zod'
import { docxType, xlsxType } from '../../functions/files/files'
import type { TestHouse } from '../support/house'

export type Imported = z.output<(typeof calls)['importSheet']['out']>
export type Scanned = z.output<(typeof calls)['scanFile']['out']>
type Form = Record<string, unknown>

export const types = { xlsx: xlsxType, docx: docxType, pdf: 'application/pdf', png: 'image/png' } as const

/** Uploads a workbook and has it read as a statement. */
export const importStatement = async (
  h: TestHouse,
  person: string,
  bytes: Uint8Array<ArrayBuffer>,
  more: { period: string; drop?: readonly number[]; village?: string },
): Promise<{ status: number; body: Imported }> => {
  const file = await h.upload(person, bytes, types.xlsx, '收支表.xlsx')
  return (await h.as(person)).post<Imported>('/api/papers/imports', {
    ...{ village: 'dongxi', kind: 'statement', file },
    ...more,
  })
}

/** The same, where every row is right: the list that was kept. */
export const importedStatement = async (...given: Parameters<typeof importStatement>): Promise<SheetView> => {
  const { body } = await importStatement(...given)
  if (!body.sheet) throw new Error(JSON.stringify(body))
  return body.sheet
}

/** The statement of a month as the clerk writes it, with the list that was imported. */
export const statementForm = (period: string, sheet: string, more: Form = {}): Form => ({
  ...{ title: `东溪村${period}财务收支公开表`, board: 'finance', item: 'F03', period, audience: 'everyone', sheet },
  ...{ summary: '收的比花的多，换了村道的灯头。', body: '每一笔都有凭证，收款的个人已经遮住。' },
  ...more,
})

/** From the desk of whoever wrote it past the reviewers of its board, agreed: one of village and finance. */
export const reviewed = async (
  h: TestHouse,
  found: CaseView,
  more: { by?: string; form?: Form } = {},
): Promise<CaseView> => {
  const { by = 'clerk-dongxi', form } = more
  const board = String(found.fields.board)
  const sent = await h.done(by, found.id, { outcome: board })
  const read = await h.done('supervisor-dongxi', sent.id, {
    outcome: 'agreed',
    form: { opinion: '逐笔对过，属实。', ...form },
  })
  return board === 'finance'
    ? h.done('agency', read.id, { outcome: 'agreed', form: { opinion: '和账面一致。', ...form } })
    : read
}

/** Posted today, on the wall on that day. */
export const posted = async (h: TestHouse, found: CaseView, boardOn: string, by = 'clerk-dongxi'): Promise<CaseView> =>
  h.done(by, found.id, { form: { boardOn } })

/** Opens a notice, has it reviewed and posts it, all today. */
export const published = async (h: TestHouse, form: Form, today: string, review?: Form): Promise<CaseView> =>
  posted(h, await reviewed(h, await h.open('clerk-dongxi', 'notice', form), { form: review }), today)
