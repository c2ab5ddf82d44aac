import { createHash } from 'node:crypto'
import type { Answer } from '@shared/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { xlsxType } from '../../functions/files/files'
import { openHouse, type TestHouse } from '../support/house'
import { pictures, text, zipped } from '../support/pictures'
import { book, partOf, plainRows, repacked } from './books'

type Told = { says: string; refusal?: string }
let h: TestHouse
beforeAll(async () => {
  h = await openHouse('sqlite', '2026-06-08T09:00:00+08:00')
})
afterAll(() => h.close())

const MB = 1024 * 1024
const declare = async (bytes: Uint8Array, size = bytes.length) => {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return (await h.as('clerk-dongxi')).post<
    Told & { id: string; upload: { url: string; fields: Record<string, string> } }
  >('/api/files', { name: '五月.xlsx', type: xlsxType, bytes: size, sha256 })
}
/** Sends bytes as an Excel file: what is said of them when they arrive. */
const sent = async (bytes: Uint8Array<ArrayBuffer>): Promise<{ status: number; body: Told }> => {
  const { body } = await declare(bytes)
  const form = new FormData()
  for (const [name, value] of Object.entries(body.upload.fields)) form.append(name, value)
  form.append('file', new Blob([bytes]))
  const answer = await h.app.request(body.upload.url, { method: 'POST', body: form })
  expect((await (await h.as('clerk-dongxi')).post(`/api/files/${body.id}/done`, {})).status).toBe(422)
  return { status: answer.status, body: (await answer.json()) as Told }
}
const imported = async (bytes: Uint8Array<ArrayBuffer>, more: object = {}) => {
  const file = await h.upload('clerk-dongxi', bytes, xlsxType, '五月.xlsx')
  const body = { village: 'dongxi', kind: 'statement', file, period: '2026-05', ...more }
  return (await h.as('clerk-dongxi')).post<Answer<'importSheet'> & Told>('/api/papers/imports', body)
}
const withRow = (cells: Record<number, string | number | null>) =>
  book([...plainRows, plainRows[3].map((v, c) => (c in cells ? cells[c] : c === 1 ? '5-099' : v))])

describe('a file is refused in words that say what to do', () => {
  it.each([
    ['macros', async () => repacked(await book(plainRows), { 'xl/vbaProject.bin': 'x' }), /有宏.*另存为不带宏的xlsx/],
    [
      'xlsm named xlsx',
      async () => {
        const plain = await book(plainRows)
        const types = partOf(plain, '[Content_Types].xml').replace(
          'spreadsheetml.sheet.main',
          'sheet.macroEnabled.main',
        )
        return repacked(plain, { '[Content_Types].xml': types.replace('openxmlformats-officedocument', 'ms-excel') })
      },
      /有宏/,
    ],
    [
      'a zip bomb',
      async () => zipped({ 'xl/workbook.xml': '<a/>', 'xl/worksheets/sheet1.xml': new Uint8Array(100 * MB) }),
      /解开以后太大.*分成几个文件/,
    ],
    ['a csv named xlsx', async () => text('日期,凭证号,收支\n2026-05-08,1,收入\n'), /csv改成了xlsx.*另存为xlsx/],
    ['a picture named xlsx', async () => pictures['image/png'], /另存为xlsx/],
    ['xls of old', async () => new Uint8Array(Buffer.from('d0cf11e0a1b11ae1', 'hex')), /老格式.*另存为xlsx/],
  ] as const)('%s', async (_, bytes, says) => {
    expect(await sent(await bytes())).toMatchObject({
      status: 422,
      body: { refusal: 'badFile', says: expect.stringMatching(says) },
    })
  })

  it('50 MB, before it is sent, with 413', async () => {
    expect(await declare(text('x'), 50 * MB)).toMatchObject({
      ...{ status: 413, body: { refusal: 'tooLarge', says: expect.stringMatching(/超过10MB.*压缩/) } },
    })
  })

  it('50 MB, sent where less was declared, with 413', async () => {
    const { body } = await declare(await book(plainRows))
    const form = new FormData()
    for (const [name, value] of Object.entries(body.upload.fields)) form.append(name, value)
    form.append('file', new Blob([new Uint8Array(50 * MB)]))
    const answer = await h.app.request(body.upload.url, { method: 'POST', body: form })
    expect([answer.status, ((await answer.json()) as Told).says]).toEqual([413, expect.stringMatching(/10MB/)])
  })

  it('a workbook whose sheet is no XML, or that is torn', async () => {
    const torn = repacked(await book(plainRows), { 'xl/workbook.xml': '<workbook', 'xl/worksheets/sheet1.xml': '<<<' })
    expect(await imported(torn)).toMatchObject({
      status: 422,
      body: { refusal: 'badFile', says: expect.stringMatching(/另存|表头/) },
    })
  })

  it('more than 10 000 rows', async () => {
    const rows = Array.from({ length: 10_001 }, (_, i) => plainRows[3].map((v, c) => (c === 1 ? `${i}` : v)))
    expect(await imported(await book([plainRows[0], ...rows]))).toMatchObject({
      ...{ status: 422, body: { says: expect.stringMatching(/最多10000行，这里有10001行.*分成几份/) } },
    })
  })
})

describe('a row is refused with its cell and what to do, and nothing is kept', () => {
  it.each([
    ['a negative amount', { 6: -12.5 }, 'G5', /是负数.*另记一笔收入/],
    ['a voucher number twice', { 1: '5-002' }, 'B5', /凭证号5-002在第3行已经用过.*一笔一个凭证号/],
    ['a day that doesn’t exist', { 0: '2026-02-30' }, 'A5', /不是一个存在的日子.*对一下凭证/],
    ['the 31st of April', { 0: '2026年4月31日' }, 'A5', /不是一个存在的日子/],
    ['a day outside the period', { 0: '2026-04-30' }, 'A5', /不在这一期里.*记到那一期去/],
    ['a formula that came to an error', { 6: '#REF!' }, 'G5', /是公式.*算好以后保存/],
  ] as const)('%s', async (_, cells, cell, says) => {
    const { status, body } = await imported(await withRow(cells))
    expect(status).toBe(200)
    expect(body.sheet).toBeUndefined()
    expect(body.problems).toEqual([{ row: 5, cell, field: expect.any(String), says: expect.stringMatching(says) }])
  })

  it('a formula is taken at what it came to, never worked out again', async () => {
    const formula = { formula: '1+1', type: 'formula' as const }
    const at = (value: number | null) =>
      book(plainRows, {
        cells: new Map([['3,6', { ...formula, value, ...(value !== null && { formulaResult: value }) }]]),
      })
    expect((await imported(await at(1234.5))).body.sheet?.expense).toBe(123_450)
    expect((await imported(await at(null))).body.problems).toMatchObject([{ row: 4, cell: 'G4' }])
  })
})
