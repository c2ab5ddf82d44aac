import type { Case, FormValue, World } from '@shared/engine/case'
import { askingFacts } from '@shared/rules/askingFacts'
import { erasureFacts } from '@shared/rules/erasureFacts'
import { facts, judgeFact } from '@shared/rules/facts'
import { feedbackFacts } from '@shared/rules/feedbackFacts'
import { matterFacts } from '@shared/rules/matterFacts'
import { noticeFacts } from '@shared/rules/noticeFacts'
import { oversightFacts } from '@shared/rules/oversightFacts'
import { personalDataFacts } from '@shared/rules/personalDataFacts'
import { requestFacts } from '@shared/rules/requestFacts'
import { reviewFacts } from '@shared/rules/reviewFacts'
import { rollFacts } from '@shared/rules/rollFacts'
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

fact('boardDayNotEarlier', () => {
  it.each(['boardOn', 'resultBoardOn'])('%s may stay or become later, never earlier', (field) => {
    const before = { [field]: '2026-06-05' }
    expect(judge('boardDayNotEarlier', { form: { [field]: '2026-06-05' }, before })).toEqual({})
    expect(judge('boardDayNotEarlier', { form: { [field]: '2026-06-06' }, before })).toEqual({})
    expect(says('boardDayNotEarlier', { form: { [field]: '2026-06-04' }, before })).toContain('公示只能延长')
    expect(judge('boardDayNotEarlier', { form: { [field]: '2026-06-04' }, before: {} })).toEqual({})
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

  it('says of a picture that looks like another that it is like it, not that it is the same', () => {
    const filesElsewhere = [{ file: 'f1', number: '东溪-说-2026-0007', similar: true }]
    expect(judge('sameFileElsewhere', { world: { facts: { filesElsewhere } } }).remarks).toEqual([
      {
        remark: 'samePictureElsewhere',
        says: '有一张照片和东溪-说-2026-0007里用过的很像（可能是另存、压缩或裁过的同一张），请核对。',
      },
    ])
  })

  it('names each other case once, however many photos it has', () => {
    const seen = (file: string, number: string, similar?: boolean) => ({ file, number, similar })
    const filesElsewhere = [seen('f1', '甲'), seen('f2', '乙'), seen('f3', '甲'), seen('f4', '甲', true)]
    const found = judge('sameFileElsewhere', { world: { facts: { filesElsewhere } } }).remarks
    expect(found?.map(({ says }) => says.slice(0, 8))).toEqual([
      '有2张照片在甲里',
      '有一张照片在乙里',
      '有一张照片和甲里',
    ])
  })
})

it('every general fact is judged here both ways', () => {
  const elsewhere = Object.keys({
    ...noticeFacts,
    ...personalDataFacts,
    ...askingFacts,
    ...requestFacts,
    ...matterFacts,
    ...rollFacts,
    ...reviewFacts,
    ...oversightFacts,
    ...erasureFacts,
    ...feedbackFacts,
  })
  expect([...tested, ...elsewhere].sort()).toEqual(Object.keys(facts).sort())
})
