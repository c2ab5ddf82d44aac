import { settingsWith } from '@shared/schemas/settings'
import type { CaseView, EntryView } from '@shared/schemas/views'
import { objection } from '@shared/workflows/asking'
import { matterOfRepresentatives } from '@shared/workflows/matter'
import { correction, notice } from '@shared/workflows/notice'
import { interview, supervision } from '@shared/workflows/oversight'
import { request } from '@shared/workflows/request'
import { describe, expect, it } from 'vitest'
import { ofAside, ofStep, whereTo } from '../../miniapp/src/office/act/consequence'
import { nextWords } from '../../miniapp/src/office/act/nextWords'
import { fieldsFor } from '../../miniapp/src/office/form/fieldsFor'

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
    expect(will?.ask?.lines.slice(1)).toEqual([
      '村民代表会议决议没有通过。',
      '这件事到此结束。',
      '以后可以再提一次，会写明是接着这一件。',
    ])
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

  it('约谈 and 提级 repeat what was chosen; 催办 and 包案 only say what they do', () => {
    const aside = (id: string) => request.asides.find((a) => a.id === id)!
    const summons = { summoned: 'both', meetOn: '2026-06-12', meetAt: '09:00', meetPlace: '镇政府' }
    expect(ofAside(aside('summon'), summons).ask?.lines[0]).toBe('约谈书记和主任，6月12日09:00，在镇政府。')
    const raised = ofAside(aside('raiseLevel'), { to: 'townshipHandling' })
    expect([raised.button, raised.ask?.lines[0]]).toEqual(['提级：镇里办', '提到：镇里办。'])
    for (const id of ['nudge', 'takeOver', 'inspection']) expect(ofAside(aside(id), {}).ask).toBeUndefined()
    expect(ofAside(aside('nudge'), {}).button).toBe('发催办')
  })
  it('an answered 督办单 is accepted or sent back, with the day by which it is answered again', () => {
    const check = step(supervision, 'check')
    const lines = (outcome: string, values = {}) => ofStep(supervision, check, { outcome }, values)?.ask?.lines
    expect(lines('accepted')).toContain('这张督办单销号，怎么答复、怎么核对的都还在。')
    expect(lines('sentBack', { replyAgainBy: '2026-06-20' })).toContain('请村里在6月20日前再答复一次。')
    const asked = (outcome: string) =>
      fieldsFor('supervisionCheck', outcome).map(({ name, optional }) => [name, !!optional])
    expect(asked('accepted')).toEqual([['finding', false]])
    expect(asked('sentBack')).toEqual([
      ['finding', false],
      ['replyAgainBy', false],
    ])
  })
  it('what was promised in an interview is open, what was said isn’t', () => {
    const will = ofStep(interview, step(interview, 'talk'), { outcome: 'held' }, { finishBy: '2026-06-30' })
    expect(will?.ask?.lines).toEqual(
      expect.arrayContaining([
        '村里要在6月30日前做到，做到了来报告。',
        '答应做什么，大家看得到；谈了什么，只有村里和镇里看。',
      ]),
    )
  })
  it('督办, 撤回 and money are asked once more; an opinion isn’t', () => {
    const aside = (id: string) => [...request.asides, ...matterOfRepresentatives.asides].find((a) => a.id === id)!
    expect(ofAside(aside('urge'), { replyBy: '2026-06-12' }).ask?.lines[1]).toBe('请村里在6月12日前答复，您再核对。')
    expect(ofAside(aside('withdraw'), {}).ask).toBeDefined()
    expect(ofAside(aside('spend'), { amount: 1_234_500, purpose: '水泥' }).ask).toMatchObject({
      title: '从决议里扣12,345.00元',
      lines: ['水泥。', '会开一件财务审核，从签字到入账一步步走。', '没有通过，钱退回决议。'],
    })
    expect(ofAside(aside('sendBack'), { to: 'deliberation' }).ask?.lines[0]).toBe('退回到：“两委”会商议。')
    expect(ofAside(aside('opinion'), {}).ask).toBeUndefined()
  })

  const aside = (id: string) => request.asides.find((a) => a.id === id)!
  const triage = (outcome: string, values: Record<string, unknown>, told = {}) =>
    ofStep(request, step(request, 'hearing'), { outcome }, values, settings, told)?.ask?.lines

  it('merging is asked once more, by the number of the other', () => {
    expect(ofAside(aside('merge'), {}).ask).toBeUndefined()
    const into = { number: '东溪-说-2026-0012', title: '三组路灯不亮' }
    const will = ofAside(aside('merge'), {}, { into })
    expect(will).toMatchObject({ stamps: false, hint: '并到东溪-说-2026-0012，这一件不再单独办，说事人看得到。' })
    expect(will.ask?.lines[0]).toBe('并到东溪-说-2026-0012：三组路灯不亮。')
  })

  it('handing over says who answers for it until it is taken', () => {
    expect(ofAside(aside('handOver'), {}, { named: '柯春燕', keeper: '您' }).hint).toBe(
      '交给柯春燕，他接手以前还是您负责。',
    )
    expect(ofAside(aside('handOver'), {}).hint).toBeUndefined()
  })

  it('an extension says both days, and over the end of a month', () => {
    const hint = (days: number, dueOn: string) => ofAside(aside('extend'), { days }, { dueOn }).hint
    expect(hint(4, '2026-06-11')).toContain('延到6月15日（原来6月11日），会告诉说事人。')
    expect(hint(7, '2026-06-28')).toContain('延到7月5日')
  })

  it('waiting for the villager has an end, which is the village’s own', () => {
    const hint = (told: object) => ofAside(aside('askVillager'), {}, told).hint
    expect(hint({ settings })).toBe('等说事人补充，最多等15天，这几天不算期限。')
    expect(hint({ settings: { supplementDays: 10 } })).toContain('最多等10天')
    // not known without network: no figure is better than a wrong one
    expect(hint({})).toBe('等说事人补充，这几天不算期限。')
  })

  it('不予受理 says what the villager can do about it, 暂不能解决 when it comes back', () => {
    expect(triage('declined', {}, { settings })).toContain('他不同意，7天内可以请镇里看该不该受理。')
    expect(triage('plan', { returnsOn: '2026-09-01' })).toContain('到9月1日，它自己回到说事日，说事人看得到分几步。')
    expect(triage('handle', {}, { named: '柯春燕', keeper: '您' })).toContain('请柯春燕办。他接手以前还是您负责。')
  })

  it('what a consultation came to is published: said before the stamp', () => {
    const will = ofStep(request, step(request, 'consultation'), { outcome: 'agreed' }, {}, settings)
    expect(will?.ask?.lines.at(-1)).toBe('商量的结果会公开到村务栏，不写是谁提的。')
  })

  it('a budget above the village’s line goes to the township first', () => {
    const deliberation = step(matterOfRepresentatives, 'deliberation')
    const goes = (budget: number) => whereTo(matterOfRepresentatives, deliberation, 'passed', { budget }, settings)
    expect(goes(50_000_000)).toBe('接着：党员大会审议（村书记）')
    expect(goes(50_000_001)).toBe('接着：镇里审查程序')
  })
})

