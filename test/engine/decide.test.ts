import { whyNot } from '@shared/engine/decide'
import { titleOf } from '@shared/engine/open'
import { refusalNames, refuse } from '@shared/engine/refusal'
import type { Workflow } from '@shared/engine/workflow'
import { describe, expect, it } from 'vitest'
import { aChild, act, anOpened, answerTo, aPerson, aside, aWorld, tryMove, tryOpen, walk } from '../support/build'

const rule = { says: '规定', source: '本系统建议', standing: 'ours' } as const
const clerk = aPerson('clerk')
const director = aPerson('director')
const secretary = aPerson('secretary')

/** What the law may ask for and no workflow of today does: an aside that must stand first, a day before which nothing goes. */
const small: Workflow = {
  ...{ id: 'small', version: 3, title: '小事', mark: '小', opensBy: ['clerk', 'director'], openForm: 'reason' },
  ...{ sees: 'office', titleFrom: 'reason' },
  steps: [
    {
      ...{
        id: 'first',
        title: '一',
        seal: '一',
        rule,
        by: ['clerk', 'director'],
        form: 'onBoard',
        next: { go: 'second' },
      },
      ...{ needs: ['opinion'], due: { workdays: 3 } },
    },
    {
      ...{ id: 'second', title: '二', seal: '二', rule, by: ['clerk', 'director', 'secretary'], form: 'nothing' },
      ...{ notBy: ['open', 'first'], notBefore: { days: 10, from: ['boardOn', 'resultBoardOn'] } },
      ...{ next: { yes: 'closed', no: 'first' } },
    },
  ],
  asides: [
    { id: 'opinion', title: '意见', by: ['supervisor'], form: 'opinion', while: 'open' },
    { id: 'resultOnBoard', title: '上墙', by: ['clerk'], form: 'resultOnBoard', while: 'open', does: 'posted' },
    {
      id: 'appeal',
      title: '复查',
      by: ['clerk', 'secretary'],
      form: 'reason',
      while: 'closed',
      times: 2,
      notBy: ['open'],
    },
    { id: 'more', title: '延', by: ['clerk'], form: 'extension', while: 'open', does: 'extend' },
    {
      ...{ id: 'child', title: '另办', by: ['clerk'], form: 'reason', while: 'open' },
      then: { open: 'request', carry: ['title', 'reason'] },
    },
  ],
}
const on = '2026-06-01'
const opened = anOpened(small, { on, by: clerk, form: { reason: '墙上掉灰。很危险' } })
const spoken = walk(opened, [aside(aPerson('supervisor'), on, 'opinion')], small)
const second = walk(spoken, [act(director, '2026-06-02', 'go', { boardOn: '2026-06-02' })], small)
const onWall = walk(second, [aside(clerk, '2026-06-05', 'resultOnBoard', { resultBoardOn: '2026-06-05' })], small)

describe('opening', () => {
  it('is for those that the workflow names', () => {
    expect(tryOpen(small, { on, by: secretary })).toMatchObject({
      refusal: 'notYourTurn',
      says: '您不能开始这类事项：小事。',
    })
    expect(tryOpen(small, { on, by: aChild })).toMatchObject({ refusal: 'notYourTurn' })
  })
  it('judges the form', () => {
    expect(tryOpen(small, { on, by: clerk, form: { reason: ' ' } })).toMatchObject({
      refusal: 'badForm',
      says: '请填写“原因”。',
    })
  })
  it('writes line 1 and stands in the first step under the version it opened with', () => {
    expect(opened).toMatchObject({
      step: 'first',
      visit: 1,
      workflowVersion: 3,
      title: '墙上掉灰',
      dueOn: '2026-06-04',
      sees: 'office',
    })
    expect(opened.log).toMatchObject([
      { no: 1, step: 'open', role: 'clerk', prev: '', effect: { to: 'first', dueOn: '2026-06-04' } },
    ])
  })
  it.each([
    ['路灯坏了。请快修', '路灯坏了'],
    ['路灯坏了吗？', '路灯坏了吗'],
    ['\n 路灯\n坏了', '路灯'],
    ['。。。', '。。。'],
    ['', '小事'],
    ['一'.repeat(24), '一'.repeat(24)],
    ['一'.repeat(25), `${'一'.repeat(23)}…`],
    ['😀'.repeat(25), `${'😀'.repeat(23)}…`],
  ])('“%s” is called “%s”', (reason, title) => expect(titleOf(small, { reason })).toBe(title))
})

