import type { Citizen } from '@shared/schemas/person'
import type { CaseView } from '@shared/schemas/views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, deliberation, partyMeeting, proposal, raisedRoad, resolution } from '../journeys/meetings'
import { openHouse, type TestHouse } from '../support/house'
import { pictures } from '../support/pictures'
import { openSession } from '../support/sessions'

let h: TestHouse
const ids: string[] = []
/** What only the office may read; each is planted where a form puts it. */
const secrets = {
  officeRequest: '只给村干部看的事甲',
  heard: '谁说了什么乙',
  minutes: '说事日会议记录丙',
  note: '给审核人的话丁',
  draft: '还没贴出的内容戊',
  withdrawn: '贴错了的内容己',
  withdrawnTitle: '贴错了的标题壬',
  payee: '收款人庚',
  handedTo: 'director-dongxi',
  invited: '请了谁来辛',
  came: '来的人癸',
  elder: '老人子',
  elderPhone: '老屋丑',
  consent: '同意寅.png',
}

beforeAll(async () => {
  h = await openHouse('sqlite', '2026-06-01T09:00:00+08:00')
  const keep = (found: CaseView) => {
    ids.push(found.id)
    return found.id
  }
  const hidden = { text: secrets.officeRequest, category: 'dispute', visibility: 'office' }
  keep(await h.open('villager-dongxi', 'request', hidden))

  const road = keep(await h.open('villager-dongxi', 'request', raisedRoad))
  await h.done('clerk-dongxi', road, { outcome: 'urgent' })
  await h.done('secretary-dongxi', road, { outcome: 'handle', form: { decision: '村里办', heldOn: '2026-06-01' } })
  await h.done('clerk-dongxi', road, {
    aside: 'handOver',
    form: { owner: secrets.handedTo, reason: '主任管路' },
  })

  const quarrel = keep(await h.open('neighbour-dongxi', 'request', { ...raisedRoad, text: '两家争地界' }))
  await h.done('clerk-dongxi', quarrel, { outcome: 'urgent' })
  await h.done('secretary-dongxi', quarrel, { outcome: 'consult', form: { decision: '协商', heldOn: '2026-06-01' } })
  const meeting = { subject: '地界', way: 'talk', meetOn: '2026-06-04', startsAt: '19:00', place: '说事室' }
  await h.done('director-dongxi', quarrel, { outcome: 'noticed', form: { ...meeting, invited: secrets.invited } })

  const session = (await openSession(h.house, { on: '2026-06-01' })).id
  ids.push(session)
  const held = { attended: 3, came: [secrets.came], readBack: '都回了', minutes: secrets.minutes }
  await h.done('clerk-dongxi', session, { outcome: 'held', form: held })
  await h.done('clerk-dongxi', session, { form: { summary: '听了两件。', boardOn: '2026-06-01' } })

  const consent = [await h.upload('keeper-dongxi', pictures['image/png'], 'image/png', secrets.consent)]
  const behalf = { onBehalf: secrets.elder, onBehalfPhone: secrets.elderPhone, consent, channel: 'door' }
  keep(await h.open('keeper-dongxi', 'request', { ...raisedRoad, text: '门前路滑', ...behalf }))

  const content = {
    ...{ title: '规划', board: 'village', item: 'V02', happenedOn: '2026-06-01', audience: 'everyone' },
  }
  keep(await h.open('clerk-dongxi', 'notice', { ...content, body: secrets.draft }))
  const hang = async (body: string, title = content.title) => {
    const notice = keep(await h.open('clerk-dongxi', 'notice', { ...content, title, body }))
    await h.done('clerk-dongxi', notice, { outcome: 'village', form: { note: secrets.note } })
    await h.done('supervisor-dongxi', notice, { outcome: 'agreed', form: { opinion: '属实' } })
    await h.done('clerk-dongxi', notice, { form: { boardOn: '2026-06-01' } })
    return notice
  }
  await hang('先修三组的路')
  const wrong = await hang(secrets.withdrawn, secrets.withdrawnTitle)
  keep(await h.open('neighbour-dongxi', 'request', { ...raisedRoad, text: '这份公开我看不懂' }, { about: wrong }))
  await h.done('township', wrong, { aside: 'withdraw', form: { ground: 'personalData', reason: '写了人名' } })

  const matter = keep(await h.open('secretary-dongxi', 'matterOfRepresentatives', { title: '修路', topic: 'planning' }))
  await h.done('secretary-dongxi', matter, { form: proposal('2026-06-01') })
  await h.done('director-dongxi', matter, { form: deliberation('2026-06-01') })
  h.to('2026-06-06')
  await h.done('secretary-dongxi', matter, { form: partyMeeting('2026-06-06') })
  await h.done('director-dongxi', matter, { form: call('2026-06-06', '2026-06-10') })
  const agreed = { heldOn: '2026-06-05', heard: secrets.heard, result: '各让一尺' }
  await h.done('director-dongxi', quarrel, { outcome: 'agreed', form: agreed })
  ids.push((await h.see('clerk-dongxi', quarrel)).links.children[0]!.id)
  h.to('2026-06-10')
  await h.done('director-dongxi', matter, { form: resolution('2026-06-10') })
  await h.done('clerk-dongxi', matter, { form: { summary: '修路。', boardOn: '2026-06-10' } })
  h.to('2026-06-26')
  await h.done('clerk-dongxi', matter, {
    aside: 'spend',
    form: {
      ...{ amount: 100, purpose: '石子', payee: secrets.payee, category: '工程款', account: 'village' },
      billOn: '2026-06-26',
    },
  })
})
afterAll(() => h.close())

