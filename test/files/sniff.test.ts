import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { docxType, type FileType, isAudio, xlsxType } from '../../functions/files/files'
import { checkContent } from '../../functions/files/sniff'
import { pictures, text, zipped } from '../support/pictures'

const workbook = { 'xl/workbook.xml': '<workbook/>' }
const check = (bytes: Uint8Array, type: string = xlsxType) => checkContent(bytes, type)
const refused = (why: string, says: RegExp) => ({ why, message: expect.stringMatching(says) })

/** Declares what it likes of the size of its parts, in the directory and before each part. */
const lying = (bytes: Uint8Array<ArrayBuffer>, size: number) => {
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < bytes.length - 46; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true)
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, size, true)
  }
  return bytes
}

it.each(Object.entries(pictures))('%s is what it is, and nothing else', async (type, bytes) => {
  await check(bytes, type)
  for (const other of Object.keys(pictures).filter((t) => t !== type && !(isAudio(t) && isAudio(type))))
    await expect(check(bytes, other as FileType)).rejects.toThrow(/重新|再传/)
})

it('a recording may go by the name of another kind of recording: phones call AAC in mp4 either way', async () => {
  await check(pictures['audio/mp4'], 'audio/aac')
  await check(pictures['audio/webm'], 'audio/ogg')
  await expect(check(text('不是录音'), 'audio/mp4')).rejects.toMatchObject({
    message: '这段录音打不开，请重新录一次。',
  })
})

describe('an Excel or Word file is refused in words that say what to do', () => {
  it.each([
    ['a csv named xlsx', text('日期,金额\n2026-05-08,12'), 'notOffice', /csv改成了xlsx.*另存为xlsx/],
    [
      'xls of old, or with a password',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'locked',
      /去掉密码，另存为xlsx/,
    ],
    ['a zip of something else', zipped({ 'a.txt': 'a' }), 'notOffice', /另存为xlsx/],
    ['a zip without its list', new Uint8Array(zipSync({ 'xl/workbook.xml': strToU8('<a/>') })), 'notOffice', /另存/],
    ['half a zip', zipped(workbook).slice(0, 60), 'notOffice', /另存/],
    [
      'macros by their program',
      zipped({ ...workbook, 'xl/vbaProject.bin': 'x' }),
      'macros',
      /有宏.*另存为不带宏的xlsx/,
    ],
    ['macros of old', zipped({ ...workbook, 'xl/macrosheets/sheet1.xml': '<a/>' }), 'macros', /有宏/],
    [
      'macros by what it says of itself',
      zipped({
        ...workbook,
        '[Content_Types].xml': '<Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>',
      }),
      'macros',
      /有宏/,
    ],
    [
      'more than 60 MB unpacked',
      zipped({ ...workbook, 'xl/worksheets/sheet1.xml': new Uint8Array(61 * 1024 * 1024) }),
      'bomb',
      /解开以后太大.*删掉多余的空行/,
    ],
    [
      'what packs a thousandfold',
      zipped({ ...workbook, 'xl/worksheets/sheet1.xml': new Uint8Array(20 * 1024 * 1024) }),
      'bomb',
      /解开以后太大/,
    ],
    [
      'thousands of parts',
      zipped({ ...workbook, ...Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`xl/${i}.xml`, 'a'])) }),
      'bomb',
      /解开以后太大/,
    ],
  ] as const)('%s', async (_, bytes, why, says) => {
    await expect(check(bytes)).rejects.toMatchObject(refused(why, says))
  })

  it('a Word file where Excel was declared', async () => {
    await expect(check(pictures[docxType])).rejects.toMatchObject(refused('notOffice', /另存/))
    const docm = zipped({ 'word/document.xml': '<a/>', 'word/vbaProject.bin': 'x' })
    await expect(check(docm, docxType)).rejects.toMatchObject(refused('macros', /有宏/))
  })

  it('a list of contents that unpacks beyond what it declares is not unpacked', async () => {
    const bytes = zipped({ ...workbook, '[Content_Types].xml': new Uint8Array(3 * 1024 * 1024) })
    await expect(check(lying(bytes, 10))).rejects.toMatchObject(refused('notOffice', /另存/))
  })
})