describe('may this person do this now?', () => {
  it('not before what must stand first', () => {
    expect(tryMove(opened, act(clerk, on, 'go'), small)).toMatchObject({
      refusal: 'needsFirst',
      detail: { needs: ['opinion'] },
    })
    expect(answerTo(spoken, act(clerk, on, 'go'), small)).toBe('allowed')
  })
  it('the only outcome needs no choosing, one of two does', () => {
    expect(walk(spoken, [act(clerk, on, undefined)], small).step).toBe('second')
    expect(answerTo(onWall, act(secretary, '2026-06-16', undefined), small)).toBe('noSuchOutcome')
    expect(answerTo(onWall, act(secretary, '2026-06-16', 'maybe'), small)).toBe('noSuchOutcome')
    expect(answerTo(onWall, act(secretary, '2026-06-16', 'toString'), small)).toBe('noSuchOutcome')
  })
  it('not before the ten days have begun, and not before they are full: from the 5th, on the 16th', () => {
    expect(tryMove(second, act(secretary, '2026-06-30', 'yes'), small)).toHaveProperty(
      'says',
      expect.stringContaining('上墙'),
    )
    expect(onWall.notBeforeOn).toBe('2026-06-16')
    expect(tryMove(onWall, act(secretary, '2026-06-15', 'yes'), small)).toMatchObject({
      refusal: 'tooEarly',
      detail: { from: '2026-06-16' },
    })
    expect(walk(onWall, [act(secretary, '2026-06-16', 'yes')], small).step).toBe('closed')
  })
  it('not whoever opened it nor whoever did the step before (notBy)', () => {
    expect(answerTo(onWall, act(clerk, '2026-06-16', 'yes'), small)).toBe('mustBeAnother')
    expect(answerTo(onWall, act(director, '2026-06-16', 'yes'), small)).toBe('mustBeAnother')
    expect(answerTo(onWall, act(aPerson('clerk', 'p-second-clerk'), '2026-06-16', 'yes'), small)).toBe('allowed')
  })
  it('an aside in a step does not make one its author', () => {
    const other = aPerson('clerk', 'p-second-clerk')
    const extended = walk(spoken, [aside(other, on, 'more', { days: 1 }), act(director, on, 'go')], small)
    const posted = walk(extended, [aside(other, on, 'resultOnBoard', { resultBoardOn: on })], small)
    expect(answerTo(posted, act(other, '2026-06-20', 'yes'), small)).toBe('allowed')
  })
  it('not in a closed case, where only what is for closed cases may be done, twice and no third time', () => {
    const closed = walk(onWall, [act(secretary, '2026-06-16', 'yes')], small)
    expect(answerTo(closed, act(secretary, '2026-06-17', 'yes'), small)).toBe('caseIsClosed')
    expect(answerTo(onWall, aside(secretary, '2026-06-17', 'appeal'), small)).toBe('caseIsOpen')
    expect(answerTo(closed, aside(clerk, '2026-06-17', 'appeal'), small)).toBe('mustBeAnother')
    const twice = walk(
      closed,
      [aside(secretary, '2026-06-17', 'appeal'), aside(secretary, '2026-06-18', 'appeal')],
      small,
    )
    expect(answerTo(twice, aside(secretary, '2026-06-19', 'appeal'), small)).toBe('onlyOnce')
  })
  it('no extension where there is nothing due', () =>
    expect(tryMove(second, aside(clerk, '2026-06-03', 'more', { days: 1 }), small)).toMatchObject({
      refusal: 'notNow',
      says: '这一步没有期限，不用延期。',
    }))
  it('an aside opens a case elsewhere whose id it knows', () => {
    const found = walk(spoken, [aside(clerk, on, 'child', { reason: '另一件' })], small)
    expect(found.pending).toMatchObject([
      { kind: 'open', workflow: 'request', carry: { title: '墙上掉灰', reason: '另一件' } },
    ])
    expect(found.log.at(-1)?.effect.child).toBe(found.children[0].id)
  })
  it('a form that is not whole is refused with the first sentence and all problems', () => {
    expect(
      tryMove(spoken, { by: clerk, on, outcome: 'go', exactly: { boardOn: '6月', slipsIn: 1 } }, small),
    ).toMatchObject({
      refusal: 'badForm',
      detail: { problems: [{ field: 'boardOn' }, { field: '' }] },
    })
  })
  it('whyNot says the same before any form is looked at', () => {
    const world = aWorld({ today: '2026-06-15' })
    expect(whyNot(small, onWall, { outcome: 'yes' }, secretary, world)?.refusal).toBe('tooEarly')
    expect(whyNot(small, onWall, {}, clerk, world)?.refusal).toBe('mustBeAnother')
    expect(whyNot(small, onWall, { aside: 'nothing' }, clerk, world)?.refusal).toBe('noSuchOutcome')
    expect(whyNot(small, { ...onWall, step: 'closed' }, {}, clerk, world)?.refusal).toBe('caseIsClosed')
    expect(whyNot(small, onWall, { outcome: 'yes' }, secretary, aWorld({ today: '2026-06-16' }))).toBeUndefined()
  })
})

it('every refusal has its sentence in Chinese', () => {
  for (const name of refusalNames) expect(refuse(name).says).toMatch(/^\p{Script=Han}.*[。]$/u)
})
