import type { CaseView } from '@shared/schemas/views'
import type { SheetRow } from '@shared/sheetKinds'
import type { Sheet } from '@shared/sheets'
import { serve } from '../../functions/http/serve'
import { printRoutes } from '../../functions/papers/print/printRoutes'
import { type EngineName, openHouse, type TestHouse } from '../support/house'

/** A house that prints, and a notice of each kind on its boards. */
export const openPrintingHouse = async (engine: EngineName = 'sqlite') => {
  const h = await openHouse(engine, '2026-06-05T09:00:00+08:00')
  printRoutes(
    serve(h.app, h.house, async () => undefined),
    h.house,
    h.app,
  )
  return h
}

const kinds: readonly (readonly ['in' | 'out', string, string, number])[] = [
  ['in', '上级补助资金', '县农业农村局', 8_000_000],
  ['out', '路灯和村道维修', '石湾镇宏达路灯维修部', 3_280_000],
  ['out', '保洁和垃圾清运', '保洁员', 2_150_000],
  ['in', '集体房屋和鱼塘租金', '林阿海', 3_600_000],
  ['out', '慰问困难户', '', 1_200_000],
  ['in', '光伏发电', '国网供电所', 986_000],
  ['out', '误工补贴', '柯金水', 850_000],
  ['out', '办公水电', '供电所', 641_550],
  ['out', '其他支出', '', 50_000],
]

/** A statement of so many lines, its sums right to the fen. */
export const statement = (lines: number, period = '2026-05'): Sheet => {
  const rows = Array.from({ length: lines }, (_, i): SheetRow => {
    const [direction, category, party, amount] = kinds[i % kinds.length]
    return {
      ...{ on: `${period}-${String(1 + Math.floor((i / lines) * 28)).padStart(2, '0')}`, voucher: `记-${i + 1}` },
      ...{ direction, category, purpose: `${category}第${i + 1}次`, amount: amount + (i % 7) },
      ...(party && { party }),
      ...(amount > 2_000_000 && { approvers: '阮海生', decision: '东溪-议-2026-0003' }),
    }
  })
  const sum = (direction: string) =>
    rows.filter((r) => r.direction === direction).reduce((a, r) => a + Number(r.amount), 0)
  const opening = 36_984_877
  return { kind: 'statement', rows, period, opening, closing: opening + sum('in') - sum('out') }
}

export const account = (lines: number, more: Record<string, unknown> = {}) => ({
  sheet: statement(lines),
  form: {
    ...{ title: '2026年5月财务收支公开表', board: 'finance', item: 'F03', period: '2026-05', audience: 'everyone' },
    summary: '5月村里进账多过支出，主要是上级补助修路灯的钱到了。支出最多的是路灯和村道维修。',
    ...more,
  },
})

/** Writes a notice of the finance board and takes it through its reviews to the board. */
export const posted = async (
  h: TestHouse,
  { sheet, form }: { sheet?: Sheet; form: Record<string, unknown> },
  boardOn = '2026-06-05',
): Promise<CaseView> => {
  const kept = sheet && (await h.house.stores.sheets.save(sheet))
  const { id } = await h.open('clerk-dongxi', 'notice', { ...form, ...(kept && { sheet: kept.id }) })
  const board = String(form.board)
  await h.done('clerk-dongxi', id, { outcome: board })
  const agreed = { outcome: 'agreed', form: { opinion: '核对过，同意公开。', checkedByEye: true } }
  if (board === 'party') await h.done('secretary-dongxi', id, agreed)
  else await h.done('supervisor-dongxi', id, agreed)
  if (board === 'finance') await h.done('agency', id, agreed)
  return h.done('secretary-dongxi', id, { outcome: 'posted', form: { boardOn } })
}

/** The printed page as a browser gets it. */
export const printed = async (
  h: TestHouse,
  person: string | undefined,
  id: string,
  size: 'A4' | 'A3' | 'poster' | 'receipt',
) => {
  return sheetOf(h, person, '/api/papers/prints', { case: id, size })
}

/** The agenda of a session of 东溪村. */
export const agendaOf = (h: TestHouse, person: string | undefined, on: string) =>
  sheetOf(h, person, '/api/papers/agendas', { village: 'dongxi', on })

const sheetOf = async (h: TestHouse, person: string | undefined, path: string, body: unknown) => {
  const { status, body: answer } = await (await h.as(person)).post<{ url: string; says?: string }>(path, body)
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(answer)}`)
  const response = await h.app.request(`http://mingwu.test${answer.url}`)
  return { url: answer.url, response, text: await response.text() }
}
