import type { Answer } from '@shared/contract'
import { type SheetKind, sheetKinds } from '@shared/sheetKinds'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { docxType, xlsxType } from '../../functions/files/files'
import { importRows } from '../../functions/papers/importRows'
import { openWorkshop } from '../../functions/papers/workshop'
import { published } from '../journeys/notices'
import { type EngineName, openHouse, type TestHouse } from '../support/house'
import { document, pictures, text, zipped } from '../support/pictures'
import { book, heading, plainRows, villageBook } from './books'

type Imported = Answer<'importSheet'> & { says?: string }
type Refused = { says: string }

describe.each<EngineName>(['sqlite', 'dynamo'])('sheets in and out of Excel, on %s', (engine) => {
  let h: TestHouse
  beforeAll(async () => {
    h = await openHouse(engine, '2026-06-08T09:00:00+08:00')
  })
  afterAll(() => h.close())

  const send = async (bytes: Uint8Array<ArrayBuffer>, more: object = {}, who = 'clerk-dongxi') => {
    const file = await h.upload(who, bytes, xlsxType, '五月.xlsx')
    const body = { village: 'dongxi', kind: 'statement', file, period: '2026-05', ...more }
    return (await h.as(who)).post<Imported>('/api/papers/imports', body)
  }
  const download = async (who: string | undefined, id: string) => {
    const { body } = await (await h.as(who)).post<{ url: string; name: string }>('/api/papers/exports', { case: id })
    const answer = await h.app.request(body.url)
    expect(answer.headers.get('content-type')).toBe(xlsxType)
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    return { name: body.name, bytes: new Uint8Array(await answer.arrayBuffer()) }
  }

  it('a right workbook is kept at once, with its balances and a look at its first rows', async () => {
    const { status, body } = await send(await villageBook())
    expect(status).toBe(200)
    expect(body).toMatchObject({
      problems: [],
      more: 0,
      found: { rows: 6, dropped: [], opening: 2_000_000, closing: 3_821_250, income: 2_047_280, expense: 226_030 },
      sheet: {
        kind: 'statement',
        title: '收支明细',
        count: 6,
        income: 2_047_280,
        expense: 226_030,
        closing: 3_821_250,
      },
    })
    expect(body.found.preview[0]).toMatchObject({ on: '2026-05-08', amount: 1_200_000 })
    expect(await h.house.stores.sheets.rows(body.sheet!.id)).toHaveLength(6)
  })

  it('with a bad row nothing is kept, until it is dropped by its number', async () => {
    const bytes = await book([...plainRows, ['2026-05-13', '5-004', '支出', '买东西', null, '不知道', 5, null, null]])
    const { body } = await send(bytes)
    expect(body.sheet).toBeUndefined()
    expect(body.problems).toMatchObject([{ row: 5, cell: 'D5', field: 'category' }])
    expect(body.found).toMatchObject({ rows: 4, expense: 186_500 })
    expect((await send(bytes, { drop: [5] })).body).toMatchObject({
      problems: [],
      found: { rows: 3, dropped: [5] },
      sheet: { count: 3 },
    })
  })

  it('what is given in the call comes before what stands in the file', async () => {
    const { body } = await send(await villageBook(), { opening: 1 })
    expect(body.problems).toMatchObject([{ row: 0, field: 'closing', says: expect.stringContaining('差19,999.99元') }])
  })

  it('is for whoever holds office there, with a file of their own', async () => {
    const file = await h.upload('clerk-dongxi', await villageBook(), xlsxType, '五月.xlsx')
    const asked = { village: 'dongxi', kind: 'statement', file }
    const status = async (who: string, more: object = {}) =>
      (await (await h.as(who)).post('/api/papers/imports', { ...asked, ...more })).status
    expect(await status('villager-dongxi')).toBe(403)
    expect(await status('clerk-shatang')).toBe(403)
    expect(await status('secretary-dongxi')).toBe(404)
    expect(await status('clerk-dongxi', { village: 'nowhere' })).toBe(404)
    const picture = await h.upload('clerk-dongxi', pictures['image/png'])
    expect(await status('clerk-dongxi', { file: picture })).toBe(422)
  })

  it('what is exported for the office says the same when it is imported again', async () => {
    const first = (await send(await villageBook())).body.sheet!
    const { id } = await published(
      h,
      {
        ...{ title: '五月的账', board: 'finance', item: 'F03', period: '2026-05', audience: 'everyone' },
        ...{ summary: '收的比花的多。', sheet: first.id },
      },
      '2026-06-08',
    )
    const { name, bytes } = await download('clerk-dongxi', id)
    expect(name).toBe('五月的账.xlsx')
    expect((await send(bytes)).body.sheet).toEqual(first)
    const { rows } = (await readXlsx(bytes)).sheets[0]
    expect(rows[4].slice(1, 8)).toEqual([
      '2026-05-08',
      '记-1',
      '收入',
      '土地和资源发包',
      '林阿海',
      '鱼塘承包款',
      12_000,
    ])
    expect(rows.slice(-3).map((r) => r.filter((v) => v !== null))).toEqual([
      ['收入合计', 20_472.8],
      ['支出合计', 2_260.3],
      ['期末结余', 38_212.5],
    ])
    // who isn't in the office reads it as on the screen, with the same totals
    const open = await readXlsx((await download(undefined, id)).bytes)
    const lines = open.sheets[0].rows
    expect(JSON.stringify(lines)).not.toContain('林阿海')
    expect(lines[4][5]).toBe('林**')
    expect(lines.slice(-3)).toEqual(rows.slice(-3))
  })

  it('what a spreadsheet might run is exported as text that can’t, and is read back as it was', async () => {
    const evil = ['=HYPERLINK("http://x")', '+1', '-2', '@SUM(A1)']
    const sheet = await h.house.stores.sheets.save({
      ...{ kind: 'recipients', period: '2026-Q2' },
      rows: evil.map((what, i) => ({ name: `某${i}`, what, amount: 100 })),
    })
    const { id } = await h.open('clerk-dongxi', 'notice', {
      ...{ title: '=1+1', board: 'village', item: 'V07', period: '2026-Q2', audience: 'everyone', sheet: sheet.id },
    })
    const { bytes } = await download('clerk-dongxi', id)
    const [{ rows, cells }] = (await readXlsx(bytes)).sheets
    expect(rows[0][0]).toBe("'=1+1")
    expect(rows.slice(3, 7).map((r) => r[4])).toEqual(evil.map((e) => `'${e}`))
    expect([...(cells ?? [])].filter(([, c]) => c.formula)).toEqual([])
    const back = await send(bytes, { kind: 'recipients', period: '2026-Q2' })
    expect(back.body.sheet?.id).toBe(sheet.id)
  })

  it('whoever may not see the case, or where there is no list, gets nothing', async () => {
    const draft = await h.open('clerk-dongxi', 'notice', {
      ...{
        title: '制度',
        board: 'village',
        item: 'V14',
        happenedOn: '2026-06-07',
        audience: 'everyone',
        body: '新的。',
      },
    })
    for (const [who, id] of [
      [undefined, draft.id],
      ['clerk-dongxi', draft.id],
      [undefined, 'nothing'],
    ] as const)
      expect((await (await h.as(who)).post('/api/papers/exports', { case: id })).status).toBe(404)
  })
})