/** All that someone is ever sent, as it goes over the wire. */
const sentTo = async (person: string | undefined): Promise<string> => {
  const me = await h.as(person)
  const village = '/api/villages/dongxi'
  const paths = [
    ...[village, `${village}/home`, '/api/me', '/api/backlog', '/api/backlog?scope=village', '/api/villages'],
    ...['all', 'party', 'village', 'finance'].map((board) => `${village}/boards/${board}?limit=50`),
    ...['request', 'session', 'notice', 'matterOfRepresentatives', 'consultationOutcome'].map(
      (w) => `${village}/cases?workflow=${w}&limit=50`,
    ),
    ...['sessions', 'sessions/2026-06-01', 'sessions/2026-06-10', 'similar?q=路', 'answers?q=地界', 'rates'].map(
      (of) => `${village}/${of}`,
    ),
    ...ids.map((id) => `/api/cases/${id}`),
  ]
  const answers = []
  for (const path of paths) answers.push(JSON.stringify((await me.get(path)).body))
  return answers.join('\n')
}

describe('what only the office may read', () => {
  const readers = ['nobody', 'neighbour-dongxi', 'representative-dongxi', 'villager-shatang', 'clerk-shatang'] as const
  it.each(readers)('never reaches %s, in whatever is asked for', async (reader) => {
    const sent = await sentTo(reader === 'nobody' ? undefined : reader)
    for (const [what, secret] of Object.entries(secrets)) expect(sent.includes(secret), what).toBe(false)
    // the public part of the same cases is there
    expect(sent).toContain('先修三组的路')
    if (reader !== 'neighbour-dongxi')
      expect(sent).not.toContain((await h.house.stores.people.get('neighbour-dongxi'))!.name)
    expect(sent).not.toContain('林桂香')
    expect(sent).not.toContain('villager-dongxi')
  })

  it('reaches the office, so that the test above looks for what is there', async () => {
    const sent = await sentTo('secretary-dongxi')
    for (const [what, secret] of Object.entries(secrets)) expect(sent.includes(secret), what).toBe(true)
  })

  it('reaches whoever said it themselves', async () => {
    expect(await sentTo('villager-dongxi')).toContain(secrets.officeRequest)
  })
})

describe('我看过了', () => {
  it('counts a household once, whoever of it looks and however often', async () => {
    const villager = (await h.house.stores.people.get('villager-dongxi'))!
    await h.house.stores.people.save({ ...villager, id: 'spouse-dongxi', name: '何有为' })
    await h.house.stores.people.saveList('demo', [...(await h.house.stores.people.list('demo')), 'spouse-dongxi'])
    const looks = async (person: string) =>
      (await (await h.as(person)).post<{ households: number }>(`/api/cases/${ids[1]}/read`, {})).body.households
    expect(await looks('villager-dongxi')).toBe(1)
    expect(await looks('villager-dongxi')).toBe(1)
    expect(await looks('spouse-dongxi')).toBe(1)
    expect(await looks('neighbour-dongxi')).toBe(2)
    expect((await h.see('spouse-dongxi', ids[1]!)).read).toMatchObject({ households: 2, mine: true })
    expect((await (await h.as('township')).post(`/api/cases/${ids[1]}/read`, {})).status).toBe(403)
  })
})

