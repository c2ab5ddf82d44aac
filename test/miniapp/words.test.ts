import { periodName, periodWords } from '@shared/period'
import type { CardView } from '@shared/schemas/views'
import { describe, expect, it } from 'vitest'
import { miniSteps } from '../../miniapp/src/miniSteps'
import { personalDataIn } from '../../miniapp/src/pages/raise/personalData'
import {
  caseChip,
  cutOffWords,
  dayWords,
  displayChip,
  instantWords,
  lateWords,
  monthDay,
  nearDay,
  savedWords,
  timeWords,
} from '../../miniapp/src/words'

const today = '2026-06-08'

describe('words that age are worked out on the day on which they are read', () => {
  it.each([
    ['2026-06-20', 'dai', '公示还剩12天'],
    ['2026-06-10', 'dai', '公示还剩2天'],
    ['2026-06-09', 'zhe', '公示明天结束'],
    ['2026-06-08', 'zhe', '公示今天结束'],
    ['2026-06-07', 'song', '公示期满'],
  ])('a display until %s is %s: %s', (until, kind, words) =>
    expect(displayChip(until, today)).toMatchObject({ kind, words }),
  )

  it.each([
    ['2026-06-08', '今天'],
    ['2026-06-09', '明天'],
    ['2026-06-10', '后天'],
    ['2026-06-11', '6月11日'],
    ['2026-06-07', '昨天'],
  ])('%s is %s', (day, words) => expect(nearDay(day, today)).toBe(words))

  it('says the year only where it is another', () => {
    expect(monthDay('2027-01-02', today)).toBe('2027年1月2日')
    expect(monthDay('2026-12-31', today)).toBe('12月31日')
    expect(dayWords('2026-06-10', today)).toBe('6月10日 星期三')
  })

  it('is late from the day after, not on the day', () => {
    expect(lateWords('2026-06-08', today)).toBeUndefined()
    expect(lateWords('2026-06-07', today)).toBe('逾期1天')
    expect(lateWords(undefined, today)).toBeUndefined()
  })

  it('tells instants in China time, also at the turn of the day', () => {
    expect(instantWords('2026-06-07T16:20:00Z', today)).toBe('6月8日 00:20')
    expect(savedWords('2026-06-08T00:12:00Z', today)).toBe('没有网络。先看今天8:12存下来的。')
    expect(savedWords('2026-06-07T15:59:00Z', today)).toContain('昨天23:59')
  })

  it.each([
    ['00:10', '凌晨0:10'],
    ['08:30', '上午8:30'],
    ['12:00', '中午12:00'],
    ['18:00', '晚上6:00'],
  ])('%s is %s', (time, words) => expect(timeWords(time)).toBe(words))

  it('names a cut-off and a period', () => {
    expect(cutOffWords('2026-06-09T18:00', today)).toBe('明天18:00前')
    expect(['2026-05', '2026-Q2', '2026-H2', '2026'].map(periodWords)).toEqual(['5月', '2季度', '下半年', '2026年'])
    expect(['2026-05', '2026', '@2026-05-03'].map(periodName)).toEqual(['2026年5月', '2026年', '2026年5月3日'])
  })
})

const card = (more: Partial<CardView>): CardView => ({
  ...{ id: 'c1', title: '晒谷场三盏路灯不亮', mark: '说', step: 'handling', seal: '办', on: '2026-05-17', n: 3 },
  ...more,
})

