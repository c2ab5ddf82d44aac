import { catalogueItem } from '@shared/catalogue'
import { type Disclosed, isReplaced, owedYear, readOwed } from '@shared/disclosure'
import type { Person as Actor, Case, FormValue, Place } from '@shared/engine/case'
import { monthsOf } from '@shared/period'
import { findPersonalData } from '@shared/personalData'
import type { Corrects } from '@shared/rules/noticeFacts'
import type { PersonalFindings } from '@shared/rules/personalDataFacts'
import { fieldsOf } from '@shared/schemas/stepForms'
import { sheetKinds } from '@shared/sheetKinds'
import type { SheetMeta } from '@shared/sheets'
import { isCorrection, workflowOf, workflows } from '@shared/workflows'
import type { Wanted } from './acting'
import { billedOtherwise, bookedBills } from './bookedBills'
import { matterGatherers } from './matterFacts'
import { requestGatherers } from './requestFacts'
import { rolesAt } from './scope'
import { hasHung } from './store/caseCard'
import type { House } from './stores'
import { filesIn, today } from './world'

export type Asked = { place: Place; found?: Case; wanted?: Wanted; form: FormValue; person: Actor }
/** What is acted on, with what more than one fact is told of. */
export type About = Asked & {
  sheet: () => Promise<SheetMeta | undefined>
  siblings: () => Promise<readonly Disclosed[]>
}
export type Gather = (house: House, about: About) => Promise<Record<string, unknown>>

/** What a fact has to be told of other things than the case: gathered before the engine judges, by the fact's name. */
export const gather = async (
  house: House,
  names: readonly string[],
  about: Asked,
): Promise<Record<string, unknown>> => {
  // several facts ask the same: it is read once an act
  const known: About = {
    ...about,
    sheet: once(() => metaOf(house, valuesOf(about).sheet)),
    siblings: once(() => siblings(house, about)),
  }
  const asked = new Set(names.map((name) => gatherers[name]))
  return Object.assign({}, ...(await Promise.all([...asked].map((read) => read?.(house, known)))))
}

const once = <T>(read: () => Promise<T>) => {
  let reading: Promise<T> | undefined
  return () => {
    reading ??= read()
    return reading
  }
}

const valuesOf = ({ found, form }: Pick<Asked, 'found' | 'form'>): FormValue => ({ ...found?.fields, ...form })

const metaOf = async (house: House, id: unknown): Promise<SheetMeta | undefined> =>
  typeof id === 'string' ? house.stores.sheets.meta(id) : undefined

const sheet: Gather = async (_, about) => ({ sheet: await about.sheet() })

/** Rows of the disclosure calendar of the same item, less this case and the one that it corrects. */
const siblings = async (house: House, { place, found, wanted, form }: Asked): Promise<readonly Disclosed[]> => {
  const { item, period } = { ...found?.fields, ...form } as { item?: string; period?: string }
  if (catalogueItem(item ?? '')?.sheet !== 'statement' || monthsOf(period ?? '')[0] === undefined) return []
  const year = Number(owedYear(item!, period!))
  const own = [found?.id, found?.from, wanted?.from]
  const years = [year - 1, year, year + 1].map((y) =>
    house.stores.cases.owed(place.township, `${y}`, place.village, item),
  )
  const rows = (await Promise.all(years)).flat().map(readOwed)
  return rows.filter((r) => r.postedOn && !isReplaced(r) && !own.includes(r.id))
}

const periods: Gather = async (_, about) => ({ periods: (await about.siblings()).map((r) => r.period) })

const metaOfCase = async (house: House, id: string | undefined) =>
  id ? metaOf(house, (await house.stores.cases.get(id))?.found.fields.sheet) : undefined

