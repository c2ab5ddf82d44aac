import type { BadgeView, RollCallView, RollsView, RosterView } from '@shared/schemas/rosterViews'
import type { SheetRow } from '@shared/sheetKinds'
import type { Sheet } from '@shared/sheets'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rosterSizes } from '../../functions/demo/rosters'
import { xlsxType } from '../../functions/files/files'
import { book } from '../papers/books'
import { type EngineName, openHouse, type TestHouse } from '../support/house'

type Refused = { refusal: string; says: string }
type Told<T> = T & Refused
const row = (no: string, more: SheetRow = {}): SheetRow => ({
  ...{
    no,
    name: '新来的',
    household: '9-900',
    group: 2,
    sex: 'female',
    adultOn: '2001-02-03',
    collective: 'yes',
    ...more,
  },
})

describe.each<EngineName>(['sqlite', 'dynamo'])('名册 over HTTP on %s', (engine) => {
  let h: TestHouse
  beforeEach(async () => {
    h = await openHouse(engine)
  })
  afterEach(() => h.close())

  const get = async <T>(person: string | undefined, path: string) => (await h.as(person)).get<Told<T>>(path)
  const rolls = (query = '', person = 'clerk-dongxi') => get<RollsView>(person, `/api/villages/dongxi/rolls${query}`)
  const eligible = async (query = '') =>
    Object.fromEntries((await rolls(query)).body.rolls.map((r) => [r.roll, r.eligible]))
  const roster = (query = '', person = 'clerk-dongxi') => get<RosterView>(person, `/api/villages/dongxi/roster${query}`)
  const everybody = async () => {
    const members: RosterView['members'] = []
    let after: string | undefined
    do {
      const page = (await roster(`?limit=100${after ? `&after=${after}` : ''}`)).body
      members.push(...page.members)
      after = page.next
    } while (after)
    return members
  }
  const rollCall = (query: string, person = 'clerk-dongxi') =>
    get<RollCallView>(person, `/api/villages/dongxi/roll-call${query}`)
  const badge = async (person = 'villager-dongxi') => get<BadgeView>(person, '/api/papers/badge')
  const readBadge = async (body: Record<string, unknown>, person = 'clerk-dongxi', village = 'dongxi') =>
    (await h.as(person)).post<Told<{ no: string; name: string }>>(`/api/villages/${village}/badges`, {
      ...{ roll: 'adults', on: '2026-06-01', ...body },
    })
  const saved = async (rows: readonly SheetRow[]) => {
    const { status, body } = await (await h.as('clerk-dongxi')).post<{ sheet?: { id: string }; problems: unknown }>(
      '/api/villages/dongxi/sheets',
      { kind: 'roster', rows },
    )
    expect(status).toBe(201)
    return body.sheet?.id ?? body.problems
  }
  const changed = async (effectiveOn: string, rows: readonly SheetRow[], outcome?: 'agreed' | 'returned') => {
    const form = { title: '有人迁入', kind: 'rows', effectiveOn, sheet: await saved(rows), reason: '户口迁入' }
    const { id } = await h.open('clerk-dongxi', 'rosterChange', form)
    const ground = outcome === 'returned' && { ground: 'wrong' }
    if (outcome) await h.done('secretary-dongxi', id, { outcome, form: { opinion: '对过了', ...ground } })
    return id
  }

  it('tells 应到 of every roll on a day and where it came from, without a name', async () => {
    const { status, body } = await rolls()
    expect(status).toBe(200)
    expect(await eligible()).toEqual({
      ...{ branchCommittee: rosterSizes.branch, twoCommittees: 9, partyVoting: rosterSizes.party },
      ...{ representativesMeeting: 38, adults: 824, households: 824, collectiveCapable: 824 },
      ...{ collectiveRepresentatives: rosterSizes.collective },
    })
    expect(body).toMatchObject({
      villageName: '东溪村',
      on: '2026-06-01',
      people: 961,
      groups: [1, 2, 3, 4, 5, 6, 7, 8],
    })
    expect([body.warnings, body.changes]).toEqual([
      [],
      [
        {
          ...{ id: expect.any(String), number: '东溪册-2024-0001', kind: 'whole', rows: 961 },
          ...{ effectiveOn: '2024-01-02', agreedOn: '2024-01-02' },
        },
      ],
    ])
    expect(JSON.stringify(body)).not.toMatch(/林桂香|何福来|hash/)
    expect((await eligible('?group=3')).groupAdults).toBe(104)
    expect(await eligible('?on=2024-01-01')).toMatchObject({ adults: 0, representativesMeeting: 0 })
    // the third of each household comes of age on that day
    expect([(await eligible('?on=2027-05-31')).adults, (await eligible('?on=2027-06-01')).adults]).toEqual([824, 961])
  })

  it('warns where a body is not made up as the law has it', async () => {
    const women = (await everybody()).filter((m) => m.representative && m.sex === 'female')
    const without = (many: number) =>
      changed(
        '2026-06-01',
        women.slice(0, many).map(({ no, name, household, group, adultOn }) => ({
          ...{ no, name, household, group, adultOn, sex: 'female', change: 'edit' },
        })),
        'agreed',
      )
    expect(women).toHaveLength(16)
    // 11 women of 33 are a third
    await without(5)
    expect((await rolls()).body.warnings).toEqual([])
    await without(6)
    expect((await rolls()).body.warnings.join()).toContain('妇女代表10人，不到代表会议32人的三分之一')
  })

  it('a change counts once another person has agreed, from its day on, and not before', async () => {
    const waiting = await changed('2026-06-01', [row('9-900-1', { change: 'join' })])
    expect(await eligible()).toMatchObject({ adults: 824 })
    const own = await h.act('clerk-dongxi', waiting, { outcome: 'agreed', form: { opinion: '好' } })
    expect(own.status).toBe(403)
    await h.done('supervisor-dongxi', waiting, { outcome: 'agreed', form: { opinion: '对过了' } })
    expect(await eligible()).toMatchObject({ adults: 825, collectiveCapable: 825 })
    await changed('2026-06-02', [row('9-900-2', { change: 'join' })], 'agreed')
    expect([(await eligible()).adults, (await eligible('?on=2026-06-02')).adults]).toEqual([825, 826])
    await changed('2026-06-01', [row('9-900-3', { change: 'join' })], 'returned')
    expect((await eligible('?on=2026-06-02')).adults).toBe(826)
    expect((await rolls()).body.changes.map((c) => [c.effectiveOn, c.kind, c.rows])).toEqual([
      ['2026-06-02', 'rows', 1],
      ['2026-06-01', 'rows', 1],
      ['2024-01-02', 'whole', 961],
    ])
  })

  it('应到 of a past day stays what it was, whatever changes later', async () => {
    const before = (await rolls('?on=2026-05-20')).body.rolls
    await changed('2026-06-01', [row('9-900-1', { change: 'join' })], 'agreed')
    h.to('2026-07-01')
    await changed('2026-07-01', [{ no: '9-900-1', name: '新来的', change: 'leave' }], 'agreed')
    expect((await rolls('?on=2026-05-20')).body.rolls).toEqual(before)
    expect([(await eligible('?on=2026-06-30')).adults, (await eligible()).adults]).toEqual([825, 824])
  })

  it('the office looks people up by name, household or number, a page at a time', async () => {
    const { body } = await roster('?q=林桂香')
    expect(body).toMatchObject({ on: '2026-06-01', found: 1 })
    expect(body.members).toMatchObject([
      { name: '林桂香', no: '3-018-1', household: '3-018', group: 3, collective: true },
    ])
    expect((await roster('?q=3-018')).body.members.map((m) => m.no)).toEqual(['3-018-1', '3-018-2', '3-018-3'])
    expect((await roster('?q=3-018-2')).body.found).toBe(1)
    const seen = (await everybody()).map((m) => m.no)
    expect([seen.length, new Set(seen).size]).toEqual([961, 961])
    expect([...seen].sort()).toEqual(seen)
  })

  it('who is called is read out by group and household', async () => {
    const { called, title } = (await rollCall('?roll=partyVoting')).body
    expect([title, called.length]).toEqual(['党员大会', rosterSizes.party])
    expect(called.map((m) => `${m.group} ${m.household} ${m.no}`)).toEqual(
      called.map((m) => `${m.group} ${m.household} ${m.no}`).sort(),
    )
    expect(Object.keys(called[0]).sort()).toEqual(['group', 'household', 'name', 'no'])
    const group = await rollCall('?roll=groupAdults&group=3')
    expect(group.body.called.every((m) => m.group === 3)).toBe(true)
    expect(group.body.called).toHaveLength(104)
    expect(await rollCall('?roll=groupAdults')).toMatchObject({ status: 400, body: { says: '请先选是哪个组的会。' } })
    expect((await rollCall('?roll=everybody')).body.says).toContain('没有这种会')
    expect((await rollCall('?roll=adults&on=2026-02-30')).body.says).toContain('没有这一天')
  })

  it.each([...['villager-dongxi', 'representative-dongxi', 'clerk-shatang', 'secretary-shatang', 'cluster-hai']])(
    '%s reads no names and no numbers of 东溪村',
    async (person) => {
      for (const path of ['rolls', 'roster', 'roster?q=林', 'roll-call?roll=adults']) {
        const { status, body } = await get<object>(person, `/api/villages/dongxi/${path}`)
        expect([status, body.refusal], path).toEqual([403, 'notInScope'])
        expect(body.says).toContain('村委会')
      }
      const { status } = await readBadge({ code: (await badge()).body.code }, person)
      expect(status).toBe(403)
    },
  )

  it('nobody reads it without signing in; the township and the cluster over it do', async () => {
    expect((await get(undefined, '/api/villages/dongxi/roster')).status).toBe(401)
    expect((await get(undefined, '/api/papers/badge')).status).toBe(401)
    for (const person of ['township', 'cluster', 'county', 'agency', 'supervisor-dongxi'])
      expect((await roster('?limit=1', person)).status, person).toBe(200)
    expect((await get('township', '/api/villages/nowhere/roster')).status).toBe(404)
  })

  it('the rows of a change are for the office alone, whoever has its address', async () => {
    const id = (await rolls()).body.changes[0].id
    expect((await get<{ rows: unknown[] }>('clerk-dongxi', `/api/cases/${id}/rows?limit=2`)).body.rows).toHaveLength(2)
    for (const person of ['villager-dongxi', 'clerk-shatang', undefined])
      expect((await get(person, `/api/cases/${id}/rows`)).status, person).toBe(404)
  })

  describe('签到码', () => {
    it('is a picture of a code that names nobody, and is read as number and name', async () => {
      const { body } = await badge()
      expect(body).toMatchObject({ no: '3-018-1', name: '林桂香', on: '2026-06-01' })
      expect(body.code).toMatch(/^MW:dongxi:3-018-1:2026-06-01:[0-9a-f]{16}$/)
      expect(body.svg).toMatch(/^<svg .*<path .*<\/svg>$/)
      expect(await readBadge({ code: body.code })).toMatchObject({
        status: 200,
        body: { no: '3-018-1', name: '林桂香' },
      })
    })

    it('is good today and not tomorrow', async () => {
      const { code } = (await badge()).body
      h.to('2026-06-01', '23:59')
      expect((await readBadge({ code })).status).toBe(200)
      h.to('2026-06-02', '00:00')
      const { status, body } = await readBadge({ code, on: '2026-06-02' })
      expect([status, body.refusal]).toEqual([422, 'ruleNotMet'])
      expect(body.says).toBe('这张签到码是6月1日的，只在当天有用。请对方重新打开“我的签到码”再扫。')
      expect((await readBadge({ code: (await badge()).body.code, on: '2026-06-02' })).status).toBe(200)
    })

    it('ticks nobody at a meeting of another day', async () => {
      const { code } = (await badge()).body
      for (const on of ['2026-05-31', '2026-06-02'])
        expect((await readBadge({ code, on })).body.says, on).toContain('只能在当天扫码')
    })

    it('is not good in another village, nor with a letter changed', async () => {
      const { code } = (await badge()).body
      const elsewhere = await readBadge({ code }, 'clerk-shatang', 'shatang')
      expect([elsewhere.status, elsewhere.body.says]).toEqual([422, '这是别的村的签到码，不能在这里签到。'])
      for (const forged of [
        code.replace('3-018-1', '3-018-2'),
        code.replace('dongxi', 'shatang'),
        code.replace('2026-06-01', '2026-06-02'),
        `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`,
        '签到码',
        '',
      ])
        expect(await readBadge({ code: forged }), forged).toMatchObject({
          status: 400,
          body: { refusal: 'badRequest' },
        })
    })

    it('says in words why somebody is not called to this meeting', async () => {
      const { code } = (await badge()).body
      expect((await readBadge({ code, roll: 'partyVoting' })).body.says).toContain('不在党员大会的名册里')
      expect((await readBadge({ code, roll: 'groupAdults', group: 4 })).body.says).toContain('是3组的人，不是4组的')
      expect((await readBadge({ code, roll: 'groupAdults', group: 3 })).status).toBe(200)
      expect((await readBadge({ code, roll: 'groupAdults' })).status).toBe(400)
      const { no, name, household, group, adultOn } = (await roster('?q=3-018-1')).body.members[0]
      const probationary = { no, name, household, group, adultOn, sex: 'female', party: 'probationary', change: 'edit' }
      await changed('2026-06-01', [probationary], 'agreed')
      expect((await readBadge({ code, roll: 'partyVoting' })).body.says).toBe(
        '林桂香是预备党员，没有表决权，可以列席，不算到会人数。',
      )
      await changed('2026-06-01', [{ no, name, change: 'leave' }], 'agreed')
      expect((await readBadge({ code })).body.says).toContain('名册里没有这个人了')
      expect((await badge()).body.says).toContain('请在签到册上签名')
    })

    it('whoever is not tied to a roster has none, and is told to sign on paper', async () => {
      const { status, body } = await badge('township')
      expect([status, body.refusal]).toEqual([422, 'ruleNotMet'])
      expect(body.says).toContain('请在签到册上签名')
    })
  })

  it('a workbook with birthdays is read once and then gone; one with document numbers at once', async () => {
    const heading = ['编号', '姓名', '户号', '组', '性别', '出生日期', '变动']
    const lin = ['9-900-1', '林小满', '9-900', 2, '女', '2001-02-03', '加入']
    const sent = async (rows: (string | number)[][]) => {
      const file = await h.upload('clerk-dongxi', await book(rows), xlsxType, '名册.xlsx')
      const imported = async () =>
        (await h.as('clerk-dongxi')).post<Told<{ sheet?: { id: string } }>>('/api/papers/imports', {
          ...{ village: 'dongxi', kind: 'roster', file },
        })
      return { file, first: await imported(), again: imported }
    }
    const good = await sent([heading, lin])
    const id = good.first.body.sheet!.id
    expect(good.first.status).toBe(200)
    expect(Buffer.from((await h.deps.files.kept(id))!).toString()).not.toMatch(/2001/)
    const kept = JSON.parse(Buffer.from((await h.deps.files.kept(id))!).toString()) as Sheet
    expect(kept.rows[0]).toMatchObject({ adultOn: '2019-02-03', fourteenOn: '2015-02-03', change: 'join' })
    const bad = await sent([
      [...heading, '身份证号'],
      [...lin, '330102199005081234'],
    ])
    expect([bad.first.status, bad.first.body.refusal]).toEqual([422, 'badFile'])
    expect(bad.first.body.says).toContain('整列删掉')
    for (const { file, again } of [good, bad]) {
      expect(Buffer.from((await h.deps.files.kept(file))!).toString()).toBe('{}')
      expect((await again()).status).toBe(404)
    }
  })
})
