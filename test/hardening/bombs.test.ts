import { resolve } from 'node:path'
import { deflateRawSync, deflateSync } from 'node:zlib'
import { isRefusal } from '@shared/engine/refusal'
import { describe, expect, it } from 'vitest'
import { docxType, type FileType, xlsxType } from '../../functions/files/files'
import { checkContent } from '../../functions/files/sniff'
import { openWorkshop } from '../../functions/papers/workshop'
import { bytesOf, le } from '../support/bytes'
import { zipped } from '../support/pictures'

const workshop = openWorkshop(resolve(import.meta.dirname, '../../functions/papers/worker.ts'))
const types = '<Types/>'
const book = '<workbook xmlns:r="r"><sheets><sheet name="账" sheetId="1" r:id="rId1"/></sheets></workbook>'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relation = (type: string, target: string) =>
  `<Relationships><Relationship Id="rId1" Type="${office}/${type}" Target="${target}"/></Relationships>`
const [root, rels] = [relation('officeDocument', 'xl/workbook.xml'), relation('worksheet', 'worksheets/sheet1.xml')]
const sheetOf = (words: string, before = '') =>
  `<?xml version="1.0"?>${before}<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${words}</t></is></c></row></sheetData></worksheet>`
const bookOf = (sheet: string | Uint8Array, more: Record<string, string | Uint8Array> = {}) =>
  zipped({
    '_rels/.rels': root,
    'xl/workbook.xml': book,
    'xl/_rels/workbook.xml.rels': rels,
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  })

/** What the workshop says of it: as a list that is read in, and as a paper that is looked through. */
const said = async (bytes: Uint8Array, type: FileType = xlsxType) => {
  const read = type === xlsxType && (await workshop({ job: 'import', bytes, kind: 'statement' }))
  const scan = await workshop({ job: 'scan', bytes, type, name: '一个文件' })
  return [read, scan].map((answer) => (isRefusal(answer) ? answer.says : answer))
}

type Part = { name: string; body: Uint8Array; declared?: number; packed?: number; at?: number; method?: number }
/** A zip that says of its parts what it is told to say. */
const zipSaying = (parts: readonly Part[], end: { here?: number; count?: number; start?: number } = {}) => {
  let at = 0
  const bodies: Uint8Array[] = []
  const list = parts.map(({ name, body, declared = body.length, method = 8, ...says }) => {
    const packed = method === 8 ? deflateRawSync(body) : body
    const sizes = [...le(0, 4), ...le(says.packed ?? packed.length, 4), ...le(declared, 4), ...le(name.length, 2), 0, 0]
    if (says.at === undefined) {
      bodies.push(bytesOf([0x50, 0x4b, 3, 4], le(20, 2), le(0, 2), le(method, 2), le(0, 4), sizes, name, packed))
      at += bodies.at(-1)!.length
    }
    const from = says.at ?? at - bodies.at(-1)!.length
    return bytesOf(
      [0x50, 0x4b, 1, 2],
      le(20, 2),
      le(20, 2),
      le(0, 2),
      le(method, 2),
      le(0, 4),
      sizes,
      le(0, 2),
      le(0, 8),
      le(from, 4),
      name,
    )
  })
  const lengthOfList = list.reduce((sum, l) => sum + l.length, 0)
  const { here = parts.length, count = parts.length, start = at } = end
  return bytesOf(
    ...bodies,
    ...list,
    [0x50, 0x4b, 5, 6],
    le(0, 4),
    le(here, 2),
    le(count, 2),
    le(lengthOfList, 4),
    le(start, 4),
    [0, 0],
  )
}
const words = (text: string) => new Uint8Array(Buffer.from(text))
const parts: readonly Part[] = [
  { name: '[Content_Types].xml', body: words(types) },
  { name: '_rels/.rels', body: words(root) },
  { name: 'xl/workbook.xml', body: words(book) },
  { name: 'xl/_rels/workbook.xml.rels', body: words(rels) },
]
const sheet = (more: Partial<Part> = {}): Part => ({
  name: 'xl/worksheets/sheet1.xml',
  body: words(sheetOf('好')),
  ...more,
})

it('a zip of these parts is a workbook that is taken, so that what is refused below is refused for its trick', async () => {
  const whole = zipSaying([...parts, sheet()])
  await checkContent(whole, xlsxType)
  expect((await said(whole))[1]).toEqual({ readable: true, found: [] })
})

describe('is refused where it comes in, and where it is read, before it is unpacked', () => {
  const zeros = new Uint8Array(30 * 1024 * 1024)
  it.each<[string, () => Uint8Array]>([
    ['thirty megabytes that say they are nothing', () => zipSaying([...parts, sheet({ body: zeros, declared: 0 })])],
    ['a part that says it takes no bytes and holds some', () => zipSaying([...parts, sheet({ packed: 0 })])],
    ['sizes that stand elsewhere (zip64)', () => zipSaying([...parts, sheet({ declared: 0xffffffff })])],
    ['a list that stands elsewhere (zip64)', () => zipSaying([...parts, sheet()], { start: 0xffffffff })],
    ['more parts than can be said (zip64)', () => zipSaying([...parts, sheet()], { here: 0xffff, count: 0xffff })],
    ['one number of parts here and another in all', () => zipSaying([...parts, sheet()], { here: 1 })],
    ['an unpacked part that says another size', () => zipSaying([...parts, sheet({ method: 0, declared: 5 })])],
    [
      'a thousand names for the same bytes',
      () =>
        zipSaying([
          ...parts,
          sheet(),
          ...Array.from({ length: 1000 }, (_, i) => ({ ...parts[0]!, name: `xl/${i}.xml`, at: 0 })),
        ]),
    ],
    ['two parts of one name', () => zipSaying([...parts, sheet(), sheet()])],
    ['a part that reaches into the next', () => zipSaying([{ ...parts[0]!, packed: 200 }, ...parts.slice(1), sheet()])],
    ['a part that reaches beyond the end', () => zipSaying([...parts, sheet({ packed: 1e6 })])],
    [
      '2001 parts',
      () => bookOf(sheetOf('好'), Object.fromEntries(Array.from({ length: 1997 }, (_, i) => [`a${i}`, '']))),
    ],
    ['61 MB', () => bookOf(bytesOf(new Uint8Array(61 * 1024 * 1024)))],
  ])('%s', async (_, made) => {
    const bytes = made()
    await expect(checkContent(bytes, xlsxType)).rejects.toThrow(/再传/)
    for (const answer of await said(bytes)) expect(answer).toMatch(/再传/)
  })
})

