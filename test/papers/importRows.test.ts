import type { Sheet } from '@shared/sheets'
import { describe, expect, it } from 'vitest'
import { importRows } from '../../functions/papers/importRows'
import type { ImportJob } from '../../functions/papers/jobs'
import { book, heading, plainRows, villageBook } from './books'

const read = async (job: Omit<ImportJob, 'job'>) => {
  const { sheet, ...told } = await importRows({ job: 'import', ...job })
  return { ...told, rows: sheet ? (JSON.parse(sheet.text) as Sheet).rows : told.preview }
}
const may = (bytes: Uint8Array, more: object = {}) => read({ bytes, kind: 'statement', period: '2026-05', ...more })
const cellsOf = (problems: readonly { row: number; cell?: string; says: string }[]) =>
  problems.map(({ row, cell }) => `${row} ${cell}`)

/** The plain statement with one row's cells changed, by column number. */
const changed = (cells: Record<number, string | number | null>) =>
  book(plainRows.map((row, i) => (i === 1 ? row.map((v, c) => (c in cells ? cells[c]! : v)) : row)))

describe('a statement as village accountants keep it', () => {
  it('is read: merged title, 收入 and 支出 apart, days in every manner, ¥, 万, full width, blank rows, totals, signatures', async () => {
    const { rows, problems, opening, closing } = await may(await villageBook())
    expect(problems).toEqual([])
    expect(rows.map((r) => [r.on, r.voucher, r.direction, r.category, r.amount])).toEqual([
      ['2026-05-08', '记-1', 'in', '土地和资源发包', 1_200_000],
      ['2026-05-09', '记-2', 'in', '光伏发电', 846_050],
      ['2026-05-12', '记-3', 'out', '路灯和村道维修', 186_000],
      ['2026-05-15', '记-4', 'out', '办公水电', 31_230],
      ['2026-05-20', '记-5', 'out', '报刊订阅', 8_800],
      ['2026-05-31', '记-6', 'in', '存款利息', 1_230],
    ])
    expect(rows[0]).toMatchObject({ party: '林阿海', purpose: '鱼塘承包款', approvers: '何福来' })
    expect(rows[4]).not.toHaveProperty('party')
    expect({ opening, closing }).toEqual({ opening: 2_000_000, closing: 3_821_250 })
  })

  it('with 金额 over 收入 and 支出 in two rows, months and days apart, in 万元', async () => {
    const bytes = await book([
      ['收支表', null, null, null, null, null, '单位：万元'],
      ['2026年', null, '凭证号', '摘要', '科目', '金额', null],
      ['月', '日', null, null, null, '收入', '支出'],
      [5, 8, '1', '承包款', '土地和资源发包', 1.2, null],
      [5, 9, '2', '工程', '工程款', null, '0.3456'],
    ])
    expect(await may(bytes)).toMatchObject({
      problems: [],
      rows: [
        { on: '2026-05-08', direction: 'in', amount: 1_200_000 },
        { on: '2026-05-09', direction: 'out', amount: 345_600 },
      ],
    })
  })

  it('takes the account where it stands for one plain name, and keeps it where it stands for many', async () => {
    const named = async (category: string) => (await may(await changed({ 3: category }))).rows[0].category
    expect(await named('经营收入')).toBe('其他经营收入')
    expect(await named('补助收入')).toBe('上级补助资金')
    expect(await named('5301 其他收入')).toBe('其他收入')
    const out = await may(await changed({ 2: '支', 3: '管理费用' }))
    expect(out.rows[0].category).toBe('管理费用')
    expect(out.problems).toEqual([])
  })

  it('takes the outcome of a formula, and refuses one that was never worked out', async () => {
    const formula = (formulaResult: number | null) =>
      book(plainRows, {
        cells: new Map([
          [
            '1,6',
            {
              value: formulaResult,
              type: 'formula',
              formula: 'B1*2',
              ...(formulaResult !== null && { formulaResult }),
            },
          ],
        ]),
      })
    expect((await may(await formula(1200.5))).rows[0].amount).toBe(120_050)
    const { problems } = await may(await formula(null))
    expect(problems).toMatchObject([{ row: 2, cell: 'G2', field: 'amount', says: expect.stringContaining('是公式') }])
  })
})

