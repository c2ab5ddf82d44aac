import { indexNames } from './indexes'
import type { Item, TableRecord } from './table'

/** DynamoDB takes 400 KB an item, names and keys included; the difference is theirs. */
const bodyBytes = 380 * 1024
const wordsBytes = 1024
const keyBytes = 512

/** The item would not fit: rows in the hundreds belong in a file. Refused before the engine is asked. */
export class ItemTooLarge extends Error {
  override name = 'ItemTooLarge'
  constructor() {
    super('内容太多，一条事项存不下。请把长的明细做成附件上传，再提交。')
  }
}

/** Throws `ItemTooLarge`, or `RangeError` where the caller's own code is wrong. */
export function checkItem(item: Item, ifVersion: number) {
  if (!Number.isSafeInteger(ifVersion) || ifVersion < 0 || item.version !== ifVersion + 1)
    throw new RangeError(`version ${item.version} does not follow ${ifVersion}`)
  checkKey(item.pk)
  if (/^(mark|number)#/.test(item.pk)) throw new RangeError(`${item.pk} belongs to marks and numbers`)
  for (const index of indexNames) {
    const key = item.keys[index]
    if (key) [key.partition, key.sort].forEach(checkKey)
  }
  if (Buffer.byteLength(item.body) > bodyBytes) throw new ItemTooLarge()
  if (Buffer.byteLength(item.words ?? '') > wordsBytes) throw new ItemTooLarge()
  if ([item.body, item.card, item.words, item.head].some((text) => text?.includes('\0')))
    throw new RangeError('NUL cannot be stored in text')
}

/** Throws `RangeError` for what is no day. */
export function checkDay(day: string) {
  if (Number.isNaN(Date.parse(`${day}T24:00:00+08:00`))) throw new RangeError(`not a day: ${day}`)
}

/** A record that is put back is checked as it was when it was first put. */
export function checkRecord(record: TableRecord) {
  if ('item' in record) return checkItem(record.item, record.item.version - 1)
  if ('marks' in record) {
    checkKey(record.marks.pk)
    record.marks.members.forEach(checkKey)
    if (!record.marks.members.length) throw new RangeError('a set without members is no set')
    return
  }
  const { pk, n, expiresOn } = record.number
  checkKey(pk)
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`not a number that was given: ${n}`)
  if (expiresOn !== undefined) checkDay(expiresOn)
}

/** Keys hold no control characters: U+0001 parts sort from pk in the cloud's indexes, and SQLite ends text at NUL. */
export function checkKey(key: string) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (!key || /[\0-\x1f]/.test(key) || Buffer.byteLength(key) > keyBytes)
    throw new RangeError(`not a key: ${JSON.stringify(key.slice(0, 60))}`)
}
