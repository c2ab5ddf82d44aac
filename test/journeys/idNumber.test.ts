import type { CaseView } from '@shared/schemas/views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EngineName, openHouse, type TestHouse } from '../support/house'
import { pictures } from '../support/pictures'
import { everyAnswer } from './everything'
import { type Scanned, types } from './notices'
import { bankCard, disguised, documentWith, idNumber, pdfWith, workbookWith } from './papers'

type Refused = { refusal: string; says: string; detail?: { findings?: { kind: string; where: string }[] } }
const report = {
  ...{ title: '二季度协助政府工作', board: 'village', item: 'V12', period: '2026-Q1', audience: 'everyone' },
  body: '养老登记34人。',
}
const phone = '13857601234'

describe.each<EngineName>(['sqlite', 'dynamo'])('an ID number tries to get out in five ways, on %s', (engine) => {
  let h: TestHouse
  const opened: CaseView[] = []
  beforeAll(async () => {
    h = await openHouse(engine)
  })
  afterAll(() => h.close())

  const open = async (form: Record<string, unknown>) =>
    (await h.as('clerk-dongxi')).post<CaseView & Refused>('/api/cases', {
      ...{ actId: h.actId(), workflow: 'notice', villageId: 'dongxi', form: { ...report, ...form } },
    })
  const refusedFor = async (form: Record<string, unknown>) => {
    const { status, body } = await open(form)
    expect(status).toBe(422)
    expect(body.refusal).toBe('ruleNotMet')
    expect(body.says).toContain('这些不能公开，请先遮住或删掉')
    expect(JSON.stringify(body)).not.toContain(idNumber)
    return body
  }
  const attach = async (bytes: Uint8Array<ArrayBuffer>, type: string, name: string) => {
    const file = await h.upload('clerk-dongxi', bytes, type, name)
    const { status, body } = await (await h.as('clerk-dongxi')).post<Scanned>('/api/papers/scans', { file })
    expect(status).toBe(200)
    return { file, scan: body }
  }

  it('in the title or the text, full width and in groups', async () => {
    expect(disguised).not.toContain(idNumber)
    expect((await refusedFor({ title: `${disguised}的补助` })).says).toContain('“标题”里有身份证号')
    const { says, detail } = await refusedFor({ body: `发给${disguised}本人。` })
    expect(says).toContain('“内容”里有身份证号')
    expect(detail?.findings).toMatchObject([{ kind: 'idNumber', where: '“内容”里' }])
  })

  it('in a cell of a list', async () => {
    const { body } = await (await h.as('clerk-dongxi')).post<{ sheet: { id: string } }>('/api/villages/dongxi/sheets', {
      ...{ kind: 'recipients', period: '2026-Q1' },
      rows: [
        { name: '林大山', what: '种粮补贴', amount: 12_000 },
        { name: '柯小满', what: `种粮 ${disguised}`, amount: 12_000 },
      ],
    })
    const subsidy = { title: '种粮补贴发放', item: 'V09', sheet: body.sheet.id }
    expect((await refusedFor(subsidy)).says).toContain('明细第2笔的“项目”有身份证号')
  })

  it('in the name of a file', async () => {
    const name = `现场${idNumber}.png`
    const { file, scan } = await attach(pictures['image/png'], types.png, name)
    expect(scan.found).toMatchObject([{ kind: 'idNumber', where: '文件名' }])
    expect((await open({ attachments: [file] })).body.says).toContain('身份证号')
  })

  it.each([
    ['a workbook', '名单.xlsx', types.xlsx, () => workbookWith(disguised), 'B2'],
    ['a Word document', '说明.docx', types.docx, () => documentWith('发放说明', `身份证 ${disguised}`), '正文'],
    ['a PDF', '说明.pdf', types.pdf, () => pdfWith(`ID ${idNumber}`), '第1页'],
  ] as const)('inside %s', async (_, name, type, made, where) => {
    const { file, scan } = await attach(await made(), type, name)
    expect(scan).toMatchObject({ readable: true, found: [{ kind: 'idNumber' }] })
    expect(scan.found[0].where).toContain(where)
    const { says } = await refusedFor({ attachments: [file] })
    expect(says).toContain(`附件《${name}》`)
    expect(says).toContain(where)
  })

  it('inside a file that nobody had looked into: it isn’t taken before that', async () => {
    const file = await h.upload('clerk-dongxi', await workbookWith(idNumber), types.xlsx, '没查过.xlsx')
    const { status, body } = await open({ attachments: [file] })
    expect(status).toBe(422)
    expect(body.says).toBe('附件《没查过.xlsx》还没有查过个人信息，请删掉再加一次。')
  })

  it('a bank card fares no better', async () =>
    expect((await refusedFor({ body: `打到${bankCard}` })).says).toContain('银行卡号'))

  it('in what the posting or a question says: the same', async () => {
    const asked = await (await h.as('villager-dongxi')).post<Refused>('/api/cases', {
      ...{ actId: h.actId(), workflow: 'objection', villageId: 'dongxi' },
      form: { question: `${disguised}领了没有？`, item: 'V12', period: '2026-Q1' },
    })
    expect(asked.status).toBe(422)
    expect(asked.body.says).toContain('身份证号')
  })

  describe('a picture without words', () => {
    let shown: CaseView
    it('is taken, and waits for someone to look at it', async () => {
      const { file, scan } = await attach(pictures['image/png'], types.png, '现场.png')
      expect(scan).toEqual({ readable: false, found: [] })
      shown = (await open({ title: '登记现场', attachments: [file] })).body
      expect(shown.step).toBe('submission')
      await h.done('clerk-dongxi', shown.id, { outcome: 'village', form: { note: `经办人身份证${idNumber}` } })
      const agreed = await h.act('supervisor-dongxi', shown.id, { outcome: 'agreed', form: { opinion: '同意。' } })
      expect((agreed.body as unknown as Refused).says).toContain('《现场.png》是图片或没有文字')
    })
    it('已人工核对 is written down, and then it is posted', async () => {
      const form = { opinion: '同意。', checkedByEye: true }
      const read = await h.done('supervisor-dongxi', shown.id, { outcome: 'agreed', form })
      expect(read.log.at(-1)?.values).toMatchObject({ checkedByEye: true })
      opened.push(await h.done('clerk-dongxi', shown.id, { form: { boardOn: '2026-06-01' } }))
      const seen = await h.see('neighbour-dongxi', shown.id)
      expect(seen.log.find((e) => e.step === 'supervisorReview')?.values).toMatchObject({ checkedByEye: true })
    })
  })

  describe('a telephone number', () => {
    let shown: CaseView
    it('is pointed at while it is written, and stops the reviewer who says nothing', async () => {
      shown = (await open({ title: '值班安排', body: `防汛值班电话${phone}。` })).body
      expect(shown.step).toBe('submission')
      expect(shown.log[0].remarks.map((r) => r.says)).toEqual(['“内容”里有手机号，请核对。'])
      await h.done('clerk-dongxi', shown.id, { outcome: 'village' })
      const agreed = await h.act('supervisor-dongxi', shown.id, { outcome: 'agreed', form: { opinion: '同意。' } })
      expect((agreed.body as unknown as Refused).says).toBe(
        '“内容”里有手机号。请遮住再公开；如果不是个人信息，请写明理由。',
      )
    })
    it('passes with a reason, which stands in the log for the office', async () => {
      const form = { opinion: '同意。', override: '村委会的值班手机，本来就公开' }
      await h.done('supervisor-dongxi', shown.id, { outcome: 'agreed', form })
      opened.push(await h.done('clerk-dongxi', shown.id, { form: { boardOn: '2026-06-01' } }))
      const line = async (person: string) =>
        (await h.see(person, shown.id)).log.find((e) => e.step === 'supervisorReview')!.values
      expect(await line('township')).toMatchObject({ override: '村委会的值班手机，本来就公开' })
      expect(await line('neighbour-dongxi')).not.toHaveProperty('override')
      expect((await h.see('neighbour-dongxi', shown.id)).fields.body).toContain(phone)
    })
  })

  it('a reason and a tick let no ID number pass', async () => {
    const { body } = await open({ title: '修改前', body: '养老登记。' })
    await h.done('clerk-dongxi', body.id, { outcome: 'village' })
    // an ID number in the reviewer’s own words would be public too
    const agreed = await h.act('supervisor-dongxi', body.id, {
      ...{ outcome: 'agreed' },
      form: { opinion: `经办人${disguised}`, override: '只是编号', checkedByEye: true },
    })
    expect(agreed.status).toBe(422)
    expect((agreed.body as unknown as Refused).says).toContain('“审核意见”里有身份证号')
  })

  it('no villager is ever sent the number, whatever is asked for; the office reads its own note', async () => {
    const about = { cases: opened.map((c) => c.id), words: ['登记', idNumber] }
    for (const person of [undefined, 'neighbour-dongxi', 'villager-dongxi', 'villager-shatang']) {
      const sent = (await everyAnswer(h, person, about)).replaceAll(encodeURIComponent(idNumber), '')
      expect(sent.includes('登记现场')).toBe(true)
      expect(sent.includes(idNumber), person ?? 'nobody').toBe(false)
      expect(sent.includes(disguised), person ?? 'nobody').toBe(false)
    }
    expect((await everyAnswer(h, 'supervisor-dongxi', { cases: about.cases })).includes(idNumber)).toBe(true)
  })
})