describe('each bad row is named with its cell and what to do', () => {
  it.each([
    [{ 0: '2026-02-30' }, 'A2', /不是一个存在的日子/],
    [{ 0: '五月初' }, 'A2', /看不出是哪一天.*2026-05-08/],
    [{ 0: '2026-06-01' }, 'A2', /不在这一期里/],
    [{ 1: null }, 'B2', /没有写“凭证号”/],
    [{ 1: '5-003' }, 'B4', /凭证号5-003在第2行已经用过/],
    [{ 1: '５-００３' }, 'B4', /凭证号5-003在第2行已经用过/],
    [{ 2: '借款' }, 'C2', /只能写收入或支出/],
    [{ 3: '买东西' }, 'D2', /没有“买东西”这个收入科目/],
    [{ 6: -12 }, 'G2', /是负数.*另记一笔收入/],
    [{ 6: '（12）' }, 'G2', /是负数/],
    [{ 6: 12.345 }, 'G2', /多于两位小数/],
    [{ 6: '1.23456万' }, undefined, undefined],
    [{ 6: '1.2345678万' }, 'G2', /多于两位小数/],
    [{ 6: '一百' }, 'G2', /不是金额/],
    [{ 6: null }, 'G2', /没有写“金额”/],
    [{ 5: '用'.repeat(61) }, 'F2', /最多60个字/],
  ])('%j', async (cells, cell, says) => {
    const { problems } = await may(await changed(cells as Record<number, string>))
    if (!cell) return expect(problems).toEqual([])
    expect(problems).toEqual([expect.objectContaining({ cell, says: expect.stringMatching(says!) })])
    return undefined
  })

  it('of two columns, both filled or neither is said once', async () => {
    const bytes = await book([
      ['日期', '凭证号', '摘要', '科目', '收入', '支出'],
      ['5月8日', '1', '甲', '工程款', 12, 13],
      ['5月9日', '2', '乙', '工程款', null, 0],
      ['5月10日', '3', '丙', '工程款', null, 7],
    ])
    expect((await may(bytes)).problems).toMatchObject([
      { row: 2, cell: 'E2', says: expect.stringContaining('又写了收入又写了支出') },
      { row: 3, cell: 'E3', says: expect.stringContaining('都没有写') },
    ])
  })

  it('a day without a year is refused where no period is given and no title says it', async () => {
    const bytes = await changed({ 0: '5月8日' })
    expect((await may(bytes, { period: undefined })).problems).toMatchObject([
      { cell: 'A2', says: expect.stringContaining('没有写是哪一年') },
    ])
  })

  it('a statement that does not add up is told by how much, once its rows are right', async () => {
    const { problems } = await may(await book(plainRows), { opening: 100_00, closing: 126_700_51 })
    expect(problems).toEqual([
      {
        row: 0,
        field: 'closing',
        says: expect.stringMatching(
          /上期结余100\.00元.*收入128,460\.50元.*支出1,860\.00元.*应是126,700\.50元.*126,700\.51元，差0\.01元/,
        ),
      },
    ])
    expect((await may(await book(plainRows), { opening: 100_00, closing: 126_700_50 })).problems).toEqual([])
  })

  it('rows that are dropped by number are left out, and nothing else', async () => {
    const bytes = await book([...plainRows, ['2026-05-13', '5-003', '支出', '工程款', '某某', '重号', 5, null, null]])
    expect(cellsOf((await may(bytes)).problems)).toEqual(['5 B5'])
    const { rows, problems, dropped } = await may(bytes, { drop: [5, 99] })
    expect({ problems, dropped, rows: rows.length }).toEqual({ problems: [], dropped: [5], rows: 3 })
  })

  it('no more than 200 are listed; the others are counted', async () => {
    const bytes = await book([
      heading,
      ...Array.from({ length: 205 }, (_, i) => [
        '2026-05-08',
        `${i}`,
        '支出',
        '工程款',
        null,
        '工程',
        null,
        null,
        null,
      ]),
    ])
    const { problems, more } = await may(bytes)
    expect([problems.length, more]).toEqual([200, 5])
  })
})

describe('what is no list is refused, in words that name the columns and the template', () => {
  it('a sheet that lacks a column', async () => {
    const bytes = await book(plainRows.map((row) => row.filter((_, c) => c !== 1)))
    await expect(may(bytes)).rejects.toThrow(/“收支”这张表还缺“凭证号”。表头这一行要有：日期、凭证号、.*下载模板/)
  })
  it('a sheet without rows', async () => {
    await expect(may(await book([heading]))).rejects.toThrow(/没有写内容/)
  })
  it('the first sheet that has the columns is read, hidden ones are not', async () => {
    const bytes = await book([['说明'], ['看下一张']], {}, [
      { name: '旧的', rows: plainRows.slice(0, 2), hidden: true },
      { name: '五月', rows: plainRows },
    ])
    expect((await may(bytes)).rows).toHaveLength(3)
  })
})

it.each([
  [
    'recipients',
    ['户主', '小组', '人口', '补贴项目', '发放金额'],
    ['林阿海', '三组', '3人', '慰问', '500元'],
    { name: '林阿海', group: '三组', people: 3, what: '慰问', amount: 50_000 },
  ],
  [
    'workdays',
    ['姓名', '误工事由', '天数', '标准', '金额（元）'],
    ['林阿海', '巡堤', 1.5, 150, 225],
    { people: 1.5, rate: 15_000, amount: 22_500 },
  ],
  [
    'assets',
    ['资产名称', '数量', '计量单位', '账面原值', '坐落'],
    ['食堂', 1, '幢', 350000, '村口'],
    { quantity: 1, unit: '幢', cost: 35_000_000, place: '村口' },
  ],
  [
    'resources',
    ['地块名称', '地类', '面积(亩)', '承包方', '合同到期', '租金（元/年）'],
    ['后门山', '林地', '36.5亩', '林阿海', '2030年12月31日', '1.2万元'],
    { area: 36.5, until: '2030-12-31', rent: 1_200_000 },
  ],
  [
    'debts',
    ['类型', '对方单位', '事由', '余额'],
    ['债务', '某某公司', '尾款', '36,000.00'],
    { direction: 'owedByUs', amount: 3_600_000 },
  ],
] as const)('a list of %s is read by what accountants call its columns', async (kind, head, row, expected) => {
  const bytes = await book([['清单'], [...head], [...row], ['合计', ...Array<null>(head.length - 2).fill(null), 999]])
  const { rows, problems } = await read({ bytes, kind })
  expect(problems).toEqual([])
  expect(rows).toEqual([expect.objectContaining(expected)])
})
