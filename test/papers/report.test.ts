import { addDays } from '@shared/engine/deadline'
import type { ReportRow, ReportView } from '@shared/schemas/monitorViews'
import type { DisclosureView } from '@shared/schemas/views'
import { readXlsx } from 'hucre/xlsx'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSessionOf } from '../../functions/clockwork'
import { places } from '../../functions/demo/places'
import { type Counts, measures } from '../../functions/store/snapshotStore'
import { posted } from '../print/papers'
import { pdfOf } from '../print/pdf'
import { launchBrowser } from '../support/chromium'
import { openHouse, type TestHouse } from '../support/house'

let h: TestHouse
let browser: Browser
const kept = new Map<string, Map<string, Counts>>()
/** Nights on which nothing ran. */
const lost = ['2026-05-09', '2026-06-30']

/** Figures that differ by village, day and measure, and are small: nobody has to believe them. */
const counted = (village: number, day: string): Counts => {
  const n = Number(day.slice(5, 7)) * 31 + Number(day.slice(8))
  return Object.fromEntries(measures.map((m, i) => [m, (n * (i + 3) + village * 7) % (i < 3 ? 6 : 3)])) as Counts
}
/** 后山村: two people have rated in June, and nobody else. */
const seldom = (day: string): Counts => ({
  ...counted(3, day),
  ...{ satisfied: day === '2026-06-03' ? 2 : 0, basically: 0, unsatisfied: 0 },
})

beforeAll(async () => {
  h = await openHouse('sqlite', '2026-06-05T09:00:00+08:00')
  browser = await launchBrowser()
  await h.house.stores.places.save({
    townships: [{ ...places, villages: places.villages.map((v) => ({ ...v, since: '2026-04-15' })) }],
  })
  await posted(h, {
    form: {
      ...{ title: '村规民约', board: 'village', item: 'V14', happenedOn: '2026-06-03', audience: 'everyone' },
      ...{ summary: '改了第三条。', body: '第一条　爱护公物。' },
    },
  })
  h.to('2026-06-09', '19:00')
  await openSessionOf(h.house, 'dongxi', '2026-06-10')
  h.to('2026-06-10', '12:00')
  const { rows } = await h.house.stores.cases.ofKind('dongxi', '会', { limit: 5 })
  await h.done('clerk-dongxi', rows[0].pk, {
    ...{ outcome: 'nobodyCame', form: { attended: 0, minutes: '等到十一点半，没有人来。', photos: [] } },
  })
  h.to('2026-07-05')
  for (let day = '2026-04-20'; day < '2026-07-05'; day = addDays(day, 1)) {
    if (lost.includes(day)) continue
    const of = new Map(
      places.villages.map(({ id }, i) => [id, id === 'houshan' ? seldom(day) : counted(i, day)] as const),
    )
    kept.set(day, of)
    await h.house.stores.snapshots.keep('shiwan', day, of)
  }
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await h?.close()
})

const report = async (person: string, query: string) =>
  (await h.as(person)).get<ReportView & { refusal?: string; says: string }>(`/api/townships/shiwan/report?${query}`)

/** The same again, by plain adding. */
const added = (villages: readonly string[], from: string, until: string) => {
  const days = [...kept.keys()].filter((d) => d >= from && d <= until)
  const sum = (m: keyof Counts, of = days) =>
    of.reduce((a, day) => a + villages.reduce((b, v) => b + kept.get(day)!.get(v)![m], 0), 0)
  const said = sum('satisfied') + sum('basically') + sum('unsatisfied')
  const last = days.slice(-1)
  return {
    ...{ open: sum('open', last), overdue: sum('overdue', last), opened: sum('opened'), closed: sum('closed') },
    ...{ onTime: sum('onTime'), reopened: sum('reopened'), answered: { of: said + sum('silent'), is: said } },
    ...(said >= 5 && {
      rated: { satisfied: sum('satisfied'), basically: sum('basically'), unsatisfied: sum('unsatisfied') },
    }),
    acts: {
      ...{ nudged: sum('nudged'), urged: sum('urged'), answered: sum('answered'), summoned: sum('summoned') },
      ...{ takenOver: sum('takenOver'), raised: sum('raised'), lookedBack: sum('lookedBack') },
    },
  }
}
const all = places.villages.map((v) => v.id)

