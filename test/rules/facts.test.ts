import { catalogue } from '@shared/catalogue'
import type { Case, FormValue, World } from '@shared/engine/case'
import { facts, judgeFact } from '@shared/rules/facts'
import { describe, expect, it } from 'vitest'
import { aPerson, aWorld } from '../support/build'

const today = '2026-06-10'
type Given = { form?: FormValue; before?: FormValue; outcome?: string; world?: Partial<World> }

const judge = (name: keyof typeof facts, { form = {}, before, outcome, world }: Given) =>
  judgeFact(name, {
    form,
    act: { actId: 'a', seen: 0, form, ...(outcome && { outcome }) },
    found: before && ({ fields: before } as Case),
    person: aPerson('clerk'),
    world: aWorld({ today, ...world }),
  })
const says = (name: keyof typeof facts, given: Given) => judge(name, given).refused?.says ?? 'fine'

const tested = new Set<string>()
const fact = (name: keyof typeof facts, test: () => void) => {
  tested.add(name)
  describe(name, test)
}

fact('notInFuture', () => {
  it.each(['heldOn', 'noticeOn', 'boardOn', 'resultBoardOn'])('%s may be today, not tomorrow', (field) => {
    expect(judge('notInFuture', { form: { [field]: today } })).toEqual({})
    expect(judge('notInFuture', { form: { [field]: '2026-06-11' } }).refused).toMatchObject({
      refusal: 'ruleNotMet',
      detail: { field },
    })
  })
  it('lets days of plans lie ahead', () =>
    expect(judge('notInFuture', { form: { finishBy: '2027-01-01', returnsOn: '2027-01-01' } })).toEqual({}))
})

fact('heldInOrder', () => {
  it('may be on the day of the meeting before, not a day earlier', () => {
    const before = { heldOn: '2026-06-05' }
    expect(judge('heldInOrder', { form: { heldOn: '2026-06-05' }, before })).toEqual({})
    expect(says('heldInOrder', { form: { heldOn: '2026-06-04' }, before })).toContain('6月5日')
    expect(judge('heldInOrder', { form: { heldOn: '2026-06-04' }, before: {} })).toEqual({})
  })
})

fact('noticeHasRun', () => {
  it('notice on the 1st, three days full on the 4th, the meeting on the 5th, not on the 4th (提前3日)', () => {
    expect(judge('noticeHasRun', { form: { noticeOn: '2026-06-01', heldOn: '2026-06-05' } })).toEqual({})
    expect(judge('noticeHasRun', { form: { noticeOn: '2026-06-01', heldOn: '2026-06-04' } }).refused).toMatchObject({
      says: '6月1日发的通知，要满3天才能开会，最早6月5日。请重新通知、改期再开。',
      detail: { field: 'heldOn', notBefore: '2026-06-05' },
    })
  })
  it('follows the setting, which is never under one day', () => {
    const world = { settings: { noticeDays: 0 } }
    expect(judge('noticeHasRun', { form: { noticeOn: '2026-06-01', heldOn: '2026-06-03' }, world })).toEqual({})
    expect(says('noticeHasRun', { form: { noticeOn: '2026-06-01', heldOn: '2026-06-02' }, world })).toContain('满1天')
  })
})

fact('boardAfterMeeting', () => {
  it('the board may be on the day of the meeting, not the day before', () => {
    const before = { heldOn: '2026-06-05' }
    expect(judge('boardAfterMeeting', { form: { boardOn: '2026-06-05' }, before })).toEqual({})
    expect(says('boardAfterMeeting', { form: { boardOn: '2026-06-04' }, before })).toContain('上墙不能早于那天')
  })
})

fact('boardDayNotEarlier', () => {
  it.each(['boardOn', 'resultBoardOn'])('%s may stay or become later, never earlier', (field) => {
    const before = { [field]: '2026-06-05' }
    expect(judge('boardDayNotEarlier', { form: { [field]: '2026-06-05' }, before })).toEqual({})
    expect(judge('boardDayNotEarlier', { form: { [field]: '2026-06-06' }, before })).toEqual({})
    expect(says('boardDayNotEarlier', { form: { [field]: '2026-06-04' }, before })).toContain('公示只能延长')
    expect(judge('boardDayNotEarlier', { form: { [field]: '2026-06-04' }, before: {} })).toEqual({})
  })
})

fact('returnDayWhenPlanned', () => {
  it('a plan needs a day after today; other outcomes need none', () => {
    const given = (returnsOn?: string, outcome = 'plan') => ({ form: { returnsOn }, outcome })
    expect(judge('returnDayWhenPlanned', given('2026-06-11'))).toEqual({})
    expect(says('returnDayWhenPlanned', given(today))).toContain('日子要在今天以后')
    expect(says('returnDayWhenPlanned', given())).toContain('日子要在今天以后')
    expect(judge('returnDayWhenPlanned', given(undefined, 'handle'))).toEqual({})
  })
})

fact('groundWhenReturned', () => {
  it('sending back needs one of the grounds; agreeing needs none', () => {
    expect(says('groundWhenReturned', { form: {}, outcome: 'returned' })).toContain('选一个原因')
    expect(judge('groundWhenReturned', { form: { ground: 'wrong' }, outcome: 'returned' })).toEqual({})
    expect(judge('groundWhenReturned', { form: {}, outcome: 'agreed' })).toEqual({})
  })
})

fact('titleWhenDecided', () => {
  it('a matter needs a title of its own; other outcomes need none', () => {
    expect(says('titleWhenDecided', { form: {}, outcome: 'decide' })).toContain('四议事项的名字')
    expect(judge('titleWhenDecided', { form: { title: '修路' }, outcome: 'decide' })).toEqual({})
    expect(judge('titleWhenDecided', { form: {}, outcome: 'handle' })).toEqual({})
  })
})