it('a part that unpacks to more than it says is read no further than it says', async () => {
  const bytes = zipSaying([...parts, sheet({ body: new Uint8Array(200 * 1024 * 1024), declared: 1000 })])
  await checkContent(bytes, xlsxType)
  const before = process.resourceUsage().maxRSS
  for (const answer of await said(bytes)) expect(JSON.stringify(answer)).toMatch(/再传|"found":\[\]/)
  expect(process.resourceUsage().maxRSS - before).toBeLessThan(150_000)
})

it('a zip in a zip, ten deep, is what it is on its outside: nobody opens the next', async () => {
  let inner = bookOf(sheetOf('好'))
  for (let deep = 0; deep < 10; deep++) inner = bookOf(sheetOf('好'), { 'xl/embeddings/inner.xlsx': inner })
  await checkContent(inner, xlsxType)
  expect((await said(inner))[1]).toEqual({ readable: false, found: [] })
})

describe('entities that a paper makes up are not followed', () => {
  const laughs = `<!DOCTYPE x [<!ENTITY a "13800138000">${Array.from(
    { length: 30 },
    (_, i) => `<!ENTITY ${String.fromCharCode(98 + (i % 25))}${i} "${'&a;'.repeat(10)}">`,
  ).join('')}<!ENTITY l0 "哈哈"><!ENTITY l1 "&l0;&l0;&l0;&l0;&l0;&l0;&l0;&l0;&l0;&l0;">${Array.from(
    { length: 9 },
    (_, i) => `<!ENTITY l${i + 2} "${`&l${i + 1};`.repeat(10)}">`,
  ).join('')}]>`
  const outside = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
  it.each<[string, Uint8Array, FileType]>([
    ['a billion laughs in a workbook', bookOf(sheetOf('&l10;', laughs)), xlsxType],
    ['a file of the server in a workbook', bookOf(sheetOf('&f;', outside)), xlsxType],
    [
      'a billion laughs in a document',
      zipped({ 'word/document.xml': `${laughs}<w:p><w:t>&l10;</w:t></w:p>` }),
      docxType,
    ],
    [
      'a file of the server in a document',
      zipped({ 'word/document.xml': `${outside}<w:p><w:t>&f;</w:t></w:p>` }),
      docxType,
    ],
  ])('%s', async (_, bytes, type) => {
    await checkContent(bytes, type)
    const [before, most] = [performance.now(), process.resourceUsage().maxRSS]
    for (const answer of await said(bytes, type)) expect(JSON.stringify(answer)).not.toMatch(/root:|哈哈哈/)
    expect(performance.now() - before).toBeLessThan(10_000)
    expect(process.resourceUsage().maxRSS - most).toBeLessThan(150_000)
  })
})

describe('a PDF', () => {
  const pdfOf = (content: Uint8Array, filter = '/FlateDecode') => {
    const objects = [
      bytesOf('<</Type/Catalog/Pages 2 0 R>>'),
      bytesOf('<</Type/Pages/Kids[3 0 R]/Count 1>>'),
      bytesOf('<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<<>>>>'),
      bytesOf(`<</Length ${content.length}/Filter ${filter}>>stream\n`, content, '\nendstream'),
    ]
    return bytesOf(
      '%PDF-1.4\n',
      ...objects.flatMap((o, i) => [`${i + 1} 0 obj`, o, 'endobj\n']),
      'trailer<</Root 1 0 R>>\n%%EOF\n',
    )
  }
  it('that unpacks to two gigabytes is stopped before it has them', async () => {
    const spaces = deflateSync(Buffer.alloc(128 * 1024 * 1024, ' '))
    const twice = deflateSync(bytesOf(...Array.from({ length: 16 }, () => spaces)))
    for (const pdf of [pdfOf(twice, '[/FlateDecode/FlateDecode]'), pdfOf(deflateSync(Buffer.alloc(1e9, ' ')))]) {
      const before = process.memoryUsage.rss()
      const [, answer] = await said(pdf, 'application/pdf')
      expect(JSON.stringify(answer)).toMatch(/再传|"readable":false/)
      expect(process.memoryUsage.rss() - before).toBeLessThan(1.2e9)
    }
  })

  it('whose pages hold each other is looked through, or not, within its time', async () => {
    const ring = bytesOf(
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99999999>>endobj\n',
      'trailer<</Root 1 0 R>>\n%%EOF\n',
    )
    const [, answer] = await said(ring, 'application/pdf')
    expect(JSON.stringify(answer)).toMatch(/再传|"readable":false/)
  })
})