/** The statement itself, the closing before it and the opening after it, and spending without a decision. */
const statement: Gather = async (house, about) => {
  const { period } = valuesOf(about) as { period?: string }
  const meta = await about.sheet()
  if (meta?.kind !== 'statement') return { sheet: meta }
  const [from, until] = monthsOf(period ?? '')
  const rows = await about.siblings()
  const earlier = rows.filter((r) => from !== undefined && (monthsOf(r.period)[1] ?? '9') < from)
  const later = rows.filter((r) => until !== undefined && (monthsOf(r.period)[0] ?? '') > until)
  const byPeriod = (a: Disclosed, b: Disclosed) => (monthsOf(a.period)[0]! < monthsOf(b.period)[0]! ? -1 : 1)
  const [last, next] = [earlier.sort(byPeriod).at(-1), later.sort(byPeriod)[0]]
  const [before, after, settings, lines] = await Promise.all([
    metaOfCase(house, last?.id),
    metaOfCase(house, next?.id),
    house.stores.settings.of(about.place),
    house.stores.sheets.rows(meta.id),
  ])
  const above = Number(settings.decisionAbove)
  return {
    sheet: meta,
    ...(before?.closing !== undefined && { before: { period: last!.period, closing: before.closing } }),
    ...(after?.opening !== undefined && { after: { period: next!.period, opening: after.opening } }),
    undecided: lines.flatMap((r, i) =>
      r.direction === 'out' && (r.amount as number) > above && !r.decision ? [i + 1] : [],
    ),
  }
}

/** Booked bills of the period that the statement hasn't, or has otherwise. */
const booked: Gather = async (house, about) => {
  const meta = await about.sheet()
  const period = valuesOf(about).period ?? meta?.period
  if (meta?.kind !== 'statement' || typeof period !== 'string') return {}
  const [bills, lines] = await Promise.all([
    bookedBills(house, about.place.village, period, today(house)),
    house.stores.sheets.rows(meta.id),
  ])
  return { billedOtherwise: billedOtherwise(bills, lines) }
}

/** Fields whose words will be public: those of the forms so far that aren't for the office alone. */
const publicTexts = ({ found, form, wanted }: About): readonly { where: string; text: string }[] => {
  const workflow = found ? workflowOf(found.workflow, found.workflowVersion) : workflowOf(wanted?.workflow ?? '')
  const forms = [...[...(workflow?.asides ?? []), ...(workflow?.steps ?? [])].map((s) => s.form), workflow?.openForm]
  const labels = new Map(
    forms
      .flatMap((name) => (name ? fieldsOf(name) : []))
      .filter((f) => ['text', 'longText'].includes(f.kind) && f.sees !== 'office')
      .map((f) => [f.name, f.label]),
  )
  return Object.entries({ ...found?.fields, ...form }).flatMap(([name, value]) =>
    labels.has(name) && typeof value === 'string' ? [{ where: `“${labels.get(name)}”里`, text: value }] : [],
  )
}

const inSheet = async (house: House, meta: SheetMeta | undefined): Promise<PersonalFindings['findings']> => {
  if (!meta) return []
  const columns = sheetKinds[meta.kind].columns.filter((c) => !c.office && ['text', 'name'].includes(c.kind))
  const rows = await house.stores.sheets.rows(meta.id)
  return rows.flatMap((row, i) =>
    columns.flatMap((c) =>
      findPersonalData(String(row[c.key] ?? '')).map(({ kind }) => ({ kind, where: `明细第${i + 1}笔的“${c.label}”` })),
    ),
  )
}

/** Everything that is about to be public, looked through: words, rows, the words inside files, and their names. */
const personalData: Gather = async (house, about) => {
  const values = valuesOf(about)
  const inTexts = publicTexts(about).flatMap(({ where, text }) =>
    findPersonalData(text).map(({ kind }) => ({ kind, where })),
  )
  const ids = filesIn({ attachments: values.attachments })
  const files = (await Promise.all(ids.map((id) => house.stores.files.get(id)))).filter((f) => f !== undefined)
  const inFiles = files.flatMap((f) => [
    ...findPersonalData(f.name).map(({ kind }) => ({ kind, where: `附件名《${f.name}》` })),
    ...(f.scan?.found ?? []).map(({ kind, where }) => ({ kind, where: `附件《${f.name}》${where}` })),
  ])
  const found: PersonalFindings = {
    findings: [...inTexts, ...(await inSheet(house, await about.sheet())), ...inFiles],
    unreadable: files.filter((f) => !f.scan?.readable).map((f) => `《${f.name}》`),
    unscanned: files.filter((f) => !f.scan && !f.type.startsWith('image/')).map((f) => `《${f.name}》`),
  }
  return { personalData: found }
}

