import { paperClasses } from '@shared/paperClasses'
import { reviewFacts } from '@shared/rules/reviewFacts'
import { describe, expect, it } from 'vitest'
import { aChild, aPerson } from '../support/build'
import { remarks, says, today } from './judging'

const tested = new Set<string>()
const fact = (name: keyof typeof reviewFacts, tests: () => void) => {
  tested.add(name)
  describe(name, tests)
}

const paper = (over: Record<string, unknown> = {}) => ({
  form: {
    sealKind: 'committee',
    paper: 'certificate',
    written: 'whole',
    document: '居住证明',
    purpose: '办暂住证',
    copies: 1,
    ...over,
  },
})

fact('paperIsLawful', () => {
  it('a guarantee is refused by law: the committee’s seal by 组织法第十三条, the collective’s by 集体经济组织法第三十五条', () => {
    expect(says('paperIsLawful', paper({ paper: 'guarantee' }))).toContain('第十三条')
    expect(says('paperIsLawful', paper({ paper: 'guarantee', sealKind: 'collective' }))).toMatch(/第三十五条.*第十六条/)
  })
  it.each(['为柯某贷款担保书', '保证合同', '连带责任承诺', '山林抵押合同'])(
    '%s is refused under another name too, but for a reason that is written down',
    (document) => {
      expect(says('paperIsLawful', paper({ document, paper: 'letter' }))).toContain('担保')
      expect(says('paperIsLawful', paper({ document, paper: 'letter', notGuarantee: '是别人给村里担保' }))).toBe('fine')
    },
  )
  it('blank papers and no copies aren’t stamped', () => {
    expect(says('paperIsLawful', paper({ written: 'blank' }))).toContain('空白')
    expect(says('paperIsLawful', paper({ copies: 0 }))).toContain('几份')
    expect(says('paperIsLawful', paper())).toBe('fine')
  })
})

fact('paperHasDecision', () => {
  it.each(paperClasses.filter((c) => c.needs === 'decision').map((c) => c.value))(
    '%s begins at the decision that it draws on, never by itself',
    (value) => {
      expect(says('paperHasDecision', paper({ paper: value }))).toContain('按决议申请用章')
      expect(says('paperHasDecision', { ...paper({ paper: value, decision: '东溪议-2026-0001' }), by: aChild })).toBe(
        'fine',
      )
    },
  )
  it('a decision’s number can’t be made up, another village’s least of all', () => {
    expect(says('paperHasDecision', paper({ decision: '沙塘议-2026-0001' }))).toContain('不能自己填')
    expect(says('paperHasDecision', paper({ amount: 1 }))).toContain('不能自己填')
    expect(says('paperHasDecision', paper())).toBe('fine')
  })
})

fact('approverIsNotKeeper', () => {
  it('whoever keeps the seal doesn’t approve', () => {
    expect(says('approverIsNotKeeper', { by: aPerson(['director', 'sealKeeper']) })).toContain('管章的人不能审批')
    expect(says('approverIsNotKeeper', { by: aPerson('director') })).toBe('fine')
  })
})

fact('groundWhenRefused', () => {
  it('a no has its ground, a yes needs none', () => {
    for (const outcome of ['returned', 'refused']) {
      expect(says('groundWhenRefused', { form: {}, outcome })).toContain('选一个原因')
      expect(says('groundWhenRefused', { form: { ground: 'papers' }, outcome })).toBe('fine')
    }
    expect(says('groundWhenRefused', { form: {}, outcome: 'agreed' })).toBe('fine')
  })
})

fact('stampedAsApproved', () => {
  const of = (form: Record<string, unknown>) => ({
    form: { stampedOn: today, stamped: 2, where: 'office', ...form },
    outcome: 'stamped',
    before: { copies: 2 },
    found: { enteredOn: today },
  })
  it('two copies were approved: two or one are stamped, not three, not none', () => {
    expect(says('stampedAsApproved', of({}))).toBe('fine')
    expect(says('stampedAsApproved', of({ stamped: 1 }))).toBe('fine')
    expect(says('stampedAsApproved', of({ stamped: 3 }))).toContain('批的是2份')
    expect(says('stampedAsApproved', of({ stamped: 0 }))).toContain('退回')
  })
  it('says when, how many and where; sent back it says none of it', () => {
    for (const field of ['stampedOn', 'stamped', 'where'])
      expect(says('stampedAsApproved', of({ [field]: undefined }))).toContain('哪天盖的、盖了几份、在哪里')
    expect(says('stampedAsApproved', { form: {}, outcome: 'returned' })).toBe('fine')
  })
  it('not before it was approved', () =>
    expect(says('stampedAsApproved', of({ stampedOn: '2026-06-09' }))).toContain('才批下来'))
  it('without a picture it is pointed at', () => {
    expect(remarks('stampedAsApproved', of({}))).toEqual(['没有拍盖好的文件。'])
    expect(remarks('stampedAsApproved', of({ stampedPhotos: ['f'] }))).toEqual([])
  })
})

