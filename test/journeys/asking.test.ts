import type { CaseView, DisclosureView, RowsView } from '@shared/schemas/views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EngineName, openHouse, type TestHouse } from '../support/house'
import { importedStatement, posted, published, reviewed, statementForm } from './notices'
import { mayOf } from './workbooks'

const says = ({ body }: { body: unknown }) => (body as { says: string }).says
const refusal = ({ body }: { body: unknown }) => (body as { refusal: string }).refusal
const agreed = { outcome: 'agreed', form: { opinion: '属实，同意公开。' } }
const plans = {
  ...{ title: '三组规划', board: 'village', item: 'V02', audience: 'everyone', happenedOn: '2026-06-01' },
  body: '三组路边留两米绿化。',
}

describe.each<EngineName>(['sqlite', 'dynamo'])('villagers ask, on %s', (engine) => {
  let h: TestHouse
  let accounts: CaseView
  beforeAll(async () => {
    h = await openHouse(engine, '2026-06-05T09:00:00+08:00')
    const sheet = await importedStatement(h, 'clerk-dongxi', await mayOf({ closing: '196,860.50' }), {
      period: '2026-05',
    })
    accounts = await published(h, statementForm('2026-05', sheet.id), '2026-06-05')
  })
  afterAll(() => h.close())

  describe('straight to the township', () => {
    let asked: CaseView
    it('which has 20 days; the village can neither answer it nor see it on its desk', async () => {
      h.to('2026-06-10')
      const form = { question: '店面一年租金才三千六？', row: 2 }
      asked = await h.open('villager-dongxi', 'objectionToTownship', form, { about: accounts.id })
      expect(asked).toMatchObject({ step: 'townshipAnswer', dueOn: '2026-06-30' })
      expect(refusal(await h.act('clerk-dongxi', asked.id, { outcome: 'answered', form: { answer: '对的。' } }))).toBe(
        'notYourTurn',
      )
      const desk = async (person: string) =>
        (await (await h.as(person)).get<{ cards: { id: string }[] }>('/api/backlog?scope=me')).body.cards.map(
          (c) => c.id,
        )
      expect(await desk('township')).toContain(asked.id)
      expect(await desk('clerk-dongxi')).not.toContain(asked.id)
    })
    it('answers after looking into it; that stands at the row', async () => {
      h.to('2026-06-29')
      await h.done('township', asked.id, { outcome: 'answered', form: { answer: '合同是一个月三千六。' } })
      const { body } = await (await h.as()).get<RowsView>(`/api/cases/${accounts.id}/rows`)
      expect(body.rows[1].asked).toEqual([{ id: asked.id, answered: true }])
    })
    it('silence for seven days closes it without counting as clear', async () => {
      h.to('2026-07-06')
      expect((await h.see('villager-dongxi', asked.id)).step).toBe('told')
      h.to('2026-07-07')
      expect(await h.see('villager-dongxi', asked.id)).toMatchObject({ step: 'closed', outcome: 'silent' })
    })
  })

  it('whoever lets the surname be shown is called by it, and by nothing more', async () => {
    const form = { question: '慰问了几户？', nameShown: 'surname' }
    const asked = await h.open('villager-dongxi', 'objection', form, { about: accounts.id })
    await h.done('clerk-dongxi', asked.id, { outcome: 'answered', form: { answer: '十二户。' } })
    const seen = await h.see('neighbour-dongxi', asked.id)
    expect(seen.log[0].who).toBe('林**')
    expect(JSON.stringify(seen)).not.toContain('桂香')
  })

  it('not clear in the village goes on to the township, with the reason', async () => {
    h.to('2026-07-08')
    const asked = await h.open(
      'neighbour-dongxi',
      'objection',
      { question: '灯头是哪家的？', row: 3 },
      { about: accounts.id },
    )
    await h.done('supervisor-dongxi', asked.id, { outcome: 'answered', form: { answer: '街上买的。' } })
    expect(says(await h.act('neighbour-dongxi', asked.id, { outcome: 'unsatisfied' }))).toContain('请写一句')
    const further = await h.done('neighbour-dongxi', asked.id, {
      ...{ outcome: 'unsatisfied' },
      form: { reason: '没有说哪家店' },
    })
    expect(further).toMatchObject({ step: 'townshipAnswer', dueOn: '2026-07-28' })
  })

  describe('质询', () => {
    const extra = ['r4-dongxi', 'r5-dongxi']
    let opened: CaseView
    beforeAll(async () => {
      const { people } = h.house.stores
      const one = (await people.get('representative-dongxi'))!
      for (const id of extra) await people.save({ ...one, id, name: `${id}某`, household: `dongxi-${id}` })
      await people.saveList('demo', [...(await people.list('demo')), ...extra])
    })
    it('four representatives are one short', async () => {
      h.to('2026-07-10')
      opened = await h.open('representative-dongxi', 'questioning', {
        ...{ basis: 'representatives', whom: '村委会主任 阮海生' },
        question: '三组的路为什么拖了半年没有开工？',
      })
      for (const id of ['secretary-dongxi', 'supervisor-dongxi', 'r4-dongxi'])
        await h.done(id, opened.id, { aside: 'join' })
      const submitted = await h.act('representative-dongxi', opened.id, { outcome: 'submitted' })
      expect(submitted.status).toBe(422)
      expect(says(submitted)).toBe('要五名以上村民代表联名，还差1名。')
    })
    it('nobody joins twice; a fifth makes it enough', async () => {
      expect(says(await h.act('r4-dongxi', opened.id, { aside: 'join' }))).toContain('一个人只算一次')
      expect(says(await h.act('representative-dongxi', opened.id, { aside: 'join' }))).toContain('一个人只算一次')
      await h.done('r5-dongxi', opened.id, { aside: 'join' })
      const sent = await h.done('representative-dongxi', opened.id, { outcome: 'submitted' })
      expect(sent).toMatchObject({ step: 'decision', dueOn: '2026-07-25' })
    })
    it('within 15 days it is decided who answers; the answer is for the whole village, whoever asked stays unnamed', async () => {
      h.to('2026-07-20')
      const decided = await h.done('secretary-dongxi', opened.id, {
        ...{ outcome: 'decided' },
        form: { answeredBy: 'director-dongxi', way: 'written' },
      })
      expect(decided).toMatchObject({ step: 'answering', dueOn: '2026-07-30' })
      h.to('2026-07-22')
      await h.done('director-dongxi', opened.id, {
        ...{ outcome: 'answered' },
        form: { answer: '等电力杆移位，八月五日开工。', heldOn: '2026-07-22' },
      })
      const seen = await h.see('neighbour-dongxi', opened.id)
      expect(seen.fields.answer).toContain('八月五日开工')
      expect(seen.log[0].who).toBe('一位村民')
      expect(seen.fields.answeredBy).toBeUndefined()
      expect((await (await h.as('villager-shatang')).get(`/api/cases/${opened.id}`)).status).toBe(404)
    })
  })
})