describe('a template', () => {
  let h: TestHouse
  beforeAll(async () => {
    h = await openHouse('sqlite', '2026-06-08T09:00:00+08:00')
  })
  afterAll(() => h.close())

  it.each(Object.keys(sheetKinds) as SheetKind[])(
    'of %s has its columns, and untouched it has no rows',
    async (kind) => {
      const answer = await h.app.request(`/api/papers/templates/${kind}`)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, xlsxType])
      const bytes = new Uint8Array(await answer.arrayBuffer())
      const [list, notes] = (await readXlsx(bytes, { readStyles: true })).sheets
      const at = list.rows.findIndex((r) => r[0] === '序号')
      expect(list.rows[at].slice(1)).toEqual(sheetKinds[kind].columns.map((c) => c.label))
      expect(list.rows[at + 1][0]).toBe('例')
      expect(notes.name).toBe('填写说明')
      await expect(importRows({ job: 'import', bytes, kind })).rejects.toThrow(/没有写内容/)
    },
  )

  it('that doesn’t exist is refused in words', async () => {
    const answer = await h.app.request('/api/papers/templates/constructor')
    expect(answer.status).toBe(404)
    expect(((await answer.json()) as Refused).says).toMatch(/没有这个模板/)
  })
})

describe('an attachment is searched for personal data', () => {
  const [id, mobile] = ['11010519491231002X', '13857601234']
  let h: TestHouse
  beforeAll(async () => {
    h = await openHouse('sqlite', '2026-06-08T09:00:00+08:00')
  })
  afterAll(() => h.close())
  const scan = async (bytes: Uint8Array<ArrayBuffer>, type: string, name = '附件') => {
    const file = await h.upload('clerk-dongxi', bytes, type, name)
    const { body } = await (await h.as('clerk-dongxi')).post<Answer<'scanFile'>>('/api/papers/scans', { file })
    const kept = (await h.house.stores.files.get(file))?.scan
    expect(kept).toEqual({ readable: body.readable, found: body.found.map(({ kind, where }) => ({ kind, where })) })
    expect(JSON.stringify(body)).not.toContain(id)
    return body
  }
  const wheres = ({ found }: Answer<'scanFile'>) => found.map(({ kind, where }) => `${kind} ${where}`)

  it('in a workbook: any cell of any sheet, hidden ones too, and what is written beside cells', async () => {
    const cells = new Map([
      ['0,0', { value: '收支', type: 'string' as const, comment: { text: `问${mobile}`, author: '某' } }],
    ])
    const bytes = await book(
      [['收支'], [null, null, `身份证${id}`]],
      { cells, headerFooter: { oddFooter: `电话${mobile}` } },
      [{ name: '底稿', rows: [['卡主电话', Number(mobile)]], hidden: true }],
    )
    const body = await scan(bytes, xlsxType)
    expect(wheres(body)).toEqual(
      expect.arrayContaining([
        'idNumber 工作表“收支”C2',
        'mobile 工作表“收支”A1的批注',
        'mobile 工作表“底稿”（隐藏）B1',
        'mobile 页眉页脚',
      ]),
    )
    expect(body.readable).toBe(true)
    expect(body.found[0].says).toMatch(/有(身份证号|手机号)，请遮盖或删掉以后再传/)
  })

  it('in Word: the text, also where a word is cut into runs, and its margins', async () => {
    const runs = `${id.slice(0, 6)}</w:t></w:r><w:r><w:t>${id.slice(6)}`
    const bytes = document(runs, { 'word/footer1.xml': `<w:ftr><w:p><w:t>${mobile}</w:t></w:p></w:ftr>` })
    expect(wheres(await scan(bytes, docxType))).toEqual(['idNumber 正文', 'mobile 页脚'])
    expect((await scan(document('纪要', { 'word/media/image1.png': pictures['image/png'] }), docxType)).readable).toBe(
      false,
    )
  })

  it('in PDF: by page; a page without words must be looked at', async () => {
    expect(await scan(pdf([`ID ${id}`, 'nothing']), 'application/pdf')).toMatchObject({
      readable: true,
      found: [{ kind: 'idNumber', where: '第1页' }],
    })
    expect(await scan(pdf(['words', '']), 'application/pdf')).toMatchObject({ readable: false, found: [] })
    expect((await scan(pictures['application/pdf'], 'application/pdf')).readable).toBe(false)
  })

  it('in the name; a picture itself can’t be read', async () => {
    const body = await scan(pictures['image/png'], 'image/png', `某某${id}.png`)
    expect(body).toMatchObject({
      readable: false,
      found: [{ kind: 'idNumber', where: '文件名', says: expect.stringContaining('改掉文件名') }],
    })
  })

  it('nothing is found where there is nothing, and only one’s own file is searched', async () => {
    expect(await scan(await villageBook(), xlsxType)).toEqual({ readable: true, found: [] })
    const file = await h.upload('clerk-dongxi', pictures['image/png'])
    expect((await (await h.as('secretary-dongxi')).post('/api/papers/scans', { file })).status).toBe(404)
  })
})

