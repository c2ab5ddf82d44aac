import { catalogueItem } from '@shared/catalogue'
import { fieldsOf } from '@shared/schemas/stepForms'
import { matterOfRepresentatives } from '@shared/workflows/matter'
import { describe, expect, it } from 'vitest'
import { fieldsFor } from '../../miniapp/src/office/form/fieldsFor'
import { liveRows } from '../../miniapp/src/office/form/liveRows'
import { periodsOf } from '../../miniapp/src/office/form/periods'
import { problemsOf } from '../../miniapp/src/office/form/problems'
import { startFrom } from '../../miniapp/src/office/form/startFrom'
import { formValue, moneyTyped } from '../../miniapp/src/office/form/typed'

const stepOf = (id: string) => matterOfRepresentatives.steps.find((s) => s.id === id)!
const counting = (id: string, eligible: number) => ({
  count: stepOf(id).count!,
  roll: { name: '代表名册', eligible, all: eligible, households: 0 },
  settings: { partyQuorum: [2, 3] },
})
const votes = (present: number, yes: number, no: number, abstain: number) => ({
  present,
  votesFor: yes,
  votesAgainst: no,
  votesAbstain: abstain,
})
const meeting = {
  heldOn: '2026-06-07',
  startsAt: '19:00',
  place: '村委会二楼',
  minutes: '食堂设在旧小学东屋。',
  resolution: '同意开办。',
  supervised: true,
}

describe('live check of a meeting (边填边算)', () => {
  const titles = (eligible: number, form: Record<string, unknown>, id = 'resolution') =>
    liveRows(counting(id, eligible), form).map((row) => `${row.state} ${row.title}`)

  it('waits while nothing is filled in, and already names how many have to come', () => {
    const rows = liveRows(counting('resolution', 58), {})
    expect(rows.map((r) => r.state)).toEqual(['wait', 'wait', 'wait'])
    expect(rows[0].detail).toBe('要三分之二以上，至少39人')
    expect(rows[2].detail).toBe('要实到的人过半数同意')
  })

  it('39 of 58 is two thirds, 38 is one short', () => {
    expect(titles(58, { present: 39 })[0]).toBe('ok 人数够，会议有效')
    expect(titles(58, { present: 38 })[0]).toBe('bad 人数不够，还差1人')
  })

  it('26 of 51 present is more than half, 25 is one short', () => {
    expect(titles(58, votes(51, 26, 20, 5))).toEqual(['ok 人数够，会议有效', 'ok 票数对得上', 'ok 同意过半数，通过'])
    expect(titles(58, votes(51, 25, 20, 6))[2]).toBe('bad 没有通过，差1票')
  })

  it('says by how many votes the three don’t add up, and leaves the result open', () => {
    expect(titles(58, votes(51, 47, 2, 1))).toEqual([
      'ok 人数够，会议有效',
      'bad 票数对不上，少1票',
      'wait 前两项对上，再算过没过',
    ])
    expect(titles(58, votes(51, 47, 2, 4))[1]).toBe('bad 票数对不上，多2票')
  })

  it('more came than are on the roll: asks for the sign-in sheet', () => {
    expect(titles(58, { present: 61 })[0]).toBe('bad 实到比应到多3人')
  })

  it('the party meeting passes on more than half of 应到: 16 of 30, not 15', () => {
    expect(titles(30, votes(20, 16, 4, 0), 'partyMeeting')[2]).toBe('ok 同意过半数，通过')
    expect(titles(30, votes(20, 15, 5, 0), 'partyMeeting')[2]).toBe('bad 没有通过，差1票')
    expect(liveRows(counting('partyMeeting', 30), {})[2].detail).toBe('要应到的人过半数同意，至少16票')
  })

  it('half a set of votes is no set', () => {
    expect(titles(58, { present: 51, votesFor: 51 })[1]).toBe('wait 三项票数填完再对')
  })
})

describe('what is still wrong with a form', () => {
  const fields = fieldsFor('resolutionMeeting')
  const problems = (typed: Record<string, unknown>) =>
    problemsOf('resolutionMeeting', fields, typed, counting('resolution', 58))

  it('nothing, for a whole meeting', () => {
    expect(problems({ ...meeting, ...votes(51, 47, 2, 2) })).toEqual([])
  })

  it('names each empty place once, in the order of the page, the three votes together', () => {
    expect(problems({ supervised: false }).map((p) => p.field)).toEqual([
      ...['heldOn', 'startsAt', 'place', 'present', 'votes', 'minutes', 'resolution'],
    ])
  })

  it('votes that don’t add up are told at the votes, a meeting without quorum at 实到', () => {
    expect(problems({ ...meeting, ...votes(51, 47, 2, 1) })).toEqual([
      { field: 'votes', says: '三项加起来是50票，实到51人，少了1票。请对一下计票单。' },
    ])
    expect(problems({ ...meeting, ...votes(38, 30, 8, 0) })[0]).toMatchObject({
      field: 'present',
      says: expect.stringContaining('还差1人到会'),
    })
  })

  it('a motion that fails is a result, not an error', () => {
    expect(problems({ ...meeting, ...votes(51, 20, 30, 1) })).toEqual([])
  })

  it('an amount that can’t be read says how to write one', () => {
    expect(problemsOf('progress', fieldsFor('progress'), { progress: '挖好了', spent: '3万' })).toEqual([
      { field: 'spent', says: '“到现在花了多少”请写成金额，例如 128460.50，小数最多两位。' },
    ])
  })
})

