import type { AuditsView, SealRegisterView } from '@shared/schemas/reviewViews'
import type { CardView, PersonView } from '@shared/schemas/views'
import { workflowOf } from '@shared/workflows'
import { describe, expect, it } from 'vitest'
import { monthBeside, sumWords } from '../../miniapp/src/more/seals/months'
import { onRegister, opinionWords } from '../../miniapp/src/office/act/opinions'
import { dueWords, heldWords, only, postSource, startOf, whyWords } from '../../miniapp/src/office/audits/due'
import { standing } from '../../miniapp/src/office/bills/standing'
import { ofKind } from '../../miniapp/src/office/desk/groups'
import { isDrawn, takenWords, withDrawn } from '../../miniapp/src/office/form/sheet/takenOver'
import { openingsOf, rowsToBegin } from '../../miniapp/src/office/open/openings'

const today = '2026-06-08'

describe('用章台账, month by month', () => {
  it('goes over the turn of the year both ways', () => {
    expect(monthBeside('2026-01', -1)).toBe('2025-12')
    expect(monthBeside('2025-12', 1)).toBe('2026-01')
    expect(monthBeside('2026-09', 1)).toBe('2026-10')
  })

  it('says how often and on how many copies; what was void only where something was', () => {
    const use = (copies: number, voidOn?: string): SealRegisterView['rows'][number] => ({
      ...{ id: 'c', number: '东溪章-2026-0001', on: '2026-06-02', seal: '村民委员会公章', paper: '证明、介绍信' },
      ...{ document: '居住证明', copies, ...(voidOn && { voidOn }) },
    })
    expect(sumWords([use(2), use(1)])).toBe('盖章2次，共3份')
    expect(sumWords([use(2), use(1, '2026-06-03')])).toBe('盖章2次，共3份，作废1次')
  })
})

describe('rows that are known already', () => {
  const lamp = { on: '2026-05-08', voucher: '5-002', direction: 'out', category: '路灯和村道维修', amount: 30_00 }
  const rent = { on: '2026-05-03', voucher: '5-001', direction: 'in', category: '集体房屋和鱼塘租金', amount: 50_00 }

  it('go behind what was typed; the same voucher isn’t added twice, the same number on the other side is another', () => {
    expect(withDrawn('statement', [rent], [lamp])).toEqual({ rows: [rent, lamp], added: 1 })
    expect(withDrawn('statement', [{ ...lamp, amount: 31_00 }], [lamp])).toEqual({
      rows: [{ ...lamp, amount: 31_00 }],
      added: 0,
    })
    expect(withDrawn('statement', [{ ...rent, voucher: '5-002' }], [lamp]).added).toBe(1)
  })

  it('taken a second time they add nothing; rows that were only begun make room', () => {
    const first = withDrawn('statement', [{ direction: 'out', on: '2026-05-08' }], [lamp, rent])
    expect(first).toEqual({ rows: [lamp, rent], added: 2 })
    expect(withDrawn('statement', first.rows, [lamp, rent])).toEqual({ rows: [lamp, rent], added: 0 })
  })

  it('a row without voucher is never taken for another without', () => {
    const { voucher: _, ...bare } = lamp
    expect(withDrawn('statement', [bare], [lamp]).added).toBe(1)
  })

  it('a stamping is known by the number of its application, or else by day and document', () => {
    const use = { on: '2026-05-08', document: '居住证明', number: '东溪章-2026-0001', copies: 1 }
    expect(withDrawn('sealUses', [{ ...use, copies: 2 }], [use]).added).toBe(0)
    expect(withDrawn('sealUses', [{ on: use.on, document: use.document }], [use]).added).toBe(0)
    expect(withDrawn('sealUses', [{ ...use, number: '东溪章-2026-0002' }], [use]).added).toBe(1)
    expect(withDrawn('sealUses', [{ on: use.on, document: '介绍信' }], [use]).added).toBe(1)
  })

  it('says from how many cases they came, how many stood there already, and that there are none', () => {
    expect(takenWords('statement', 9, 9, 9)).toBe('从9件财务审核取来9行。请核对。')
    expect(takenWords('sealUses', 4, 3, 4)).toBe('从4件用章申请取来3行，另外1行已经有了。请核对。')
    expect(takenWords('sealUses', 4, 0, 4)).toBe('4件用章申请里的4行都已经在上面了，没有再加。')
    expect(takenWords('statement', 0, 0, 0)).toBe('这个时期没有已经入账的单据，请从Excel导入或者一笔一笔记。')
    expect([isDrawn('statement'), isDrawn('sealUses'), isDrawn('debts')]).toEqual([true, true, false])
  })
})

describe('a bill that one has handed in', () => {
  const card = (more: Partial<CardView>): CardView => ({
    ...{ id: 'c', title: '换路灯', mark: '支', step: 'headSign', on: '2026-06-01', n: 1, ...more },
  })
  it('says whose signature it waits for, from when it is late, and how it ended', () => {
    expect(standing(card({ due: today }), today)).toEqual({ kind: 'dai', words: '等主任签字' })
    expect(standing(card({ due: '2026-06-07' }), today)).toEqual({ kind: 'jiang', words: '逾期1天' })
    expect(standing(card({ step: 'revision', due: '2026-06-07' }), today).words).toBe('等您补票据')
    expect(standing(card({ step: 'closed', outcome: 'booked' }), today)).toEqual({ kind: 'song', words: '已入账' })
    expect(standing(card({ step: 'closed', outcome: 'refused' }), today).kind).toBe('hui')
  })
  it('has words for every way in which it can end', () => {
    const ends = workflowOf('spending')!.steps.flatMap(({ next }) =>
      Object.entries(next).flatMap(([outcome, to]) => (to === 'closed' ? [outcome] : [])),
    )
    expect(ends.filter((outcome) => standing(card({ step: 'closed', outcome }), today).words === '已经结束')).toEqual(
      [],
    )
  })
})

