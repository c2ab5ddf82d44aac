import { findPersonalData, type PersonalKind } from '@shared/personalData'
import { extractText, getDocumentProxy } from 'unpdf'
import { docxType, xlsxType } from '../files/files'
import type { ScanJob, Scanned } from './jobs'
import { plainText } from './readCell'
import { packedNames, unpack, wordsOfXml } from './unpack'
import { cellName, readWorkbook } from './workbook'

/** Words of a paper and where they stand. */
type Passage = { where: string; text: string }
type Words = { readable: boolean; passages: readonly Passage[] }

/** Personal data in the words of a paper and in its name, each kind once for a place. Throws `PaperRefused`. */
export const scanPaper = async ({ bytes, type, name }: ScanJob): Promise<Scanned> => {
  const { readable, passages } = await wordsOf(bytes, type)
  const found = new Map<string, { kind: PersonalKind; where: string }>()
  for (const { where, text } of [{ where: '文件名', text: name }, ...passages])
    for (const { kind } of findPersonalData(text)) found.set(`${kind}#${where}`, { kind, where })
  return { readable, found: [...found.values()].slice(0, 200) }
}

const wordsOf = async (bytes: Uint8Array, type: string): Promise<Words> => {
  if (type === xlsxType) return ofWorkbook(bytes)
  if (type === docxType) return ofDocument(bytes)
  if (type === 'application/pdf') return ofPdf(bytes)
  return { readable: false, passages: [] }
}

/** A picture, or another file, that is packed inside can't be read from here. */
const isUnreadable = (name: string) => /\/(media|embeddings)\//.test(name)

const ofWorkbook = async (bytes: Uint8Array): Promise<Words> => {
  const grids = await readWorkbook(bytes)
  const cells = grids.flatMap(({ name, hidden, rows, notes }) => {
    const on = `工作表“${name}”${hidden ? '（隐藏）' : ''}`
    return [
      { where: `${on}的名称`, text: name },
      ...rows.flatMap((row, r) =>
        row.flatMap((v, c) => (v === undefined ? [] : [{ where: `${on}${cellName(r, c)}`, text: plainText(v) }])),
      ),
      ...notes.map((n) => ({ where: `${on}${cellName(n.row, n.column)}的批注`, text: n.text })),
    ]
  })
  const beside = unpack(bytes, (n) =>
    /^(xl\/(drawings|comments|threadedComments|charts)\b.*|docProps\/.*)\.xml$/.test(n),
  )
  const others = Object.values(beside).map((part) => ({ where: '批注、文本框、图表和属性', text: wordsOfXml(part) }))
  const margins = Object.values(unpack(bytes, (n) => /^xl\/worksheets\/[^/]+\.xml$/.test(n))).map((part) => ({
    where: '页眉页脚',
    text: marginsIn(new TextDecoder().decode(part)),
  }))
  return { readable: !packedNames(bytes).some(isUnreadable), passages: [...cells, ...others, ...margins] }
}

const marginsIn = (xml: string): string => {
  const from = xml.indexOf('<headerFooter')
  const to = from < 0 ? -1 : xml.indexOf('</headerFooter>', from)
  return to < 0 ? '' : wordsOfXml(Buffer.from(xml.slice(from, to)))
}

const places: readonly (readonly [RegExp, string])[] = [
  [/^word\/document\.xml$/, '正文'],
  [/^word\/header\d*\.xml$/, '页眉'],
  [/^word\/footer\d*\.xml$/, '页脚'],
  [/^word\/(foot|end)notes\.xml$/, '脚注'],
  [/^word\/comments\w*\.xml$/, '批注'],
  [/^(word\/(glossary|charts|diagrams)\/.*|docProps\/.*)\.xml$/, '文本框、图表和属性'],
]

const ofDocument = (bytes: Uint8Array): Words => {
  const whereOf = (name: string) => places.find(([is]) => is.test(name))?.[1]
  const parts = unpack(bytes, (name) => whereOf(name) !== undefined)
  const passages = Object.entries(parts).map(([name, part]) => ({ where: whereOf(name)!, text: wordsOfXml(part) }))
  return { readable: !packedNames(bytes).some(isUnreadable), passages }
}

/** Page by page; a page without words is a picture of some. What can't be opened must be looked at by someone. */
const ofPdf = async (bytes: Uint8Array): Promise<Words> => {
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
    const { text } = await extractText(pdf, { mergePages: false })
    const filledIn = await Promise.all(
      text.map(async (_, i) => {
        const notes = (await (await pdf.getPage(i + 1)).getAnnotations()) as {
          fieldValue?: unknown
          contentsObj?: { str?: string }
        }[]
        return notes.map((n) => [n.contentsObj?.str ?? '', String(n.fieldValue ?? '')].join('\n')).join('\n')
      }),
    )
    return {
      readable: text.length > 0 && text.every((page) => page.trim() !== ''),
      passages: text.map((page, i) => ({ where: `第${i + 1}页`, text: `${page}\n${filledIn[i]}` })),
    }
  } catch (e) {
    if (e instanceof RangeError) throw e
    return { readable: false, passages: [] }
  }
}
