import type { Browser } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'

const millimetres = (points: number) => Math.round((points / 72) * 25.4)

/** A PDF's fonts call some characters by their radicals: ⽉ for 月, ⻚ for 页. */
const supplement: Readonly<Record<string, string>> = {
  ...{ '\u2eda': '页', '\u2ed4': '门', '\u2ea0': '民', '\u2ec5': '见', '\u2ed3': '长' },
}
const written = (text: string) =>
  text
    .replace(/\s+/g, '')
    .replace(/[\u2f00-\u2fd5]/g, (radical) => radical.normalize('NFKC'))
    .replace(/[\u2eda\u2ed4\u2ea0\u2ec5\u2ed3]/g, (radical) => supplement[radical])

/** The PDF that a browser makes of a page: its sheets in millimetres, the words of each, and what it asked for. */
export const pdfOf = async (browser: Browser, html: string) => {
  const page = await browser.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.setContent(html, { waitUntil: 'networkidle' })
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  await page.close()
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const [, , width, height] = (await document.getPage(1)).view
  const { text } = await extractText(document, { mergePages: false })
  return { width: millimetres(width), height: millimetres(height), pages: text.map(written), asked }
}