describe('who is to be audited', () => {
  const row = (more: Partial<AuditsView['rows'][number]> = {}): AuditsView['rows'][number] => ({
    ...{ village: 'dongxi', villageName: '东溪村', person: 'director-dongxi', name: '阮海生', post: 'committee' },
    ...{ title: '村委会主任', since: '2024-01-01', dueOn: '2026-07-01', why: '任期内第1次', ...more },
  })
  const open = { id: 'c', number: '东溪计-2026-0001', step: '写审计情况' }

  it('is due from the very day, and no more once it is in hand', () => {
    const rows = [row({ dueOn: '2026-06-07' }), row({ dueOn: today }), row({ dueOn: '2026-06-09' }), row({ open })]
    expect(only(rows, 'due', today)).toEqual(rows.slice(0, 2))
    expect(only(rows, 'open', today)).toEqual(rows.slice(3))
    expect(only(rows, 'all', today)).toEqual(rows)
    expect(dueWords(rows[3], today).words).toBe('正在审')
    expect(dueWords(rows[0], today).words).toBe('逾期1天')
    expect([whyWords(rows[0]), whyWords(rows[3])]).toEqual(['任期内第1次', '东溪计-2026-0001'])
  })

  it('begins with the term, from the end of the audit before it until today; leaving, until the last day in office', () => {
    expect(startOf(row(), today)).toEqual({
      ...{ title: '村委会主任任期经济责任审计', kind: 'term', coversFrom: '2024-01-01', coversTo: today },
    })
    expect(startOf(row({ until: '2026-05-31', last: { id: 'c', number: 'n', on: '2025-08-01' } }), today)).toEqual({
      ...{
        title: '村委会主任离任经济责任审计',
        kind: 'leaving',
        coversFrom: '2025-08-01',
        coversTo: '2026-05-31',
      },
    })
  })

  it('says of a secretary that no law asks for it', () => {
    expect(postSource(row({ post: 'secretary' }))).toContain('不是法律规定')
    expect(postSource(row())).toContain('第四十条')
    expect(heldWords(row({ until: '2026-05-31' }))).toBe('2024年1月1日到2026年5月31日')
  })
})

describe('where people find the reviews', () => {
  const holding = (...roles: string[]): PersonView => ({
    ...{ id: 'p', name: '林', village: 'dongxi', township: 'shiwan', says: '' },
    posts: roles.map((role) => ({ role, place: 'dongxi', placeName: '东溪村', title: role })),
  })
  const pageOf = (workflow: string, ...roles: string[]) =>
    openingsOf(holding(...roles)).find((opening) => opening.workflow.id === workflow)?.page

  it('the office asks for a seal where decisions are listed, a villager where nothing but the paper is asked for', () => {
    expect(pageOf('sealReview', 'director')).toBe('/office/seals/index')
    expect(pageOf('sealReview', 'villager')).toBe('/more/seals/asking')
    expect(pageOf('spending', 'clerk')).toBe('/office/bills/index')
    expect(pageOf('audit', 'township')).toBe('/office/audits/index')
    expect(pageOf('audit', 'director')).toBeUndefined()
  })

  it('whoever signs bills and hands in none finds them too', () => {
    const rows = (...roles: string[]) => rowsToBegin(holding(...roles)).map(({ title }) => title)
    expect(rows('supervisor')).toEqual(expect.arrayContaining(['用章台账', '报账']))
    expect(rows('agency')).toEqual(['报账'])
    expect(rows('clerk')).not.toContain('报账')
    expect(rows('villager')).toEqual([])
  })

  it('待办 keeps them under 审核', () => {
    const card = (mark: string): CardView => ({ id: mark, title: '', mark, step: 's', on: today, n: 1 })
    expect(ofKind(['说', '章', '支', '议', '计'].map(card), 'review').map(({ mark }) => mark)).toEqual([
      '章',
      '支',
      '计',
    ])
  })
})

describe('what stands under a reviewer’s choices', () => {
  it('says what each opinion rests on, for every outcome of the form', () => {
    for (const [id, step] of [
      ['sealReview', 'approval'],
      ['sealReview', 'stamping'],
      ['spending', 'headSign'],
    ]) {
      const { form, next } = workflowOf(id)!.steps.find((s) => s.id === step)!
      expect(Object.keys(next).filter((outcome) => !opinionWords(form, outcome))).toEqual([])
    }
  })
  it('only a yes goes on the register', () => {
    expect(onRegister('sealApproval', 'agreed')).toBe('落印后记进用章台账，全村可查。')
    expect(onRegister('sealApproval', 'returned')).toBeUndefined()
    expect(onRegister('signing', 'signed')).toBeUndefined()
  })
})