describe('where a case stands', () => {
  it.each<[Partial<CardView>, boolean, string]>([
    [{ step: 'acknowledgement', due: '2026-06-08' }, true, '等村里答复'],
    [{ step: 'hearing', due: '2026-06-10' }, false, '10日说事日听'],
    [{ step: 'hearing', due: '2026-06-07' }, false, '逾期1天'],
    [{ step: 'handling', due: '2026-06-06' }, false, '办理逾期2天'],
    [{ step: 'rating', due: '2026-06-12' }, true, '等您评价'],
    [{ step: 'rating', due: '2026-06-12' }, false, '等说事人评价'],
    [{ step: 'closed', outcome: 'declined' }, false, '不受理'],
    [{ step: 'closed', outcome: 'undisputed' }, false, '不受理'],
    [{ step: 'closed', outcome: 'upheld' }, true, '不受理'],
    [{ step: 'closed', outcome: 'merged' }, true, '并到一件办'],
    [{ step: 'declined', due: '2026-06-01' }, true, '等您看理由'],
    [{ step: 'declined', due: '2026-06-01' }, false, '不受理'],
    [{ step: 'countyHandling', due: '2026-06-08' }, false, '县里在办'],
    [{ step: 'countyHandling', due: '2026-06-07' }, false, '办理逾期1天'],
    [{ step: 'consultation', due: '2026-06-12' }, false, '正在协商'],
    [{ step: 'closed', outcome: 'notHeld', mark: '会' }, false, '没有开成'],
    [{ step: 'closed', outcome: 'silent' }, false, '已办结，没评价'],
    [{ step: 'decisionDisplay', until: '2026-06-20' }, false, '决议公示还剩12天'],
    [{ step: 'aStepOfTomorrow' }, false, '正在办'],
    [{ step: 'villageAnswer', due: '2026-06-08', mark: '问' }, false, '等村里答复'],
    [{ step: 'villageAnswer', due: '2026-06-07', mark: '问' }, false, '逾期1天'],
    [{ step: 'heard', due: '2026-06-01', mark: '问' }, true, '等您看答复'],
    [{ step: 'told', due: '2026-06-01', mark: '询' }, false, '已经答复'],
    [{ step: 'closed', outcome: 'unsatisfied', mark: '问' }, false, '没有说清楚'],
    [{ step: 'closed', outcome: 'silent', mark: '质' }, false, '已经答复'],
    [{ step: 'closed', outcome: 'superseded', mark: '公' }, false, '已经更正'],
  ])('%o (mine: %s) is %s', (more, mine, words) => expect(caseChip(card(more), today, mine).words).toBe(words))

  it('never counts a rating that is not given as late', () =>
    expect(miniSteps(card({ step: 'rating', seal: '评', due: '2026-06-01' }), today).steps.at(-1)?.state).toBe('now'))

  it('stamps what is behind it, and nothing ahead', () => {
    const states = (more: Partial<CardView>) => miniSteps(card(more), today).steps.map((s) => `${s.char}${s.state}`)
    expect(states({ due: '2026-06-06' })).toEqual(['说done', '议done', '办late', '评todo'])
    expect(states({ step: 'closed', seal: undefined, outcome: 'satisfied' }).every((s) => s.endsWith('done'))).toBe(
      true,
    )
    expect(states({ step: 'closed', seal: undefined, outcome: 'withdrawn' })).toEqual([
      '说done',
      '议todo',
      '办todo',
      '评todo',
    ])
    // silence is no yes: nobody has stamped it
    const silent = { step: 'closed', seal: undefined, outcome: 'silent' }
    expect(states(silent)).toEqual(['说done', '议done', '办done', '评todo'])
    expect(caseChip(card(silent), today, false).kind).toBe('hui')
    for (const outcome of ['declined', 'accepted', 'undisputed', 'upheld'])
      expect(states({ step: 'closed', seal: undefined, outcome }).slice(0, 3)).toEqual(['说done', '议done', '办todo'])
    expect(states({ step: 'closed', seal: undefined, outcome: 'merged' }).slice(0, 2)).toEqual(['说done', '议todo'])
  })

  it('a refusal stands in the strip while its opener may still say no to it', () =>
    expect(
      miniSteps(card({ step: 'declined', seal: '答', due: '2026-06-12' }), today).steps.map((s) => s.char + s.state),
    ).toEqual(['说done', '议done', '答now']))

  it("shows the township's look at the law only while it lasts", () => {
    const chars = (seal: string) =>
      miniSteps(card({ mark: '议', step: 'x', seal }), today)
        .steps.map((s) => s.char)
        .join('')
    expect(chars('核')).toBe('提商核审决公施果')
    expect(chars('审')).toBe('提商审决公施果')
  })
})

describe('personal data in what someone is about to send', () => {
  it.each([
    ['我电话13812345678', ['手机号']],
    ['电话 138 1234 5678', ['手机号']],
    ['电话１３８１２３４５６７８', ['手机号']],
    ['身份证330327195001011234', ['身份证号']],
    ['身份证11010519491231002X', ['身份证号']],
    ['坏了3 13812345678', ['手机号']],
    ['路灯编号20260608001，坏了3天', []],
    ['修路花了128460.00元', []],
  ])('%s', (text, found) => expect(personalDataIn(text)).toEqual(found))
})
