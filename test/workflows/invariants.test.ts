import { catalogueItem } from '@shared/catalogue'
import type { Aside, Follow, Num, Route, Share, Span, Step, Workflow } from '@shared/engine/workflow'
import { facts } from '@shared/rules/facts'
import { settings } from '@shared/schemas/settings'
import { fieldsOf, formOf, judgeForm } from '@shared/schemas/stepForms'
import { workflowOf, workflows } from '@shared/workflows'
import { describe, expect, it } from 'vitest'
import { filled } from '../support/build'

const roles =
  'villager partyMember representative clerk committee director secretary collectiveHead collectiveSupervisor supervisor sealKeeper groupLeader clusterLead agency township townshipLead discipline county'.split(
    ' ',
  )
const kinds =
  'text longText number money day time choice choices switch photos files voice proof names stages case present votes sheet person people hidden'.split(
    ' ',
  )
const places = (route: Route): readonly string[] =>
  typeof route === 'string'
    ? [route]
    : 'by' in route
      ? [...Object.values(route.to), route.otherwise].flatMap(places)
      : [...route.tiers.map((t) => t.to), route.above].flatMap(places)
/** A route and those within it that an amount or a choice decides. */
const choicesIn = (route: Route): Exclude<Route, string>[] =>
  typeof route === 'string'
    ? []
    : [
        route,
        ...('by' in route
          ? [...Object.values(route.to), route.otherwise]
          : [...route.tiers.map((t) => t.to), route.above]
        ).flatMap(choicesIn),
      ]
const routesOf = (w: Workflow) => [
  ...w.steps.flatMap((s) => Object.values(s.next).flatMap(choicesIn)),
  ...choicesIn(w.begins ?? w.steps[0].id),
]
const waysOut = (step: Step) => Object.values(step.next).flatMap(places)
const spansOf = (step: Step): Span[] => [step.due, step.notBefore, step.lapses?.after].filter((s) => s !== undefined)
const daysIn = (span: Span): Num => ('days' in span ? span.days : span.workdays)
const settingOf = (num: Num) => (typeof num === 'number' ? [] : [num.setting])
const settingsInShare = (share: Share): string[] =>
  'setting' in share ? [share.setting, ...settingsInShare(share.floor)] : []
const followsOf = (w: Workflow): Follow[] => [
  ...w.steps.flatMap((s) => Object.values(s.then ?? {}).filter((f) => f !== undefined)),
  ...w.asides.flatMap((a) => (a.then ? [a.then] : [])),
]
const formsOf = (w: Workflow) => [w.openForm, ...w.steps.map((s) => s.form), ...w.asides.map((a) => a.form)]
const fieldsIn = (w: Workflow) => new Set(formsOf(w).flatMap((f) => fieldsOf(f).map((field) => field.name)))
const each = (name: string, check: (step: Step, w: Workflow) => void) =>
  it.each(workflows.flatMap((w) => w.steps.map((s) => [`${w.id}.${s.id}`, s, w] as const)))(`%s ${name}`, (_, s, w) =>
    check(s, w),
  )

it('there is one definition for each name and version, and without a version the newest is found', () => {
  const names = workflows.map((w) => `${w.id} ${w.version}`)
  expect(new Set(names).size).toBe(names.length)
  for (const w of workflows) {
    expect(workflowOf(w.id, w.version)).toBe(w)
    expect(workflowOf(w.id)!.version).toBe(Math.max(...workflows.filter((o) => o.id === w.id).map((o) => o.version)))
  }
  expect(workflowOf('nothing')).toBeUndefined()
  expect(workflowOf('request', 99)).toBeUndefined()
})

