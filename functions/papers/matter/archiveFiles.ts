import type { CaseView } from '@shared/schemas/views'
import { html } from 'hono/html'
import { isAudio, isPicture } from '../../files/files'
import type { House } from '../../stores'
import type { Markup } from '../print/frame'

/** What lies beside a matter: its SHA-256 as the server knows it, and its bytes where there was room for them. */
export type Enclosed = {
  id: string
  name: string
  type: string
  bytes: number
  sha256: string
  content?: Uint8Array
  why?: string
}

/** So much of all files together goes into an archive, in bytes; what no longer fits is named. */
export const roomForFiles = 40 * 1024 * 1024

/** The files that the reader may see, in the order of the log, as long as there is room. */
export const enclosedIn = async (
  house: House,
  files: CaseView['files'],
  room: number,
): Promise<readonly Enclosed[]> => {
  const all: Enclosed[] = []
  let left = room
  for (const { id, name, type, bytes } of files) {
    const sha256 = (await house.stores.files.get(id))?.sha256 ?? ''
    const fits = bytes <= left
    const content = fits ? await house.files.kept(id) : undefined
    if (content) left -= content.length
    const why = content ? undefined : fits ? '文件已经读不出来' : '放不下了，要到明务里下载'
    all.push({ id, name, type, bytes, sha256, ...(content ? { content } : { why }) })
  }
  return all
}

/** Which files there are, those that are in here and those that are not. */
export const fileList = (files: readonly Enclosed[]): Markup | '' =>
  files.length
    ? html`<section class="part long"><h2>附件，共${files.length}份</h2><table class="form rows files"><thead><tr><th scope="col">附件</th><th scope="col">文件名</th><th scope="col">大小</th><th scope="col">SHA-256</th></tr></thead><tbody>${files.map(
        (f, i) =>
          html`<tr><td>附件${i + 1}</td><td>${f.name}${f.why ? html`<br><b>没有放进来：${f.why}</b>` : ''}</td><td>${sizeWords(f.bytes)}</td><td class="hash">${f.sha256}</td></tr>`,
      )}</tbody></table></section>`
    : ''

const sizeWords = (bytes: number) =>
  bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`

/** The files themselves, each inside the page: what stands before and after its bytes, and those as base64. */
export const fileParts = (files: readonly Enclosed[]): readonly (string | Uint8Array)[] =>
  files.flatMap(({ name, type, content }, i) => {
    if (!content) return []
    const [before, after] = String(shellOf(type, name, i)).split(here)
    return [before, Buffer.from(Buffer.from(content).toString('base64')), after]
  })

const here = '*here*'
const shellOf = (type: string, name: string, i: number): Markup => {
  const title = html`<figcaption>附件${i + 1}</figcaption>`
  const src = `data:${type};base64,${here}`
  if (isPicture(type)) return html`<figure><img data-file="${i}" alt="附件${i + 1}" src="${src}">${title}</figure>`
  if (isAudio(type)) return html`<figure><audio controls data-file="${i}" src="${src}"></audio>${title}</figure>`
  return html`<figure><a data-file="${i}" download="${name.replaceAll(here, '')}" href="${src}">打开附件${i + 1}</a></figure>`
}
