import { catalogue, catalogueItem } from '@shared/catalogue'
import { noticeFacts } from '@shared/rules/noticeFacts'
import { metaOf, type SheetMeta } from '@shared/sheets'
import { describe, expect, it } from 'vitest'
import { judge, remarks, says, today } from './judging'

const tested = new Set<string>()
const fact = (name: keyof typeof noticeFacts, test: () => void) => {
  tested.add(name)
  describe(name, test)
}

const meta = (more: Partial<SheetMeta> = {}): SheetMeta => ({
  ...metaOf('s1', {
    ...{ kind: 'statement', period: '2026-05', opening: 5, closing: 200_005 },
    rows: [
      { direction: 'in', category: '上级补助资金', amount: 300_000 },
      { direction: 'out', category: '办公水电', amount: 100_000 },
    ],
  }),
  ...more,
})

fact('boardIsItems', () => {
  const form = (code: string, more = {}) => {
    const item = catalogueItem(code)!
    return { form: { item: code, board: item.board, audience: item.sees, ...more } }
  }
  it('each of the 39 items hangs on its own board for its own readers', () => {
    expect(catalogue).toHaveLength(39)
    for (const { code } of catalogue) expect([code, says('boardIsItems', form(code))]).toEqual([code, 'fine'])
  })
  it('and on no other board; an item that the catalogue lacks hangs nowhere', () => {
    expect(says('boardIsItems', form('F03', { board: 'village' }))).toBe('“各项支出（逐项逐笔）”属于财务栏，请换一栏。')
    expect(says('boardIsItems', form('V12', { item: 'X99' }))).toContain('请重新选')
  })
  it('what only villagers may read (低保) may be shown to fewer, never to everyone', () => {
    expect(says('boardIsItems', form('V08'))).toBe('fine')
    expect(says('boardIsItems', form('V08', { audience: 'party' }))).toBe('fine')
    expect(says('boardIsItems', form('V08', { audience: 'everyone' }))).toContain('改窄')
  })
})

fact('periodFits', () => {
  const period = (item: string, period?: string, more = {}) => says('periodFits', { form: { item, period, ...more } })
  it('a quarterly item names a quarter, a yearly one a year, a half-yearly one a half', () => {
    expect([period('V12', '2026-Q1'), period('P08', '2025'), period('P02', '2026-H1')]).toEqual([
      'fine',
      'fine',
      'fine',
    ])
    expect(period('V12', '2026-05')).toBe('这一项每季度公开一次，“哪个时期”请照 2026-Q2 的样子填。')
    expect(period('P08', '2026-Q1')).toContain('请照 2026 的样子填')
    expect(period('V12')).toContain('每季度公开一次')
  })
  it('accounts may be told by the month or by the quarter, not by the year', () => {
    expect([period('F03', '2026-05'), period('F03', '2026-Q1')]).toEqual(['fine', 'fine'])
    expect(period('F03', '2026')).toBe('这一项每月或每季度公开一次，“哪个时期”请照 2026-05 或 2026-Q2 的样子填。')
  })
  it('the period that runs now may be told of, the next one may not, but for a budget', () => {
    expect(period('F03', '2026-06')).toBe('fine')
    expect(period('F03', '2026-07')).toContain('还没有开始')
    expect(period('V12', '2026-Q2')).toBe('fine')
    expect(period('V12', '2026-Q3')).toContain('还没有开始')
    expect(period('F01', '2027')).toBe('fine')
  })
  it('what is owed by what happened names its day: today at the latest', () => {
    expect(period('V02')).toContain('请写事情是哪天发生的')
    expect(period('V02', undefined, { happenedOn: today })).toBe('fine')
    expect(period('V02', undefined, { happenedOn: '2026-06-11' })).toContain('在今天以后')
    expect(period('F05', undefined, { happenedOn: '2026-06-01' })).toBe('fine')
  })
})