describe.each<EngineName>(['sqlite', 'dynamo'])('who may read what is to be published, on %s', (engine) => {
  let h: TestHouse
  beforeAll(async () => {
    h = await openHouse(engine, '2026-06-05T09:00:00+08:00')
  })
  afterAll(() => h.close())
  const post = (role: 'supervisor', title = '村监委委员') => ({ role, place: 'dongxi', title, from: '2024-01-01' })
  const alsoSupervisor = async (id: string) => {
    const person = (await h.house.stores.people.get(id))!
    await h.house.stores.people.save({ ...person, posts: [...person.posts, post('supervisor')] })
  }
  const sent = async (by = 'clerk-dongxi') => {
    const { id } = await h.open(by, 'notice', plans)
    await h.done(by, id, { outcome: 'village' })
    return id
  }

  it('a supervisor who hasn’t signed yet reads on; that is pointed at', async () => {
    const read = await h.done('supervisor-dongxi', await sent(), agreed)
    expect(read.step).toBe('posting')
    expect(read.log.at(-1)?.remarks.map((r) => r.remark)).toEqual(['undeclared'])
  })

  it('whoever wrote it may not read it as supervisor (mustBeAnother); as 报账员 not what others wrote either', async () => {
    await alsoSupervisor('clerk-dongxi')
    expect(refusal(await h.act('clerk-dongxi', await sent(), agreed))).toBe('mustBeAnother')
    const other = await h.act('clerk-dongxi', await sent('secretary-dongxi'), agreed)
    expect(says(other)).toBe('村文书、村报账员不能当村监委成员。请换一位村监委成员审核。')
  })

  it('nor a member of the 村委会', async () => {
    await alsoSupervisor('keeper-dongxi')
    expect(says(await h.act('keeper-dongxi', await sent(), agreed))).toContain('村委会成员不能当村监委成员')
  })

  it('a supervisor who is near kin of a committee member may not, whichever of the two has signed', async () => {
    const declare = async (by: string, kin: readonly string[]) => {
      const { id } = await h.open(by, 'kinship', { term: '2024—2028' })
      return h.done(by, id, { outcome: 'signed', form: { kin, signed: true } })
    }
    await declare('director-dongxi', ['supervisor-dongxi'])
    const id = await sent()
    expect(says(await h.act('supervisor-dongxi', id, agreed))).toContain('您和村委会成员是近亲属')
    // signed anew without kin, the director's word no longer bars; the supervisor's own does
    h.to('2026-06-06')
    await declare('director-dongxi', [])
    expect((await h.done('supervisor-dongxi', await sent(), agreed)).step).toBe('posting')
    await declare('supervisor-dongxi', ['director-dongxi'])
    expect(says(await h.act('supervisor-dongxi', id, agreed))).toContain('您和村委会成员是近亲属')
  })

  it('kin of the secretary, who is no member of the 村委会, may; nobody but the office reads who is kin', async () => {
    h.to('2026-06-07')
    const { id } = await h.open('supervisor-dongxi', 'kinship', { term: '2024—2028' })
    await h.done('supervisor-dongxi', id, { outcome: 'signed', form: { kin: ['secretary-dongxi'], signed: true } })
    const read = await h.done('supervisor-dongxi', await sent(), agreed)
    expect(read).toMatchObject({ step: 'posting' })
    expect(read.log.at(-1)?.remarks).toEqual([])
    for (const reader of ['neighbour-dongxi', 'villager-shatang', undefined])
      expect((await (await h.as(reader)).get(`/api/cases/${id}`)).status).toBe(404)
  })
})

