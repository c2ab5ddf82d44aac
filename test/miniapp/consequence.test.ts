import { settingsWith } from '@shared/schemas/settings'
import { objection } from '@shared/workflows/asking'
import { matterOfRepresentatives } from '@shared/workflows/matter'
import { correction, notice } from '@shared/workflows/notice'
import { request } from '@shared/workflows/request'
import { describe, expect, it } from 'vitest'
import { ofAside, ofStep, whereTo } from '../../miniapp/src/office/act/consequence'

const settings = settingsWith()
const step = (workflow: typeof request, id: string) => workflow.steps.find((s) => s.id === id)!
const tally = (present: number, yes: number, no: number) => ({
  ...{ eligible: 38, all: 38, present, rollHash: '' },
  ...{ for: yes, against: no, abstain: present - yes - no },
})

describe('what pressing the button will do', () => {
  it('a meeting: the dialog repeats the count and says what comes', () => {
    const will = ofStep(
      matterOfRepresentatives,
      step(matterOfRepresentatives, 'resolution'),
      { tally: tally(30, 20, 6) },
      {},
      settings,
    )
    expect(will?.stamps).toBe(true)
    expect(will?.ask?.title).toBe('落印后就不能改了')
    expect(will?.ask?.lines).toEqual([
      '实到30人，同意20，反对6，弃权4。',
      '村民代表会议决议通过。',
      '接着：决议公开（报账员）。',
    ])
  })

  it('a meeting that fails ends the case, and says so before the stamp', () => {
    const will = ofStep(
      matterOfRepresentatives,
      step(matterOfRepresentatives, 'resolution'),
      { tally: tally(30, 15, 15) },
      {},
      settings,
    )
    expect(will?.ask?.lines.slice(1)).toEqual(['村民代表会议决议没有通过。', '这件事到此结束。'])
  })

  it('a meeting whose votes don’t add up isn’t asked about', () => {
    const will = ofStep(
      matterOfRepresentatives,
      step(matterOfRepresentatives, 'resolution'),
      { tally: { ...tally(30, 20, 6), abstain: 3 } },
      {},
      settings,
    )
    expect(will).toMatchObject({ stamps: true, button: '落印' })
    expect(will?.ask).toBeUndefined()
  })

  it('posting starts a display of at least fifteen days', () => {
    const will = ofStep(notice, step(notice, 'posting'), { outcome: 'posted' }, {}, settings)
    expect(will?.button).toBe('落印并公开')
    expect(will?.ask?.lines.at(-1)).toContain('公示至少15天')
  })

  it('posting a correction says what becomes of the old one', () => {
    const will = ofStep(correction, step(correction, 'posting'), { outcome: 'posted' }, {}, settings)
    expect(will?.ask?.lines.at(-1)).toContain('原来那一份会标明“已经更正”')
  })

  it('an answer goes to whoever asked', () => {
    expect(whereTo(objection, step(objection, 'villageAnswer'), 'answered', {})).toBe('接着：说清楚了吗（提问的人）')
    expect(whereTo(notice, step(notice, 'submission'), 'collective', {})).toBe('接着：监事会审核')
  })

  it('a note of progress stays in its step: no stamp, no question', () => {
    expect(ofStep(request, step(request, 'handling'), { outcome: 'progress' }, {})).toEqual({
      stamps: false,
      button: '记进展',
    })
  })

  it('督办, 撤回 and money are asked once more; an opinion isn’t', () => {
    const aside = (id: string) => [...request.asides, ...matterOfRepresentatives.asides].find((a) => a.id === id)!
    expect(ofAside(aside('urge'), { replyBy: '2026-06-12' }).ask?.lines[1]).toBe('请村里在6月12日前答复。')
    expect(ofAside(aside('withdraw'), {}).ask).toBeDefined()
    expect(ofAside(aside('spend'), { amount: 1_234_500, purpose: '水泥' }).ask?.lines[0]).toBe('用12,345.00元，水泥。')
    expect(ofAside(aside('opinion'), {}).ask).toBeUndefined()
  })

  it('a budget above the village’s line goes to the township first', () => {
    const deliberation = step(matterOfRepresentatives, 'deliberation')
    const goes = (budget: number) => whereTo(matterOfRepresentatives, deliberation, 'passed', { budget }, settings)
    expect(goes(50_000_000)).toBe('接着：党员大会审议（村书记）')
    expect(goes(50_000_001)).toBe('接着：镇里审查程序')
  })
})