fact('saysEnough', () => {
  const finance = { board: 'finance', item: 'F03', sheet: 's1' }
  it('财务 and decisions are said in plain words too', () => {
    expect(says('saysEnough', { form: { ...finance, summary: '收的比花的多。' } })).toBe('fine')
    expect(says('saysEnough', { form: finance })).toContain('大白话')
    expect(says('saysEnough', { form: { board: 'village', item: 'V01', body: '定了修路' } })).toContain('大白话')
    expect(says('saysEnough', { form: { board: 'village', item: 'V12', body: '办了养老登记' } })).toBe('fine')
  })
  it('a notice without words, list or file says nothing', () => {
    const form = { board: 'village', item: 'V12' }
    expect(says('saysEnough', { form })).toContain('还没有内容')
    expect(says('saysEnough', { form: { ...form, attachments: [] } })).toContain('还没有内容')
    expect(says('saysEnough', { form: { ...form, attachments: ['f1'] } })).toBe('fine')
  })
  it('本期无 needs nothing more, and can’t come with a list', () => {
    expect(says('saysEnough', { form: { board: 'finance', item: 'F03', nothing: true } })).toBe('fine')
    expect(says('saysEnough', { form: { ...finance, nothing: true } })).toContain('不能再带明细')
  })
})

fact('sheetFits', () => {
  const form = { item: 'F03', period: '2026-05', sheet: 's1' }
  it('a statement of May is a statement of May', () => {
    expect(says('sheetFits', { form, facts: { sheet: meta() } })).toBe('fine')
    expect(says('sheetFits', { form: { item: 'V12' } })).toBe('fine')
  })
  it('is refused under another item, for another period, or if it was never kept', () => {
    expect(says('sheetFits', { form: { ...form, item: 'V03' }, facts: { sheet: meta() } })).toContain(
      '这份明细是收支明细，和选的目录项对不上',
    )
    expect(says('sheetFits', { form: { ...form, period: '2026-06' }, facts: { sheet: meta() } })).toBe(
      '明细是2026-05的，“哪个时期”写的是2026-06。请改成一样的。',
    )
    expect(says('sheetFits', { form, facts: {} })).toContain('没有存好')
  })
})

fact('sumsAddUp', () => {
  const form = { sheet: 's1' }
  const judged = (more: Partial<SheetMeta> = {}, facts = {}) => ({ form, facts: { sheet: meta(more), ...facts } })
  it('期初＋收入－支出＝期末 to the fen; one fen off is refused with all five figures', () => {
    expect(judge('sumsAddUp', judged())).toEqual({ remarks: [] })
    expect(judge('sumsAddUp', judged({ closing: 200_004 })).refused).toMatchObject({
      says: '期初0.05＋收入3,000.00－支出1,000.00＝2,000.05元，和填的期末2,000.04元差0.01元。请核对明细。',
      detail: { field: 'sheet', right: 200_005 },
    })
  })
  it('needs both balances, and asks nothing of a list that is no statement', () => {
    expect(says('sumsAddUp', judged({ opening: undefined }))).toContain('要有期初结余和期末结余')
    expect(says('sumsAddUp', judged({ closing: undefined }))).toContain('要有期初结余和期末结余')
    expect(says('sumsAddUp', judged({ kind: 'assets', opening: undefined }))).toBe('fine')
    expect(says('sumsAddUp', { form: {} })).toBe('fine')
  })
  it('this opening is the last closing; a fen between them is refused with both', () => {
    expect(says('sumsAddUp', judged({}, { before: { period: '2026-04', closing: 5 } }))).toBe('fine')
    expect(judge('sumsAddUp', judged({}, { before: { period: '2026-04', closing: 4 } })).refused).toMatchObject({
      says: '上一期（2026-04）期末是0.04元，这一期期初是0.05元，差0.01元。请核对。',
      detail: { field: 'sheet', before: 4 },
    })
  })
  it('the next opening that no longer fits is pointed at, for that month is corrected after this one', () => {
    expect(remarks('sumsAddUp', judged({}, { after: { period: '2026-06', opening: 200_005 } }))).toEqual([])
    expect(remarks('sumsAddUp', judged({}, { after: { period: '2026-06', opening: 9 } }))).toEqual([
      '下一期（2026-06）的期初是0.09元，也要跟着更正。',
    ])
  })
  it('其他 of exactly a tenth of the spending passes quietly, one fen more is pointed at and stops nothing', () => {
    expect(remarks('sumsAddUp', judged({ other: 10_000 }))).toEqual([])
    expect(remarks('sumsAddUp', judged({ other: 10_001 }))).toEqual(['“其他”支出占了10%，请写清楚花在哪里。'])
    expect(judge('sumsAddUp', judged({ other: 10_001 })).refused).toBeUndefined()
  })
  it('spending over the limit without a decision is named by row, five rows at most', () => {
    expect(says('sumsAddUp', judged({}, { undecided: [] }))).toBe('fine')
    expect(says('sumsAddUp', judged({}, { undecided: [3] }))).toBe('第3笔支出超过50,000.00元，要写决议编号。请补上。')
    expect(says('sumsAddUp', judged({}, { undecided: [1, 2, 3, 4, 5, 6] }))).toContain('第1、2、3、4、5笔等支出')
  })
})

