import { requestCategories, requestWords } from '@shared/requestCategories'
import type { RaisingView, RequestWordsOf, SimilarView } from '@shared/schemas/requestViews'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type EngineName, openHouse, type TestHouse } from '../support/house'
import { answer, canal, lamps, quiet, raise } from './requesting'

type Refused = { refusal: string; says: string; detail: { field?: string } }

describe.each<EngineName>(['sqlite', 'dynamo'])('requests over HTTP on %s', (engine) => {
  let h: TestHouse
  beforeEach(async () => {
    h = await openHouse(engine)
  })
  afterEach(() => h.close())

  const get = async <T>(path: string, person?: string) => (await h.as(person)).get<T & Refused>(path)
  const post = async <T>(path: string, body: unknown, person?: string) =>
    (await h.as(person)).post<T & Refused>(path, body)

  describe('what someone who raises something has to know', () => {
    const raising = async (person?: string, village = 'dongxi') =>
      (await get<RaisingView>(`/api/villages/${village}/raising`, person)).body

    it('is the categories, the phone, and how many are left of today', async () => {
      expect(await raising()).toEqual({ categories: requestCategories, left: 5, phone: '0000-6012 0010' })
      await raise(h, 'villager-dongxi', lamps)
      expect((await raising('villager-dongxi')).left).toBe(4)
      expect((await raising('neighbour-dongxi')).left).toBe(5)
      await raise(h, 'villager-dongxi', canal)
      expect((await raising('villager-dongxi')).left).toBe(3)
      await post('/api/places/shiwan/settings', { settings: { requestsPerDay: 1 } }, 'township')
      expect((await raising('villager-dongxi')).left).toBe(0)
      h.to('2026-06-02', '00:00')
      expect((await raising('villager-dongxi')).left).toBe(1)
    })

    it('has no limit for whoever enters for others, and follows the setting', async () => {
      expect((await raising('clerk-dongxi')).left).toBe(99)
      expect((await raising('clerk-dongxi', 'shatang')).left).toBe(5)
      expect((await raising('supervisor-dongxi')).left).toBe(5)
      await post('/api/places/shiwan/settings', { settings: { requestsPerDay: 7 } }, 'township')
      expect((await raising()).left).toBe(7)
      await raise(h, 'clerk-dongxi', lamps)
      expect((await raising('clerk-dongxi')).left).toBe(99)
    })

    it('is refused of a village that isn’t there', async () => {
      for (const what of ['raising', 'answers', 'rates'])
        expect((await get(`/api/villages/nowhere/${what}`)).status, what).toBe(404)
      expect((await get('/api/villages/nowhere/similar?q=x', 'villager-dongxi')).status).toBe(404)
    })
  })

  describe('similar ones', () => {
    const similar = async (q: string, person = 'neighbour-dongxi', more = '') =>
      get<SimilarView>(`/api/villages/dongxi/similar?q=${encodeURIComponent(q)}${more}`, person)
    const ids = async (...asked: Parameters<typeof similar>) =>
      (await similar(...asked)).body.found.map((f) => f.card.id)

    it('are open ones of the village about the same, with how many care', async () => {
      const { id } = await raise(h, 'villager-dongxi', lamps)
      await raise(h, 'villager-dongxi', canal)
      await post(`/api/cases/${id}/care`, {}, 'neighbour-dongxi')
      const { body } = await similar('晒谷场的灯坏了，走路看不见')
      expect(body.found).toMatchObject([{ card: { id, mark: '说' }, cares: 1, mine: true }])
      expect((await similar('晒谷场的灯坏了', 'representative-dongxi')).body.found[0]).toMatchObject({
        cares: 1,
        mine: false,
      })
      expect(await ids('村口公交站想加个棚')).toEqual([])
      expect(await ids('')).toEqual([])
      await h.done('villager-dongxi', id, { aside: 'withdraw', form: { reason: '自己修好了' } })
      expect(await ids('晒谷场的灯坏了，走路看不见')).toEqual([])
    })

    it('are at most three, the likest first', async () => {
      const people = ['villager-dongxi', 'representative-dongxi', 'supervisor-dongxi', 'keeper-dongxi']
      const raised = []
      for (const person of people)
        raised.push((await raise(h, person, { ...lamps, text: `${lamps.text}${person}` })).id)
      const last = await raise(h, 'collective-dongxi', { ...lamps, text: '晒谷场三盏路灯不亮' })
      const found = await ids('晒谷场三盏路灯不亮')
      expect(found).toHaveLength(3)
      expect(found).toContain(last.id)
    })

    it('never show a villager what is for the office alone, nor a stranger anything', async () => {
      const { id } = await raise(h, 'villager-dongxi', quiet)
      const open = await raise(h, 'villager-dongxi', lamps)
      expect(await ids(quiet.text)).toEqual([])
      expect(await ids(quiet.text, 'clerk-dongxi')).toEqual([id])
      expect(await ids(lamps.text)).toEqual([open.id])
      expect(await ids(lamps.text, 'villager-shatang')).toEqual([])
      expect((await get(`/api/villages/dongxi/similar?q=x`)).status).toBe(401)
      // escaped, a character is nine of the 4096 that an address may have
      expect((await similar('长'.repeat(400))).status).toBe(200)
      expect((await similar('长'.repeat(455))).status).toBe(413)
      expect((await similar('a'.repeat(2000))).status).toBe(200)
      expect((await similar('a'.repeat(2001))).status).toBe(400)
    })

    it('to merge one into: raised before it, open, not itself, and readable for whoever raised it', async () => {
      const secret = await raise(h, 'representative-dongxi', { ...lamps, visibility: 'office' })
      const first = await raise(h, 'villager-dongxi', lamps)
      h.to('2026-06-01', '09:01')
      const other = await raise(h, 'villager-dongxi', canal)
      const gone = await raise(h, 'representative-dongxi', { ...lamps, text: '晒谷场灯不亮' })
      await h.done('representative-dongxi', gone.id, { aside: 'withdraw', form: { reason: '有人说过了' } })
      h.to('2026-06-01', '09:02')
      const { id } = await raise(h, 'neighbour-dongxi', { ...lamps, text: '晒谷场的灯又坏了，看不见路。' })
      h.to('2026-06-01', '09:03')
      await raise(h, 'keeper-dongxi', { ...lamps, text: '晒谷场的灯坏了，我也碰到。' })
      expect(await ids('', 'clerk-dongxi', `&to=${id}`)).toEqual([first.id, other.id])
      expect(await ids('水渠', 'clerk-dongxi', `&to=${id}`)).toEqual([other.id, first.id])
      const hidden = await raise(h, 'supervisor-dongxi', quiet)
      expect(await ids('', 'clerk-dongxi', `&to=${hidden.id}`)).toContain(secret.id)
      expect((await similar('', 'neighbour-dongxi', `&to=${id}`)).body.refusal).toBe('notInScope')
      expect((await similar('', 'clerk-shatang', `&to=${id}`)).body.refusal).toBe('notInScope')
      expect((await similar('', 'clerk-dongxi', '&to=c000000000000000000000000')).status).toBe(404)
    })
  })

  describe('我也关心', () => {
    const care = (person: string | undefined, id: string) =>
      post<{ count: number }>(`/api/cases/${id}/care`, {}, person)

    it('counts each villager of the village once', async () => {
      const { id } = await raise(h, 'villager-dongxi', lamps)
      const counts = []
      for (const person of ['neighbour-dongxi', 'neighbour-dongxi', 'representative-dongxi', 'secretary-dongxi'])
        counts.push((await care(person, id)).body.count)
      expect(counts).toEqual([1, 1, 2, 3])
      const { cares } = await h.see('neighbour-dongxi', id)
      expect(cares).toEqual({ count: 3, mine: true })
    })

    it('is refused in words: one’s own, of another village, closed, no request, unseen', async () => {
      const { id } = await raise(h, 'villager-dongxi', lamps)
      expect((await care('villager-dongxi', id)).body.says).toBe('这件事就是您提的，不用再点“我也关心”。')
      expect((await care('township', id)).body.says).toBe('只有本村村民的“我也关心”才计数。')
      expect((await care('villager-shatang', id)).status).toBe(404)
      expect((await care(undefined, id)).status).toBe(401)
      const hidden = await raise(h, 'villager-dongxi', quiet)
      expect((await care('neighbour-dongxi', hidden.id)).status).toBe(404)
      await answer(h, id, '换了灯头，三盏都亮了。')
      await h.done('villager-dongxi', id, { outcome: 'satisfied' })
      expect((await care('neighbour-dongxi', id)).body.refusal).toBe('caseIsClosed')
    })
  })

  describe('the county’s words', () => {
    const words = {
      categories: [{ value: 'water', label: '水' }],
      templates: [{ category: 'water', text: '【哪天】修好了。' }],
    }
    const read = (person = 'clerk-dongxi', place = 'dongxi') =>
      get<RequestWordsOf>(`/api/places/${place}/request-words`, person)
    const save = (body: unknown, person = 'county', place = 'demo-county') =>
      post<RequestWordsOf>(`/api/places/${place}/request-words`, body, person)

    it('are the defaults until the county has its own, and read alike at every place of it', async () => {
      for (const place of ['dongxi', 'shiwan', 'demo-county'])
        expect((await read('clerk-dongxi', place)).body).toEqual({ mayChange: false, words: requestWords })
      expect((await read('county')).body.mayChange).toBe(true)
      expect((await save(words, 'county', 'dongxi')).body).toEqual({
        ...{ mayChange: true, words, changedBy: '县农业农村局 苏月英，2026-06-01' },
      })
      expect((await read('clerk-dongxi', 'shatang')).body.words).toEqual(words)
      expect((await get('/api/places/dongxi/request-words')).status).toBe(401)
      expect((await read('clerk-dongxi', 'nowhere')).status).toBe(404)
    })

    it('hold for what is raised from then on; what was raised before keeps its category', async () => {
      const { id } = await raise(h, 'villager-dongxi', lamps)
      await save(words)
      const wanted = (category: string) =>
        post(
          '/api/cases',
          { actId: h.actId(), workflow: 'request', villageId: 'dongxi', form: { ...canal, category } },
          'villager-dongxi',
        )
      expect((await wanted('environment')).body.says).toContain('没有这一类')
      expect((await wanted('water')).status).toBe(201)
      expect((await h.see('villager-dongxi', id)).fields.category).toBe('utilities')
    })

    it('are the county’s alone to change', async () => {
      for (const person of ['township', 'leader', 'secretary-dongxi', 'villager-dongxi'])
        expect((await save(words, person)).body.refusal, person).toBe('notInScope')
      expect((await save(words, 'county', 'nowhere')).status).toBe(404)
    })

    it('are refused in words where a category comes twice, is none, or a beginning has none', async () => {
      const says = async (body: unknown) => (await save(body)).body.says
      const [one] = words.categories
      expect(await says({ ...words, categories: [one, { value: 'b', label: '水' }] })).toBe(
        '“水”写了两次。每一类只写一次。',
      )
      expect(await says({ ...words, categories: [one, { value: 'water', label: '电' }] })).toContain('请删掉一类重新加')
      expect(await says({ ...words, templates: [{ category: 'road', text: '修好了。' }] })).toContain(
        '没有归到现有的哪一类',
      )
      expect(await says({ ...words, categories: [], templates: [] })).toBe('至少要有一类。')
      expect(await says({ ...words, categories: [{ value: 'a', label: '很长很长的一个类别名' }] })).toContain(
        '最多8个字',
      )
      expect((await read()).body.words).toEqual(requestWords)
    })
  })
})
