import { workflowOf } from '@shared/workflows/index'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toldBy } from '../../miniapp/src/pages/case/fields'
import { nodesOf, speaksHere } from '../../miniapp/src/pages/case/nodes'
import { waitingWords } from '../../miniapp/src/pages/case/waiting'
import { openHouse, type TestHouse } from '../support/house'
import { recordings } from '../support/recordings'

let h: TestHouse
beforeAll(async () => {
  h = await openHouse('sqlite', '2026-06-01T09:00:00+08:00')
})
afterAll(() => h.close())

const said = { text: '晒谷场三盏路灯不亮。老人回家看不见路。', category: 'utilities', visibility: 'villagers' }
const nodes = async (reader: string | undefined, id: string, today: string) => {
  const view = await h.see(reader, id)
  return nodesOf(view, workflowOf(view.workflow, view.workflowVersion)!, today)
}

describe('the timeline of a request', () => {
  let id: string
  beforeAll(async () => {
    id = (await h.open('villager-dongxi', 'request', said)).id
    await h.done('clerk-dongxi', id, { outcome: 'urgent', form: {} })
    await h.done('secretary-dongxi', id, {
      outcome: 'handle',
      form: { decision: '同意修。', heldOn: '2026-06-01', attended: 14 },
    })
  })

  it('puts what was said and its acknowledgement under the first seal', async () => {
    const [first] = await nodes('villager-dongxi', id, '2026-06-01')
    expect(first).toMatchObject({ char: '说', state: 'done', title: '您说了这件事' })
    expect(first.entries.map((e) => e.step)).toEqual(['open', 'acknowledgement'])
  })

  it('calls whoever raised it a villager where neighbours read', async () => {
    const [first] = await nodes('representative-dongxi', id, '2026-06-01')
    expect(first.title).toBe('一位村民说了这件事')
  })

  it('says until when the step in hand is to be done, and from the day after how late it is', async () => {
    const inTime = (await nodes('villager-dongxi', id, '2026-06-08')).find((n) => n.char === '办')
    expect(inTime).toMatchObject({ state: 'now', due: '期限：今天', status: { words: '等村里' } })
    h.to('2026-06-09')
    const late = (await nodes('villager-dongxi', id, '2026-06-09')).find((n) => n.char === '办')
    expect(late).toMatchObject({ state: 'late', status: { words: '逾期1天', tone: 'jiang' } })
  })

  it('asks its opener for the rating, and tells others that it waits for them', async () => {
    await h.done('secretary-dongxi', id, { outcome: 'done', form: { result: '换了灯头。' } })
    const rating = async (who: string) => (await nodes(who, id, '2026-06-09')).find((n) => n.char === '评')
    expect((await rating('villager-dongxi'))?.status.words).toBe('等您')
    expect((await rating('representative-dongxi'))?.status.words).toBe('等说事人')
    expect((await rating('villager-dongxi'))?.when).toContain('6月16日以前')
  })
})

describe('the timeline of a request that is declined', () => {
  let id: string
  beforeAll(async () => {
    h.to('2026-06-09')
    id = (await h.open('villager-dongxi', 'request', { ...said, text: '邻居欠我两千块钱不还。', category: 'dispute' }))
      .id
    await h.done('clerk-dongxi', id, { outcome: 'urgent', form: {} })
    await h.done('secretary-dongxi', id, {
      outcome: 'declined',
      form: { decision: '欠条的事要到法庭说，村里陪您去。', heldOn: '2026-06-09', ground: 'legalWay' },
    })
  })
  const reasons = async (who: string) => (await nodes(who, id, '2026-06-09')).find((n) => n.char === '答')

  it('asks its opener, says until when, and counts nothing as late', async () => {
    expect(await reasons('villager-dongxi')).toMatchObject({ state: 'now', status: { words: '等您看', tone: 'zhe' } })
    expect((await reasons('villager-dongxi'))?.when).toContain('6月16日以前可以请镇里看')
    expect((await reasons('villager-dongxi'))?.due).toBeUndefined()
    expect((await reasons('representative-dongxi'))?.status.words).toBe('等说事人看')
  })

  it('lets its opener say yes or no on the page, and nobody else', async () => {
    const may = async (who: string) => (await h.see(who, id)).may.step
    expect(await may('villager-dongxi')).toMatchObject({ ok: true, form: 'onRefusal' })
    expect((await may('villager-dongxi'))?.outcomes.map((o) => o.id)).toEqual(['accepted', 'objected'])
    expect(await may('neighbour-dongxi')).toMatchObject({ ok: false })
  })

  it('goes to the township when they object', async () => {
    await h.done('villager-dongxi', id, { outcome: 'objected', form: { reason: '法庭太远，村里该先调解。' } })
    const last = (await nodes('villager-dongxi', id, '2026-06-09')).find((n) => n.state === 'now')
    expect(last).toMatchObject({ char: '办', title: '镇里看该不该受理', status: { words: '等镇里' } })
    expect((await reasons('villager-dongxi'))?.status.words).toBe('不同意，请镇里看')
  })
})