describe('fields that an outcome asks for', () => {
  const names = (form: string, outcome?: string) => fieldsFor(form, outcome).map((f) => f.name)

  it('triage: 村里办 asks neither for a day nor for a title', () => {
    expect(names('triage', 'handle')).toEqual(['decision', 'heldOn', 'attended', 'owner'])
  })

  it('triage: 转四议 needs title, plan and what it is about, 暂不能解决 a day', () => {
    expect(names('triage', 'decide')).toEqual(['decision', 'heldOn', 'attended', 'title', 'plan', 'topic'])
    const filled = { decision: '大家商量过', heldOn: '2026-06-10' }
    const wrong = (outcome: string) => problemsOf('triage', fieldsFor('triage', outcome), filled).map((p) => p.field)
    expect(wrong('decide')).toEqual(['title', 'plan', 'topic'])
    expect(wrong('plan')).toEqual(['stages', 'returnsOn'])
    expect(wrong('declined')).toEqual(['ground'])
    expect(wrong('answered')).toEqual([])
  })

  it('triage at a 说事日 doesn’t ask who came: the session’s own record says it', () => {
    const names = fieldsFor('triage', 'answered', {}, { inSession: true }).map((f) => f.name)
    expect(names).toEqual(['decision', 'heldOn'])
  })

  it('a plan says which step has no day and which doesn’t say what is done; a row left empty is none', () => {
    const fields = fieldsFor('triage', 'plan')
    const filled = { decision: '要等资金', heldOn: '2026-06-10', returnsOn: '2026-09-01' }
    const wrong = (stages: unknown) => problemsOf('triage', fields, { ...filled, stages }).map((p) => p.says)
    expect(wrong([])).toEqual(['请写明分几步、哪天做到哪一步。'])
    expect(wrong([{ on: '2026-07-01', does: '请人看' }, { does: '报上去' }])).toEqual(['第2步还没选日子。'])
    expect(wrong([{ on: '2026-07-01', does: ' ' }])).toEqual(['第1步还没写做什么。'])
    const whole = [{ on: '2026-07-01', does: '请人看' }, {}]
    expect(wrong(whole)).toEqual([])
    expect(formValue(fields, { ...filled, stages: whole }).stages).toEqual([{ on: '2026-07-01', does: '请人看' }])
  })

  it('nobody came: neither names nor heads are asked, and 0 is sent', () => {
    const names = (outcome: string) => fieldsFor('sessionHeld', outcome).map((f) => f.name)
    expect(names('held')).toEqual(['readBack', 'came', 'attended', 'minutes', 'photos', 'rollPhotos'])
    expect(names('nobodyCame')).toEqual(['attended', 'minutes', 'photos'])
    const fields = fieldsFor('sessionHeld', 'nobodyCame')
    expect(formValue(fields, { minutes: '等到十点半', came: '林桂香', attended: 3 })).toEqual({
      ...{ attended: 0, minutes: '等到十点半' },
    })
    expect(problemsOf('sessionHeld', fields, { minutes: '等到十点半' })).toEqual([])
  })

  it('what was promised last time has to be read back; where nothing was, it may be left out', () => {
    const wrong = (asks = {}) =>
      problemsOf('sessionHeld', fieldsFor('sessionHeld', 'held', {}, asks), { minutes: '照议程', attended: 3 })
    expect(wrong()).toEqual([])
    expect(wrong({ promised: true }).map((p) => p.field)).toEqual(['readBack'])
  })

  it('names are sent one by one, however they are parted', () => {
    const fields = fieldsFor('sessionHeld', 'held')
    const typed = { minutes: '照议程', attended: 3, came: ' 林桂香\n\n周秋兰、许月英 ' }
    expect(formValue(fields, typed).came).toEqual(['林桂香', '周秋兰', '许月英'])
    expect(problemsOf('sessionHeld', fields, { ...typed, came: '一二三四五六七八九十一二三四五六七八九十一' })).toEqual(
      [{ field: 'came', says: '“来了哪些人”里每个名字最多20个字，一行写一个。' }],
    )
  })

  it('a gap of ready-made words that is left is named before it is sent; other brackets are words', () => {
    const wrong = (form: string, typed: Record<string, unknown>) =>
      problemsOf(form, fieldsFor(form, 'answered'), typed).map((p) => p.says)
    const left = '【哪天】去看过，已经修好。'
    expect(wrong('handled', { result: left })).toEqual(['“【哪天】”还没有填。请换成实际情况，连括号一起去掉。'])
    expect(wrong('triage', { decision: left, heldOn: '2026-06-10' })).toHaveLength(1)
    expect(wrong('handled', { result: '6月3日去看过，已经修好。' })).toEqual([])
    expect(wrong('supplementAsked', { question: '【三组】哪一盏？' })).toEqual([])
  })

  it('不满意 says why; a rating that is carried over shows that it was said', () => {
    const wrong = (outcome: string, asks = {}) =>
      problemsOf('rating', fieldsFor('rating', outcome, {}, asks), {}).map((p) => p.field)
    expect(wrong('satisfied')).toEqual([])
    expect(wrong('unsatisfied')).toEqual(['reason'])
    expect(wrong('satisfied', { carried: true })).toEqual(['proof'])
    expect(fieldsFor('rating', 'satisfied').map((f) => f.name)).toEqual(['reason'])
  })

  it('a recording and photos go by their ids, what hasn’t been sent doesn’t', () => {
    const fields = fieldsFor('rating', 'satisfied', {}, { carried: true })
    const proof = [
      { id: 'local', name: '录音.m4a', type: 'audio/mp4', fileId: 'f1' },
      { id: 'x', name: '照片' },
    ]
    expect(formValue(fields, { proof })).toEqual({ proof: ['f1'] })
  })

  it('what another outcome was asked for isn’t sent along', () => {
    const typed = { decision: '商量过', heldOn: '2026-06-10', title: '修路', returnsOn: '2026-09-01' }
    expect(formValue(fieldsFor('triage', 'handle'), typed)).toEqual({ decision: '商量过', heldOn: '2026-06-10' })
  })

  it('a reviewer is asked for a tick or a reason only where there is something to look at or to answer for', () => {
    const names = (outcome: string, asks = {}) => fieldsFor('reviewed', outcome, {}, asks).map((f) => f.name)
    expect(names('agreed', { checkedByEye: true, override: true })).toEqual(['opinion', 'checkedByEye', 'override'])
    expect(names('returned', { checkedByEye: true, override: true })).toEqual(['opinion', 'ground'])
    const typed = { opinion: '看过了', checkedByEye: false }
    const wrong = problemsOf('reviewed', fieldsFor('reviewed', 'agreed', {}, { checkedByEye: true }), typed)
    expect(wrong).toEqual([{ field: 'checkedByEye', says: '请把附件和照片逐个打开看过，再打勾。' }])
  })

  it('a declaration that isn’t signed isn’t sent', () => {
    const fields = fieldsFor('kinshipDeclaration')
    expect(problemsOf('kinshipDeclaration', fields, { signed: false }).map((p) => p.field)).toEqual(['signed'])
    expect(problemsOf('kinshipDeclaration', fields, { signed: true })).toEqual([])
  })

  it('a reviewer who sends it back says why', () => {
    expect(names('reviewed', 'agreed')).toEqual(['opinion'])
    expect(problemsOf('reviewed', fieldsFor('reviewed', 'returned'), { opinion: '第3笔不对' })[0].field).toBe('ground')
  })
})