fact('reasonWhenUnsatisfied', () => {
  it('不满意 needs a sentence, 满意 needs none', () => {
    expect(says('reasonWhenUnsatisfied', { form: {}, outcome: 'unsatisfied' })).toContain('哪里没办好')
    expect(judge('reasonWhenUnsatisfied', { form: { reason: '没修好' }, outcome: 'unsatisfied' })).toEqual({})
    expect(judge('reasonWhenUnsatisfied', { form: {}, outcome: 'satisfied' })).toEqual({})
  })
})

fact('sessionDayCame', () => {
  it('is recorded on the day, not the day before', () => {
    expect(judge('sessionDayCame', { before: { sessionOn: today } })).toEqual({})
    expect(says('sessionDayCame', { before: { sessionOn: '2026-06-11' } })).toContain('6月11日')
    expect(judge('sessionDayCame', { before: {} })).toEqual({})
  })
})

fact('ownerIsInOffice', () => {
  it('knows those in office, refuses others, and asks nothing when nobody is named', () => {
    expect(judge('ownerIsInOffice', { form: { owner: 'p-director' } })).toEqual({})
    expect(says('ownerIsInOffice', { form: { owner: 'p-villager' } })).toContain('从名单里选')
    expect(says('ownerIsInOffice', { form: { owner: 'p-director' }, world: { facts: {} } })).toContain('从名单里选')
    expect(judge('ownerIsInOffice', { form: {} })).toEqual({})
  })
})

fact('sameFileElsewhere', () => {
  it('warns and does not stop', () => {
    const filesElsewhere = [{ file: 'f1', number: '东溪-说-2026-0007' }]
    const verdict = judge('sameFileElsewhere', { world: { facts: { filesElsewhere } } })
    expect(verdict.refused).toBeUndefined()
    expect(verdict.remarks).toEqual([
      { remark: 'sameFileElsewhere', says: '有一张照片在东溪-说-2026-0007里也用过，请核对。' },
    ])
    expect(judge('sameFileElsewhere', {}).remarks).toEqual([])
  })
})

fact('boardIsItems', () => {
  const open = catalogue.find((i) => i.sees === 'everyone')!
  const narrow = catalogue.find((i) => i.sees === 'villagers')!
  const form = (item: typeof open, more = {}) => ({
    form: { item: item.code, board: item.board, audience: item.sees, ...more },
  })

  it('every item of the catalogue may hang on its own board for its own readers', () => {
    for (const item of catalogue) expect([item.code, judge('boardIsItems', form(item))]).toEqual([item.code, {}])
  })
  it('not on another board, and not one that the catalogue lacks', () => {
    expect(says('boardIsItems', form(open, { board: open.board === 'party' ? 'finance' : 'party' }))).toContain(
      '请换一栏',
    )
    expect(says('boardIsItems', form(open, { item: 'X99' }))).toContain('请重新选')
  })
  it('an item for villagers may be shown to fewer, not to everyone', () => {
    expect(judge('boardIsItems', form(narrow, { audience: 'party' }))).toEqual({})
    expect(says('boardIsItems', form(narrow, { audience: 'everyone' }))).toContain('改窄')
  })
})

fact('outcomeIsBoard', () => {
  it('goes to the reviewers of its own board, the revised one first', () => {
    const before = { board: 'village' }
    expect(judge('outcomeIsBoard', { outcome: 'village', before })).toEqual({})
    expect(says('outcomeIsBoard', { outcome: 'party', before })).toContain('请按这一栏送审')
    expect(judge('outcomeIsBoard', { outcome: 'finance', form: { board: 'finance' }, before })).toEqual({})
    expect(says('outcomeIsBoard', { outcome: 'village', form: { board: 'finance' }, before })).toContain('对不上')
  })
})

fact('sumsAddUp', () => {
  const lines = (other: number, rest = 100_000 - other) => [
    { direction: 'in', category: '其他', amount: 300_000 },
    { direction: 'out', category: '其他支出', amount: other },
    { direction: 'out', category: '工资', amount: rest },
  ]
  it('期初＋收入－支出＝期末 to the fen; one fen off is refused', () => {
    const form = { lines: lines(0), opening: 5, closing: 200_005 }
    expect(judge('sumsAddUp', { form })).toEqual({})
    expect(judge('sumsAddUp', { form: { ...form, closing: 200_004 } }).refused).toMatchObject({
      says: '期初0.05＋收入3,000.00－支出1,000.00＝2,000.05元，和填的期末2,000.04元差0.01元。请核对明细。',
      detail: { field: 'closing', right: 200_005 },
    })
  })
  it('needs both balances where there are lines, and nothing where there are none', () => {
    expect(judge('sumsAddUp', { form: {} })).toEqual({})
    expect(judge('sumsAddUp', { form: { lines: lines(0), closing: 1 } }).refused?.detail).toEqual({ field: 'opening' })
    expect(judge('sumsAddUp', { form: { lines: lines(0), opening: 1 } }).refused?.detail).toEqual({ field: 'closing' })
  })
  it('其他 of exactly a tenth passes quietly, one fen more is pointed at and stops nothing', () => {
    const form = (other: number) => ({ form: { lines: lines(other), opening: 0, closing: 200_000 } })
    expect(judge('sumsAddUp', form(10_000))).toEqual({})
    const pointedAt = judge('sumsAddUp', form(10_001))
    expect(pointedAt.refused).toBeUndefined()
    expect(pointedAt.remarks).toMatchObject([{ remark: 'muchOther', says: expect.stringContaining('占了10%') }])
  })
})

it('every fact is judged here both ways', () => expect([...tested].sort()).toEqual(Object.keys(facts).sort()))