/** The smallest PDF with these words, a page each. */
function pdf(pages: readonly string[]) {
  const kids = pages.map((_, i) => `${10 + i} 0 R`).join(' ')
  const objects = pages.map((words, i) => {
    const stream = words ? `BT /F1 12 Tf 10 100 Td (${words}) Tj ET` : ''
    return `${10 + i} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents ${50 + i} 0 R/Resources<</Font<</F1 3 0 R>>>>>>endobj
${50 + i} 0 obj<</Length ${stream.length}>>stream\n${stream}\nendstream endobj`
  })
  return text(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>endobj
3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
${objects.join('\n')}
trailer<</Root 1 0 R>>
%%EOF
`)
}

describe('a thread that reads papers', () => {
  const worker = 'functions/papers/worker.ts'
  const statement = async () => ({ job: 'import', bytes: await book(plainRows), kind: 'statement' }) as const

  it('is stopped when its time is up, and the next paper is read', async () => {
    const hasty = openWorkshop(`${process.cwd()}/${worker}`, {
      seconds: 0.01,
      heapMb: 96,
      youngMb: 4,
      moreMb: 800,
      waiting: 8,
    })
    expect(await hasty(await statement())).toMatchObject({
      refusal: 'badFile',
      says: expect.stringMatching(/没读完.*分成几个文件/),
    })
  })

  it('has so much memory and no more', async () => {
    const small = openWorkshop(`${process.cwd()}/${worker}`, {
      seconds: 20,
      heapMb: 16,
      youngMb: 2,
      moreMb: 800,
      waiting: 8,
    })
    const many = Array.from({ length: 12_000 }, (_, i) => heading.map((_, c) => `${i}-${c}`))
    const bytes = await book([heading, ...many])
    expect(await small({ job: 'import', bytes, kind: 'statement' })).toMatchObject({
      ...{ refusal: 'badFile', says: expect.stringMatching(/太大，读不下.*删掉多余的空行/) },
    })
  })

  it('is one at a time, and a long queue is told to come back', async () => {
    const shop = openWorkshop(`${process.cwd()}/${worker}`, {
      seconds: 20,
      heapMb: 96,
      youngMb: 4,
      moreMb: 800,
      waiting: 1,
    })
    // asked in this order, not in the order in which the workbooks come to be written
    const jobs = await Promise.all([1, 2, 3].map(() => statement()))
    const [first, second, third] = await Promise.all(jobs.map((job) => shop(job)))
    expect(first).toMatchObject({ count: 3 })
    expect(second).toMatchObject({ count: 3 })
    expect(third).toMatchObject({ refusal: 'tooManyRequests' })
  })

  it('says so when a paper can’t be read', async () => {
    const shop = openWorkshop(`${process.cwd()}/${worker}`)
    const bytes = zipped({ 'xl/workbook.xml': '<a/>' })
    expect(await shop({ job: 'import', bytes, kind: 'statement' })).toMatchObject({
      refusal: 'badFile',
      says: expect.stringMatching(/另存/),
    })
  })
})