it('text that isn’t an amount is kept as it is typed', () => {
  expect(moneyTyped(undefined, '12.')).toBe('12.')
  expect(moneyTyped(1200, '12')).toBe(1200)
  expect(moneyTyped(undefined, ' ')).toBeUndefined()
})

describe('a form before anything is typed', () => {
  const known = { place: '村委会二楼', plan: '修路', present: 5, votesFor: 5, title: '旧' }
  it('takes the plan over, never an earlier meeting’s heads and votes', () => {
    expect(startFrom('deliberationMeeting', fieldsFor('deliberationMeeting'), known)).toEqual({
      place: '村委会二楼',
      plan: '修路',
    })
  })
  it('a switch stands at no', () => {
    expect(startFrom('resolutionMeeting', fieldsFor('resolutionMeeting'), {})).toEqual({ supervised: false })
  })
  it('a declaration of none starts as it was', () => {
    expect(startFrom('revision', fieldsOf('revision'), { nothing: true })).toMatchObject({ nothing: true })
  })
  it('a revision starts from the whole notice', () => {
    expect(startFrom('revision', fieldsOf('revision'), known)).toMatchObject({ title: '旧' })
  })
})

describe('periods on the wheel', () => {
  const labels = (code: string) =>
    periodsOf(catalogueItem(code)!, '2026-06-08').map(({ value, label }) => `${value} ${label}`)
  it('fit how often the item is disclosed, the latest first', () => {
    expect(labels('V01')[0]).toBe('2026-Q2 2026年2季度（4—6月）')
    expect(labels('V18')[0]).toBe('2026-06 2026年6月')
    expect(labels('V18')[6]).toBe('2025-12 2025年12月')
    expect(labels('P02').slice(0, 2)).toEqual(['2026-H1 2026年上半年', '2025-H2 2025年下半年'])
    expect(labels('P05')[0]).toBe('2026 2026年')
  })
  it('a budget (F01) is of the year ahead too', () => {
    expect(labels('F01')[0]).toBe('2027 2027年')
  })
  it('a statement is of a quarter, or of a month where much money moves', () => {
    expect(labels('F03')).toEqual(expect.arrayContaining(['2026-Q1 2026年1季度（1—3月）', '2026-05 2026年5月']))
  })
  it('what only happens has none', () => {
    expect(labels('P03')).toEqual([])
  })
})