describe.each(workflows.map((w) => [w.id, w] as const))('%s', (_, w) => {
  const ids = [...w.steps.map((s) => s.id as string), ...w.asides.map((a) => a.id)]

  it('is a value: nothing is lost when it is written down and read back', () => {
    expect(JSON.parse(JSON.stringify(w))).toEqual(w)
  })

  it('has no two steps or asides of one name, and none is called open or closed', () => {
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).not.toContain('open')
    expect(ids).not.toContain('closed')
  })

  it('reaches every step from the first', () => {
    const reached = new Set<string>()
    const go = (id: string): void => {
      if (reached.has(id)) return
      reached.add(id)
      for (const to of w.steps.filter((s) => s.id === id).flatMap(waysOut)) go(to)
    }
    for (const first of places(w.begins ?? w.steps[0].id)) go(first)
    expect([...reached].sort()).toEqual([...w.steps.map((s) => s.id), 'closed'].sort())
  })

  it('can come to an end from every step', () => {
    const ends = new Set(['closed'])
    for (let more = true; more; ) {
      const found = w.steps.filter((s) => !ends.has(s.id) && waysOut(s).some((to) => ends.has(to)))
      for (const s of found) ends.add(s.id)
      more = found.length > 0
    }
    expect(w.steps.filter((s) => !ends.has(s.id)).map((s) => s.id)).toEqual([])
  })

  it('has forms that exist and can be drawn: each field with a kind and a label', () => {
    for (const name of formsOf(w)) {
      expect(formOf(name), name).toBeDefined()
      for (const field of fieldsOf(name)) {
        expect(kinds, `${name}.${field.name}`).toContain(field.kind)
        expect(field.label, `${name}.${field.name}`).toMatch(/\p{Script=Han}/u)
        if (field.kind === 'choice') expect(field.options?.length, `${name}.${field.name}`).toBeGreaterThan(0)
      }
    }
  })

  it('names only facts that have their function', () => {
    const named = [
      ...(w.openFacts ?? []),
      ...w.steps.flatMap((s) => s.facts ?? []),
      ...w.asides.flatMap((a) => a.facts ?? []),
      ...w.steps.flatMap((s) => s.offers ?? []),
    ]
    for (const fact of named) expect(Object.keys(facts)).toContain(fact)
  })

  it('names only settings that exist', () => {
    const named = w.steps.flatMap((s) => [
      ...spansOf(s).flatMap((span) => settingOf(daysIn(span))),
      ...(s.shows ? settingOf(s.shows.days) : []),
      ...(s.count ? [s.count.pass.share, ...(s.count.quorum ?? []).map((q) => q.share)].flatMap(settingsInShare) : []),
      ...(s.count?.leavesOut ? [s.count.leavesOut] : []),
    ])
    const ofRoutes = routesOf(w).flatMap((r) =>
      'by' in r ? (typeof r.by === 'string' ? [] : [r.by.setting]) : r.tiers.flatMap((t) => settingOf(t.upTo)),
    )
    const ofAsides = w.asides.flatMap((a) => (a.lapses ? settingOf(daysIn(a.lapses.after)) : []))
    for (const setting of [...named, ...ofAsides, ...ofRoutes]) expect(Object.keys(settings)).toContain(setting)
  })

  it('lets only known roles and places act and open', () => {
    for (const who of w.opensBy) expect([...roles, 'child', 'clock']).toContain(who)
    for (const { id, by } of [...w.steps, ...w.asides]) {
      expect(by.length, id).toBeGreaterThan(0)
      for (const who of by)
        if (typeof who === 'string')
          expect([...roles, 'opener', 'owner', 'offered', 'clock', 'child'], id).toContain(who)
        else
          expect(
            formsOf(w).flatMap((f) => fieldsOf(f).filter((d) => d.name === who.named && d.kind === 'person')),
          ).not.toEqual([])
    }
  })

  it('takes days and sums only from fields that one of its forms asks for, or from the calendar', () => {
    const known = fieldsIn(w)
    const days = new Set(
      formsOf(w).flatMap((f) =>
        fieldsOf(f)
          .filter((d) => d.kind === 'day')
          .map((d) => d.name),
      ),
    )
    for (const s of w.steps) {
      for (const day of spansOf(s).flatMap((span) => span.from ?? []))
        if (!['entered', 'openedOn', 'nextSessionOn', 'nextStageOn'].includes(day))
          expect([...days], `${s.id} ${day}`).toContain(day)
      if (s.due?.from?.includes('nextStageOn')) expect([...known]).toContain('stages')
      if (s.shows) expect([...days]).toContain(s.shows.boardDay)
      if (s.shows && typeof s.shows.on !== 'string') expect([...known]).toContain(s.shows.on.field)
    }
    for (const route of routesOf(w)) {
      if (!('by' in route)) expect([...known]).toContain(route.field)
      else if (typeof route.by === 'string') {
        const asked = formsOf(w).flatMap((f) => fieldsOf(f).filter((d) => d.name === route.by))
        expect(asked.length, route.by).toBeGreaterThan(0)
        // every way that a choice opens is one that can be chosen
        const values = asked.flatMap((d) => (d.kind === 'switch' ? ['true'] : (d.options ?? []).map((o) => o.value)))
        for (const value of Object.keys(route.to)) expect(values, `${w.id} ${route.by}`).toContain(value)
      }
    }
    if (typeof w.sees !== 'string') expect(fieldsOf(w.openForm).map((f) => f.name)).toContain(w.sees.field)
  })

  it('finds a title for a case: from the form or from what was said', () => {
    expect(fieldsOf(w.openForm).map((f) => f.name)).toContain(w.titleFrom ?? 'title')
  })

  it('owes only items that the catalogue has', () => {
    for (const s of w.steps) if (s.owes) expect(catalogueItem(s.owes)).toBeDefined()
  })

  it('has rising tiers', () => {
    for (const route of routesOf(w))
      if (!('by' in route)) {
        const tops = route.tiers.map((t) =>
          typeof t.upTo === 'number' ? t.upTo : Number(settings[t.upTo.setting as 'legalityAbove'].value),
        )
        expect(tops).toEqual([...new Set(tops)].sort((a, b) => a - b))
      }
  })

  it('causes elsewhere only what is there to be caused, and hands over only what is taken there', () => {
    for (const follow of followsOf(w)) {
      const target =
        'open' in follow
          ? (typeof follow.open === 'string' ? [follow.open] : follow.open.of)
              .map((id) => workflowOf(id)!)
              .map((o) => (o?.opensBy.includes('child') ? o.openForm : ''))
          : workflows.flatMap((o) => [
              ...o.steps.filter((s) => s.by.includes('child') && follow.act in s.next).map((s) => s.form),
              ...o.asides.filter((a) => a.by.includes('child') && a.id === follow.act).map((a) => a.form),
            ])
      expect(target.length, JSON.stringify(follow)).toBeGreaterThan(0)
      for (const form of target)
        for (const field of follow.carry ?? []) {
          const taken = fieldsOf(form).find((f) => f.name === field)
          expect(taken, `${form} takes ${field}`).toBeDefined()
          const given = formsOf(w).flatMap((f) => fieldsOf(f).filter((g) => g.name === field))
          // a case knows its own title, number and id
          if (!['title', 'number', 'caseId', 'decision'].includes(field))
            expect(given.length, `${field} is asked for`).toBeGreaterThan(0)
          for (const g of given) {
            if (g.max === undefined || !['text', 'longText'].includes(g.kind)) continue
            const longest = filled(form, '2026-06-01', { [field]: '字'.repeat(g.max) })
            expect(judgeForm(form, longest).ok, `${form} takes ${field} of ${g.max}`).toBe(true)
          }
        }
    }
  })

  it('tells of its asides only whoever can have a desk, and reminds whoever has a day to keep (到期提醒)', () => {
    for (const { id, tells } of w.asides)
      for (const who of tells ?? [])
        if (typeof who === 'string') expect([...roles, 'opener', 'owner', 'offered', 'desk'], id).toContain(who)
    const kept = w.steps.some((s) => s.due && s.by.some((who) => who !== 'clock' && who !== 'child'))
    const reminds = w.asides.filter((a) => a.does === 'remind')
    expect(reminds.map(({ id, by, form }) => ({ id, by, form }))).toEqual(
      kept || reminds.length ? [{ id: 'remind', by: ['clock'], form: 'rung' }] : [],
    )
  })

  it('has asides that stand in steps that exist, and whose effect has the field it needs', () => {
    const needs: Partial<Record<NonNullable<Aside['does']>, string>> = {
      ...{ extend: 'days', draw: 'amount', release: 'amount', back: 'to', raise: 'to', remind: 'rung' },
    }
    for (const a of w.asides) {
      for (const step of a.during ?? []) expect(a.while === 'always' ? [...ids, 'closed'] : ids).toContain(step)
      for (const step of a.notBy ?? []) expect(['open', ...ids]).toContain(step)
      const field = a.does && needs[a.does]
      if (field) expect(fieldsOf(a.form).map((f) => f.name)).toContain(field)
    }
    // a clock that is stopped runs on by itself: nothing waits for ever
    for (const a of w.asides.filter((o) => o.does === 'pause')) {
      const resumes = w.asides.find((o) => o.id === a.lapses?.as)
      expect(resumes, a.id).toMatchObject({ by: ['clock'], does: 'resume', while: 'open' })
      expect(resumes?.during, a.id).toBeUndefined()
    }
    // whoever is offered something can take it, or not
    const offers = w.asides.some((a) => a.does === 'offer')
    for (const answer of ['own', 'decline'] as const)
      expect(w.asides.some((a) => a.does === answer && a.by.includes('offered'))).toBe(offers)
    // what was taken of a decision's money can come back, each purse its own
    for (const purse of ['pledged', undefined] as const) {
      const of = (does: Aside['does']) => w.asides.filter((a) => a.does === does && a.purse === purse)
      expect(of('release').length).toBe(of('draw').length)
      for (const { then } of of('draw')) expect(then && 'open' in then).toBe(true)
      for (const a of of('release')) expect(a.by).toEqual(['child'])
    }
    const does = w.asides.map((a) => a.does)
    expect(does.includes('pause')).toBe(does.includes('resume'))
  })
})

