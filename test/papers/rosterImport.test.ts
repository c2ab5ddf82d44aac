import type { SheetRow } from '@shared/sheetKinds'
import { type Sheet, sheetProblems } from '@shared/sheets'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importRows } from '../../functions/papers/importRows'
import { comesOfAge, readBirthday } from '../../functions/papers/readRosterCell'
import { templateOf } from '../../functions/papers/template'
import { writeWorkbook } from '../../functions/papers/writeWorkbook'
import { book } from './books'

type Value = string | number | boolean | Date | null
const head: Value[] = ['编号', '姓名', '户号', '组', '性别', '满18岁的日子', '党员', '村民代表']
const lin: Value[] = ['1-001-1', '林阿海', '1-001', 1, '男', '2000-05-08', '正式', '是']

const read = async (rows: Value[][], drop?: number[]) => {
  const { sheet, ...told } = await importRows({ job: 'import', bytes: await book(rows), kind: 'roster', drop })
  return { ...told, text: sheet?.text ?? '', rows: sheet ? (JSON.parse(sheet.text) as Sheet).rows : told.preview }
}
const of = async (heading: Value[], ...rows: Value[][]): Promise<readonly SheetRow[]> => {
  const { problems, rows: found } = await read([heading, ...rows])
  expect(problems).toEqual([])
  return found
}

