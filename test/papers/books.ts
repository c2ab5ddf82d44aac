import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { type WriteSheet, writeXlsx } from 'hucre/xlsx'

type Value = string | number | boolean | Date | null

/** A workbook with one sheet of these rows, and whatever else is given. */
export const book = async (rows: Value[][], more: Partial<WriteSheet> = {}, sheets: WriteSheet[] = []) =>
  new Uint8Array(await writeXlsx({ sheets: [{ name: '收支', rows, ...more }, ...sheets] }))

/** The same file with parts changed, added, or left out where null is given. */
export const repacked = (bytes: Uint8Array, parts: Record<string, string | Uint8Array | null>) => {
  const files: Record<string, Uint8Array> = { ...unzipSync(bytes) }
  for (const [name, part] of Object.entries(parts)) {
    if (part === null) delete files[name]
    else files[name] = typeof part === 'string' ? strToU8(part) : part
  }
  return new Uint8Array(zipSync(files))
}

/** A part of it as text. */
export const partOf = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name]!)

export const heading = ['日期', '凭证号', '收支', '科目', '收付款人', '用途', '金额', '审批人', '决议编号']
/** A plain statement of May 2026: 120,000.00 + 8,460.50 − 1,860.00. */
export const plainRows: Value[][] = [
  heading,
  ['2026-05-08', '5-001', '收入', '土地和资源发包', '林阿海', '鱼塘承包款', 120000, '何福来', 'D-2026-3'],
  ['2026-05-09', '5-002', '收入', '光伏发电', '供电所', '四月电费', 8460.5, null, null],
  ['2026-05-12', '5-003', '支出', '路灯和村道维修', '某某电器店', '换路灯12盏', 1860, '阮海生', null],
]

/** As a village accountant keeps it: title over all, 收入 and 支出 apart, days in every manner, ¥, 万, full width, blanks, totals. */
export const villageBook = () =>
  book(
    [
      ['东溪村股份经济合作社２０２６年５月财务收支明细表', ...Array<null>(8).fill(null)],
      ['编制单位：东溪村', null, null, null, null, null, null, '单位：元', null],
      ['日期', '凭证号', '摘 要', '会计科目', '往来单位', '收入', '支出', '余额', '批准人'],
      [null, null, '上月结余', null, null, null, null, 20000, null],
      ['2026.5.8', '记-1', '鱼塘承包款', '土地和资源发包', '林阿海', '¥1.2万', null, 32000, '何福来'],
      [46151, '记-2', '四月电费', '光伏发电', '供电所', '￥８，４６０．５０', null, 40460.5, null],
      [
        new Date(Date.UTC(2026, 4, 12)),
        '记-3',
        '换路灯12盏',
        '5201公益支出-路灯和村道维修',
        '某某电器店',
        null,
        '1,860元',
        38600.5,
        '阮海生',
      ],
      [null, null, null, null, null, null, null, null, null],
      ['5月15日', '记-4', '水电', '办公水电', null, 0, 312.1 + 0.2, 38288.2, '阮海生'],
      ['２０２６／５／２０', '记-5', '报刊', '报刊订阅', '／', '-', '88', 38200.2, null],
      ['20260531', '记-6', '利息', '存款利息', '信用社', 12.3, null, 38212.5, null],
      ['本月合计', null, null, null, null, 20472.8, 2260.3, null, null],
      [null, null, '期末结余', null, null, null, null, 38212.5, null],
      ['制表人：苏水根', null, null, '审核人：方有为', null, null, null, null, null],
    ],
    {
      merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 8 }],
      cells: new Map([
        ['6,0', { value: new Date(Date.UTC(2026, 4, 12)), type: 'date', style: { numFmt: 'yyyy/m/d' } }],
      ]),
    },
  )

/** So many right lines of one month. */
export const longBook = (lines: number) =>
  book([
    heading,
    ...Array.from({ length: lines }, (_, i): Value[] => [
      `2026-05-${String((i % 31) + 1).padStart(2, '0')}`,
      `5-${String(i + 1).padStart(5, '0')}`,
      i % 3 ? '支出' : '收入',
      i % 3 ? '路灯和村道维修' : '土地和资源发包',
      `某某商店${i % 97}`,
      `第${i + 1}笔，换灯头和补路面，按实际数量结算`,
      100 + (i % 1000) / 100,
      '何福来',
      null,
    ]),
  ])