fact('bookedBillsAreIn', () => {
  const facts = (...billedOtherwise: object[]) => ({ facts: { billedOtherwise } })

  it('names what is missing and what differs, and refuses nothing', () => {
    const given = facts(
      { numbers: ['东溪支-2026-0001'], voucher: '6-1', amount: 10_000 },
      { numbers: ['东溪支-2026-0002'], voucher: '6-2', amount: 20_050, listed: 20_000 },
    )
    expect(says('bookedBillsAreIn', given)).toBe('fine')
    expect(remarks('bookedBillsAreIn', given)).toEqual([
      '这一期入了账的单据有1笔不在明细里：凭证6-1（东溪支-2026-0001，100.00元）。请核对。',
      '凭证6-2明细里写200.00元，入账的单据（东溪支-2026-0002）是200.50元。请核对。',
    ])
  })

  it('names five of six that are missing', () => {
    const six = Array.from({ length: 6 }, (_, i) => ({ numbers: [`第${i}件`], voucher: `6-${i}`, amount: 100 }))
    const [said] = remarks('bookedBillsAreIn', facts(...six))
    expect(said).toContain('有6笔不在明细里')
    expect(said).toContain('第4件')
    expect(said).not.toContain('第5件')
  })

  it('says nothing where every bill is there', () => {
    expect(judge('bookedBillsAreIn', facts())).toEqual({ remarks: [] })
    expect(judge('bookedBillsAreIn', {})).toEqual({ remarks: [] })
  })
})

fact('periodIsFree', () => {
  const taken = (periods: readonly string[], period: string, item = 'F03') =>
    says('periodIsFree', { form: { item, period }, facts: { periods } })
  it('May after April and before June is free, May again is not', () => {
    expect(taken(['2026-04', '2026-06'], '2026-05')).toBe('fine')
    expect(taken(['2026-05'], '2026-05')).toBe('2026-05的账已经公开过了，和这一期重叠。要改请用“更正”。')
  })
  it('a quarter overlaps each of its three months and no other', () => {
    for (const month of ['2026-04', '2026-05', '2026-06']) expect(taken(['2026-Q2'], month)).toContain('重叠')
    for (const month of ['2026-03', '2026-07']) expect(taken(['2026-Q2'], month)).toBe('fine')
    expect(taken(['2026-06'], '2026-Q2')).toContain('重叠')
  })
  it('is asked of statements alone, and of the case’s own period when it is posted', () => {
    expect(taken(['2026-Q2'], '2026-Q2', 'V12')).toBe('fine')
    const before = { item: 'F03', period: '2026-05' }
    expect(says('periodIsFree', { before, facts: { periods: ['2026-05'] } })).toContain('重叠')
  })
})

fact('outcomeIsBoard', () => {
  const sent = (board: string, outcome: string, settings?: Record<string, number>) =>
    says('outcomeIsBoard', { before: { board }, outcome, ...(settings && { world: { settings } }) })
  it('each board has its own reviewers', () => {
    expect([sent('party', 'party'), sent('village', 'village'), sent('finance', 'finance')]).toEqual([
      ...['fine', 'fine', 'fine'],
    ])
    expect(sent('finance', 'village')).toContain('请按这一栏送审')
    expect(sent('village', 'party')).toContain('请按这一栏送审')
  })
  it('where the collective has its own 监事会, that reads the accounts, and not the 村监委', () => {
    expect(sent('finance', 'collective', { financeBodies: 2 })).toBe('fine')
    expect(sent('finance', 'finance', { financeBodies: 2 })).toContain('请按这一栏送审')
    expect(sent('finance', 'collective', { financeBodies: 1 })).toContain('请按这一栏送审')
  })
  it('what is revised goes where the revised board says', () => {
    const given = { before: { board: 'village' }, form: { board: 'finance' } }
    expect(says('outcomeIsBoard', { ...given, outcome: 'finance' })).toBe('fine')
    expect(says('outcomeIsBoard', { ...given, outcome: 'village' })).toContain('请按这一栏送审')
  })
})