fact('wasStamped', () => {
  it('only what was stamped is made void', () => {
    expect(says('wasStamped', { found: { outcome: 'stamped' } })).toBe('fine')
    expect(says('wasStamped', { found: { outcome: 'refused' } })).toContain('没有盖过章')
  })
})

const bill = (over: Record<string, unknown> = {}) => ({ form: { amount: 4_000_000, payee: '石料厂', ...over } })
fact('billIsMoney', () => {
  it('one fen is money, none isn’t', () => {
    expect(says('billIsMoney', bill({ amount: 1 }))).toBe('fine')
    expect(says('billIsMoney', bill({ amount: 0 }))).toContain('大于0')
  })
})
fact('billHasDecision', () => {
  it('50 000 yuan to the fen need no decision, one fen more does', () => {
    expect(says('billHasDecision', bill({ amount: 5_000_000 }))).toBe('fine')
    expect(says('billHasDecision', bill({ amount: 5_000_001 }))).toContain('按决议报账')
    expect(says('billHasDecision', { ...bill({ amount: 5_000_001, decision: '东溪议-2026-0001' }), by: aChild })).toBe(
      'fine',
    )
  })
  it('a decision’s number can’t be made up', () =>
    expect(says('billHasDecision', bill({ decision: '沙塘议-2026-0001' }))).toContain('不能自己填'))
})
fact('billNotAlreadyIn', () => {
  it('a bill with the same number from the same payee is in once', () => {
    expect(says('billNotAlreadyIn', { ...bill(), facts: { billIn: '东溪支-2026-0004' } })).toContain('东溪支-2026-0004')
    expect(says('billNotAlreadyIn', bill())).toBe('fine')
  })
})
fact('splitBillsNoted', () => {
  const before = (...amounts: number[]) => ({
    paidBefore: amounts.map((amount, i) => ({ number: `东溪支-${i}`, amount })),
  })
  it('two bills to one payee that are just 50 000 together are fine, one fen more is pointed at and not stopped', () => {
    expect(remarks('splitBillsNoted', { ...bill(), facts: before(1_000_000) })).toEqual([])
    const told = { ...bill(), facts: before(1_000_001) }
    expect(says('splitBillsNoted', told)).toBe('fine')
    expect(remarks('splitBillsNoted', told)[0]).toMatch(/2笔，一共50,000\.01元.*东溪支-0.*拆开/)
  })
  it('what a decision stands behind isn’t split', () => {
    expect(remarks('splitBillsNoted', { ...bill(), by: aChild, facts: before(4_000_000) })).toEqual([])
    expect(remarks('splitBillsNoted', { ...bill({ amount: 6_000_000 }), facts: before(4_000_000) })).toEqual([])
  })
})
fact('billShown', () => {
  it('without its picture it is pointed at', () => {
    expect(remarks('billShown', bill())).toEqual(['没有附票据的照片。'])
    expect(remarks('billShown', bill({ bills: ['f'] }))).toEqual([])
    expect(remarks('billShown', { form: {}, before: { bills: ['f'] } })).toEqual([])
  })
})
fact('bookedAfterPaid', () => {
  it('booked on the day of payment, not the day before', () => {
    const before = { paidOn: today }
    expect(says('bookedAfterPaid', { form: { bookedOn: today }, before })).toBe('fine')
    expect(says('bookedAfterPaid', { form: { bookedOn: '2026-06-09' }, before })).toContain('才付的钱')
  })
})

fact('voucherIsFree', () => {
  it('a number that another bill of the month has is refused by name', () => {
    const given = { form: { voucher: '6-1' }, facts: { voucherOf: '东溪支-2026-0001' } }
    expect(says('voucherIsFree', given)).toBe('凭证号6-1这个月已经用在东溪支-2026-0001上了，一笔一个凭证号。请核对。')
    expect(says('voucherIsFree', { form: { voucher: '6-1' } })).toBe('fine')
  })
})

