import { neverPublished, type PersonalKind, personalKinds } from '@shared/personalData'
import { type PersonalFindings, personalDataFacts } from '@shared/rules/personalDataFacts'
import { describe, expect, it } from 'vitest'
import { type Given, judge, remarks, says } from './judging'

const found = (kinds: readonly PersonalKind[], unreadable: readonly string[] = []): PersonalFindings => ({
  findings: kinds.map((kind) => ({ kind, where: '“内容”里' })),
  unreadable,
  unscanned: [],
})
const given = (personalData: PersonalFindings, more: Partial<Given> = {}): Given => ({
  facts: { personalData },
  ...more,
})
const kinds = Object.keys(personalKinds) as PersonalKind[]
const overridable = kinds.filter((k) => !neverPublished.includes(k))

describe.each(['personalDataNoted', 'ownWordsNoted'] as const)('%s: while it is written', (fact) => {
  it('what was not found stops nothing and remarks nothing', () => expect(judge(fact, given(found([])))).toEqual({}))
  it.each(neverPublished)('%s is refused at once, with the place and what to do', (kind) => {
    expect(says(fact, given(found([kind])))).toBe(
      `“内容”里有${personalKinds[kind]}。这些不能公开，请先遮住或删掉，再提交。`,
    )
    expect(judge(fact, given(found([kind]))).refused?.detail).toMatchObject({
      findings: [{ kind, where: '“内容”里', never: true }],
    })
  })
  it.each(overridable)('%s is pointed at and stops nothing', (kind) => {
    expect(judge(fact, given(found([kind]))).refused).toBeUndefined()
    expect(remarks(fact, given(found([kind])))).toEqual([`“内容”里有${personalKinds[kind]}，请核对。`])
  })
})

describe('a paper that nobody had looked into', () => {
  const unscanned = given({ ...found([]), unscanned: ['《名单.xlsx》'] })
  it('isn’t taken; what to do is said', () =>
    expect(says('personalDataNoted', unscanned)).toBe('附件《名单.xlsx》还没有查过个人信息，请删掉再加一次。'))
})

describe('reasonIsClear: why something is taken down', () => {
  it('is public, so it names nobody and nothing personal', () => {
    expect(says('reasonIsClear', given(found([])))).toBe('fine')
    expect(says('reasonIsClear', given(found(['mobile'])))).toContain('请不要写个人信息')
  })
})

describe('personalDataClear: whoever lets it pass', () => {
  it.each(neverPublished)('%s passes for no reason whatever', (kind) => {
    const reason = { outcome: 'agreed', form: { override: '编号而已', checkedByEye: true } }
    expect(says('personalDataClear', given(found([kind]), reason))).toContain('这些不能公开')
  })
  it.each(overridable)('%s passes with a reason in the log, not without', (kind) => {
    expect(says('personalDataClear', given(found([kind]), { outcome: 'agreed' }))).toContain('请写明理由')
    const reason = { outcome: 'agreed', form: { override: '村委会对外公布的电话' } }
    expect(says('personalDataClear', given(found([kind]), reason))).toBe('fine')
  })
  it('a picture passes once someone has looked at it', () => {
    const picture = found([], ['《现场.png》'])
    expect(says('personalDataClear', given(picture, { outcome: 'agreed' }))).toBe(
      '《现场.png》是图片或没有文字，系统看不出有没有个人信息。请逐个看过，再勾“已经人工核对”。',
    )
    expect(says('personalDataClear', given(picture, { outcome: 'agreed', form: { checkedByEye: true } }))).toBe('fine')
  })
  it('a tick is no reason and a reason is no tick', () => {
    const both = found(['mobile'], ['《现场.png》'])
    expect(says('personalDataClear', given(both, { outcome: 'agreed', form: { checkedByEye: true } }))).toContain(
      '手机号',
    )
    expect(says('personalDataClear', given(both, { outcome: 'agreed', form: { override: '值班电话' } }))).toContain(
      '《现场.png》',
    )
  })
  it.each(['escalated', 'answered'])('%s lets pass as agreed does', (outcome) =>
    expect(says('personalDataClear', given(found(['mobile']), { outcome }))).toContain('手机号'),
  )
  it('sending back needs no reason', () =>
    expect(judge('personalDataClear', given(found(['idNumber']), { outcome: 'returned' }))).toEqual({}))
  it('three places are named, the rest counted', () => {
    const five = given(found(['mobile', 'email', 'address', 'mobile', 'mobile']), { outcome: 'agreed' })
    expect(says('personalDataClear', five)).toContain('还有2处')
  })
})

describe('personalDataCleared: as it is posted', () => {
  const opened = { step: 'open', values: {} }
  const sent = { step: 'submission', outcome: 'finance', values: {} }
  const agreed = (values: Record<string, unknown>) => ({ step: 'financeReview', outcome: 'agreed', values })
  it('a reason that a reviewer gave holds', () => {
    const log = [opened, sent, agreed({ override: '值班电话' })]
    expect(says('personalDataCleared', given(found(['mobile']), { log }))).toBe('fine')
    expect(says('personalDataCleared', given(found(['mobile']), { log: [opened, sent, agreed({})] }))).toContain(
      '手机号',
    )
  })
  it('until the content is written anew', () => {
    const log = [opened, sent, agreed({ override: '值班电话' }), { step: 'revision', outcome: 'finance', values: {} }]
    expect(says('personalDataCleared', given(found(['mobile']), { log }))).toContain('手机号')
    expect(
      says('personalDataCleared', given(found(['mobile']), { log: [...log, agreed({ override: '值班电话' })] })),
    ).toBe('fine')
  })
  it('so does a tick; an ID number is stopped here too, whatever was said before', () => {
    const log = [opened, sent, agreed({ override: '编号', checkedByEye: true })]
    expect(says('personalDataCleared', given(found([], ['《扫描件.pdf》']), { log }))).toBe('fine')
    expect(says('personalDataCleared', given(found(['idNumber']), { log }))).toContain('这些不能公开')
  })
})

describe('ownWordsClear', () => {
  it('what is published as it is written has nothing in it, or a reason why it isn’t personal', () => {
    const personalData = { findings: [{ kind: 'mobile', where: '“商量的结果”里' }], unreadable: [], unscanned: [] }
    expect(says('ownWordsClear', { facts: { personalData } })).toContain('商量的结果')
    expect(says('ownWordsClear', { facts: { personalData }, form: { override: '是村里的值班电话' } })).toBe('fine')
    const never = { ...personalData, findings: [{ kind: 'idNumber', where: '“商量的结果”里' }] }
    expect(says('ownWordsClear', { facts: { personalData: never }, form: { override: '是编号' } })).toContain(
      '不能公开',
    )
    expect(says('ownWordsClear', {})).toBe('fine')
  })
})

it('each of the six is judged here', () =>
  expect(Object.keys(personalDataFacts).sort()).toEqual([
    'ownWordsClear',
    'ownWordsNoted',
    'personalDataClear',
    'personalDataCleared',
    'personalDataNoted',
    'reasonIsClear',
  ]))
