import { workflowOf } from '@shared/workflows/index'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toldBy } from '../../miniapp/src/pages/case/fields'
import { nodesOf } from '../../miniapp/src/pages/case/nodes'
import { openHouse, type TestHouse } from '../support/house'

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
      photos: ['f1'],
      papers: [],
    })
  })
})
