import { type SettingName, settings } from '@shared/schemas/settings'
import { settingProblem, settingWords } from '@shared/settingWords'
import { workflows } from '@shared/workflows'
import { boundsOf } from '@shared/workflows/bounds'
import { describe, expect, it } from 'vitest'

const problem = (name: SettingName, value: unknown) => settingProblem({ ...settings[name], ...boundsOf(name) }, value)
const names = Object.keys(settings) as SettingName[]

describe('what a rule lets a setting be', () => {
  it('is found wherever a definition uses it: spans, lapses, displays and shares', () => {
    expect(boundsOf('displayDays')).toEqual({ atLeast: 15 })
    expect(boundsOf('majorFinanceDays')).toEqual({ atMost: 5 })
    expect(boundsOf('townshipAnswerDays')).toEqual({ atMost: 20 })
    expect(boundsOf('objectionDays')).toEqual({ atLeast: 1, atMost: 15 })
    expect(boundsOf('partyQuorum')).toEqual({ floor: [1, 2] })
    expect(boundsOf('noticeDays')).toEqual({ atLeast: 3 })
    expect(boundsOf('legalityAbove')).toEqual({})
  })

  it('is the narrowest of all that use it, in tiers as in spans', () => {
    const [first] = workflows
    const [step] = first.steps
    const days = (atLeast: number, atMost: number) => ({ days: { setting: 'handleDays', atLeast, atMost } })
    const amount = { setting: 'handleDays', atMost: 25 }
    const next = { done: { field: 'budget', tiers: [{ upTo: amount, to: 'closed' }], above: 'closed' } }
    const other = {
      ...first,
      asides: [],
      steps: [{ ...step, due: days(2, 30), notBefore: days(5, 40), next }] as const,
    }
    expect(boundsOf('handleDays', [other])).toEqual({ atLeast: 5, atMost: 25 })
    expect(boundsOf('handleDays', [])).toEqual({})
  })

  it('names settings that there are, and holds each default', () => {
    const used = JSON.stringify(workflows).matchAll(/"setting":"(\w+)"/g)
    for (const [, name] of used) expect(names).toContain(name)
    for (const name of names) expect(problem(name, settings[name].value), name).toBeUndefined()
  })
})

describe('a value', () => {
  it('under the law’s floor is refused with the law’s words: 公示14天', () => {
    expect(problem('displayDays', 14)).toBe(
      '“公示天数”不能少于15天。依据是村民委员会组织法（2025）第三十五条。请填15天或更多。',
    )
    expect(problem('displayDays', 15)).toBeUndefined()
    expect(problem('noticeDays', 2)).toContain('不能少于3天')
  })

  it('over the law’s ceiling too: 重大财务事项6天', () => {
    expect(problem('majorFinanceDays', 6)).toContain('不能超过5天。依据是浙江省农村集体资产管理条例第二十五条。')
    expect(problem('majorFinanceDays', 5)).toBeUndefined()
    expect(problem('townshipAnswerDays', 21)).toContain('不能超过20天')
  })

  it('of days is a whole number from 1 to a year', () => {
    for (const wrong of [0, -1, 1.5, 367, 1e300, Number.NaN, '7', [7], [], {}, undefined])
      expect(problem('handleDays', wrong), String(wrong)).toMatch(/“村里办理”/)
    for (const fine of [1, 366]) expect(problem('handleDays', fine)).toBeUndefined()
  })

  it('of a share is two whole numbers, at most all, at least half for 党员大会', () => {
    for (const wrong of [
      [1, 3],
      [49, 100],
      [3, 2],
      [0, 2],
      [-1, -2],
      [1, 0],
      [2],
      [1, 2, 3],
      [0.5, 1],
      [2, 300],
      2,
      'x',
    ])
      expect(problem('partyQuorum', wrong), String(wrong)).toMatch(/“党员大会到会比例”/)
    expect(problem('partyQuorum', [1, 3])).toContain('不能低于半数。依据是党支部工作条例第十一条')
    for (const fine of [
      [1, 2],
      [2, 3],
      [4, 5],
      [1, 1],
      [51, 100],
    ])
      expect(problem('partyQuorum', fine)).toBeUndefined()
  })

  it('of 说事日 is days from 1 to 28, in order, each once, at least one', () => {
    for (const wrong of [[], [0], [29], [20, 10], [10, 10], [1.5], 10, null])
      expect(problem('sessionDays', wrong), String(wrong)).toMatch(/“说事日”/)
    for (const fine of [[1], [28], [5, 15, 25]]) expect(problem('sessionDays', fine)).toBeUndefined()
  })

  it('of money is whole fen from nothing on; of bodies one or two', () => {
    for (const wrong of [-1, 0.5, 1e15, [1]]) expect(problem('legalityAbove', wrong)).toMatch(/要填金额/)
    expect(problem('legalityAbove', 0)).toBeUndefined()
    for (const wrong of [0, 3, 1.5, [1]]) expect(problem('financeBodies', wrong)).toMatch(/1个机构或2个机构/)
  })

  it('is said in words people use', () => {
    expect(settingWords('day', 15)).toBe('15天')
    expect(settingWords('workday', 3)).toBe('3个工作日')
    expect(settingWords('fen', 5_000_000)).toBe('50,000元')
    expect(settingWords('fen', 150)).toBe('1.50元')
    expect(settingWords('share', [2, 3])).toBe('三分之二以上')
    expect(settingWords('share', [1, 2])).toBe('半数以上')
    expect(settingWords('share', [1, 1])).toBe('全部')
    expect(settingWords('monthDays', [10, 20])).toBe('每月10日、20日')
  })
})