describe('what was kept, summed', () => {
  it('a month beside the month before, for the township and for each village', async () => {
    const { body } = await report('township', 'period=2026-06')
    expect(body).toMatchObject({
      title: '2026年6月报告',
      from: '2026-06-01',
      until: '2026-06-30',
      today: '2026-07-05',
    })
    // the last night wasn't kept: what stood there is that of the night before
    expect(body.keptDays).toEqual({ of: 30, is: 29 })
    expect(body.now).toMatchObject(added(all, '2026-06-01', '2026-06-30'))
    expect(body.before).toMatchObject(added(all, '2026-05-01', '2026-05-31'))
    for (const { id, row } of body.villages) expect(row).toMatchObject(added([id], '2026-06-01', '2026-06-30'))
    expect(body.villages).toHaveLength(12)
  })

  it('a quarter is its three months; one that runs counts the days that are over', async () => {
    const { body } = await report('leader', 'period=2026-Q2')
    expect(body.title).toBe('2026年第二季度季调度')
    expect(body.now).toMatchObject(added(all, '2026-04-01', '2026-06-30'))
    expect(body.before).toMatchObject({ open: 0, opened: 0, answered: { of: 0, is: 0 } })
    expect((await report('leader', 'period=2026-07')).body.keptDays).toEqual({ of: 4, is: 4 })
    expect((await report('leader', 'period=2026-08')).body).toMatchObject({ refusal: 'tooEarly' })
  })

  it('twelve months up to it and twelve weeks up to its last kept day; what was never kept is left out', async () => {
    const { body } = await report('township', 'period=2026-06&village=dongxi')
    expect(body.months.map((m) => m.month)).toEqual(['2026-04', '2026-05', '2026-06'])
    expect(body.months[1]).toMatchObject({ opened: added(['dongxi'], '2026-05-01', '2026-05-31').opened })
    expect(body.weeks.at(-1)).toEqual({
      ...{ on: '2026-06-29', open: kept.get('2026-06-29')!.get('dongxi')!.open },
      overdue: kept.get('2026-06-29')!.get('dongxi')!.overdue,
    })
    expect(body.weeks.map((w) => w.on).slice(0, 2)).toEqual(['2026-04-20', '2026-04-27'])
  })

  it('how two people rated is told of nobody: not of the village, and not of its month', async () => {
    const { body } = await report('township', 'period=2026-06')
    const row = body.villages.find((v) => v.id === 'houshan')?.row as ReportRow
    expect(row.answered.is).toBe(2)
    expect(row).not.toHaveProperty('rated')
    const own = await report('township', 'period=2026-06&village=houshan')
    expect(own.body.months.at(-1)).toMatchObject({ satisfied: 0, basically: 0, unsatisfied: 0 })
    expect(own.body.now).not.toHaveProperty('rated')
  })

  it('villages stand by what is overdue, and then by name', async () => {
    const { villages } = (await report('township', 'period=2026-06')).body
    const byHand = [...villages].sort((a, b) => b.row.overdue - a.row.overdue || a.name.localeCompare(b.name, 'zh-CN'))
    expect(villages).toEqual(byHand)
  })
})

describe('what the calendar asked for', () => {
  it('disclosure is what the village’s own calendar says fell due in the quarter', async () => {
    const { body } = await report('township', 'period=2026-Q2')
    const calendar = (
      await (await h.as('township')).get<DisclosureView>('/api/villages/dongxi/disclosure?year=2026')
    ).body.items.flatMap((i) => i.periods)
    const due = calendar.filter(
      (p) => p.dueOn >= '2026-04-01' && p.dueOn <= '2026-06-30' && !['notDue', 'notApplicable'].includes(p.state),
    )
    const { row } = body.villages.find((v) => v.id === 'dongxi')!
    expect(due.length).toBeGreaterThan(5)
    expect(row.disclosed).toEqual({
      of: due.length,
      is: due.filter((p) => p.postedOn && p.postedOn <= p.dueOn).length,
    })
    expect(row.disclosed.is).toBe(1)
    expect(row.missing).toBe(due.filter((p) => !p.postedOn).length)
    const byMonth = body.disclosure.filter((d) => d.month >= '2026-04')
    expect(byMonth.reduce((sum, d) => sum + d.due, 0)).toBe(body.now.disclosed.of)
    expect(byMonth.map((d) => d.inTime)).toEqual([0, 0, 1])
    // nothing that was due before its first day is held against a village
    expect(body.disclosure.find((d) => d.month === '2026-03')).toMatchObject({ due: 0 })
  })

  it('of two 说事日 in June one was held, though nobody came', async () => {
    const { body } = await report('clerk-dongxi', 'period=2026-06&village=dongxi')
    expect(body.now.sessions).toEqual({ of: 2, is: 1 })
    expect(body.villages).toEqual([])
    expect((await report('township', 'period=2026-06')).body.now.sessions).toEqual({ of: 24, is: 1 })
  })
})

