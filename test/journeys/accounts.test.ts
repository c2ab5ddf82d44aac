import { verify } from '@shared/engine/chain'
import type { CaseView, DifferenceView, RowsView, SheetView } from '@shared/schemas/views'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EngineName, openHouse, type TestHouse } from '../support/house'
import { importedStatement, importStatement, posted, reviewed, statementForm } from './notices'
import { mayOf, payees, plainMonth } from './workbooks'

const says = (body: unknown) => (body as { says: string }).says

describe.each<EngineName>(['sqlite', 'dynamo'])(
  'a month’s accounts are imported, reviewed by two, published, asked about on one line, corrected, on %s',
  (engine) => {
    let h: TestHouse
    let sheet: SheetView
    let accounts: CaseView
    let question: CaseView
    let corrected: CaseView
    beforeAll(async () => {
      h = await openHouse(engine, '2026-06-05T09:00:00+08:00')
    })
    afterAll(() => h.close())

    const rowsFor = async (person: string | undefined, id: string) =>
      (await (await h.as(person)).get<RowsView>(`/api/cases/${id}/rows`)).body
    const refused = async (person: string, id: string, act: Record<string, unknown>) => {
      const { status, body } = await h.act(person, id, act)
      return { status, ...(body as unknown as { refusal: string; says: string }) }
    }

    it('one bad row is named with its cell, and nothing is saved', async () => {
      const bad = await mayOf({ bad: true, closing: '196,360.50' })
      const { status, body } = await importStatement(h, 'clerk-dongxi', bad, { period: '2026-05' })
      expect(status).toBe(200)
      expect(body.sheet).toBeUndefined()
      expect(body.problems).toEqual([
        { row: 10, cell: 'C10', field: 'category', says: '没有“招待费”这个支出科目，请从科目表里选一个。' },
      ])
    })

    it('left out by its number the others are kept; the figures are those of the file', async () => {
      const bad = await mayOf({ bad: true, closing: '196,860.50' })
      const { body } = await importStatement(h, 'clerk-dongxi', bad, { period: '2026-05', drop: [10] })
      expect(body).toMatchObject({ problems: [], found: { rows: 4, dropped: [10], opening: 12_846_050 } })
      sheet = body.sheet!
      expect(sheet).toMatchObject({
        ...{ kind: 'statement', count: 4, period: '2026-05', opening: 12_846_050, closing: 19_686_050 },
        ...{ income: 8_360_000, expense: 1_520_000, otherIsMuch: false },
      })
    })

    it('mended, it is taken whole; the same list twice is one list', async () => {
      const mended = await importedStatement(h, 'clerk-dongxi', await mayOf({ closing: '196,860.50' }), {
        period: '2026-05',
      })
      expect(mended.id).toBe(sheet.id)
    })

    it('a closing that the rows don’t come to is refused with the figures', async () => {
      const { body } = await importStatement(h, 'clerk-dongxi', await mayOf({ closing: '196,860.40' }), {
        period: '2026-05',
      })
      expect(body.sheet).toBeUndefined()
      expect(body.problems[0].says).toContain('应是196,860.50元，期末结余写的是196,860.40元，差0.10元')
    })

    it('only whoever holds office there imports', async () => {
      const bytes = await mayOf({ closing: '196,860.50' })
      for (const person of ['villager-dongxi', 'clerk-shatang'])
        expect((await importStatement(h, person, bytes, { period: '2026-05' })).status, person).toBe(403)
    })

    it('the clerk writes the notice and sends it; two others read it, one after the other', async () => {
      accounts = await h.open('clerk-dongxi', 'notice', statementForm('2026-05', sheet.id))
      expect(accounts.sheet).toMatchObject({ id: sheet.id, closing: 19_686_050 })
      await h.done('clerk-dongxi', accounts.id, { outcome: 'finance', form: { note: '凭证在档案盒里。' } })
      const agreed = { outcome: 'agreed', form: { opinion: '同意公开。' } }
      expect(await refused('clerk-dongxi', accounts.id, agreed)).toMatchObject({ refusal: 'notYourTurn' })
      h.to('2026-06-06')
      await h.done('supervisor-dongxi', accounts.id, agreed)
      expect((await h.see('supervisor-dongxi', accounts.id)).step).toBe('agencyReview')
      expect(await refused('supervisor-dongxi', accounts.id, agreed)).toMatchObject({ refusal: 'notYourTurn' })
      h.to('2026-06-07')
      expect((await h.done('agency', accounts.id, agreed)).step).toBe('posting')
    })

    it('no villager sees it before it is posted, neither the case nor its rows', async () => {
      for (const path of ['', '/rows', '/difference', '/broadcast'])
        expect((await (await h.as('villager-dongxi')).get(`/api/cases/${accounts.id}${path}`)).status, path).toBe(404)
    })

    it('posted on the 8th, on the wall on the 10th, it hangs until the 25th and comes down on the 26th', async () => {
      h.to('2026-06-08')
      const shown = await posted(h, accounts, '2026-06-07')
      expect(shown.shown).toMatchObject({
        on: 'finance',
        appOn: '2026-06-08',
        boardOn: '2026-06-07',
        untilOn: '2026-06-23',
      })
      h.to('2026-06-10')
      const later = await h.done('clerk-dongxi', accounts.id, { aside: 'onBoard', form: { boardOn: '2026-06-10' } })
      expect(later.shown).toMatchObject({ boardOn: '2026-06-10', untilOn: '2026-06-25' })
    })

    it('a villager reads every row with the people masked; the office reads them whole', async () => {
      const { columns, rows } = await rowsFor('villager-dongxi', accounts.id)
      expect(columns.map((c) => c.label)).toContain('收付款人')
      expect(rows.map((r) => r.no)).toEqual([1, 2, 3, 4])
      expect(rows[0].cells).toMatchObject({
        on: '2026-05-03',
        direction: 'in',
        amount: 8_000_000,
        party: '石湾镇财政所',
      })
      expect(rows[1].cells).toMatchObject({ on: '2026-05-08', amount: 360_000, party: '林**' })
      expect(rows[3].cells).toMatchObject({ on: '2026-05-20', amount: 240_000, party: '柯**' })
      expect((await rowsFor('agency', accounts.id)).rows[1].cells.party).toBe(payees.tenant)
    })

    it('in the case, the rows, the broadcast and the exported workbook there is no whole name', async () => {
      const me = await h.as('villager-dongxi')
      const exported = await me.post<{ url: string; name: string }>('/api/papers/exports', { case: accounts.id })
      expect(exported.status).toBe(200)
      expect(exported.body.name).toContain('.xlsx')
      const file = await h.app.request(exported.body.url)
      const book = await readXlsx(new Uint8Array(await file.arrayBuffer()))
      const cells = JSON.stringify(book.sheets.map((s) => s.rows))
      expect(cells).toContain('林**')
      const answers = await Promise.all(
        ['', '/rows', '/broadcast'].map(async (p) =>
          JSON.stringify((await me.get(`/api/cases/${accounts.id}${p}`)).body),
        ),
      )
      const sent = [cells, ...answers].join('\n')
      for (const name of Object.values(payees)) expect(sent).not.toContain(name)
      // the totals of the workbook are those of the list
      for (const figure of ['83600', '15200', '196860.5']) expect(cells.replace(/,/g, '')).toContain(figure)
    })

    it('she asks about row 3; until the village has answered, nobody else of the village sees that', async () => {
      h.to('2026-06-12')
      question = await h.open(
        'villager-dongxi',
        'objection',
        { question: '换了几盏灯？一盏多少钱？', row: 3 },
        { about: accounts.id },
      )
      expect(question).toMatchObject({ step: 'villageAnswer', dueOn: '2026-06-22', sees: 'everyone' })
      expect((await (await h.as('neighbour-dongxi')).get(`/api/cases/${question.id}`)).status).toBe(404)
      expect((await rowsFor('neighbour-dongxi', accounts.id)).rows.flatMap((r) => r.asked)).toEqual([])
    })

    it('the answer stands at the row, for everyone, without the name of whoever asked', async () => {
      h.to('2026-06-15')
      await h.done('clerk-dongxi', question.id, {
        outcome: 'answered',
        form: { answer: '换了20盏，一盏640元。发票写的是11800元，账上多记了1000元，马上更正。' },
      })
      for (const reader of ['neighbour-dongxi', undefined]) {
        const { rows } = await rowsFor(reader, accounts.id)
        expect(rows.map((r) => r.asked)).toEqual([[], [], [{ id: question.id, answered: true }], []])
        const seen = await h.see(reader, question.id)
        expect(seen.log[0].who).toBe('一位村民')
        expect(seen.fields.answer).toContain('20盏')
        expect(JSON.stringify(seen)).not.toContain('林桂香')
      }
      expect((await h.see('neighbour-dongxi', accounts.id)).links.children).toMatchObject([{ id: question.id }])
    })

    it('she says that it is clear; nobody can say that for her', async () => {
      expect(await refused('neighbour-dongxi', question.id, { outcome: 'settled' })).toMatchObject({
        refusal: 'notYourTurn',
      })
      const settled = await h.done('villager-dongxi', question.id, { outcome: 'settled' })
      expect(settled).toMatchObject({ step: 'closed', outcome: 'settled' })
    })

    it('the clerk corrects it: the same item and period, from the old one, read by the same two', async () => {
      h.to('2026-06-17')
      const right = await importedStatement(
        h,
        'clerk-dongxi',
        await mayOf({ corrected: true, closing: '197,360.50' }),
        { period: '2026-05' },
      )
      const form = statementForm('2026-05', right.id, { changed: '记-3多记了1000元，漏了记-5，都改对了。' })
      const again = await (await h.as('clerk-dongxi')).post('/api/cases', {
        ...{ actId: h.actId(), workflow: 'notice', villageId: 'dongxi', form: statementForm('2026-05', right.id) },
      })
      expect(says(again.body)).toContain('要改请用“更正”')
      corrected = await h.open('clerk-dongxi', 'correction', form, { from: accounts.id })
      const twice = await (await h.as('clerk-dongxi')).post('/api/cases', {
        ...{ actId: h.actId(), workflow: 'correction', villageId: 'dongxi', form, from: accounts.id },
      })
      expect(says(twice.body)).toBe(`正在更正这一份（${corrected.number}），请先办完那一件。`)
      expect((await reviewed(h, corrected)).step).toBe('posting')
      expect((await h.see('villager-dongxi', accounts.id)).step).toBe('display')
    })

    it('posted, it takes the old one off the board; that can still be read, and leads to the new one', async () => {
      h.to('2026-06-20')
      await posted(h, corrected, '2026-06-20')
      const old = await h.see('villager-dongxi', accounts.id)
      expect(old).toMatchObject({ step: 'closed', outcome: 'superseded', corrected: { id: corrected.id } })
      expect(old.sheet).toMatchObject({ closing: 19_686_050 })
      expect((await rowsFor('villager-dongxi', accounts.id)).rows).toHaveLength(4)
      const board = await (await h.as()).get<{ cards: { id: string }[] }>('/api/villages/dongxi/boards/finance')
      expect(board.body.cards.map((c) => c.id)).toEqual([corrected.id])
    })

    it('what changed is shown row by row and sum by sum', async () => {
      const { body } = await (await h.as('villager-dongxi')).get<DifferenceView>(
        `/api/cases/${corrected.id}/difference`,
      )
      expect(body.before).toMatchObject({ id: accounts.id, number: accounts.number })
      expect(body.sums).toEqual([
        { label: '上期结余', before: 12_846_050, after: 12_846_050 },
        { label: '收入合计', before: 8_360_000, after: 8_360_000 },
        { label: '支出合计', before: 1_520_000, after: 1_470_000 },
        { label: '期末结余', before: 19_686_050, after: 19_736_050 },
      ])
      expect(body.rows).toMatchObject([
        {
          change: 'changed',
          before: { voucher: '记-3', amount: 1_280_000 },
          after: { voucher: '记-3', amount: 1_180_000 },
        },
        { change: 'new', after: { voucher: '记-5', amount: 50_000, category: '会议和培训' } },
      ])
      expect(body.rows).toHaveLength(2)
    })

    it('June begins where the corrected May ended, and nowhere else', async () => {
      h.to('2026-07-05')
      const june = (opening: number) =>
        plainMonth('2026-06', opening, 3000, 1000).then((bytes) =>
          importedStatement(h, 'clerk-dongxi', bytes, { period: '2026-06' }),
        )
      const wrong = await (await h.as('clerk-dongxi')).post('/api/cases', {
        ...{ actId: h.actId(), workflow: 'notice', villageId: 'dongxi' },
        form: statementForm('2026-06', (await june(196_860.5)).id),
      })
      expect(wrong.status).toBe(422)
      expect(says(wrong.body)).toBe(
        '上一期（2026-05）期末是197,360.50元，这一期期初是196,860.50元，差500.00元。请核对。',
      )
      const right = await h.open('clerk-dongxi', 'notice', statementForm('2026-06', (await june(197_360.5)).id))
      expect(right.sheet).toMatchObject({ opening: 19_736_050, closing: 19_936_050 })
      const hung = await posted(h, await reviewed(h, right), '2026-07-05')
      const { body } = await (await h.as()).get<{ accounts: { id: string }[] }>('/api/villages/dongxi/accounts')
      expect(body.accounts.map((a) => a.id)).toEqual([hung.id, corrected.id])
    })

    it('every log verifies as a villager and as the township see it', async () => {
      for (const person of ['neighbour-dongxi', 'township'])
        for (const { id } of [accounts, question, corrected]) expect(verify((await h.see(person, id)).log)).toEqual([])
    })
  },
)

describe('where the collective has its own 监事会', () => {
  it('that reads the accounts instead of the 村监委, and the agency after it', async () => {
    const h = await openHouse('sqlite', '2026-06-05T09:00:00+08:00')
    const { people, settings } = h.house.stores
    await settings.save('dongxi', { financeBodies: 2 })
    const member = (await people.get('neighbour-dongxi'))!
    const post = { role: 'collectiveSupervisor', place: 'dongxi', title: '监事会成员', from: '2024-01-01' } as const
    await people.save({ ...member, posts: [...member.posts, post] })
    const sheet = await importedStatement(h, 'clerk-dongxi', await mayOf({ closing: '196,860.50' }), {
      period: '2026-05',
    })
    const { id } = await h.open('clerk-dongxi', 'notice', statementForm('2026-05', sheet.id))
    const toSupervisors = await h.act('clerk-dongxi', id, { outcome: 'finance' })
    expect(says(toSupervisors.body)).toContain('请按这一栏送审')
    await h.done('clerk-dongxi', id, { outcome: 'collective' })
    const read = await h.done('neighbour-dongxi', id, { outcome: 'agreed', form: { opinion: '对过了。' } })
    expect(read.step).toBe('agencyReview')
    await h.close()
  })
})