/** The words of this form alone: what was said before is its own writer's, or is being taken down. */
const ownWords: Gather = (house, about) =>
  personalData(house, {
    ...about,
    sheet: async () => undefined,
    ...(about.found && { found: { ...about.found, fields: {} } }),
  })

const committee = ['director', 'committee']
const barredPosts = { director: '村委会成员', committee: '村委会成员', clerk: '村文书、村报账员' } as const

/** Whether whoever acts may sit among the supervisors: by their posts, and by what office-holders have signed. */
const supervisor: Gather = async (house, { place, person }) => {
  const post = Object.entries(barredPosts).find(([role]) => person.roles.includes(role as 'director'))
  if (post) return { supervisor: { bar: `${post[1]}不能当村监委成员。` } }
  const { rows } = await house.stores.cases.ofKind(place.village, '避', { limit: 200 })
  const signed = new Map<string, readonly string[]>()
  // newest first: whoever signed twice is held to the later
  for (const row of rows) {
    const found = (await house.stores.cases.get(row.pk))?.found
    if (found?.step === 'closed' && !signed.has(found.opener))
      signed.set(found.opener, (found.fields.kin as string[] | undefined) ?? [])
  }
  const holders = await house.stores.people.many([...signed.keys(), ...(signed.get(person.id) ?? [])])
  const seated = new Set(
    holders.filter((p) => rolesAt(p, place, today(house)).some((r) => committee.includes(r))).map((p) => p.id),
  )
  const kin =
    signed.get(person.id)?.some((id) => seated.has(id)) ||
    [...signed].some(([id, of]) => seated.has(id) && of.includes(person.id))
  return {
    supervisor: kin
      ? { bar: '您和村委会成员是近亲属，按规定不能当村监委成员。' }
      : { undeclared: !signed.has(person.id) },
  }
}

const marks = workflows.filter(isCorrection).map((w) => w.mark)

const corrects: Gather = async (house, { wanted }) => {
  const old = wanted?.from ? await house.stores.cases.get(wanted.from) : undefined
  if (!old) return {}
  const { found, workflow } = old
  const linked = await house.stores.cases.linkedTo(found.id)
  // the key of a link says its workflow and step
  const open = linked.find(({ sort }) => {
    const [, mark, , step] = sort.split('#')
    return marks.includes(mark) && step !== 'closed'
  })
  const told: Corrects = {
    hung: hasHung(workflow, found),
    outcome: found.outcome,
    item: found.fields.item as string | undefined,
    period: found.fields.period as string | undefined,
    correcting: open && (await house.stores.cases.get(open.pk))?.found.number,
  }
  return { corrects: told }
}

const joined: Gather = async (house, { found, place }) => {
  const ids = found?.log.filter((e) => e.step === 'open' || e.aside === 'join').map((e) => e.person) ?? []
  const roles = (await house.stores.people.many(ids)).map((p) => rolesAt(p, place, today(house)))
  const having = (role: 'supervisor' | 'representative' | 'villager') => roles.filter((r) => r.includes(role)).length
  return {
    joined: {
      supervisors: having('supervisor'),
      representatives: having('representative'),
      voters: having('villager'),
    },
  }
}

const gatherers: Readonly<Record<string, Gather | undefined>> = {
  sheetFits: sheet,
  sumsAddUp: statement,
  periodIsFree: periods,
  bookedBillsAreIn: booked,
  personalDataNoted: personalData,
  personalDataClear: personalData,
  personalDataCleared: personalData,
  maySupervise: supervisor,
  reasonIsClear: ownWords,
  ownWordsNoted: ownWords,
  correctsPosted: corrects,
  enoughToQuestion: joined,
  ownWordsClear: ownWords,
  publicWordsNoted: ownWords,
  ...requestGatherers,
  ...matterGatherers,
  asksOfPosted: async (house, { wanted }) => ({
    hasAbout: wanted?.about !== undefined,
    rows: (await metaOfCase(house, wanted?.about))?.count,
  }),
  leaderIsInOffice: async (house, { place }) => ({
    leaders: (
      await Promise.all([place.township, place.village].map((at) => house.stores.people.inOffice(at, today(house))))
    ).flat(),
  }),
  ownerIsInOffice: async (house, { place }) => ({
    officeHolders: await house.stores.people.inOffice(place.village, today(house)),
  }),
}
