import { utimesSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { S3Client } from '@aws-sdk/client-s3'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBucket } from '../../functions/files/bucket'
import { disposition } from '../../functions/files/files'
import { openFolder } from '../../functions/files/folder'
import { mostRows, streamedFile, TooManyRows } from '../../functions/papers/exportList/streamedFile'
import { raisedRoad } from '../journeys/meetings'
import { openHouse, type TestHouse } from '../support/house'
import { temporaryFolder } from '../support/stores'

let h: TestHouse
const numbers: Record<string, string> = {}

const raise = async (key: string, person: string, village: string, text: string) => {
  const request = await h.open(person, 'request', { ...raisedRoad, text }, { villageId: village })
  numbers[key] = request.number
  return request.id
}

beforeAll(async () => {
  h = await openHouse('sqlite', '2026-06-01T09:00:00+08:00')
  await raise('formula', 'villager-dongxi', 'dongxi', '=HYPERLINK("http://x.example"),点我')
  await raise('quoted', 'villager-dongxi', 'dongxi', '路灯不亮,“晚上”看不见"路"')
  await raise('shatang', 'villager-shatang', 'shatang', '水渠堵了，田里没有水')
  const withdrawn = await raise('withdrawn', 'villager-shatang', 'shatang', '垃圾桶满了，没有人来收')
  h.to('2026-06-02')
  await h.done('villager-shatang', withdrawn, { aside: 'withdraw', form: { reason: '已经有人来收了' } })
  await h.open(
    'township',
    'watch',
    {
      ...{ title: '公开连着三期没有按时', reason: '三月到五月。', leader: 'leader', plan: '每周去一次。' },
      ...{ notedOn: '2026-06-02', finishBy: '2026-10-01' },
    },
    { villageId: 'dongxi' },
  )
  h.to('2026-06-15')
}, 60_000)
afterAll(() => h.close())

type Told = { url: string; name: string; rows: number; refusal?: string }
const exported = async (person: string, body: Record<string, unknown>) =>
  (await h.as(person)).post<Told>('/api/papers/lists', { township: 'shiwan', as: 'csv', list: 'open', ...body })
const fetched = async (url: string) => new Uint8Array(await (await h.app.request(url)).arrayBuffer())
const csv = async (person: string, body: Record<string, unknown> = {}) => {
  const told = (await exported(person, body)).body
  const text = Buffer.from(await fetched(told.url)).toString('utf8')
  return { ...told, text, lines: text.split('\r\n').slice(0, -1) }
}
const xlsx = async (person: string, body: Record<string, unknown>) => {
  const told = (await exported(person, { as: 'xlsx', ...body })).body
  return { ...told, table: (await readXlsx(await fetched(told.url))).sheets[0]!.rows }
}