describe.each<EngineName>(['sqlite', 'dynamo'])('重大财务事项, on %s', (engine) => {
  let h: TestHouse
  beforeAll(async () => {
    h = await openHouse(engine, '2026-06-11T09:00:00+08:00')
  })
  afterAll(() => h.close())
  const rented = {
    ...{ title: '店面出租', board: 'finance', item: 'F09', audience: 'everyone', summary: '店面租给了超市。' },
    ...{ body: '租期三年。', amount: 6_000_000, happenedOn: '2026-06-10' },
  }
  const standing = async () => {
    const { body } = await (await h.as()).get<DisclosureView>('/api/villages/dongxi/disclosure?year=2026')
    return body.items.find((i) => i.code === 'F09')!.periods
  }

  it('that happened on the 10th is due on the 15th; nobody outside is told of it before', async () => {
    const found = await h.open('clerk-dongxi', 'majorFinance', rented)
    expect(found.dueOn).toBe('2026-06-15')
    h.to('2026-06-15')
    expect(await standing()).toEqual([])
    await posted(h, await reviewed(h, found), '2026-06-15')
    expect(await standing()).toMatchObject([
      { period: '@2026-06-10', dueOn: '2026-06-15', state: 'posted', postedOn: '2026-06-15' },
    ])
  })

  it('another, not posted by the sixth day, is 缺 from then on and late once it is', async () => {
    const found = await h.open('clerk-dongxi', 'majorFinance', { ...rented, happenedOn: '2026-06-12' })
    h.to('2026-06-17')
    expect(await standing()).toHaveLength(1)
    h.to('2026-06-18')
    expect((await standing())[1]).toMatchObject({ period: '@2026-06-12', dueOn: '2026-06-17', state: 'missing' })
    await posted(h, await reviewed(h, found), '2026-06-18')
    expect((await standing())[1]).toMatchObject({ state: 'late', postedOn: '2026-06-18' })
  })
})
