import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFolder } from '../../functions/files/folder'
import { linesPerSum, type Store } from '../../functions/moving/format'
import { importAll } from '../../functions/moving/importAll'
import { writeExport } from '../../functions/moving/writeExport'
import { openSqlite } from '../../functions/store/engines/sqlite'
import { everyRecord } from '../../functions/store/everyRecord'
import { raisedRoad } from '../journeys/meetings'
import { openHouse, type TestHouse } from '../support/house'
import { pictures } from '../support/pictures'
import { item, temporaryFolder } from '../support/stores'
import { storeOf } from './livedIn'

const folder = temporaryFolder()
let h: TestHouse
let target: Store
let lines: string[]
let whole: string
beforeAll(async () => {
  h = await openHouse('sqlite')
  const photo = await h.upload('villager-dongxi', pictures['image/png'])
  const { id } = await h.open('villager-dongxi', 'request', { ...raisedRoad, photos: [photo] })
  await h.done('clerk-dongxi', id, { outcome: 'acknowledged' })
  for (let n = 0; n < linesPerSum; n++) await h.table.number(`counted#${n}`)
  whole = join(folder.path, 'whole.jsonl')
  await writeExport(storeOf(h), whole, '2026-06-01T01:00:00.000Z')
  lines = readFileSync(whole, 'utf8').split('\n').slice(0, -1)
  target = {
    ...storeOf(h),
    table: openSqlite(join(folder.path, 'target.db')),
    files: openFolder({ folder: join(folder.path, 'files'), origin: '', secret: 'x', now: () => new Date() }),
  }
})
afterAll(async () => {
  await target.table.close()
  await h.close()
  folder.remove()
})

const lineOf = (part: string) => lines.findIndex((line) => line.includes(part)) + 1
const written = (changed: readonly string[], name = 'changed.jsonl') => {
  const path = join(folder.path, name)
  writeFileSync(path, `${changed.join('\n')}\n`)
  return path
}
const replaced = (at: number, how: (line: string) => string) =>
  written(lines.map((line, i) => (i === at - 1 ? how(line) : line)))

/** The same lines with sums that are right again, as someone would write them who knows the format. */
const summedAnew = (changed: readonly string[]) => {
  const hash = createHash('sha256')
  return changed.map((line) => {
    const value = JSON.parse(line)
    const next = 'sum' in value ? JSON.stringify({ ...value, sum: hash.copy().digest('hex') }) : line
    hash.update(`${next}\n`)
    return next
  })
}

const refused = async (path: string, says: RegExp | string, into = target) => {
  await expect(importAll(path, into)).rejects.toThrow(says)
  expect((await everyRecord(into.table).next()).done).toBe(true)
}

