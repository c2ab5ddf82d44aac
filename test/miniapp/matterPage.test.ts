import type { CaseView } from '@shared/schemas/views'
import { workflowOf } from '@shared/workflows/index'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toldBy } from '../../miniapp/src/pages/case/fields'
import { milestonesOf, moneyOf, timesChanged } from '../../miniapp/src/pages/case/milestones'
import { nodesOf, numberOf } from '../../miniapp/src/pages/case/nodes'
import { mayRaiseAgain } from '../../miniapp/src/pages/case/raiseAgain'
import { openHouse, type TestHouse } from '../support/house'

let h: TestHouse
beforeAll(async () => {
  h = await openHouse('sqlite', '2026-06-01T09:00:00+08:00')
})
afterAll(() => h.close())

const meeting = { startsAt: '19:00', place: '村委会二楼', minutes: '到会的人都说了意见。' }
const votes = (present: number, yes: number) => ({
  ...{ present, votesFor: yes, votesAgainst: present - yes, votesAbstain: 0 },
})
const plan = { budget: 30_000_000, funds: 'mixed', finishBy: '2026-11-30', authorisation: '2026年1月村民会议授权' }
const raise = async (title: string) => {
  const form = { title, topic: 'publicGood', joint: false, plan: '办老年食堂。' }
  return (await h.open('secretary-dongxi', 'matterOfRepresentatives', form)).id
}
const propose = (id: string, heldOn: string) =>
  h.done('secretary-dongxi', id, { form: { ...meeting, heldOn, ...votes(5, 5), ...plan, plan: '办老年食堂。' } })
const deliberate = (id: string, heldOn: string, yes = 9) =>
  h.done('director-dongxi', id, { form: { ...meeting, heldOn, ...votes(9, yes), plan: '在旧小学办老年食堂。' } })
const nodes = (view: CaseView, today: string) => nodesOf(view, workflowOf(view.workflow, view.workflowVersion)!, today)

describe('a matter that was sent back', () => {
  let view: CaseView
  beforeAll(async () => {
    const id = await raise('老年食堂')
    await propose(id, '2026-06-01')
    await deliberate(id, '2026-06-01')
    const form = { to: 'deliberation', reason: '选址太远，请再议。' }
    await h.done('secretary-dongxi', id, { aside: 'sendBack', form })
    view = await h.see('villager-dongxi', id)
  })

  it('stands before the step that it went back to, with the reason', () => {
    const all = nodes(view, '2026-06-01')
    const at = all.findIndex((n) => n.char === '退')
    expect(all[at]).toMatchObject({ state: 'back', title: '退回：“两委”会商议', status: { words: '重新议' } })
    expect(all[at].entries.map((e) => e.values.reason)).toEqual(['选址太远，请再议。'])
    expect(all[at + 1]).toMatchObject({ char: '商', state: 'now' })
  })

  it('what was voted before it stays to be read there, and no longer under the step', () => {
    const all = nodes(view, '2026-06-01')
    const back = all.find((n) => n.char === '退')
    expect(back?.before?.map((e) => e.step)).toEqual(['deliberation'])
    expect(all.find((n) => n.char === '商')?.entries).toEqual([])
    expect(all.find((n) => n.char === '提')?.entries.map((e) => e.step)).toEqual(['proposal'])
  })

  it('numbers the four 议 and nothing else', () => {
    const numbers = nodes(view, '2026-06-01').map((n) => `${n.char}${numberOf(n)}`)
    expect(numbers).toEqual(['提①', '退', '商②', '审③', '决④', '公', '施', '果'])
  })

  it('ahead the meeting is told, not its call', () => {
    expect(nodes(view, '2026-06-01').find((n) => n.char === '决')?.title).toBe('村民代表会议决议')
  })

  it('the plan was written anew once', () => {
    expect(timesChanged(view.log)).toBe(1)
    expect(toldBy('deliberationMeeting', { plan: '在旧小学办老年食堂。', heldOn: '2026-06-01' }, '', '').prose).toEqual(
      [],
    )
  })
})