describe('who may have it', () => {
  it.each([
    ['township', 'period=2026-06', 200],
    ['cluster-hai', 'period=2026-06', 200],
    ['county', 'period=2026-06&village=dongxi', 200],
    ['secretary-dongxi', 'period=2026-06&village=dongxi', 200],
    ['secretary-dongxi', 'period=2026-06', 403],
    ['secretary-dongxi', 'period=2026-06&village=shatang', 403],
    ['villager-dongxi', 'period=2026-06&village=dongxi', 403],
    ['township', 'period=2026-06&village=nowhere', 404],
  ])('%s asks for %s: %i', async (person, query, status) => {
    expect((await report(person, query)).status).toBe(status)
  })

  it('who is watched over is told to those who hold office there alone', async () => {
    await h.open(
      'township',
      'watch',
      {
        ...{ title: '公开连着三期没有按时', reason: '四五六月都晚了。', leader: 'leader', plan: '每周去一次。' },
        ...{ notedOn: '2026-07-05', finishBy: '2026-10-01' },
      },
      { villageId: 'dongxi' },
    )
    const { watched } = (await report('township', 'period=2026-06')).body
    expect(watched).toMatchObject([{ villageName: '东溪村', title: '公开连着三期没有按时' }])
    expect((await report('leader', 'period=2026-06')).body.watched).toHaveLength(1)
    expect((await report('cluster-hai', 'period=2026-06')).body.watched).toEqual([])
  })
})

const written = async (person: string, body: Record<string, unknown>) =>
  (await h.as(person)).post<{ url: string; name: string; refusal?: string }>('/api/papers/reports', {
    ...{ township: 'shiwan', period: '2026-06', ...body },
  })

describe('on paper', () => {
  it('one sheet for the township: figures beside those before, no ranking, nothing fetched', async () => {
    const { body } = await written('township', { as: 'print' })
    expect(body.name).toBe('石湾镇2026年6月报告')
    const response = await h.app.request(body.url)
    const html = await response.text()
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(html).not.toContain('<script')
    const { pages, width, height, asked } = await pdfOf(browser, html)
    expect([pages.length, width, height]).toEqual([1, 210, 297])
    expect(asked).toEqual([])
    const { now, before } = (await report('township', 'period=2026-06')).body
    for (const words of [
      ...['石湾镇2026年6月报告', '2026年6月1日至6月30日，30天里有29天有记录', '按逾期多少排，不是名次'],
      ...[`在办（期末）${now.open}件${before.open}件`, `新增${now.opened}件${before.opened}件`, '应开24次，开了1次'],
      ...['催办', '督办已答复', '约谈', '包案', '提级', '回头看', '重点帮扶', '公开连着三期没有按时'],
    ])
      expect(pages[0]).toContain(words)
  })

  it('one sheet for a village, where two ratings stay hidden; the back of it for a township of 54 villages', async () => {
    const { body } = await written('township', { as: 'print', village: 'houshan' })
    const { pages } = await pdfOf(browser, await (await h.app.request(body.url)).text())
    expect(pages).toHaveLength(1)
    expect(pages[0]).toContain('评价不到5件，不算')
    const { stores } = h.house
    const [township] = (await stores.places.places()).townships
    const villages = Array.from({ length: 54 }, (_, i) => ({
      ...township.villages[i % 12],
      id: `v${i}`,
      name: `第${i}村`,
    }))
    await stores.places.save({ townships: [{ ...township, villages }] })
    const large = await written('township', { as: 'print' })
    const sheets = await pdfOf(browser, await (await h.app.request(large.body.url)).text())
    await stores.places.save({ townships: [township] })
    expect(sheets.pages).toHaveLength(2)
    for (const { name } of villages) expect(sheets.pages[1]).toContain(name)
  })

  it('an address lets in whom it was given to, for ten minutes', async () => {
    expect((await written('villager-dongxi', { as: 'print' })).body).toMatchObject({ refusal: 'notInScope' })
    const { body } = await written('township', { as: 'print' })
    h.clock.at += 11 * 60_000
    expect((await h.app.request(body.url)).status).toBe(404)
  })

  it('as a workbook: the whole, the villages, the twelve months, with the same figures', async () => {
    const { body } = await written('township', { as: 'xlsx' })
    expect(body.name).toBe('石湾镇2026年6月报告.xlsx')
    const { sheets } = await readXlsx(new Uint8Array(await (await h.app.request(body.url)).arrayBuffer()))
    expect(sheets.map((s) => s.name)).toEqual(['全镇', '各村', '十二个月'])
    const { now, villages } = (await report('township', 'period=2026-06')).body
    const [whole, table, months] = sheets.map((s) => s.rows)
    expect(whole.find(([name]) => name === '办结')?.[1]).toBe(`${now.closed}件`)
    expect(table[1][0]).toBe('按逾期多少排，不是名次。')
    expect(table.slice(3).map(([name, open, overdue]) => [name, open, overdue])).toEqual(
      villages.map(({ name, row }) => [name, row.open, row.overdue]),
    )
    const columns = table[2]
    const houshan = table.find(([name]) => name === '后山村')!
    expect(houshan[columns.indexOf('满意和基本满意%')]).toBe('评价不到5件，不算')
    expect(months.slice(3).map(([month]) => month)).toHaveLength(12)
    expect(months.at(-1)?.slice(0, 3)).toEqual(['2026年6月', now.opened, now.closed])
  })
})