describe('the timeline of a request after it was closed', () => {
  it('keeps what the township found when it looked again', async () => {
    h.to('2026-06-09')
    const { id } = await h.open('villager-dongxi', 'request', { ...said, text: '桥头栏杆松了。', category: 'road' })
    await h.done('clerk-dongxi', id, { outcome: 'urgent', form: {} })
    const form = { decision: '当天焊好了。', heldOn: '2026-06-09' }
    await h.done('secretary-dongxi', id, { outcome: 'answered', form })
    await h.done('villager-dongxi', id, { outcome: 'satisfied', form: {} })
    await h.done('township', id, { aside: 'inspection', form: { verdict: 'partly', finding: '还有一根没焊。' } })
    const last = (await nodes('neighbour-dongxi', id, '2026-06-09')).at(-1)
    expect(last?.entries.map((e) => e.aside ?? e.outcome)).toEqual(['satisfied', 'inspection'])
    expect(toldBy('inspected', last!.entries.at(-1)!.values, '2026-06-09', '2026-06-09').facts).toEqual([
      { term: '回头看的结果', words: '办了一部分' },
    ])
  })
})

describe('the timeline of a request that was entered for an elder', () => {
  it('says so to everyone, and who it was to the office alone; who entered it is not asked for the rating', async () => {
    h.to('2026-06-09')
    const consent = [await h.upload('clerk-dongxi', recordings['audio/mp4'](5), 'audio/mp4', '同意.m4a')]
    const spoken = { ...said, text: '家门口台阶太高，走不动。', onBehalf: '王阿婆', channel: 'door', consent }
    const { id } = await h.open('clerk-dongxi', 'request', spoken)
    const title = async (who: string) => (await nodes(who, id, '2026-06-09'))[0].title
    expect(await title('secretary-dongxi')).toMatch(/替王阿婆登记了这件事$/)
    expect(await title('neighbour-dongxi')).toMatch(/替人登记了这件事$/)
    expect(speaksHere(await h.see('clerk-dongxi', id))).toBe(false)
  })
})

describe('the timeline of a request that ended before anyone had taken it in hand', () => {
  it.each(['withdraw', 'merge'] as const)('%s: what was said still stands there', async (aside) => {
    h.to('2026-06-10')
    const into = (await h.open('neighbour-dongxi', 'request', { ...said, text: '路灯坏了一盏。' })).id
    const { id } = await h.open('representative-dongxi', 'request', { ...said, text: '路灯又坏了。' })
    const by = aside === 'merge' ? 'clerk-dongxi' : 'representative-dongxi'
    await h.done(by, id, { aside, form: { reason: '同一盏灯。', ...(aside === 'merge' && { into }) } })
    const all = await nodes('representative-dongxi', id, '2026-06-10')
    expect(all).toHaveLength(1)
    expect(all[0]).toMatchObject({ char: '说', state: 'done', title: '您说了这件事' })
    expect(all[0].entries.map((e) => e.aside ?? e.step)).toEqual(['open', aside])
  })
})

it('what ended a request on the way stands under what was done last', async () => {
  h.to('2026-06-11')
  const { id } = await h.open('representative-dongxi', 'request', { ...said, text: '路灯又不亮了。' })
  await h.done('clerk-dongxi', id, { outcome: 'acknowledged', form: {} })
  await h.done('representative-dongxi', id, { aside: 'withdraw', form: { reason: '自己亮了。' } })
  const [only, ...more] = await nodes('representative-dongxi', id, '2026-06-11')
  expect(more).toEqual([])
  expect(only.entries.map((e) => e.aside ?? e.step)).toEqual(['open', 'acknowledgement', 'withdraw'])
})

describe('who speaks for themselves', () => {
  it('whoever raised it, but not who entered it for an elder', () => {
    expect(speaksHere({ mine: true, fields: {} })).toBe(true)
    expect(speaksHere({ mine: true, fields: { onBehalf: '王阿婆' } })).toBe(false)
    expect(speaksHere({ mine: false, fields: {} })).toBe(false)
  })
})

describe('what waits to be looked through', () => {
  const file = (type: string) => ({ id: type, name: '', type, bytes: 1, url: '', waits: true })
  it('is told in pictures and recordings to whoever sent them, and in one number to others', () => {
    expect(waitingWords({ waitingFiles: 0, files: [] })).toBeUndefined()
    expect(waitingWords({ waitingFiles: 2, files: [file('image/png'), file('audio/mp4')] })).toBe(
      '1张照片、1段录音正在核对，核对后大家能看到。',
    )
    expect(waitingWords({ waitingFiles: 2, files: [] })).toBe('2份照片或录音正在核对，核对后大家能看到。')
  })
})

