import { verify } from '@shared/engine/chain'
import { addDays, isOverdue } from '@shared/engine/deadline'
import { workflows } from '@shared/workflows'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { homes, householdCode } from '../../functions/demo/households'
import { places } from '../../functions/demo/places'
import { storyOf } from '../../functions/demo/story'
import { householdMark } from '../../functions/views/caseView'
import { backlogKey, monitorView } from '../../functions/views/monitorView'
import { type Filled, filled } from './filled'

const daily = ['request', 'session', 'notice', 'matterOfRepresentatives', 'spending']

// a plain Sunday, and the last day of the year, after which the sessions lie in the next
describe.each([
  ['2026-11-22T09:30:00+08:00', '2026-12-10'],
  ['2026-12-31T10:00:00+08:00', '2027-01-10'],
])('a township in use, first started on %s', (began, nextSession) => {
  const today = began.slice(0, 10)
  const lastMonth = addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7)
  let demo: Filled
  const of = (workflow: string, village?: string) =>
    demo.cases.filter((c) => c.workflow === workflow && (!village || c.place.village === village))
  const matters = () => demo.cases.filter((c) => c.workflow.startsWith('matterOf'))
  const monitor = async () => {
    const keys = (await demo.stores.cases.openIn('shiwan')).map(backlogKey)
    return monitorView(places, keys, { today, asked: {}, holderName: (holder) => holder })
  }
  const titled = (title: string, workflow: string) => of(workflow, 'dongxi').find((c) => c.title === title)!

  beforeAll(async () => {
    demo = await filled(began)
  })
  afterAll(() => demo.close())

  it('tells every line of the story, each case under a key of its own', () => {
    expect(demo.refused).toEqual([])
    const keys = storyOf(Date.parse(began)).map((t) => t.key)
    expect(new Set(keys).size).toBe(keys.length)
    // and each village has a roster
    expect(demo.cases.length).toBe(keys.length + places.villages.length)
  })

  it('has logs that all verify, written in the order of their instants and none in the future', () => {
    for (const found of demo.cases) {
      expect(verify(found.log), found.number).toEqual([])
      const at = found.log.map((e) => e.at)
      expect([...at].sort(), found.number).toEqual(at)
      expect(at.at(-1)! <= new Date(began).toISOString(), found.number).toBe(true)
    }
  })

  it('leaves nothing undone: no follow-up waits, no step has lapsed unwritten', () => {
    for (const found of demo.cases) {
      expect(found.pending, found.number).toEqual([])
      expect(found.step !== 'closed' && found.lapsesOn !== undefined && found.lapsesOn <= today, found.number).toBe(
        false,
      )
    }
  })

  it('has cases of every workflow, and of the daily ones in every step and closed', () => {
    for (const { id } of workflows) expect(of(id).length, id).toBeGreaterThan(0)
    for (const workflow of workflows.filter((w) => daily.includes(w.id)))
      for (const step of [...workflow.steps.map((s) => s.id), 'closed'])
        expect(
          of(workflow.id).some((c) => c.step === step),
          `${workflow.id} ${step}`,
        ).toBe(true)
  })

  it('has at least 120 notices on three boards, 30 or more in 东溪村, five or more in each other village', () => {
    const notices = of('notice')
    expect(notices.length).toBeGreaterThanOrEqual(120)
    expect(new Set(notices.map((c) => c.shown?.on).filter(Boolean))).toEqual(new Set(['party', 'village', 'finance']))
    for (const { id } of places.villages) expect(of('notice', id).length, id).toBeGreaterThanOrEqual(5)
    expect(of('notice', 'dongxi').length).toBeGreaterThanOrEqual(30)
    for (const audience of ['everyone', 'villagers'])
      expect(
        notices.some((c) => c.shown && c.sees === audience),
        audience,
      ).toBe(true)
  })

  it('has an account of last month in every village, each opening where the one before closed, fourteen in 东溪村', async () => {
    for (const { id } of places.villages) {
      const accounts = of('notice', id)
        .filter((c) => c.fields.item === 'F03')
        .sort((a, b) => (a.fields.period as string).localeCompare(b.fields.period as string))
      if (id === 'dongxi') expect(accounts.length).toBe(14)
      else expect(accounts.length, id).toBeGreaterThanOrEqual(2)
      expect(accounts.at(-1)!.fields.period).toBe(addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7))
      const metas = await Promise.all(accounts.map((a) => demo.stores.sheets.meta(String(a.fields.sheet))))
      accounts.forEach((account, i) => {
        const { opening, closing, income, expense, count } = metas[i]!
        expect(account.shown, account.number).toBeDefined()
        expect(count, account.number).toBeGreaterThanOrEqual(12)
        expect(opening! + income - expense).toBe(closing)
        expect(opening, account.number).toBeGreaterThan(0)
        if (i) expect(opening).toBe(metas[i - 1]!.closing)
        const first = id === 'jiaotou' ? 'collectiveSupervisor' : 'supervisor'
        expect(account.log.filter((e) => e.outcome === 'agreed').map((e) => e.role)).toEqual([first, 'agency'])
      })
    }
  })

  it('shows the latest account of 东溪村 as the pictures do: 33 vouchers in ten categories', async () => {
    const latest = of('notice', 'dongxi').filter((c) => c.fields.item === 'F03')
    const account = latest.reduce((a, c) => (String(c.fields.period) > String(a.fields.period) ? c : a))
    const meta = (await demo.stores.sheets.meta(String(account.fields.sheet)))!
    expect(meta).toMatchObject({ count: 33, opening: 36_984_877, closing: 41_209_327 })
    expect(meta.categories.map((c) => [c.category, c.fen, c.count])).toEqual([
      ['上级补助资金', 8_000_000, 2],
      ['集体房屋和鱼塘租金', 3_600_000, 4],
      ['路灯和村道维修', 3_280_000, 3],
      ['保洁和垃圾清运', 2_150_000, 2],
      ['慰问困难户', 1_200_000, 12],
      ['光伏发电', 986_000, 1],
      ['误工补贴', 850_000, 1],
      ['办公水电', 641_550, 5],
      ['其他支出', 500_000, 2],
      ['其他收入', 260_000, 1],
    ])
  })

  it('shows the township 180 to 270 open cases, 20 to 40 of them overdue by 1 to 12 days, 礁头村 worst, three villages with none', async () => {
    const { totals, villages } = await monitor()
    expect(totals.open >= 180 && totals.open <= 270, `${totals.open} open`).toBe(true)
    expect(totals.overdue >= 20 && totals.overdue <= 40, `${totals.overdue} overdue`).toBe(true)
    expect(villages[0].name).toBe('礁头村')
    expect(villages.filter((v) => v.overdue === 0).length).toBeGreaterThanOrEqual(3)
    for (const { dueOn, number } of demo.cases)
      if (dueOn && isOverdue(dueOn, today)) expect(dueOn >= addDays(today, -12), `${number} ${dueOn}`).toBe(true)
  })

  it('has something late, something due today and something later on the desks of 东溪村', async () => {
    for (const role of ['secretary', 'director', 'clerk']) {
      const desks = [`dongxi#${role}`, `${role}-dongxi`]
      const due = (await Promise.all(desks.map((d) => demo.stores.cases.deskKeys(d))))
        .flat()
        .map((r) => r.sort.slice(0, 10))
      expect(
        due.some((d) => d < today),
        `${role} late`,
      ).toBe(true)
      expect(
        due.some((d) => d === today),
        `${role} today`,
      ).toBe(true)
      expect(
        due.some((d) => d > today),
        `${role} later`,
      ).toBe(true)
    }
  })

  it('tells of her road, her lamps and her mirror', () => {
    const road = titled('三组到四组路面硬化', 'matterOfRepresentatives')
    expect(road.step).toBe('decisionDisplay')
    const raised = demo.cases.find((c) => c.id === road.from)!
    expect(raised).toMatchObject({ step: 'waitingForMatter', opener: 'villager-dongxi', workflow: 'request' })
    expect(titled('晒谷场三盏路灯不亮', 'request')).toMatchObject({ step: 'rating', opener: 'villager-dongxi' })
    expect(titled('四组路口想装凸面镜', 'request')).toMatchObject({ step: 'hearing', opener: 'villager-dongxi' })
  })

  it('has matters on every track: a lease with comments, one called, sent back, failed and raised again, a stage that is late', () => {
    expect(titled('村集体鱼塘重新发包', 'matterOfMembers')).toMatchObject({ step: 'planDisplay' })
    const comments = titled('村集体鱼塘重新发包', 'matterOfMembers').log.filter((e) => e.aside === 'comment')
    expect(comments.map((e) => e.person)).toEqual(['villager-dongxi', 'neighbour-dongxi'])
    expect(titled('村规民约修订', 'matterOfAssembly').step).toBe('call')
    expect(titled('四组老井清淤和井台整修', 'matterOfGroup').fields.group).toBe(4)
    expect(matters().some((c) => c.log.some((e) => e.aside === 'sendBack' && e.values.reason))).toBe(true)
    const again = matters().find((c) => c.about)!
    expect(demo.cases.find((c) => c.id === again.about)!.outcome).toBe('failed')
    const staged = matters().filter((c) => c.step === 'works' && c.fields.stages)
    expect(staged.some((c) => isOverdue(c.dueOn!, today))).toBe(true)
  })

  it('has papers stamped last month and this, one waiting, a contract before its second signature, one void', () => {
    const papers = of('sealReview', 'dongxi')
    const stamped = papers.flatMap((c) => (c.outcome === 'stamped' ? [String(c.fields.stampedOn).slice(0, 7)] : []))
    expect(stamped.filter((m) => m === lastMonth).length).toBeGreaterThanOrEqual(4)
    expect(papers.some((c) => c.step === 'approval')).toBe(true)
    expect(papers.some((c) => c.log.some((e) => e.aside === 'void'))).toBe(true)
    const contract = papers.find((c) => c.step === 'countersign')!
    const matter = demo.cases.find((c) => c.id === contract.from)!
    expect([contract.fields.decision, matter.pledged]).toEqual([matter.number, contract.fields.amount])
  })

  it('has bills booked last month in two villages, two split under the line, one over it under its decision', () => {
    for (const village of ['dongxi', 'shatang'])
      expect(
        of('spending', village).filter((c) => String(c.fields.bookedOn).startsWith(lastMonth)).length,
        village,
      ).toBeGreaterThanOrEqual(3)
    const remarks = of('spending').flatMap((c) => c.log.flatMap((e) => e.remarks.map((r) => r.remark)))
    expect(remarks.filter((r) => r === 'splitBills').length).toBe(1)
    const over = of('spending').filter((c) => Number(c.fields.amount) > 5_000_000)
    expect(over.length).toBeGreaterThanOrEqual(2)
    for (const { from, fields } of over) expect(demo.cases.find((c) => c.id === from)!.number).toBe(fields.decision)
  })

  it('has an audit of a term put right step by step, and one on leaving that is to be posted before the election', () => {
    expect(of('audit', 'dongxi')[0]).toMatchObject({ step: 'rectification', fields: { kind: 'term', stagesDone: 1 } })
    const [leaving] = of('audit', 'shatang')
    expect(leaving).toMatchObject({ step: 'leavingPosting', fields: { kind: 'leaving' } })
    expect(leaving.dueOn! < String(leaving.fields.electionOn)).toBe(true)
  })

  it('has one paused, extended, escalated, planned, reopened, urged and taken over, and a vote that failed', () => {
    const did = (what: string) => demo.cases.some((c) => c.log.some((e) => (e.aside ?? e.outcome) === what))
    for (const what of [
      'extend',
      'escalate',
      'nudge',
      'raiseLevel',
      'summon',
      'inspection',
      'plan',
      'unsatisfied',
      'urge',
      'takeOver',
      'failed',
      'withdraw',
      'returned',
    ])
      expect(did(what), what).toBe(true)
    expect(demo.cases.some((c) => c.pausedOn)).toBe(true)
  })

  it('says at least 40 different things in requests and 20 in matters, none twice in a village', () => {
    const texts = of('request').map(
      (c) => `${c.place.village} ${(c.fields.text as string).replace(/[一二三四五六七八]组/g, '')}`,
    )
    expect(new Set(texts).size).toBe(texts.length)
    expect(new Set(texts.map((t) => t.split(' ')[1])).size).toBeGreaterThanOrEqual(40)
    expect(new Set(matters().map((c) => c.title)).size).toBeGreaterThanOrEqual(20)
  })

  it('has sessions that the clock opened on the evening before, held, nobody there, not held, and one not written down', () => {
    const outcomes = of('session').map((c) => c.log.find((e) => e.step === 'meeting')?.outcome)
    for (const outcome of ['held', 'nobodyCame', 'notHeld', undefined])
      expect(outcomes, `${outcome}`).toContain(outcome)
    for (const { log, fields, number } of of('session')) {
      expect([log[0].kind, addDays(log[0].on, 1)], number).toEqual(['clock', fields.sessionOn])
      expect(String(fields.hosts), number).toMatch(/书记|主任/)
    }
    expect(of('session', 'dongxi').length).toBe(4)
    expect(of('session', 'dongxi').some((c) => c.shown?.as === '小结')).toBe(true)
  })

  it('hears next as the calendar says: an evening more in 后山村, one moved in 官田村, and what waits stands on those days', async () => {
    const changes = async (village: string) => demo.stores.sessions.of(village)
    const { extra } = await changes('houshan')
    expect(extra.map((e) => e.kind)).toEqual(['evening'])
    const [[planned, { to }]] = Object.entries((await changes('guantian')).moved)
    expect([planned, addDays(to, 1)]).toEqual([nextSession, nextSession])
    const dueIn = (village: string) =>
      of('request', village)
        .filter((c) => c.step === 'hearing')
        .map((c) => c.dueOn)
    expect(new Set(dueIn('guantian'))).toEqual(new Set([to]))
    expect(new Set(dueIn('dongxi'))).toEqual(new Set([nextSession]))
  })

  it('says in the summary of a session how many were heard, as they were', async () => {
    const posted = of('session').filter((c) => typeof c.fields.summary === 'string')
    expect(posted.length).toBeGreaterThanOrEqual(15)
    for (const { place, fields } of posted) {
      const heard = await demo.stores.cases.heardOn(place.village, String(fields.sessionOn))
      const said = Number(/听了(\d+)件/.exec(String(fields.summary))?.[1] ?? 0)
      expect(said, `${place.village} ${fields.sessionOn}`).toBe(heard.length)
    }
  })

  it('was spoken for with proof, handed over, merged, objected to, consulted on the board, looked back at and reminded', () => {
    const requests = of('request')
    const spokenFor = requests.filter((c) => c.fields.onBehalf)
    expect(spokenFor.length).toBeGreaterThanOrEqual(5)
    for (const c of spokenFor) {
      expect((c.fields.consent as string[]).length, c.number).toBe(1)
      const rated = c.log.filter((e) => e.kind === 'person' && ['rating', 'secondRating'].includes(e.step) && !e.aside)
      for (const e of rated) expect((e.values.proof as string[]).length, c.number).toBe(1)
    }
    const did = (what: string) => requests.some((c) => c.log.some((e) => (e.aside ?? e.outcome) === what))
    for (const what of [
      'handOver',
      'accept',
      'merge',
      'merged',
      'objected',
      'upheld',
      'undisputed',
      'noticed',
      'agreed',
    ])
      expect(did(what), what).toBe(true)
    for (const what of ['inspection', 'reminded', 'returned', 'escalated']) expect(did(what), what).toBe(true)
    expect(of('consultationOutcome').every((c) => c.shown?.on === 'village')).toBe(true)
    expect(of('consultationOutcome').some((c) => c.log.some((e) => e.aside === 'carriedOut'))).toBe(true)
  })

  it('counts households that have read the account and the road in 东溪村, and never one of a visitor', async () => {
    const road = titled('三组到四组路面硬化', 'matterOfRepresentatives')
    const last = addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7)
    const account = of('notice', 'dongxi').find((c) => c.fields.item === 'F03' && c.fields.period === last)!
    for (const { id } of [road, account]) {
      const mark = householdMark({ ...demo.deps, stores: demo.stores }, householdCode(homes.villager))
      const { size, has } = await demo.deps.table.marked(`read#${id}`, mark)
      expect(size > 100 && size < 412, `${size}`).toBe(true)
      expect(has).toBe(false)
    }
  })

  it('keeps every card within 260 bytes', () => {
    for (const { card } of demo.items) expect(Buffer.byteLength(card!)).toBeLessThanOrEqual(260)
  })

  it('has pictures that are whole, each known by its content', async () => {
    const ids = demo.cases
      .flatMap((c) => c.log.flatMap((e) => [e.values.photos, e.values.boardPhotos].flat()))
      .filter(Boolean)
    expect(ids.length).toBeGreaterThanOrEqual(12)
    for (const id of ids as string[]) {
      expect((await demo.stores.files.get(id))?.done).toBe(true)
      expect((await demo.deps.files.kept(id))?.subarray(1, 4)).toEqual(new Uint8Array(Buffer.from('PNG')))
    }
  })
})
