import { strToU8, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { bytesOf } from './workbooks'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** An ID number as GB 11643 writes it: 17 digits and the one that checks them. */
export const idNumberOf = (digits: string): string =>
  digits + '10X98765432'[[...digits].reduce((sum, d, i) => sum + Number(d) * weights[i], 0) % 11]

/** The ID number of nobody: a region, a birthday, a serial number that was never given out. */
export const idNumber = idNumberOf('33108119900307981')

/** A card number that Luhn's digit closes. */
export const bankCard = (() => {
  const digits = '621700131000456789'
  const sum = [...digits].reverse().reduce((a, d, i) => {
    const n = Number(d) * (i % 2 === 0 ? 2 : 1)
    return a + (n > 9 ? n - 9 : n)
  }, 0)
  return digits + ((10 - (sum % 10)) % 10)
})()

const wide = (text: string) => text.replace(/[0-9X]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))

/** The same number as someone would write it who has been refused once: full width, in groups. */
export const disguised = wide(idNumber).replace(/^(.{6})(.{8})(.{4})$/, '$1　$2　$3')

/** A workbook that says so in its second row. */
export const workbookWith = async (text: string) =>
  bytesOf(
    await writeXlsx({
      sheets: [
        {
          name: '名单',
          rows: [
            ['姓名', '备注'],
            ['某某', text],
          ],
        },
      ],
    }),
  )

/** A Word document of these paragraphs, as small as one can be. */
export const documentWith = (...paragraphs: readonly string[]) => {
  const parts = 'http://schemas.openxmlformats.org/package/2006'
  const main = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
  const body = paragraphs.map((p) => `<w:p><w:r><w:t xml:space="preserve">${p}</w:t></w:r></w:p>`).join('')
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  return bytesOf(
    zipSync({
      '[Content_Types].xml': strToU8(
        `<?xml version="1.0"?><Types xmlns="${parts}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${word}"/></Types>`,
      ),
      '_rels/.rels': strToU8(
        `<?xml version="1.0"?><Relationships xmlns="${parts}/relationships"><Relationship Id="r1" Type="${main}" Target="word/document.xml"/></Relationships>`,
      ),
      'word/document.xml': strToU8(
        `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
      ),
    }),
  )
}

/** A PDF of one page with one line of Latin letters and digits. */
export const pdfWith = (line: string) => {
  const drawn = `BT /F1 12 Tf 72 720 Td (${line}) Tj ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${drawn.length}>>stream\n${drawn}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  let text = '%PDF-1.4\n'
  const starts = objects.map((o, i) => {
    const at = text.length
    text += `${i + 1} 0 obj${o}endobj\n`
    return String(at).padStart(10, '0')
  })
  const table = text.length
  text += `xref\n0 6\n0000000000 65535 f \n${starts.map((s) => `${s} 00000 n \n`).join('')}`
  text += `trailer<</Size 6/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`
  return bytesOf(Buffer.from(text, 'latin1'))
}