describe('what is said once it stands on record', () => {
  const said = (entry: Partial<EntryView>, view: Partial<CaseView> = {}) =>
    nextWords(
      {
        links: { children: [], merged: [] },
        path: [{ title: '村里办理', state: 'now' }],
        ...view,
      } as unknown as CaseView,
      { step: 'handling', effect: {}, ...entry } as EntryView,
      '2026-06-10',
    )
  it('a step leads on, or stays, or ends it', () => {
    expect(said({ step: 'hearing', effect: { to: 'handling' } })).toBe('接着：村里办理。')
    expect(said({ effect: { to: 'handling' } })).toBe('还在这一步，可以接着再记。')
    expect(said({ step: 'rating', effect: { to: 'closed' } }, { closedOn: '2026-06-10' })).toBe('这件事办结了。')
  })
  it('an act beside it says what it changed, and nothing where it changed nothing', () => {
    expect(said({ aside: 'extend' }, { dueOn: '2026-06-15' })).toBe('现在的期限是6月15日。')
    expect(said({ aside: 'handOver' }, { offered: '村委会主任 阮海生' })).toBe('等村委会主任 阮海生接手。')
    expect(said({ aside: 'opinion' })).toBe('')
    expect(said({ aside: 'inspection' }, { closedOn: '2026-06-01' })).toBe('')
  })
  it('what was merged isn’t over: it goes on in the other', () => {
    const into = {
      id: 'c1',
      workflow: 'request',
      title: '路灯',
      number: '东溪说-2026-0006',
      step: 'hearing',
      closed: false,
    }
    const merged = { closedOn: '2026-06-10', links: { children: [], merged: [], into } }
    expect(said({ aside: 'merge', effect: { to: 'closed' } }, merged)).toBe('并到了东溪说-2026-0006，以后看那一件。')
  })
})