fact('notOneself', () => {
  it('nobody audits themselves, neither at the opening nor later', () => {
    expect(says('notOneself', { form: { subject: 'p-clerk' } })).toContain('审计的是您自己')
    expect(says('notOneself', { form: {}, before: { subject: 'p-clerk' } })).toContain('审计的是您自己')
    expect(says('notOneself', { form: { subject: 'p-director' } })).toBe('fine')
  })
})
fact('subjectHasPost', () => {
  it('whoever is audited holds that post', () => {
    expect(says('subjectHasPost', { facts: { subjectHasPost: true } })).toBe('fine')
    expect(says('subjectHasPost', { facts: { subjectHasPost: false } })).toContain('没有担任')
  })
})
fact('electionIsSet', () => {
  const of = (electionOn?: string, kind = 'leaving') => says('electionIsSet', { form: { kind, electionOn } })
  it('leaving needs the day of the election, which is still to come: tomorrow will do, today won’t', () => {
    expect(of()).toContain('第四十条')
    expect(of('2026-06-10')).toContain('已经过了')
    expect(of('2026-06-11')).toBe('fine')
    expect(of(undefined, 'term')).toBe('fine')
  })
})
fact('demandedByEnough', () => {
  const adults = { eligible: 501, all: 501, households: 0, hash: '' }
  const of = (demanders?: number, demand: string | undefined = '鱼塘的账') =>
    says('demandedByEnough', { form: { demand, demanders }, world: { rolls: { adults } } })
  it('101 of 501 are a fifth and more, 100 aren’t (组织法第四十条第六项)', () => {
    expect(of(101)).toBe('fine')
    expect(of(100)).toContain('至少101人')
    expect(of()).toContain('至少101人')
    expect(says('demandedByEnough', { form: {}, world: { rolls: { adults } } })).toBe('fine')
  })
})
fact('coversInOrder', () => {
  it('from a day to the same day or later', () => {
    expect(says('coversInOrder', { form: { coversFrom: '2024-01-01', coversTo: '2024-01-01' } })).toBe('fine')
    expect(says('coversInOrder', { form: { coversFrom: '2024-01-02', coversTo: '2024-01-01' } })).toContain('早于')
  })
})
fact('problemsHaveStages', () => {
  const stages = [{ on: '2026-08-01', does: '追回多付的钱' }]
  it('a problem says what is put right by when; no problem says nothing', () => {
    expect(says('problemsHaveStages', { form: { found: 'some' } })).toContain('整改什么')
    expect(says('problemsHaveStages', { form: { found: 'some', stages } })).toBe('fine')
    expect(says('problemsHaveStages', { form: { found: 'none', stages } })).toContain('改成有')
    expect(says('problemsHaveStages', { form: { found: 'none' } })).toBe('fine')
  })
})
fact('beforeElection', () => {
  const of = (electionOn?: string) => remarks('beforeElection', { before: { electionOn } })
  it('the day before the election is in time, the day itself is late and said so', () => {
    expect(of('2026-06-11')).toEqual([])
    expect(of('2026-06-10')[0]).toContain('已经晚了')
    expect(of()).toEqual([])
  })
})

fact('rosterIsWhole', () => {
  const form = { sheet: 's' }
  it('a roster and no other list', () => {
    expect(says('rosterIsWhole', { form, facts: { sheet: { kind: 'roster', problems: [] } } })).toBe('fine')
    expect(says('rosterIsWhole', { form, facts: { sheet: { kind: 'debts' } } })).toContain('这不是名册')
    const problems = ['第2行：编号m1已经在名册里。', '第3行：没有这个人。']
    expect(says('rosterIsWhole', { form, facts: { sheet: { kind: 'roster', problems } } })).toBe(
      '第2行：编号m1已经在名册里。还有1处。',
    )
    expect(says('rosterIsWhole', { form })).toContain('还没有名册')
    expect(says('rosterIsWhole', { form: {} })).toContain('还没有名册')
  })
})
fact('effectiveSoon', () => {
  const of = (effectiveOn: string) => says('effectiveSoon', { form: { effectiveOn } })
  it('60 days before or after will do, 61 won’t', () => {
    expect(of('2026-08-09')).toBe('fine')
    expect(of('2026-08-10')).toContain('不能超过60天')
    expect(of('2026-04-11')).toBe('fine')
    expect(of('2026-04-10')).toContain('不能超过60天')
  })
})

it('every fact of the reviews is judged here', () => {
  expect([...tested].sort()).toEqual(Object.keys(reviewFacts).sort())
})