describe('raising it once more', () => {
  it('whoever may open one of what failed; not a villager, not of what goes on', async () => {
    const id = await raise('凉亭')
    await propose(id, '2026-06-01')
    const open = await h.see('secretary-dongxi', id)
    const workflow = workflowOf(open.workflow)!
    const person = async (who: string) =>
      (await (await h.as(who)).get<{ person: Parameters<typeof mayRaiseAgain>[2] }>('/api/me')).body.person
    expect(mayRaiseAgain(open, workflow, await person('secretary-dongxi'))).toBe(false)
    await deliberate(id, '2026-06-01', 4)
    const failed = await h.see('secretary-dongxi', id)
    expect(failed.outcome).toBe('failed')
    expect(mayRaiseAgain(failed, workflow, await person('secretary-dongxi'))).toBe(true)
    expect(mayRaiseAgain(failed, workflow, await person('villager-dongxi'))).toBe(false)
    const again = await h.open(
      'secretary-dongxi',
      'matterOfRepresentatives',
      { title: '凉亭', topic: 'publicGood', joint: false },
      { about: id },
    )
    expect(again.links.about).toMatchObject({ id, title: '凉亭', closed: true })
  })
})

describe('the works', () => {
  const stages = [
    { on: '2026-07-10', does: '路基' },
    { on: '2026-08-01', does: '路面' },
    { on: '2026-08-15', does: '验收' },
  ]
  const works = (today: string, stagesDone: number, step = 'works') => {
    const log = [{ on: '2026-07-08', values: { stagesDone: 1 } }] as unknown as CaseView['log']
    return milestonesOf({ fields: { stages, stagesDone }, log: stagesDone ? log : [], step }, today).map(
      (m) => `${m.does}${m.state}${m.doneOn ?? ''}`,
    )
  }
  it('the first that isn’t done is next, late from the day after its day', () => {
    expect(works('2026-08-01', 1)).toEqual(['路基done2026-07-08', '路面next', '验收todo'])
    expect(works('2026-08-02', 1)).toEqual(['路基done2026-07-08', '路面late', '验收todo'])
    expect(works('2026-07-10', 0)[0]).toBe('路基next')
    expect(works('2026-08-02', 1, 'announcement')[1]).toBe('路面todo')
  })

  it('what was decided stands against what was used; nothing before the vote, over from the first fen', () => {
    const passed = [{ step: 'resolution', outcome: 'passed' }] as unknown as CaseView['log']
    const money = (fields: object, log = passed, drawn = 0) =>
      moneyOf({ fields: fields as Record<string, unknown>, log, drawn, pledged: 0 })
    expect(money({ budget: 100 }, [])).toBeUndefined()
    expect(money({ budget: 0 })).toBeUndefined()
    expect(money({ budget: 100, spent: 100 })).toMatchObject({ budget: 100, spent: 100, over: 0 })
    expect(money({ budget: 100, spent: 101 })).toMatchObject({ over: 1 })
  })
})

it('what was drawn for a bill or a paper is told in a line or two: the rest stands in its own case', () => {
  const values = { sealKind: 'committee', document: '施工合同', copies: 3, purpose: '签合同', amount: 100 }
  expect(toldBy('sealOfDecision', values, '2026-06-01', '2026-06-01').facts.map((f) => f.term)).toEqual([
    ...['合同金额', '文件名称'],
  ])
})

it('a review begins with what was asked for, and by whom', async () => {
  const form = {
    ...{ sealKind: 'committee', paper: 'certificate', document: '居住证明', purpose: '办居住证', copies: 1 },
    ...{ applicant: '林桂香', written: 'whole' },
  }
  const { id } = await h.open('villager-dongxi', 'sealReview', form)
  const [first, second] = nodes(await h.see('villager-dongxi', id), '2026-06-01')
  expect(first).toMatchObject({ char: '申', state: 'done', title: '申请', when: expect.stringContaining('您') })
  expect(second).toMatchObject({ char: '审', state: 'now', title: '村委会审批' })
})

it('people are called to a meeting in one sentence', () => {
  const values = {
    noticeOn: '2026-06-08',
    meetOn: '2026-06-12',
    meetAt: '19:00',
    meetPlace: '村委会二楼',
    agenda: '修路',
  }
  const { prose, facts } = toldBy('representativesCall', values, '2026-06-08', '2026-06-08')
  expect(prose[0].words).toBe('通知大家6月12日 星期五 晚上7:00，在村委会二楼开会。')
  expect(facts.map((f) => f.term)).toEqual(['哪天发的通知'])
})
