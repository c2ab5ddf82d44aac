import type { CardView } from '@shared/schemas/views'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { searchWords } from '../../functions/search/searchWords'
import { termsAsked, termsOf } from '../../functions/search/terms'
import type { Item, Table } from '../../functions/store/table'
import { openHouse, type TestHouse } from '../support/house'

type Found = { cards: CardView[]; next?: string; says?: string }

const put = (table: Table, id: string, on: string, words: string, more: Partial<Item> = {}) =>
  table.put(
    {
      ...{
        pk: id,
        version: 1,
        body: '{}',
        sees: 'everyone',
        words,
        card: JSON.stringify({ id, title: words.slice(0, 20), on }),
      },
      keys: { words: { partition: `dongxi#${on.slice(0, 4)}`, sort: on } },
      ...more,
    },
    { ifVersion: 0 },
  )

describe('terms', () => {
  it('are characters and pairs of Chinese, words and figures as they are, wide and narrow the same', () => {
    expect(termsOf('修水渠')).toEqual(['修', '水', '渠', '修水', '水渠'])
    expect(termsOf('2026年５月 Wi-Fi')).toEqual(['2026', '年', '5', '月', 'wi', 'fi'])
    expect(termsAsked('水渠')).toEqual(['水渠'])
    expect(termsAsked('渠')).toEqual(['渠'])
    expect(termsAsked('，。')).toEqual([])
  })
})

describe.each(['sqlite', 'dynamo'] as const)('search on %s', (engine) => {
  let h: TestHouse
  beforeEach(async () => {
    h = await openHouse(engine)
    await put(h.table, 'c1', '2026-05-01', '水渠清淤的决定 2026年5月 村民代表会议 三组水渠堵了')
    await put(h.table, 'c2', '2026-05-02', '5月财务收支公开表 2026-05 各项支出 主要是修水渠')
    await put(h.table, 'c3', '2026-05-03', '管水的人换了')
    await put(h.table, 'c4', '2026-05-03', '党员学习水渠管护', { sees: 'party' })
    await put(h.table, 'c5', '2026-05-04', '困难户慰问名单 水渠边三户', { sees: 'villagers' })
    await put(h.table, 'c6', '2025-12-30', '去年水渠的账')
  })
  afterEach(() => h.close())

  const ask = async (q: string, more = '', person?: string) =>
    (await h.as(person)).get<Found>(`/api/villages/dongxi/search?q=${encodeURIComponent(q)}${more}`)
  const ids = async (q: string, more = '', person?: string) => (await ask(q, more, person)).body.cards.map((c) => c.id)

  it('finds what holds every term, newest first, for whoever may see it', async () => {
    expect(await ids('水渠')).toEqual(['c2', 'c1'])
    expect(await ids('水渠 三组')).toEqual(['c1'])
    expect(await ids('水渠', '', 'villager-dongxi')).toEqual(['c5', 'c2', 'c1'])
    expect(await ids('水渠', '', 'representative-dongxi')).toEqual(['c5', 'c4', 'c2', 'c1'])
    expect(await ids('水渠', '', 'villager-shatang')).toEqual(['c2', 'c1'])
    expect(await ids('管水')).toEqual(['c3'])
    expect(await ids('没有的字')).toEqual([])
    expect(await ids('！！')).toEqual([])
  })

  it('takes figures by their beginning, and the year that is asked for', async () => {
    expect(await ids('2026')).toEqual(['c2', 'c1'])
    expect(await ids('２０２６')).toEqual(['c2', 'c1'])
    expect(await ids('202')).toEqual(['c2', 'c1'])
    expect(await ids('水渠', '&year=2025')).toEqual(['c6'])
    expect(await ids('水渠', '&year=2024')).toEqual([])
  })

  it('turns pages without leaving one out or giving one twice', async () => {
    const seen: string[] = []
    let after = ''
    for (let n = 0; n < 9; n++) {
      const { body } = await ask('水', `&limit=1${after}`, 'representative-dongxi')
      seen.push(...body.cards.map((c) => c.id))
      if (!body.next) break
      after = `&after=${encodeURIComponent(body.next)}`
    }
    expect(seen).toEqual(['c5', 'c4', 'c3', 'c2', 'c1'])
  })

  it('refuses in words what isn’t a question or a page', async () => {
    expect((await ask('')).body.says).toBe('请写要找的字。')
    expect((await ask('水'.repeat(41))).status).toBe(400)
    for (const after of [
      'x',
      'AAAA',
      Buffer.from('2026-05-01\0c1\0c2').toString('base64url'),
      Buffer.from('~\0c1').toString('base64url'),
    ]) {
      const { status, body } = await ask('水', `&after=${after}`)
      expect([status, body.says]).toEqual([400, '翻页的位置不对，请回到第一页。'])
    }
    expect((await (await h.as()).get('/api/villages/nowhere/search?q=x')).status).toBe(404)
  })
})

describe('a thousand items a year', () => {
  it('are searched within bounds: reads and time, said', async () => {
    const h = await openHouse('sqlite')
    const subjects = [
      '路灯维修',
      '保洁清运',
      '慰问困难户',
      '鱼塘租金',
      '老年食堂',
      '泵站管护',
      '种粮补贴',
      '宅基地审批',
    ]
    for (let n = 0; n < 1000; n++) {
      const on = `2026-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`
      const subject = subjects[n % subjects.length]
      const words = `${subject}第${n}号公开 2026年${1 + (n % 12)}月 ${`村里把${subject}的事说清楚，花了多少钱、谁办的、几天办好，都写在下面。`.repeat(8)}`
      await put(h.table, `n${n}`, on, n === 3 ? `${words}防汛沙袋` : words)
    }
    let reads = 0
    let rows = 0
    const counting: Table = {
      ...h.table,
      async list(index, partition, query) {
        const page = await h.table.list(index, partition, query)
        reads++
        rows += page.rows.length
        return page
      },
    }
    const asked = async (q: string) => {
      reads = rows = 0
      const began = performance.now()
      const { rows: found } = await searchWords(counting, {
        ...{ village: 'dongxi', year: 2026, q, limit: 20, audiences: ['everyone'] },
      })
      const took = performance.now() - began
      console.log(`search “${q}”: ${found.length} found, ${reads} reads of ${rows} rows, ${took.toFixed(0)} ms`)
      return { found, took, reads }
    }
    await asked('路灯')
    const common = await asked('鱼塘')
    expect([common.found.length, common.reads]).toEqual([20, 1])
    const rare = await asked('沙袋')
    expect([rare.found.length, rare.reads]).toEqual([1, 5])
    expect((await asked('飞机')).found).toEqual([])
    expect(rare.took).toBeLessThan(500)
    await h.close()
  })
})
