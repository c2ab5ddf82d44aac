import { createHash } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import { type DeclaredFile, docxType, type FileType, xlsxType } from '../../functions/files/files'
import { be, bytesOf } from './bytes'
import { recordings } from './recordings'

/** The smallest whole file of each type that may be uploaded. */
export const pictures: Readonly<Record<FileType, Uint8Array<ArrayBuffer>>> = {
  'image/png': base64(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  ),
  'image/jpeg': base64(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  ),
  'image/webp': base64('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA'),
  'application/pdf': text('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  [xlsxType]: zipped({ 'xl/workbook.xml': '<workbook/>' }),
  [docxType]: document('村民会议纪要'),
  'audio/mp4': recordings['audio/mp4'](2),
  'audio/mpeg': recordings['audio/mpeg'](2),
  'audio/aac': recordings['audio/aac'](2),
  'audio/webm': recordings['audio/webm'](2),
  'audio/ogg': recordings['audio/ogg'](2),
  'audio/wav': recordings['audio/wav'](2),
}

/** The smallest JPEG as a phone would have taken it: what it noted stands right after the first two bytes. */
export function noted(place: string) {
  const bare = pictures['image/jpeg']
  return bytesOf(bare.slice(0, 2), [0xff, 0xe1], be(place.length + 8, 2), 'Exif\0\0', place, bare.slice(2))
}

/** A photo as an iPhone keeps it: its first box is enough to know it by. */
export const heic = base64('AAAAGGZ0eXBoZWljAAAAAG1pZjFoZWlj')

export function declared(bytes: Uint8Array, given: Partial<DeclaredFile> = {}): DeclaredFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { id: 'f1', name: '公示照片.png', type: 'image/png', bytes: bytes.length, sha256, ...given }
}

/** A Word file that says this, with whatever else lies in it. */
export function document(words: string, parts: Record<string, string | Uint8Array> = {}) {
  return zipped({ 'word/document.xml': `<w:document><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:document>`, ...parts })
}

/** An Office file of these parts: the smallest list of what it holds is added. */
export function zipped(parts: Record<string, string | Uint8Array>) {
  const all = Object.entries({ '[Content_Types].xml': '<Types/>', ...parts })
  return new Uint8Array(zipSync(Object.fromEntries(all.map(([n, p]) => [n, typeof p === 'string' ? strToU8(p) : p]))))
}

export function text(content: string) {
  return new Uint8Array(Buffer.from(content))
}

function base64(content: string) {
  return new Uint8Array(Buffer.from(content, 'base64'))
}