describe('a roster from Excel', () => {
  it('under a title, with other headings, groups in words, 中共党员 and 群众, √ for yes', async () => {
    const heading = ['序号', '人员编号', '姓名', '家庭编号', '村民小组', '性别', '成年日期', '政治面貌', '社员', '支委']
    const { rows, problems } = await read([
      ['东溪村名册', ...Array<null>(9).fill(null)],
      heading,
      [1, '001', '林阿海', 'A1', '三组', '男', '2000.5.8', '中共党员', '√', '√'],
      [2, '002', '周秋兰', 'A1', '第十二村民小组', '女', '2001/6/1', '群众', '是', null],
      [3, '003', '方小满', 'A2', 3, '女性', new Date(Date.UTC(2020, 0, 2)), '中共预备党员', '否', '否'],
      ['合计', 3, ...Array<null>(8).fill(null)],
    ])
    expect(problems).toEqual([])
    expect(rows).toEqual([
      {
        ...{ no: '001', name: '林阿海', household: 'A1', group: 3, sex: 'male', adultOn: '2000-05-08', party: 'full' },
        ...{ collective: 'yes', branchCommittee: 'yes' },
      },
      {
        no: '002',
        name: '周秋兰',
        household: 'A1',
        group: 12,
        sex: 'female',
        adultOn: '2001-06-01',
        collective: 'yes',
      },
      {
        ...{ no: '003', name: '方小满', household: 'A2', group: 3, sex: 'female', adultOn: '2020-01-02' },
        ...{ party: 'probationary', collective: 'no', branchCommittee: 'no' },
      },
    ])
  })

  it.each<[Value, string, string]>([
    ['1990-05-08', '2008-05-08', '2004-05-08'],
    ['1990年5月8日', '2008-05-08', '2004-05-08'],
    ['19900508', '2008-05-08', '2004-05-08'],
    [19900508, '2008-05-08', '2004-05-08'],
    [new Date(Date.UTC(1990, 4, 8)), '2008-05-08', '2004-05-08'],
    [33_001, '2008-05-08', '2004-05-08'],
    [16_438, '1963-01-01', '1959-01-01'],
    ['2008-02-29', '2026-03-01', '2022-03-01'],
    ['2008-02-28', '2026-02-28', '2022-02-28'],
    ['1990年5月', '2008-05-31', '2004-05-31'],
    ['1990.02', '2008-02-28', '2004-02-28'],
    [199002, '2008-02-28', '2004-02-28'],
  ])('a birthday %s comes to the days of age, and is not kept', async (born, adultOn, fourteenOn) => {
    const heading = ['编号', '姓名', '户号', '组', '性别', '出生年月']
    const { rows, problems, text, preview } = await read([heading, [...lin.slice(0, 5), born]])
    expect(problems).toEqual([])
    expect(rows[0]).toMatchObject({ adultOn, fourteenOn })
    expect(Object.keys(rows[0]).sort()).toEqual(['adultOn', 'fourteenOn', 'group', 'household', 'name', 'no', 'sex'])
    for (const kept of [text, JSON.stringify(preview)]) expect(kept).not.toMatch(/1990|1945|2008-02-29|出生/)
  })

  it('property: whoever is born on a day is 18 on that day 18 years on, 29 February on 1 March; the roster takes both days', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const born = date.toISOString().slice(0, 10)
        const [fourteenOn, adultOn] = [comesOfAge(born, 14), comesOfAge(born, 18)]
        expect(readBirthday(born)).toEqual({ value: born })
        expect(adultOn.slice(5)).toBe(born.endsWith('02-29') ? '03-01' : born.slice(5))
        const row = { no: '1', name: '某', household: '1', group: 1, sex: 'male', adultOn, fourteenOn }
        expect(sheetProblems({ kind: 'roster', rows: [row] })).toEqual([])
      }),
    )
  })

  it('the day of 18 years is taken where it stands, and the birthday only where it is empty', async () => {
    const heading = ['编号', '姓名', '户号', '组', '性别', '满18岁的日子', '出生日期']
    const rows = await of(
      heading,
      ['1', '甲', 'A', 1, '男', '2010-01-01', null],
      ['2', '乙', 'A', 1, '男', null, '1992-01-02'],
    )
    expect(rows.map((r) => [r.adultOn, r.fourteenOn])).toEqual([
      ['2010-01-01', undefined],
      ['2010-01-02', '2006-01-02'],
    ])
  })

  it.each(['身份证号', '身份证号码', '公民身份号码', '证件号码', '身 份 证'])(
    'a column %s is refused in words, whatever else is right',
    async (label) => {
      await expect(
        read([
          [...head, label],
          [...lin, '330102199005081234'],
        ]),
      ).rejects.toThrow(/名册不收证件号码.*什么都没有存.*整列删掉/)
    },
  )

  it('whoever leaves needs number and name alone', async () => {
    const rows = await of([...head, '变动'], ['1-001-1', '林阿海', ...Array<null>(6).fill(null), '去掉'])
    expect(rows).toEqual([{ no: '1-001-1', name: '林阿海', change: 'leave' }])
  })

  it('says which columns are missing', async () => {
    await expect(read([['编号', '姓名', '户号', '组', '性别'], lin.slice(0, 5)])).rejects.toThrow(
      /没有找到名册的表头.*还缺“满18岁的日子”/,
    )
  })

  it.each<[number, Value, string, RegExp]>([
    [0, null, 'A3', /没有写“编号”/],
    [0, '1-001-1', 'A3', /编号1-001-1在第2行已经用过.*一人一个编号/],
    [0, '330102199005081234', 'A3', /不收这些号码/],
    [3, '后门山', 'D3', /“组”写的是“后门山”，要写数字/],
    [3, 2.5, 'D3', /1到99的整数/],
    [4, '不详', 'E3', /只能写男或女/],
    [5, '2026-02-30', 'F3', /不是一个存在的日子/],
    [6, '积极分子', 'G3', /只能写正式或预备或留党察看/],
    [7, '也许', 'H3', /只能写是或否/],
  ])('column %s with %s is named with its cell', async (column, value, cell, says) => {
    const second: Value[] = ['1-001-2', '方小满', ...lin.slice(2)].map((v, i) => (i === column ? value : v))
    const { problems, text, rows } = await read([head, lin, second])
    expect(text).toBe('')
    expect(problems).toEqual([{ row: 3, cell, field: expect.any(String), says: expect.stringMatching(says) }])
    expect(rows).toHaveLength(2)
    expect((await read([head, lin, second], [3])).rows).toHaveLength(1)
  })

  it.each(['90.5.8', '1990', '五月初八', '19901332', '1890-01-01'])(
    'a birthday %s is asked for again, once, without taking it on',
    async (born) => {
      const heading = ['编号', '姓名', '户号', '组', '性别', '出生日期']
      const { problems } = await read([heading, [...lin.slice(0, 5), born]])
      expect(problems).toEqual([
        { row: 2, cell: 'F2', field: 'adultOn', says: expect.stringMatching(/出生日期“.+”看不清是哪一天.*1990-05-08/) },
      ])
    },
  )

  it('the template, filled in, is read; its example is not', async () => {
    const pages = templateOf('roster')
    const [page] = pages
    const filled = ['', '1-001-1', '林阿海', '1-001', 1, '男', '2000-05-08', '', '正式']
    const bytes = await writeWorkbook({
      job: 'write',
      sheets: [{ ...page, rows: [...page.rows, filled] }, ...pages.slice(1)],
    })
    const { sheet, problems } = await importRows({ job: 'import', bytes, kind: 'roster' })
    expect(problems).toEqual([])
    expect((JSON.parse(sheet!.text) as Sheet).rows).toEqual([
      {
        ...{ no: '1-001-1', name: '林阿海', household: '1-001', group: 1, sex: 'male', adultOn: '2000-05-08' },
        party: 'full',
      },
    ])
  })

  it('a roll is read too: how each came, and for whom', async () => {
    const bytes = await book([
      ['编号', '签到方式', '受托人', '回避', '回避原因'],
      ['1', '签名', null, null, null],
      ['2', '委托', '1', '是', '是当事人'],
    ])
    const { sheet } = await importRows({ job: 'import', bytes, kind: 'roll' })
    expect((JSON.parse(sheet!.text) as Sheet).rows).toEqual([
      { no: '1', how: 'signed' },
      { no: '2', how: 'proxy', by: '1', recused: 'yes', why: '是当事人' },
    ])
  })
})