describe('a post', () => {
  it('that ended yesterday can’t act today; on its last day it could', async () => {
    h.to('2026-06-29')
    const request = await h.open('villager-dongxi', 'request', { ...raisedRoad, text: '水管漏水' })
    const clerk = (await h.house.stores.people.get('clerk-dongxi'))!
    const until = (day: string) =>
      h.house.stores.people.save({ ...clerk, posts: clerk.posts.map((p) => ({ ...p, until: day })) })
    await until('2026-06-29')
    expect((await h.see('clerk-dongxi', request.id)).may.step?.ok).toBe(true)
    h.to('2026-06-30', '00:01')
    const refused = await (await h.as('clerk-dongxi')).post(`/api/cases/${request.id}/acts`, {
      ...{ actId: 'after-the-post', seen: 1, outcome: 'acknowledged', form: {} },
    })
    // what the roster gives they still have: they see it as a villager, and may do nothing
    expect(refused).toMatchObject({ status: 403, body: { refusal: 'notYourTurn' } })
    const { posts } = (await (await h.as('clerk-dongxi')).get<{ person: Citizen }>('/api/me')).body.person
    expect(posts.map((p) => p.role)).toEqual(['villager'])
    h.to('2026-06-29', '23:59')
    await h.done('clerk-dongxi', request.id, { outcome: 'acknowledged' })
    await h.house.stores.people.save(clerk)
  })
})

describe('a picture', () => {
  it('of whoever was named to handle it is shown at once; a villager’s once the village has looked', async () => {
    const photo = async (person: string) => [await h.upload(person, pictures['image/png'])]
    const photos = await photo('villager-dongxi')
    const { id } = await h.open('villager-dongxi', 'request', { ...raisedRoad, text: '桥栏杆松了', photos })
    const seen = async () => {
      const { files, waitingFiles } = await h.see('neighbour-dongxi', id)
      return [files.length, waitingFiles]
    }
    expect(await seen()).toEqual([0, 1])
    await h.done('clerk-dongxi', id, { outcome: 'urgent' })
    expect(await seen()).toEqual([1, 0])
    const form = { decision: '去看', heldOn: '2026-06-29', owner: 'keeper-dongxi' }
    await h.done('secretary-dongxi', id, { outcome: 'handle', form })
    const done = { result: '栏杆焊好了。', photos: await photo('keeper-dongxi') }
    await h.done('keeper-dongxi', id, { outcome: 'done', form: done })
    expect(await seen()).toEqual([2, 0])
  })
})

describe('turning pages', () => {
  type Page = { cards: { id: string }[]; next?: string }
  const turn = async (person: string | undefined, path: string, between?: (page: number) => Promise<unknown>) => {
    const seen: string[] = []
    let after = ''
    for (let n = 1; ; n++) {
      const { status, body } = await (await h.as(person)).get<Page>(`${path}&limit=2${after}`)
      expect(status).toBe(200)
      expect(body.cards.length).toBeLessThanOrEqual(2)
      seen.push(...body.cards.map((c) => c.id))
      if (!body.next) return seen
      after = `&after=${encodeURIComponent(body.next)}`
      await between?.(n)
    }
  }
  const once = (seen: readonly string[], expected: readonly string[]) =>
    expect([...seen].sort()).toEqual([...expected].sort())

  it('gives each case of a kind, of mine, of a board and of a backlog once', async () => {
    h.to('2026-07-02')
    const mixed: Record<'request' | 'kinship' | 'session', string[]> = { request: [], kinship: [], session: [] }
    for (let n = 0; n < 5; n++) {
      h.clock.at += 1000
      mixed.request.push((await h.open('clerk-shatang', 'request', { ...raisedRoad, text: `第${n}件` }, at)).id)
      mixed.kinship.push((await h.open('clerk-shatang', 'kinship', { term: `第${n}届` }, at)).id)
      const { id } = await openSession(h.house, { on: '2026-07-02', village: 'shatang', title: `第${n}次` })
      mixed.session.push(id)
      await h.done('clerk-shatang', id, { outcome: 'held', form: { attended: 1, minutes: '听了。' } })
      await h.done('clerk-shatang', id, { form: { summary: '小结', boardOn: '2026-07-02' } })
    }
    const village = '/api/villages/shatang'
    once(await turn('clerk-shatang', `${village}/cases?workflow=session`), mixed.session)
    for (const workflow of ['request', 'kinship'] as const) {
      once(await turn('clerk-shatang', `${village}/cases?mine=1&workflow=${workflow}`), mixed[workflow])
      once(await turn('clerk-shatang', `${village}/cases?workflow=${workflow}`), mixed[workflow])
    }
    once(await turn(undefined, `${village}/boards/all?`), mixed.session)
    once(await turn(undefined, `${village}/boards/village?item=-`), mixed.session)
    once(await turn(undefined, `${village}/boards/village?item=V01`), [])
    once(await turn('clerk-shatang', '/api/backlog?scope=me'), [...mixed.request, ...mixed.kinship])
    once(await turn('secretary-shatang', '/api/backlog?scope=village'), mixed.request)
    once(
      await turn('township', `/api/backlog?scope=township&village=shatang&mark=${encodeURIComponent('说')}`),
      mixed.request,
    )
  })

  it('goes on where it was when a case leaves the list meanwhile', async () => {
    const before = await turn('clerk-shatang', '/api/backlog?scope=me')
    const seen = await turn('clerk-shatang', '/api/backlog?scope=me', async (page) => {
      if (page === 1) await h.done('clerk-shatang', before[1]!, { outcome: 'urgent' })
    })
    once(seen, before)
  })

  it('shows the head of one cluster no card of an office-only case in another', async () => {
    const hidden = { text: '只给村干部看的第二件', category: 'dispute', visibility: 'office' }
    const { id } = await h.open('villager-shatang', 'request', hidden, at)
    const path = '/api/backlog?scope=township&village=shatang'
    expect(await turn('cluster', path)).not.toContain(id)
    expect(await turn('cluster-hai', path)).toContain(id)
  })

  const at = { villageId: 'shatang' }
})