describe('each step', () => {
  each('leads somewhere with every outcome', (s, w) => {
    expect(Object.keys(s.next).length).toBeGreaterThan(0)
    for (const to of waysOut(s)) expect(['closed', ...w.steps.map((o) => o.id)]).toContain(to)
  })

  each('has its rule with the sentence, the source and its standing', (s) => {
    expect(s.rule.says).toMatch(/\p{Script=Han}/u)
    expect(s.rule.source.trim()).not.toBe('')
    expect(['law', 'party', 'local', 'ours']).toContain(s.rule.standing)
    expect([...s.seal]).toHaveLength(1)
    expect(s.title).toMatch(/\p{Script=Han}/u)
  })

  each('says passed or failed, and nothing else, where it counts', (s) => {
    if (!s.count) return expect(s.next).not.toHaveProperty('passed')
    expect(Object.keys(s.next).sort()).toEqual(['failed', 'passed'])
    for (const field of ['present', 'votesFor', 'votesAgainst', 'votesAbstain'])
      expect(fieldsOf(s.form).map((f) => f.name)).toContain(field)
  })

  each('has a word on the button for each outcome that a person chooses', (s) => {
    const people = s.by.some((who) => who !== 'clock' && who !== 'child')
    const chosen = s.count || !people ? [] : Object.keys(s.next).filter((o) => o !== s.lapses?.as)
    expect(Object.keys(s.says ?? {}).sort()).toEqual(chosen.sort())
  })

  each('lapses into an outcome that it has, and one that only time has can lapse', (s) => {
    if (s.lapses) expect(Object.keys(s.next)).toContain(s.lapses.as)
    if (s.by.every((who) => who === 'clock')) expect(s.lapses).toBeDefined()
  })

  each('bars only people of steps that exist, and needs only asides that exist', (s, w) => {
    for (const id of s.notBy ?? []) expect(['open', ...w.steps.map((o) => o.id)]).toContain(id)
    for (const id of s.needs ?? []) expect(w.asides.map((a) => a.id)).toContain(id)
    for (const outcome of Object.keys(s.then ?? {})) expect(Object.keys(s.next)).toContain(outcome)
  })

  each('hangs as long as it shows, at least 15 days, and only time takes it down (公示不少于15天)', (s, w) => {
    if (!s.shows) return
    // what hangs in the app at once and still waits for the wall goes nowhere but to its display
    if (!s.by.includes('clock')) {
      const [to, ...more] = waysOut(s)
      expect(more).toEqual([])
      return expect(w.steps.find((o) => o.id === to)?.shows).toEqual(s.shows)
    }
    expect(s.by).toEqual(['clock'])
    expect(s.shows.days).toMatchObject({ atLeast: 15 })
    expect(s.lapses!.after).toEqual({ days: s.shows.days, from: ['entered', s.shows.boardDay] })
    const moves = w.asides.filter((a) => a.does === 'posted' && a.during?.includes(s.id))
    expect(moves.flatMap((a) => fieldsOf(a.form).map((f) => f.name))).toContain(s.shows.boardDay)
  })
})

describe.each(['notice', 'correction', 'majorFinance'])('the %s', (id) => {
  const reviews = workflowOf(id)!.steps.filter((s) => s.form === 'reviewed')

  it('is reviewed by the bodies of its board', () =>
    expect(reviews.map((s) => s.id)).toEqual([
      ...['financeReview', 'collectiveReview', 'agencyReview'],
      ...(id === 'majorFinance' ? [] : ['supervisorReview', 'branchReview', 'partyApproval']),
    ]))
  it.each(reviews.map((s) => [s.id, s] as const))(
    '%s is never done by whoever opened, submitted or revised it (写的人不能审自己写的)',
    (_, step) => expect(step.notBy).toEqual(['open', 'submission', 'revision']),
  )
})
