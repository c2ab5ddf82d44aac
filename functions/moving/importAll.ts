import { createHash } from 'node:crypto'
import type { Case } from '@shared/engine/case'
import { verify } from '@shared/engine/chain'
import type { SheetMeta } from '@shared/sheets'
import { workflowOf } from '@shared/workflows'
import { caseItem, definitionOf } from '../store/caseStore'
import { everyRecord } from '../store/everyRecord'
import { checkRecord } from '../store/limits'
import type { Item, TableRecord } from '../store/table'
import { CannotMove, type Counts, fingerprint, type Header, isSheet, markerPk, type Store } from './format'
import { type MovedFile, readExport } from './readExport'

export type Imported = Counts & { already: boolean }

/** So many records are on their way to the store at once. */
const atOnce = 16

/**
 * Puts an export back into an empty store, in two readings: the first writes nothing and finds what is cut, changed, of
 * another secret, or a case whose log doesn't verify. Killed anywhere, it goes on when it is run again with the same file.
 * `anew` works the places and cards of cases out by this code instead of taking them as they were stored.
 * Throws `CannotMove` with what to do.
 */
export async function importAll(
  path: string,
  into: Store,
  { anew = false, say = () => {} }: { anew?: boolean; say?: (records: number) => void } = {},
): Promise<Imported> {
  const { sum, counts, sums } = await looked(path, into)
  if (await begun(into, sum)) return { ...counts, already: true }

  let waiting: { record: TableRecord; at: number }[] = []
  let done = 0
  const flush = async () => {
    await Promise.all(waiting.map(({ record, at }) => restore(into, anew ? workedOut(record, sums) : record, at)))
    waiting = []
  }
  for await (const met of readExport(path)) {
    if ('file' in met) await keepFile(into, met.file)
    if ('end' in met && met.end.sum !== sum) throw new CannotMove('导入期间文件变了。请用原来的文件再运行一次。')
    if (!('record' in met)) continue
    waiting.push(met)
    if (waiting.length === atOnce) await flush()
    if (++done % 10_000 === 0) say(done)
  }
  await flush()
  await into.table.put(marker(2, { sum, done: true }), { ifVersion: 1 })
  return { ...counts, already: false }
}

/** The first reading: everything that can be wrong with the file itself. `sums` are those of statements, by sheet. */
async function looked(path: string, into: Store) {
  const sums = new Map<string, readonly number[]>()
  let end: { sum: string; counts: Counts } | undefined
  for await (const met of readExport(path)) {
    if ('header' in met) checkHeader(met.header, into)
    if ('end' in met) end = met.end
    if (!('record' in met)) continue
    try {
      checkRecord(met.record)
      if (into.engine === 'dynamodb') checkFits(met.record)
    } catch (error) {
      throw new CannotMove(`第${met.at}行存不进去：${(error as Error).message}。没有写进任何东西。`)
    }
    if (!('item' in met.record)) continue
    const { item } = met.record
    checkCase(item, met.at)
    if (isSheet(item.pk)) {
      const meta = JSON.parse(item.body) as SheetMeta | null
      if (meta?.kind === 'statement') sums.set(item.pk, [meta.income, meta.expense, meta.closing ?? 0])
    }
  }
  if (!end) throw new CannotMove('导出文件是空的。请选 npm run export 写出的那一份。')
  return { ...end, sums }
}

/** DynamoDB keeps a set of marks as one item of at most 400 KB. */
function checkFits(record: TableRecord) {
  if (!('marks' in record)) return
  const bytes = record.marks.members.reduce((sum, member) => sum + Buffer.byteLength(member) + 1, 0)
  if (bytes > 390 * 1024) throw new RangeError(`${record.marks.pk} 的记号太多，DynamoDB 存不下`)
}

function checkHeader({ secret, demo }: Header, into: Store) {
  if (demo !== into.demo)
    throw new CannotMove(
      demo
        ? '这是演示数据，不能导入正式库。要搬演示数据，先把原来文件夹里的 demo-secret 复制到新的 MINGWU_DATA。'
        : '这是正式数据，不能导入演示库。请换一个空的 MINGWU_DATA。',
    )
  if (secret !== fingerprint(into.secret))
    throw new CannotMove(
      'MINGWU_SECRET 和导出时的不一样，已阅、关心等记录会对不上人。请设成原来的 MINGWU_SECRET 再导入。',
    )
}

/** A case is an item with a head: its log has to verify and end there, and this code has to know its workflow. */
function checkCase({ pk, body, head }: Item, at: number) {
  if (!head) return
  const found = JSON.parse(body) as Case | null
  if (!found?.log) return
  if (!workflowOf(found.workflow, found.workflowVersion))
    throw new CannotMove(
      `第${at}行的事项用的流程这里没有（${found.workflow} ${found.workflowVersion}）。请先升级这里的明务。`,
    )
  const [fault] = verify(found.log)
  if (fault || found.id !== pk || found.log.at(-1)?.hash !== head)
    throw new CannotMove(
      `第${at}行：事项 ${found.number}（${pk}）的台账对不上${fault ? `，从第${fault.no}条起` : ''}，可能被改过。没有写进任何东西，请查原来的库。`,
    )
}

/** Whether this very file was imported already; else the store is marked as being filled from it. */
async function begun({ table }: Store, sum: string): Promise<boolean> {
  const stands = await table.get(markerPk)
  if (!stands) {
    const { done } = await everyRecord(table).next()
    if (!done)
      throw new CannotMove('目标库里已经有数据，没有写进任何东西。请换一个空的 MINGWU_DATA 或新的数据表再导入。')
    await table.put(marker(1, { sum, done: false }), { ifVersion: 0 })
    return false
  }
  const was = JSON.parse(stands.body) as { sum: string; done: boolean }
  if (was.sum !== sum)
    throw new CannotMove('目标库是从另一份文件导入的。请换一个空的 MINGWU_DATA 或新的数据表，或用原来那份文件接着导。')
  return was.done
}

const marker = (version: number, body: { sum: string; done: boolean }): Item => ({
  ...{ pk: markerPk, version, body: JSON.stringify(body), sees: 'office', keys: {} },
})

async function restore({ table }: Store, record: TableRecord, at: number) {
  if ((await table.restore(record)) === 'lost')
    throw new CannotMove(`第${at}行在目标库里已经有别的内容，停下了。请换一个空的库，导入完成以前不要启动明务。`)
}

async function keepFile({ files }: Store, { content, ...file }: MovedFile) {
  const stands = await files.kept(file.id)
  if (!stands) return files.keep(file, content)
  if (hex(stands) !== hex(content))
    throw new CannotMove(`文件 ${file.id} 在目标文件夹里已经有别的内容，停下了。请换一个空的文件夹或文件桶。`)
}

const hex = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** A case as this code would save it; the instant of its last save stays. */
function workedOut(record: TableRecord, sums: ReadonlyMap<string, readonly number[]>): TableRecord {
  if (!('item' in record) || !record.item.head) return record
  const { item } = record
  const found = JSON.parse(item.body) as Case | null
  if (!found?.log) return record
  const savedAt = item.keys.changed?.sort ?? found.log.at(-1)!.at
  const ofSheet = typeof found.fields.sheet === 'string' ? sums.get(found.fields.sheet) : undefined
  return { item: caseItem(definitionOf(found), found, { version: item.version, savedAt, sums: ofSheet }) }
}