describe('an export that was changed is refused before anything is written, and the line is named', () => {
  it('one letter of a case: between the two sums that it stands between', async () => {
    const at = lineOf('"head"')
    const path = replaced(at, (line) => line.replace('三组', '四组'))
    await refused(path, /校验和不对：第1到(\d+)行/)
    const said = await importAll(path, target).catch((error: Error) => error.message)
    expect(Number(/到(\d+)行/.exec(String(said))![1])).toBeGreaterThanOrEqual(at)
  })

  it('a number that goes back by one, behind the first sum', async () => {
    const first = lineOf('"sum"')
    const at = lines.findIndex((line, i) => i > first && line.startsWith('{"number"')) + 1
    expect(at).toBeGreaterThan(first)
    await refused(
      replaced(at, (line) => line.replace('"n":1', '"n":9')),
      new RegExp(`校验和不对：第${first + 1}到\\d+行`),
    )
  })

  it.each([
    ['a line is missing', () => lines.filter((_, i) => i !== 7), '校验和不对'],
    ['a line stands twice', () => [...lines.slice(0, 8), ...lines.slice(7)], '校验和不对'],
    ['two lines changed places', () => [...lines.slice(0, 7), lines[8]!, lines[7]!, ...lines.slice(9)], '校验和不对'],
    ['it has no end', () => lines.slice(0, -1), /到第\d+行就断了/],
    ['it was cut behind the first sum', () => lines.slice(0, lineOf('"sum"')), /到第\d+行就断了/],
    ['there is something behind the end', () => [...lines, lines[3]!], /在结尾以后/],
    ['a line was cut', () => [...lines.slice(0, 7), lines[7]!.slice(0, 40), ...lines.slice(8)], '第8行读不出来'],
    ['a line says something else', () => [...lines.slice(0, 7), '{"rows":[]}', ...lines.slice(8)], '第8行读不出来'],
    ['it is empty', () => [], '不是明务的导出文件'],
    ['it is something else', () => ['{"users":[]}'], '不是明务的导出文件'],
  ])('%s', async (_, how, says) => {
    await refused(written(how()), says)
  })

  it('a packed file that was not fetched to its end', async () => {
    const packed = gzipSync(readFileSync(whole))
    const path = join(folder.path, 'cut.jsonl.gz')
    writeFileSync(path, packed.subarray(0, packed.length - 100))
    await refused(path, '压缩文件已损坏')
  })

  it('a file’s content that was changed with its sums', async () => {
    const at = lineOf('{"piece"')
    const forged = lines.map((line, i) =>
      i === at - 1
        ? JSON.stringify({ piece: Buffer.from(JSON.parse(line).piece, 'base64').fill(0).toString('base64') })
        : line,
    )
    await refused(written(summedAnew(forged)), `文件内容不对：从第${at - 1}行起被改过`)
  })

  it('a file’s content of which a piece is missing', async () => {
    const at = lineOf('{"piece"')
    await refused(written(summedAnew(lines.filter((_, i) => i !== at - 1))), '之前的文件内容不全')
  })

  it('a case whose log was changed by someone who also set the sums right: its number and its line', async () => {
    const at = lines.findIndex((line) => line.includes('"head"') && line.includes('三组到四组路面坏了')) + 1
    const forged = lines.map((line, i) => (i === at - 1 ? line.replaceAll('路面坏了', '路面很好') : line))
    await refused(written(summedAnew(forged)), new RegExp(`第${at}行：事项 .+的台账对不上，从第1条起`))
  })

  it('a case that lost its last line with the sums set right', async () => {
    const at = lines.findIndex((line) => line.includes('"head"') && line.includes('三组到四组路面坏了')) + 1
    const shorter = (line: string) => {
      const { item } = JSON.parse(line)
      const found = JSON.parse(item.body)
      return JSON.stringify({ item: { ...item, body: JSON.stringify({ ...found, log: found.log.slice(0, -1) }) } })
    }
    const forged = lines.map((line, i) => (i === at - 1 ? shorter(line) : line))
    await refused(written(summedAnew(forged)), /的台账对不上/)
  })

  it('counts that don’t agree with what is there', async () => {
    const forged = lines.map((line, i) => (i === lines.length - 1 ? line.replace(/"items":\d+/, '"items":1') : line))
    await refused(written(forged), '说的数目和实际不符')
  })
})

describe('an export that doesn’t belong here is refused', () => {
  const withHeader = (more: object) =>
    written(summedAnew([JSON.stringify({ ...JSON.parse(lines[0]!), ...more }), ...lines.slice(1)]))

  it('of a newer format, of a workflow that this version doesn’t have', async () => {
    await refused(withHeader({ v: 2 }), '升级到同一版本')
    const at = lines.findIndex((line) => line.includes('"head"') && line.includes('"workflow\\":\\"request\\"')) + 1
    const later = lines.map((line, i) =>
      i === at - 1 ? line.replace(/\\"workflowVersion\\":\d+/, '\\"workflowVersion\\":99') : line,
    )
    await refused(written(summedAnew(later)), `第${at}行的事项用的流程这里没有`)
  })

  it('of another secret, of a demo into a real store and the other way', async () => {
    await refused(whole, 'MINGWU_SECRET 和导出时的不一样', {
      ...target,
      secret: 'another secret of thirty-two letters',
    })
    await refused(whole, '不能导入正式库', { ...target, demo: false })
    await refused(withHeader({ demo: false }), '不能导入演示库')
  })

  it('a set of marks that DynamoDB can’t hold, into DynamoDB', async () => {
    const marks = { pk: 'read#all', members: Array.from({ length: 7000 }, (_, n) => `${n}`.padStart(60, '0')) }
    const more = [...lines.slice(0, -1), JSON.stringify({ marks }), lines.at(-1)!]
    await refused(written(summedAnew(more)), `第${lines.length}行存不进去`, { ...target, engine: 'dynamodb' })
  })

  it('into a store in which there is anything at all: an item, a mark or a number', async () => {
    const fills: ((table: Store['table']) => Promise<unknown>)[] = [
      (table) => table.put(item('one'), { ifVersion: 0 }),
      (table) => table.mark('one', 'm'),
      (table) => table.number('one'),
    ]
    for (const [n, fill] of fills.entries()) {
      const table = openSqlite(join(folder.path, `full${n}.db`))
      await fill(table)
      await expect(importAll(whole, { ...target, table })).rejects.toThrow('目标库里已经有数据')
      await table.close()
    }
  })
})
