import { type CellValue, writeXlsx } from 'hucre/xlsx'

/** The names of people who were paid, or paid: nobody but the office may ever be sent them whole. */
export const payees = { tenant: '林大山', visited: '柯小满' }

const columns = ['日期', '凭证号', '科目', '摘要', '对方单位', '收入', '支出', '审批人', '决议编号']

/** How many days after the last day of 1899 less one: what Excel keeps a day as. */
const serial = (day: string) => Date.parse(day) / 86_400_000 + 25_569

type Told = { bad?: boolean; corrected?: boolean; closing: string; opening?: string }

/**
 * May 2026 as a village accountant keeps it: a merged title, a unit, balances and totals among the rows, days as words and as
 * serials, ¥, full-width digits, a blank row. With `bad`, row 10 has a category that doesn't exist; `corrected`, that row is
 * right and the lamps of row 7 cost 1 000 yuan less.
 */
export const mayOf = async ({ bad, corrected, closing, opening = '128,460.50' }: Told) => {
  const lamps = corrected ? '11,800.00' : '12,800.00'
  const meal = [bad ? '招待费' : '会议和培训', '座谈会用餐', '石湾饭店', null, 500, '阮海生', null] as const
  const rows: CellValue[][] = [
    ['东溪村股份经济合作社2026年5月财务收支公开表'],
    ['编制单位：东溪村股份经济合作社', null, null, null, null, null, null, null, '单位：元'],
    columns,
    ['上期结余', null, null, null, null, opening],
    ['2026年5月3日', '记-1', '上级补助资金', '村级组织运转补助', '石湾镇财政所', '¥80,000.00', null, null, null],
    [serial('2026-05-08'), '记-2', '集体房屋和鱼塘租金', '店面租金', payees.tenant, '３６００', null, null, null],
    ['2026.5.12', '记-3', '路灯和村道维修', '换灯头', '石湾水电服务部', null, lamps, '阮海生、方有为', null],
    [],
    [new Date('2026-05-20T00:00:00Z'), '记-4', '慰问困难户', '端午慰问', payees.visited, null, 2400, '阮海生', null],
    ...(bad || corrected ? [['5月28日', '记-5', ...meal]] : []),
    ['合计', null, null, null, null, 83_600, corrected ? 14_700 : 15_200],
    ['期末结余', null, null, null, null, closing],
    ['制表：苏水根'],
  ]
  const merges = [{ startRow: 0, startCol: 0, endRow: 0, endCol: columns.length - 1 }]
  return bytesOf(await writeXlsx({ sheets: [{ name: '5月', rows, merges }] }))
}

/** A month with one income and one spending, in the columns of the template. */
export const plainMonth = async (month: string, opening: number, income: number, expense: number) =>
  bytesOf(
    await writeXlsx({
      sheets: [
        {
          name: month,
          rows: [
            ['日期', '凭证号', '收支', '科目', '收付款人', '用途', '金额'],
            ['上期结余', null, null, null, null, null, opening],
            [`${month}-05`, '记-1', '收入', '光伏发电', '石湾供电所', '上网电费', income],
            [`${month}-20`, '记-2', '支出', '办公水电', '石湾供电所', '电费', expense],
            ['期末结余', null, null, null, null, null, opening + income - expense],
          ],
        },
      ],
    }),
  )

export const bytesOf = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)
