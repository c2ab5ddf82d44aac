import type {
  AuditsView,
  DecisionsView,
  DrawnUpView,
  SealRegisterView,
  VersionsView,
} from '@shared/schemas/reviewViews'
import type { CaseView, EntryView, SheetView } from '@shared/schemas/views'
import type { SheetKind } from '@shared/sheetKinds'
import { rowProblems, sheetProblems } from '@shared/sheets'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EngineName, openHouse, type TestHouse } from '../support/house'
import { bill, booked, decidedMatter, stamped } from './reviewing'

type Told<T> = T & { refusal: string; says: string }

const plans = [
  '修三组到四组的路，宽3米。',
  '修三组到四组的路，宽3.5米。',
  '修三组到四组的路，宽3.5米。',
  '修三组的路，宽3.5米。',
]
/** Names that are for the office alone. */
const secrets = { payee: '某某石料行甲', other: '收款的乙某', asks: '要用章的丙某', signs: '签合同的丁某' }
const village = '/api/villages/dongxi'

describe.each<EngineName>(['sqlite', 'dynamo'])('matters and reviews over HTTP on %s', (engine) => {
  let h: TestHouse
  let road: CaseView
  const ids: Record<'failed' | 'drawnBill' | 'plainBill' | 'lateBill' | 'paper' | 'contract' | 'late', string> =
    {} as never
  const get = async <T>(person: string | undefined, path: string) => (await h.as(person)).get<Told<T>>(path)
  const decisions = async (person = 'clerk-dongxi') =>
    (await get<DecisionsView>(person, `${village}/decisions`)).body.decisions
  const register = (person: string | undefined, month = '') =>
    get<SealRegisterView>(person, `${village}/seals${month && `?month=${month}`}`)
  const drawnUp = async (kind: SheetKind, period: string, person = 'clerk-dongxi') =>
    get<DrawnUpView>(person, `${village}/drawn-up?kind=${kind}&period=${period}`)

  beforeAll(async () => {
    h = await openHouse(engine, '2026-06-01T09:00:00+08:00')
    ids.failed = (await decidedMatter(h, { title: '建停车场', budget: 9_000_000, agree: 15 })).id
    road = await decidedMatter(h, { title: '修三组的路', budget: 10_000_000, plans })
  })
  afterAll(() => h.close())

  describe('decisions', () => {
    it('are passed ones whose money may be used: not while the decision hangs, on the day after without any sweep', async () => {
      h.to('2026-06-23')
      expect(await decisions()).toEqual([])
      h.to('2026-06-24')
      const { id, number } = road
      const whole = { budget: 10_000_000, left: 10_000_000, unpledged: 10_000_000 }
      expect(await decisions()).toEqual([{ id, number, title: '修三组的路', passedOn: '2026-06-08', ...whole }])
    })

    it('say what is left for bills and what for papers, each apart', async () => {
      const form = bill({ purpose: '石子', payee: secrets.payee, amount: 900_000 })
      const spent = await h.done('clerk-dongxi', road.id, { aside: 'spend', form })
      ids.drawnBill = spent.links.children[0].id
      const contract = {
        ...{ sealKind: 'committee', paper: 'contract', document: '村道施工合同', purpose: '修路', copies: 4 },
        ...{ applicant: secrets.signs, written: 'whole', amount: 8_000_000 },
      }
      const sealed = await h.done('clerk-dongxi', road.id, { aside: 'sealPaper', form: contract })
      ids.contract = sealed.links.children.find((c) => c.workflow === 'sealReview')!.id
      expect(await decisions()).toMatchObject([{ budget: 10_000_000, left: 9_100_000, unpledged: 2_000_000 }])
    })

    it('are for the office of the village and over it; everyone else is told so', async () => {
      for (const person of ['director-dongxi', 'township', 'cluster', 'county'])
        expect(await decisions(person)).toHaveLength(1)
      for (const person of ['villager-dongxi', 'representative-dongxi', 'clerk-shatang', 'cluster-hai']) {
        const { status, body } = await get<DecisionsView>(person, `${village}/decisions`)
        expect([status, body.says]).toEqual([
          403,
          '决议的钱还剩多少，只给村里和镇里办事的人看。决议本身请在公开栏里看。',
        ])
      }
      expect((await get(undefined, `${village}/decisions`)).status).toBe(401)
      expect((await get('clerk-dongxi', '/api/villages/nowhere/decisions')).status).toBe(404)
    })
  })

  describe('the register of seals', () => {
    beforeAll(async () => {
      h.to('2026-06-25')
      const by = 'villager-dongxi'
      ids.paper = (await stamped(h, by, '2026-06-25', { applicant: secrets.asks })).id
      const other = await h.open('neighbour-dongxi', 'sealReview', {
        ...{ sealKind: 'committee', paper: 'letter', document: '没盖的通知', purpose: '通知', copies: 1 },
        ...{ applicant: '本人', written: 'whole' },
      })
      await h.done('director-dongxi', other.id, { outcome: 'refused', form: { ground: 'words' } })
      await h.done('director-dongxi', ids.contract, { outcome: 'agreed' })
      await h.done('secretary-dongxi', ids.contract, { outcome: 'agreed' })
      const form = { stampedOn: '2026-06-25', stamped: 3, where: 'office' }
      await h.done('keeper-dongxi', ids.contract, { outcome: 'stamped', form })
      h.to('2026-06-30')
      const late = await h.open('villager-dongxi', 'sealReview', {
        ...{ sealKind: 'party', paper: 'certificate', document: '党员关系证明', purpose: '转关系', copies: 1 },
        ...{ applicant: '本人', written: 'whole' },
      })
      ids.late = late.id
      await h.done('secretary-dongxi', late.id, { outcome: 'agreed' })
      h.to('2026-07-01')
      const stampedLate = { stampedOn: '2026-06-30', stamped: 1, where: 'office' }
      await h.done('keeper-dongxi', late.id, { outcome: 'stamped', form: stampedLate })
      const voided = { voidOn: '2026-07-01', reason: '写错了地址', back: 2 }
      await h.done('keeper-dongxi', ids.paper, { aside: 'void', form: voided })
    })

    it('says in words what was stamped in a month, with what was made void, and no names to villagers', async () => {
      const { month, rows } = (await register('neighbour-dongxi', '2026-06')).body
      expect(month).toBe('2026-06')
      expect(rows.map(({ id, number, ...row }) => row)).toEqual([
        {
          ...{ on: '2026-06-25', seal: '村民委员会公章', paper: '合同、协议', document: '村道施工合同', copies: 3 },
          decision: road.number,
        },
        {
          ...{ on: '2026-06-25', seal: '村民委员会公章', paper: '证明、介绍信', document: '居住证明', copies: 2 },
          voidOn: '2026-07-01',
        },
      ])
    })

    it('tells the office who asked', async () => {
      const { rows } = (await register('keeper-dongxi', '2026-06')).body
      expect(rows.map((r) => r.applicant)).toEqual([secrets.signs, secrets.asks])
    })

    it('has what was stamped on the last day and registered on the first in the month of registering', async () => {
      const { month, rows } = (await register('villager-dongxi')).body
      expect([month, ...rows.map((r) => [r.id, r.on])]).toEqual(['2026-07', [ids.late, '2026-06-30']])
    })

    it('is for the village’s own people: others are told whose it is', async () => {
      for (const person of ['villager-shatang', 'secretary-shatang', 'cluster-hai']) {
        const { status, body } = await register(person, '2026-06')
        expect([status, body.says]).toEqual([403, '用章台账只给本村村民看。请打开您自己村的。'])
      }
      expect((await register(undefined, '2026-06')).status).toBe(401)
      expect((await register('villager-dongxi', '2026-13')).status).toBe(400)
    })

    it('is drawn up as the month’s list without names, and the list takes it as it is', async () => {
      const { rows, from } = (await drawnUp('sealUses', '2026-06')).body
      expect(rows.map((r) => [r.document, r.note])).toEqual([
        ['村道施工合同', undefined],
        ['居住证明', '作废'],
      ])
      expect(from.map((f) => f.id)).toEqual([ids.contract, ids.paper])
      expect(JSON.stringify(rows)).not.toMatch(new RegExp(Object.values(secrets).join('|')))
      const me = await h.as('clerk-dongxi')
      const kept = await me.post<{ problems: [] }>(`${village}/sheets`, { kind: 'sealUses', period: '2026-06', rows })
      expect([kept.status, kept.body.problems]).toEqual([201, []])
    })
  })

  describe('booked bills', () => {
    const open = async (over: Record<string, unknown>) => (await h.open('clerk-dongxi', 'spending', bill(over))).id
    beforeAll(async () => {
      h.to('2026-06-25')
      ids.plainBill = await open({ account: 'collective', payee: secrets.other, amount: 20_050 })
      await booked(h, ids.plainBill, '2026-06-25', '6-10')
      await booked(h, ids.drawnBill, '2026-06-25', '6-9')
      const refused = await open({ amount: 100, purpose: '买烟' })
      await h.done('director-dongxi', refused, { outcome: 'refused', form: { ground: 'law' } })
      h.to('2026-07-02')
      ids.lateBill = await open({ amount: 700, purpose: '邮费', payee: '邮局' })
      await booked(h, ids.lateBill, '2026-07-02', '7-1')
    })

    it('are the lines of their month’s statement, with both signatures and the decision, by day and voucher', async () => {
      const { rows, from } = (await drawnUp('statement', '2026-06')).body
      const line = { on: '2026-06-25', direction: 'out', category: '路灯和村道维修' }
      expect(rows).toEqual([
        {
          ...{ ...line, voucher: '6-9', party: secrets.payee, purpose: '石子', amount: 900_000 },
          ...{ approvers: '阮海生、何福来', decision: road.number },
        },
        {
          ...{ ...line, voucher: '6-10', party: secrets.other, purpose: '换路灯', amount: 20_050 },
          approvers: '蒋阿良、何福来',
        },
      ])
      expect(from.map((f) => f.id)).toEqual([ids.drawnBill, ids.plainBill])
      expect(rows.flatMap((row) => rowProblems('statement', row))).toEqual([])
      expect(sheetProblems({ kind: 'statement', rows, period: '2026-06' })).toEqual([])
    })

    it('a bill booked on the last day of June is June’s though it is entered in July; one of July is the quarter’s after', async () => {
      const id = await open({ amount: 3_000, purpose: '网费', payee: '电信' })
      for (const who of ['director-dongxi', 'secretary-dongxi', 'supervisor-dongxi', 'agency'])
        await h.done(who, id, { outcome: 'signed' })
      await h.done('clerk-dongxi', id, { form: { paidOn: '2026-06-30', way: 'cash' } })
      await h.done('agency', id, { form: { bookedOn: '2026-06-30', voucher: '6-11' } })
      const idsOf = async (period: string) => (await drawnUp('statement', period)).body.from.map((f) => f.id)
      expect(await idsOf('2026-06')).toEqual([ids.drawnBill, ids.plainBill, id])
      expect(await idsOf('2026-Q2')).toEqual([ids.drawnBill, ids.plainBill, id])
      expect(await idsOf('2026-Q3')).toEqual([ids.lateBill])
      expect(await idsOf('2026-05')).toEqual([])
    })

    it('take a voucher that no other bill of the month has', async () => {
      const id = await open({ amount: 800, purpose: '水费', payee: '水厂' })
      for (const who of ['director-dongxi', 'secretary-dongxi', 'supervisor-dongxi', 'agency'])
        await h.done(who, id, { outcome: 'signed' })
      await h.done('clerk-dongxi', id, { form: { paidOn: '2026-07-02', way: 'cash' } })
      const book = (voucher: string) => h.act('agency', id, { form: { bookedOn: '2026-07-02', voucher } })
      expect((await book('7-1')).status).toBe(422)
      expect((await book('6-9')).status).toBe(200)
    })

    it('are drawn up for whoever hands the list in, of a month or a quarter', async () => {
      for (const person of ['villager-dongxi', 'representative-dongxi', 'clerk-shatang'])
        expect((await drawnUp('statement', '2026-06', person)).body.says).toBe('只有村里办事的人能列出明细。')
      for (const [kind, period] of [
        ['statement', '2026'],
        ['statement', '2026-H1'],
        ['statement', '2026-13'],
        ['sealUses', '2026-Q2'],
      ] as const)
        expect((await drawnUp(kind, period)).body.says).toMatch(/^.*请照 2026-05/)
      expect((await drawnUp('assets', '2026-06')).status).toBe(400)
    })

    describe('a statement', () => {
      const line = (voucher: string, amount: number, decision?: string) => ({
        ...{ on: '2026-06-25', voucher, direction: 'out', category: '路灯和村道维修', purpose: '修路', amount },
        ...(decision && { decision }),
      })
      const sent = async (rows: readonly Record<string, unknown>[], period = '2026-06') => {
        const spent = rows.reduce((all, r) => all + Number(r.amount), 0)
        const me = await h.as('clerk-dongxi')
        const { body } = await me.post<{ sheet: SheetView }>(`${village}/sheets`, {
          ...{ kind: 'statement', period, opening: spent, closing: 0, rows },
        })
        const form = {
          ...{ title: `${period}收支`, board: 'finance', item: 'F03', period, audience: 'everyone' },
          ...{ summary: '都有凭证。', sheet: body.sheet.id },
        }
        const { id } = await h.open('clerk-dongxi', 'notice', form)
        await h.done('clerk-dongxi', id, { outcome: 'finance' })
        return id
      }
      const remarksOf = (log: readonly EntryView[], step: string) =>
        log.filter((e) => e.step === step).flatMap((e) => e.remarks.map((r) => r.says))

      it('that lacks a booked bill, or has one with another amount, is pointed at before the reviewers and stops nothing', async () => {
        const id = await sent([line('6-9', 900_000, road.number), line('6-10', 20_000)])
        const missing = /^这一期入了账的单据有1笔不在明细里：凭证6-11（东溪支-2026-\d{4}，30\.00元）。请核对。$/
        const differs = /^凭证6-10明细里写200\.00元，入账的单据（东溪支-2026-\d{4}）是200\.50元。请核对。$/
        const waiting = await h.see('supervisor-dongxi', id)
        const said = [expect.stringMatching(missing), expect.stringMatching(differs)]
        expect(remarksOf(waiting.log, 'open')).toEqual(said)
        await h.done('supervisor-dongxi', id, { outcome: 'agreed', form: { opinion: '差的下期补。' } })
        const read = await h.done('agency', id, { outcome: 'agreed', form: { opinion: '同意。' } })
        expect(read.step).toBe('posting')
        for (const step of ['financeReview', 'agencyReview'])
          expect(remarksOf(read.log, step)).toEqual(expect.arrayContaining(said))
      })

      it('that has them all as they were drawn up is passed without a word', async () => {
        const { rows } = (await drawnUp('statement', '2026-Q3')).body
        const id = await sent(rows, '2026-07')
        const { log } = await h.see('agency', id)
        expect(remarksOf(log, 'open')).toEqual([])
      })
    })
  })

  describe('versions of a plan', () => {
    const versions = async (person: string | undefined, id: string) =>
      get<VersionsView>(person, `/api/cases/${id}/versions`)

    it('are the texts that differ, each held against the one before, by the words that came and went', async () => {
      const { body } = await versions(undefined, road.id)
      expect(body.versions.map(({ on, step }) => [on, step])).toEqual([
        ['2026-06-01', '提出：四议两公开（村民代表会议）'],
        ['2026-06-01', '党支部会提议'],
        ['2026-06-04', '党员大会审议'],
      ])
      const [first, second, third] = body.versions.map((v) => v.parts)
      expect(first).toEqual([{ kind: 'same', text: plans[0] }])
      expect(second.filter((p) => p.kind !== 'same')).toEqual([
        { kind: 'gone', text: '3' },
        { kind: 'added', text: '3.5' },
      ])
      const text = (parts: typeof third, without: string) =>
        parts
          .filter((p) => p.kind !== without)
          .map((p) => p.text)
          .join('')
      expect([text(third, 'added'), text(third, 'gone')]).toEqual([plans[1], plans[3]])
      expect(JSON.stringify(body)).not.toContain('路灯也换')
    })

    it('there are none of other kinds, and a case that one may not see is not there', async () => {
      const request = await h.open('villager-dongxi', 'request', {
        ...{ text: '两家争地界', category: 'dispute', visibility: 'office' },
      })
      expect((await versions('villager-dongxi', request.id)).body).toEqual({ versions: [] })
      expect((await versions('neighbour-dongxi', request.id)).status).toBe(404)
      expect((await versions(undefined, 'cnowhere')).status).toBe(404)
    })
  })

  describe('audits', () => {
    const audits = async (person = 'township', township = 'shiwan') =>
      get<AuditsView>(person, `/api/townships/${township}/audits`)
    const plan = (over: Record<string, unknown>) => ({
      ...{ title: '任期经济责任审计', post: 'secretary', subject: 'secretary-dongxi', kind: 'term' },
      ...{ coversFrom: '2024-01-01', coversTo: '2026-06-30', ...over },
    })
    const of = (rows: AuditsView['rows'], person: string) => rows.filter((r) => r.person === person)

    it('name who is due in each village, soonest first and then by village, never by what was found', async () => {
      h.to('2026-07-03')
      const { rows } = (await audits()).body
      expect(new Set(rows.map((r) => r.village)).size).toBe(12)
      const ofOurs = rows.filter((r) => r.village === 'dongxi').map((r) => [r.person, r.post])
      expect(ofOurs.sort()).toEqual([
        ['collective-dongxi', 'collectiveHead'],
        ['director-dongxi', 'committee'],
        ['keeper-dongxi', 'committee'],
        ['secretary-dongxi', 'secretary'],
      ])
      expect(of(rows, 'secretary-dongxi')).toEqual([
        {
          ...{
            village: 'dongxi',
            villageName: '东溪村',
            person: 'secretary-dongxi',
            name: '何福来',
            post: 'secretary',
          },
          ...{ title: '村党支部书记', since: '2024-01-01', dueOn: '2026-07-01', why: '任期内第1次' },
        },
      ])
      const order = rows.map((r) => `${r.dueOn}${r.villageName}`)
      expect(order).toEqual([...order].sort())
    })

    it('count what is under way and what was done, not what was cancelled', async () => {
      const cancelled = await h.open('township', 'audit', plan({}))
      await h.done('township', cancelled.id, { aside: 'cancel', form: { reason: '另选日子' } })
      expect(of((await audits()).body.rows, 'secretary-dongxi')[0].dueOn).toBe('2026-07-01')
      const { id, number } = await h.open('township', 'audit', plan({}))
      expect(of((await audits()).body.rows, 'secretary-dongxi')).toMatchObject([
        { dueOn: '2029-01-01', why: '任期内第2次', open: { id, number, step: '发审计通知' } },
      ])
      const hai = of((await audits('cluster-hai')).body.rows, 'secretary-dongxi')[0]
      expect([hai.dueOn, hai.open]).toEqual(['2029-01-01', undefined])
    })

    it('name whoever leaves by the last day, until that audit is done', async () => {
      const { people } = h.house.stores
      const director = (await people.get('director-dongxi'))!
      await people.save({ ...director, posts: director.posts.map((p) => ({ ...p, until: '2026-07-20' })) })
      const leaving = plan({ post: 'committee', subject: 'director-dongxi', kind: 'leaving', electionOn: '2026-08-20' })
      h.to('2026-07-21')
      const due = async () => of((await audits()).body.rows, 'director-dongxi')
      expect(await due()).toMatchObject([{ dueOn: '2026-07-20', why: '离任', until: '2026-07-20' }])
      const { id, number } = await h.open('township', 'audit', leaving)
      expect(await due()).toMatchObject([{ dueOn: '2026-07-20', open: { id, number } }])
      await people.save(director)
    })

    it('are for those who watch the township', async () => {
      for (const person of ['secretary-dongxi', 'villager-dongxi'])
        expect((await audits(person)).body.says).toBe('只有镇里、片里和县里的人能看谁该审计了。')
      expect((await audits('township', 'nowhere')).status).toBe(404)
      expect((await get(undefined, '/api/townships/shiwan/audits')).status).toBe(401)
    })
  })

  it('who was paid and who asked for the seal never leaves the server for a villager', async () => {
    const all = [road.id, ...Object.values(ids)]
    const paths = [
      ...['decisions', 'seals?month=2026-06', 'seals?month=2026-07', 'drawn-up?kind=statement&period=2026-06'],
      ...['drawn-up?kind=sealUses&period=2026-06', 'home', 'boards/all?limit=50', 'accounts', 'answers?q=石子'],
      ...['sealReview', 'spending', 'matterOfRepresentatives'].map((w) => `cases?workflow=${w}&limit=50`),
      ...Object.values(secrets).map((name) => `search?q=${encodeURIComponent(name)}`),
    ].map((of) => `${village}/${of}`)
    const ofCases = all.flatMap((id) => [`/api/cases/${id}`, `/api/cases/${id}/versions`, `/api/cases/${id}/rows`])
    for (const person of [undefined, 'neighbour-dongxi', 'representative-dongxi', 'villager-shatang']) {
      const sent = await Promise.all([...paths, ...ofCases, '/api/me'].map((path) => get<object>(person, path)))
      const text = JSON.stringify(sent.map(({ body }) => body))
      for (const name of Object.values(secrets)) expect(text.includes(name), `${person} reads ${name}`).toBe(false)
      expect(sent.every(({ status }) => status < 500)).toBe(true)
    }
    const office = await h.see('clerk-dongxi', ids.drawnBill)
    expect(JSON.stringify(office)).toContain(secrets.payee)
  })
})