fact('approvalAsListed', () => {
  const branch = (item: string, outcome: string) => says('approvalAsListed', { before: { item }, outcome })
  it('违纪处理 goes up for approval, 换届选举 need not', () => {
    expect(branch('P07', 'agreed')).toContain('请选“同意，报上级审批”')
    expect([branch('P07', 'escalated'), branch('P07', 'returned'), branch('P03', 'agreed')]).toEqual([
      ...['fine', 'fine', 'fine'],
    ])
  })
})

fact('maySupervise', () => {
  it('a bar is refused in its own words; no declaration yet is pointed at', () => {
    expect(says('maySupervise', { facts: { supervisor: { bar: '村委会成员不能当村监委成员。' } } })).toBe(
      '村委会成员不能当村监委成员。请换一位村监委成员审核。',
    )
    expect(remarks('maySupervise', { facts: { supervisor: { undeclared: true } } })).toEqual([
      '审核的人这一届还没有签任职回避声明，请补签。',
    ])
    expect(judge('maySupervise', { facts: { supervisor: { undeclared: false } } })).toEqual({})
  })
})

fact('withdrawnForCause', () => {
  const posted = [{ step: 'posting', outcome: 'posted' }]
  it('what hung is not taken down as a mistake; a draft may be', () => {
    const mistake = { form: { ground: 'openedByMistake' } }
    expect(says('withdrawnForCause', { ...mistake, log: posted })).toContain('请用“更正”')
    expect(says('withdrawnForCause', { ...mistake, log: [{ step: 'submission', outcome: 'finance' }] })).toBe('fine')
    expect(says('withdrawnForCause', { form: { ground: 'personalData' }, log: posted })).toBe('fine')
  })
})

fact('correctsPosted', () => {
  const old = { hung: true, item: 'F03', period: '2026-05' }
  const form = { item: 'F03', period: '2026-05' }
  const corrected = (corrects: unknown, over = {}) =>
    says('correctsPosted', { form: { ...form, ...over }, facts: { corrects } })
  it('corrects what hangs or has hung', () => {
    expect(corrected(old)).toBe('fine')
    expect(corrected({ ...old, outcome: 'served' })).toBe('fine')
  })
  it('nothing that never hung, was taken down, was corrected already or is being corrected', () => {
    expect(corrected(undefined)).toContain('从已经公开的那一份开始')
    expect(corrected({ ...old, hung: false })).toContain('从已经公开的那一份开始')
    expect(corrected({ ...old, outcome: 'withdrawn' })).toContain('已经撤下')
    expect(corrected({ ...old, outcome: 'superseded' })).toContain('请从最新的一份开始更正')
    expect(corrected({ ...old, correcting: '东溪更-2026-0001' })).toContain('正在更正这一份（东溪更-2026-0001）')
  })
  it('keeps the item and the period', () => {
    expect(corrected(old, { item: 'F02' })).toContain('不能换目录项和时期')
    expect(corrected(old, { period: '2026-04' })).toContain('不能换目录项和时期')
    expect(corrected({ hung: true, item: 'V02' }, { item: 'V02', period: undefined })).toBe('fine')
  })
})

fact('isMajor', () => {
  it('50 000 yuan is major, a fen less is not; a county may set another sum', () => {
    expect(says('isMajor', { form: { amount: 5_000_000 } })).toBe('fine')
    expect(says('isMajor', { form: { amount: 4_999_999 } })).toContain('50,000.00元以上')
    const world = { settings: { majorFinanceAbove: 10_000_000 } }
    expect(says('isMajor', { form: { amount: 5_000_000 }, world })).toContain('100,000.00元以上')
  })
})

it('every fact about notices is judged here both ways', () =>
  expect([...tested].sort()).toEqual(Object.keys(noticeFacts).sort()))