describe('the timeline of a notice', () => {
  it('counts the days of a display from the later of app and wall, the first not counted', async () => {
    h.to('2026-06-10')
    const form = {
      ...{ title: '水费标准', board: 'village', item: 'V12', period: '2025-Q4' },
      ...{ audience: 'everyone', body: '每吨两元。' },
    }
    const { id } = await h.open('clerk-dongxi', 'notice', form)
    await h.done('clerk-dongxi', id, { outcome: 'village', form: {} })
    await h.done('supervisor-dongxi', id, { outcome: 'agreed', form: { opinion: '同意。' } })
    await h.done('clerk-dongxi', id, { outcome: 'posted', form: { boardOn: '2026-06-10' } })
    const shown = async (today: string) => (await nodes(undefined, id, today)).at(-1)
    expect(await shown('2026-06-10')).toMatchObject({
      char: '公',
      state: 'now',
      when: '6月10日到6月25日，贴出当天不算',
    })
    expect((await shown('2026-06-13'))?.when).toContain('今天是第3天')
  })
})

describe('the timeline of a question', () => {
  let about: string
  let id: string
  beforeAll(async () => {
    h.to('2026-07-01')
    const form = { title: '一季度协助政府工作', board: 'village', item: 'V12', period: '2026-Q1', audience: 'everyone' }
    about = (await h.open('clerk-dongxi', 'notice', { ...form, body: '收缴水费。' })).id
    await h.done('clerk-dongxi', about, { outcome: 'village', form: {} })
    await h.done('supervisor-dongxi', about, { outcome: 'agreed', form: { opinion: '同意。' } })
    await h.done('clerk-dongxi', about, { outcome: 'posted', form: { boardOn: '2026-07-01' } })
    id = (await h.open('villager-dongxi', 'objection', { question: '水费收了多少？' }, { about })).id
  })

  it('starts with the answer that it waits for: the question itself stands above it', async () => {
    const [answer] = await nodes('villager-dongxi', id, '2026-07-01')
    expect(answer).toMatchObject({ char: '答', state: 'now', title: '村里答复', entries: [] })
    expect(answer.status.words).toBe('等村里')
  })

  it('asks its opener whether the answer is clear, and others see that it waits for them', async () => {
    await h.done('secretary-dongxi', id, { outcome: 'answered', form: { answer: '一共收了两万元。' } })
    const heard = async (who: string) => (await nodes(who, id, '2026-07-01')).find((n) => n.state === 'now')
    expect(await heard('villager-dongxi')).toMatchObject({ title: '说清楚了吗', status: { words: '等您说' } })
    expect((await heard('representative-dongxi'))?.status.words).toBe('等提问的人')
    expect((await heard('villager-dongxi'))?.when).toContain('没说不算说清楚')
  })
})

describe('a line of the log, told', () => {
  it('puts day, hour, place and heads on one line, folds the minutes, and leaves votes to their bar', () => {
    const values = {
      ...{ heldOn: '2026-06-03', startsAt: '19:00', place: '村委会二楼', present: 51, votesFor: 47 },
      ...{ minutes: '逐条讨论。', resolution: '同意硬化。', supervised: true, photos: ['f1'] },
    }
    expect(toldBy('resolutionMeeting', values, '2026-06-04', '2026-06-08')).toEqual({
      when: '6月3日 晚上7:00 · 村委会二楼',
      prose: [{ label: '决议内容', words: '同意硬化。' }],
      facts: [{ term: '村务监督委员会到场监督', words: '是' }],
      record: '逐条讨论。',
      stages: [],
      photos: ['f1'],
      papers: [],
      voices: [],
    })
  })

  it('keeps the hour of a notice with its own day, not with the day on which it was written', () => {
    const values = { subject: '水沟归谁清', way: 'hearing', meetOn: '2026-06-12', startsAt: '09:00', place: '祠堂' }
    const told = toldBy('consultationNotice', values, '2026-06-08', '2026-06-08')
    expect(told.when).toBe('6月8日')
    expect(told.facts.map(({ words }) => words)).toEqual(['水沟归谁清', '听证会', '6月12日 星期五', '上午9:00', '祠堂'])
  })

  it('tells a reminder in one sentence', () => {
    const values = { sessionOn: '2026-06-10', startsAt: '08:30', place: '村委会一楼' }
    const told = toldBy('reminder', values, '2026-06-08', '2026-06-08')
    expect(told).toMatchObject({ when: '6月8日', facts: [] })
    expect(told.prose[0].words).toBe('6月10日 星期三 上午8:30，在村委会一楼听这件事。')
  })

  it('tells a plan day by day, a refusal by its ground, a recording apart from pictures', () => {
    const on = '2026-06-08'
    const stages = [
      { on: '2026-07-01', does: '量好路面' },
      { on: '2026-09-01', does: '申请项目' },
    ]
    expect(toldBy('triage', { heldOn: on, decision: '分两步。', stages }, on, on).stages).toEqual([
      { term: '7月1日', words: '量好路面' },
      { term: '9月1日', words: '申请项目' },
    ])
    expect(toldBy('triage', { heldOn: on, ground: 'legalWay' }, on, on).facts[0].words).toBe('要走法院、仲裁、行政复议')
    const raised = toldBy('raised', { text: '路灯不亮', voice: ['v'], consent: ['c'], channel: 'door' }, on, on)
    expect(raised).toMatchObject({ when: '6月8日 · 上门', voices: ['v'], photos: [], proof: { ids: ['c'] } })
    expect(toldBy('raised', { text: '路灯不亮', channel: 'online' }, on, on).when).toBe('6月8日')
  })
})