describe('what the catalogue leaves open in a notice', () => {
  const options = (typed: Record<string, unknown>, name: string) =>
    fieldsFor('notice', undefined, typed)
      .find((f) => f.name === name)
      ?.options?.map((o) => o.value)

  it('offers the items of the chosen board', () => {
    expect(options({ board: 'finance' }, 'item')).toContain('F03')
    expect(options({ board: 'finance' }, 'item')).not.toContain('V01')
  })
  it('low-income households (V08) can’t be shown to everyone', () => {
    expect(options({ board: 'village', item: 'V08' }, 'audience')).not.toContain('everyone')
    expect(options({ board: 'village', item: 'V01' }, 'audience')).toContain('everyone')
  })
  const asked = (typed: Record<string, unknown>, form = 'notice') =>
    fieldsFor(form, undefined, typed).map(({ name, optional }) => `${name}${optional ? '?' : ''}`)

  it('a statement (F03) needs its period, plain words and its list; no day on which it happened', () => {
    const fields = asked({ board: 'finance', item: 'F03' })
    expect(fields).toEqual(expect.arrayContaining(['period', 'summary', 'sheet', 'nothing?', 'body?']))
    expect(fields.join()).not.toContain('happenedOn')
  })
  it('the list is the one of the item; what has none isn’t asked for one', () => {
    const listOf = (board: string, item: string) =>
      fieldsFor('notice', undefined, { board, item }).find(({ kind }) => kind === 'sheet')?.list
    expect([listOf('finance', 'F02'), listOf('village', 'V03'), listOf('finance', 'F06')]).toEqual([
      ...['statement', 'workdays', 'debts'],
    ])
    expect(listOf('village', 'V10')).toBeUndefined()
  })
  it('what only happens (P03) is asked for its day, not for a period', () => {
    const fields = asked({ board: 'party', item: 'P03' })
    expect(fields).toContain('happenedOn')
    expect(fields.join()).not.toContain('period')
  })
  it('what is disclosed regularly and when it happens (V01) says which of both it is', () => {
    const typed = { board: 'village', item: 'V01' }
    const wrong = (more: Record<string, unknown>) =>
      problemsOf('notice', fieldsFor('notice', undefined, { ...typed, ...more }), { ...typed, ...more }).map(
        ({ field }) => field,
      )
    expect(asked(typed)).toEqual(expect.arrayContaining(['period?', 'happenedOn?']))
    expect(wrong({})).toContain('period')
    expect(wrong({ period: '2026-Q1' })).not.toContain('period')
    expect(wrong({ happenedOn: '2026-06-01' })).not.toContain('period')
  })
  it('本期无 asks for no list, no words and no papers', () => {
    const fields = asked({ board: 'finance', item: 'F03', nothing: true }).join()
    for (const name of ['sheet', 'summary', 'body', 'attachments']) expect(fields).not.toContain(name)
  })
  it('a correction keeps board, item and period', () => {
    const typed = { board: 'finance', item: 'F03', period: '2026-05' }
    const fields = fieldsFor('correction', undefined, typed)
    const choices = ['board', 'item', 'period'].map((name) => fields.find((f) => f.name === name)?.options?.length)
    expect(choices).toEqual([1, 1, 1])
  })
  it('an item of another board is asked for again', () => {
    const typed = { board: 'finance', item: 'V01' }
    const wrong = problemsOf('notice', fieldsFor('notice', undefined, typed), typed)
    expect(wrong.find((p) => p.field === 'item')?.says).toBe('请在“公开目录里的哪一项”里重新选一项。')
  })
})