describe('a village that shows its boards to its own people alone', () => {
  const roads = { category: 'road', visibility: 'villagers' }

  it('answers its villagers and those above it as before; a guest and another village’s people nothing but its name', async () => {
    const { townships } = await h.house.stores.places.places()
    const closed = townships.map((t) => ({
      ...t,
      villages: t.villages.map((v) => (v.id === 'dongxi' ? { ...v, closedToGuests: true as const } : v)),
    }))
    await h.house.stores.places.save({ townships: closed })
    const asked = ['home', 'boards/all', 'cases', 'disclosure', 'accounts', 'guides', 'search?q=路'].map(
      (of) => `/api/villages/dongxi/${of}`,
    )
    const statuses = async (person: string | undefined, paths: readonly string[]) =>
      Promise.all(paths.map(async (path) => (await (await h.as(person)).get(path)).status))
    const all = [...asked, ...ids.map((id) => `/api/cases/${id}`)]
    expect(new Set(await statuses(undefined, all))).toEqual(new Set([401]))
    const printed = await (await h.as()).post('/api/papers/prints', { case: ids[1], size: 'A4' })
    expect(printed.status).toBe(401)
    expect(await statuses(undefined, ['/api/villages/dongxi', '/api/villages/shatang/home'])).toEqual([200, 200])
    for (const own of ['neighbour-dongxi', 'clerk-dongxi', 'cluster', 'agency', 'county'])
      expect(new Set(await statuses(own, asked)), own).toEqual(new Set([200]))
    const { id: mine } = await h.open('villager-dongxi', 'request', { text: '搬走以前说的事', ...roads })
    for (const other of ['villager-shatang', 'secretary-shatang', 'cluster-hai'])
      expect(new Set(await statuses(other, [...all, `/api/cases/${mine}`])), other).toEqual(new Set([403]))
    const sheet = await (await h.as('villager-shatang')).post('/api/papers/exports', { case: ids[1] })
    expect(sheet.status).toBe(403)
    expect(await statuses('villager-shatang', ['/api/villages/dongxi', '/api/villages/shatang/home'])).toEqual([
      200, 200,
    ])
    // whoever has moved away still follows what they raised themselves, and nothing else
    const mover = (await h.house.stores.people.get('villager-dongxi'))!
    const moved = mover.posts.map((p) => ({ ...p, until: '2026-01-01' }))
    await h.house.stores.people.save({ ...mover, posts: moved })
    expect(await statuses('villager-dongxi', [`/api/cases/${mine}`, '/api/villages/dongxi/home'])).toEqual([200, 403])
    await h.house.stores.people.save(mover)
    await h.house.stores.places.save({ townships })
  })
})

describe('what is posted without another reviewer', () => {
  it('holds no ID number: a session’s summary and a decision’s are refused with the place', async () => {
    h.to('2026-08-10')
    const { id } = await openSession(h.house, { on: '2026-08-10' })
    const held = { attended: 3, readBack: '都回了。', minutes: '听了三件。' }
    await h.done('clerk-dongxi', id, { outcome: 'held', form: held })
    const form = { summary: '１１０１０５　１９４９１２３１　００２Ｘ 的补助批了。', boardOn: '2026-08-10' }
    const refused = await h.act('clerk-dongxi', id, { form })
    expect(refused.status).toBe(422)
    expect((refused.body as unknown as { says: string }).says).toContain('“说事日小结”里有身份证号')
    await h.done('clerk-dongxi', id, { form: { ...form, summary: '补助批了。' } })
  })
})