describe('what is open', () => {
  it('as csv: with the mark of UTF-8, lines that Excel ends so, and nothing that could run', async () => {
    const { name, rows, text, lines } = await csv('township')
    expect(name).toBe('石湾镇在办清单 2026-06-15.csv')
    expect([...Buffer.from(text).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(lines[0]).toBe('\ufeff编号,村,事项,类型,走到哪一步,提出日期,期限,逾期天数,结果')
    expect(rows).toBe(3)
    expect(lines).toHaveLength(4)
    expect(text).not.toMatch(/(^|,|\n)"?=/)
    const formula = lines.find((l) => l.includes(numbers.formula))!
    expect(formula).toContain(`,"'=HYPERLINK(""htt`)
    expect(lines.find((l) => l.includes(numbers.quoted))).toContain('""路""')
  })

  it('as a workbook: the same rows with number, step, days and how late', async () => {
    const { table, rows } = await xlsx('township', { village: 'dongxi' })
    expect(rows).toBe(2)
    const row = table.find(([number]) => number === numbers.quoted)!
    expect(row).toEqual([
      ...[numbers.quoted, '东溪村', row[2], '村民说事', '村里接下', '2026-06-01', '2026-06-02', 13, null],
    ])
    expect(String(table.find(([number]) => number === numbers.formula)?.[2])).toMatch(/^'=HYPERLINK/)
  })

  it('is narrowed as the monitor is: by cluster, kind, age, whose turn it is', async () => {
    const numbersOf = async (narrowed: Record<string, unknown>) =>
      (await csv('township', narrowed)).lines.slice(1).map((l) => l.split(',')[0])
    expect(await numbersOf({ cluster: 'haipian' })).toEqual([numbers.shatang])
    expect(await numbersOf({ owner: 'shatang#clerk' })).toEqual([numbers.shatang])
    expect(await numbersOf({ age: 'early' })).toEqual([])
    expect(await numbersOf({ age: 'late30', mark: '说' })).toHaveLength(3)
    expect((await exported('township', { list: 'closed', age: 'late30' })).status).toBe(400)
  })
})

describe('what was opened and what was closed', () => {
  it('in a span of days, both days included', async () => {
    const opened = await xlsx('township', { list: 'opened', mark: '说', from: '2026-06-01', until: '2026-06-01' })
    expect(opened.rows).toBe(4)
    expect(opened.table.find(([n]) => n === numbers.withdrawn)).toEqual([
      ...[
        numbers.withdrawn,
        '沙塘村',
        '垃圾桶满了，没有人来收',
        '村民说事',
        '已办结',
        '2026-06-01',
        null,
        null,
        '已撤回',
      ],
    ])
    expect((await csv('township', { list: 'opened', mark: '说', from: '2026-06-02' })).rows).toBe(0)
    const closed = await csv('township', { list: 'closed', from: '2026-06-02', until: '2026-06-02' })
    expect(closed.lines.slice(1)).toEqual([
      `${numbers.withdrawn},沙塘村,垃圾桶满了，没有人来收,村民说事,已办结,2026-06-01,,,已撤回（2026-06-02）`,
    ])
    expect((await csv('township', { list: 'closed', until: '2026-06-01' })).rows).toBe(0)
    expect((await exported('township', { list: 'closed', from: '2026-06-31' })).status).toBe(400)
  })
})

describe('who may see what', () => {
  it('the list of 重点帮扶 has what the reader holds office over', async () => {
    expect((await csv('township', { mark: '帮' })).rows).toBe(1)
    expect((await csv('cluster-hai', { mark: '帮' })).rows).toBe(0)
    expect((await csv('cluster-hai', { list: 'opened', mark: '帮' })).rows).toBe(0)
  })

  it('of villages outside the cluster its head has what everyone may read', async () => {
    const lines = (await csv('cluster-hai')).lines.slice(1)
    expect(lines.map((l) => l.split(',')[0])).toEqual([numbers.shatang])
  })

  it.each([
    ['secretary-dongxi', { village: 'dongxi' }, 200],
    ['secretary-dongxi', {}, 403],
    ['secretary-dongxi', { village: 'shatang' }, 403],
    ['villager-dongxi', { village: 'dongxi' }, 403],
    ['township', { village: 'nowhere' }, 404],
    ['township', { township: 'nowhere' }, 404],
  ])('%s asks for %o: %i', async (person, body, status) => {
    expect((await exported(person, body)).status).toBe(status)
  })
})

describe('the file', () => {
  it('is given for ten minutes', async () => {
    const { url } = (await exported('township', {})).body
    expect((await h.app.request(url)).status).toBe(200)
    h.clock.at += 11 * 60_000
    expect((await h.app.request(url)).status).toBeGreaterThanOrEqual(400)
  })

  it('isn’t made of more than 200 000 rows, and nothing is left of the attempt', async () => {
    const page = Array.from({ length: 1000 }, (_, i) => [i])
    const pages = async function* (many: number) {
      for (let n = 0; n < many; n++) yield page
      if (many * 1000 === mostRows + 1000) throw new Error('read on')
    }
    const columns = [['序', 6]] as const
    let kept = false
    const keep = async () => {
      kept = true
    }
    const asked = streamedFile('csv', { columns, pages: pages(mostRows / 1000 + 1) }, 'xtoomany', keep)
    await expect(asked).rejects.toBeInstanceOf(TooManyRows)
    expect(kept).toBe(false)
    expect((await readdir(tmpdir())).filter((name) => name.startsWith('xtoomany'))).toEqual([])
    expect(await streamedFile('csv', { columns, pages: pages(mostRows / 1000) }, 'xjustso', keep)).toBe(mostRows)
  }, 30_000)

  it('goes to the bucket as a stream whose length is told, under its own name', async () => {
    const sent: { path: string; headers: IncomingHttpHeaders; body: string }[] = []
    const server = createServer(async (incoming, outgoing) => {
      const body = Buffer.concat(await incoming.toArray()).toString()
      sent.push({ path: incoming.url!, headers: incoming.headers, body })
      outgoing.end()
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const client = new S3Client({ region: 'cn-northwest-1', credentials, endpoint, forcePathStyle: true })
    const folder = temporaryFolder()
    const source = join(folder.path, 'source')
    const text = '编号,村\r\n'.repeat(20_000)
    writeFileSync(source, text)
    await openBucket({ client, bucket: 'papers' }).keepFile({ id: 'x1', name: '清单.csv', type: 'text/csv' }, source)
    expect(sent).toHaveLength(1)
    const [{ path, headers, body }] = sent
    expect(path).toMatch(/^\/papers\/files\/x1/)
    expect(headers).toMatchObject({
      ...{ 'content-type': 'text/csv', 'content-disposition': disposition('清单.csv', 'text/csv') },
    })
    expect(headers['x-amz-decoded-content-length'] ?? headers['content-length']).toBe(`${Buffer.byteLength(text)}`)
    expect(body).toContain('编号,村\r\n'.repeat(1000))
    server.close()
    folder.remove()
  })

  it('is dropped after thirty days; what people handed in stays', async () => {
    const folder = temporaryFolder()
    const at = { now: Date.parse('2026-07-15T09:00:00+08:00') }
    const files = openFolder({
      folder: folder.path,
      origin: '',
      secret: 'sixteen letters!',
      now: () => new Date(at.now),
    })
    const source = join(folder.path, 'source')
    writeFileSync(source, 'a,b')
    for (const id of ['xold', 'xnew', 'f1']) await files.keepFile({ id, name: '清单.csv', type: 'text/csv' }, source)
    const days = (n: number) => new Date(at.now - n * 86_400_000)
    for (const [id, n] of [
      ['xold', 31],
      ['xnew', 29],
      ['f1', 400],
    ] as const)
      utimesSync(join(folder.path, `${id}.content`), days(n), days(n))
    expect(await files.dropExports()).toBe(1)
    expect((await readdir(folder.path)).sort()).toEqual(
      ['f1.content', 'f1.json', 'source', 'xnew.content', 'xnew.json'].sort(),
    )
    expect(Buffer.from((await files.kept('xnew'))!).toString()).toBe('a,b')
    folder.remove()
  })
})
