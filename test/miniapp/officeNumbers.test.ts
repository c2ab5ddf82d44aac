import { describe, expect, it } from 'vitest'
import { guideErrors, guideOf, typedGuide } from '../../miniapp/src/office/guides/guideForm'
import {
  isUnchanged,
  limitWords,
  type SettingView,
  sentAs,
  typedOf,
  whereWords,
  wrongIn,
} from '../../miniapp/src/office/settings/edits'

const display: SettingView = {
  ...{ name: 'displayDays', title: '公示天数', says: '公示天数', source: '组织法第三十五条', standing: 'law' },
  ...{ about: 'notice', unit: 'day', value: 20, setAt: 'township', inherited: 15, default: 15, atLeast: 15 },
  mayChange: true,
}
const sessions: SettingView = { ...display, name: 'sessionDays', title: '说事日', unit: 'monthDays', value: [10, 20] }

describe('规则和期限 in its form', () => {
  it('days of the month are typed as people write them, and sent in order, each once', () => {
    expect(typedOf(sessions, [10, 20])).toBe('10、20')
    for (const text of ['20、10', '10 20 10', '10日，20日', '１０、２０'])
      expect(sentAs(sessions, text)).toEqual([10, 20])
    expect(sentAs(sessions, '')).toEqual([])
  })

  it('what holds already is no change; going back to what is above always is one', () => {
    expect(isUnchanged(display, 20)).toBe(true)
    expect(isUnchanged(display, 15)).toBe(false)
    expect(isUnchanged(display, null)).toBe(false)
    expect(isUnchanged(sessions, '10、20')).toBe(true)
  })

  it('what the server would refuse is said at its field before it is sent', () => {
    expect(wrongIn([display, sessions], { displayDays: 14, sessionDays: '40' })).toEqual([
      { id: 'set-displayDays', says: '“公示天数”不能少于15天。依据是组织法第三十五条。请填15天或更多。' },
      { id: 'set-sessionDays', says: '“说事日”填1到28，每个月都有的日子。' },
    ])
    expect(wrongIn([display], { displayDays: undefined })[0].says).toContain('要填整数')
    expect(wrongIn([{ ...display, unit: 'fen' }], { displayDays: '五万' })[0].says).toContain('要填金额')
    expect(wrongIn([display], { displayDays: null })).toEqual([])
  })

  it('says the limit and where the number was set', () => {
    expect(limitWords(display)).toBe('规定不能少于15天')
    expect(limitWords({ ...display, atLeast: 1, atMost: 15, standing: 'ours' })).toBe('不能超过15天')
    expect(limitWords({ ...display, unit: 'share', atLeast: undefined, floor: [1, 2] })).toBe('规定不能低于半数')
    expect([whereWords(display), whereWords({ setAt: 'default' })]).toEqual(['镇里定的', ''])
  })
})

describe('a guide in its form', () => {
  const guide = {
    ...{ id: 'stamp', title: '开证明', who: '本村村民', papers: ['身份证', '户口本'], steps: ['到村里来'] },
    ...{ time: '当天', fee: '不收钱', where: '村委会一楼' },
  }

  it('has papers and steps one a line, and comes out as it went in', () => {
    expect(typedGuide(guide).papers).toBe('身份证\n户口本')
    expect(guideOf('stamp', typedGuide(guide))).toEqual(guide)
    expect(guideOf('x', { papers: ' 身份证 \n\n户口本\n', basis: ' ' }).papers).toEqual(['身份证', '户口本'])
  })

  it('says at each field what is missing, and in which line something is too long', () => {
    expect(guideErrors({})).toEqual({
      ...{ title: '请填写办什么事。', who: '请填写谁能办。', time: '请填写几天办好。' },
      ...{ fee: '请填写收不收钱。', where: '请填写到哪里办、找谁。' },
    })
    const long = { ...typedGuide(guide), papers: `身份证\n${'长'.repeat(61)}`, steps: 'a\n'.repeat(21) }
    expect(guideErrors(long)).toEqual({
      papers: '第2行：一样最多60个字，请写短一点。',
      steps: '最多写20步，请合并。',
    })
  })
})
