import { createHmac, randomBytes } from 'node:crypto'
import { asOf } from '@shared/engine/asOf'
import type { Act, Person as Actor, Case } from '@shared/engine/case'
import { decide } from '@shared/engine/decide'
import { stepOf } from '@shared/engine/evolve'
import { numbered, type Opening, open } from '@shared/engine/open'
import { isRefusal, type Refusal, refuse } from '@shared/engine/refusal'
import type { Workflow } from '@shared/engine/workflow'
import type { FileElsewhere } from '@shared/rules/facts'
import type { FieldKind } from '@shared/schemas/fields'
import type { Citizen } from '@shared/schemas/person'
import { fieldsOf } from '@shared/schemas/stepForms'
import { workflowOf } from '@shared/workflows'
import { gather } from './facts'
import { needRolls, rollsFor } from './matterFacts'
import { actorAt, may } from './scope'
import { type StoredCase, sealed } from './store/caseStore'
import type { House } from './stores'
import { filesIn, today, worldOf } from './world'

/** A salt for one commitment. */
export const newSalt = () => randomBytes(16).toString('base64url')

/** A secret-keyed fingerprint: ids and marks that can't be guessed from outside. */
export const keyed = (house: Pick<House, 'secret'>, text: string): string =>
  createHmac('sha256', house.secret).update(text).digest('hex')

export type Wanted = {
  workflow: string
  village: string
  actId: string
  form: Record<string, unknown>
  from?: string
  about?: string
}

/** The id of the case that a person opens by an act. */
export const caseIdOf = (house: Pick<House, 'secret'>, person: string, actId: string): string =>
  `c${keyed(house, `${person}\u0000${actId}`).slice(0, 24)}`

/** Opens a case for a person. The id derives from person and act id: opened twice, it is opened once. */
export const openCase = async (house: House, person: Citizen, wanted: Wanted): Promise<StoredCase | Refusal> => {
  const id = caseIdOf(house, person.id, wanted.actId)
  const there = await house.stores.cases.get(id)
  if (there) return there
  const at = await house.stores.places.village(wanted.village)
  if (!at) return refuse('notFound', '没有这个村，请从村名列表里选。')
  if (wanted.from && wanted.about) return refuse('badRequest', '一件事只能接着一件事，或者针对一件事。')
  const linked = wanted.from ?? wanted.about
  if (linked) {
    const other = await house.stores.cases.get(linked)
    if (!other || !may(person, 'seeCase', other, today(house))) return refuse('notFound')
    if (other.found.place.village !== wanted.village) return refuse('notInScope', '关联的事不在这个村，不能连在一起。')
  }
  return openAs(house, actorAt(person, at.place, today(house)), { ...wanted, id, opener: person.id })
}

export type OpenAs = Wanted & { id: string; opener: string }

/** Opens a case as an actor: a person with the roles of that place, or a linked case. */
export const openAs = async (house: House, actor: Actor, wanted: OpenAs): Promise<StoredCase | Refusal> => {
  const workflow = workflowOf(wanted.workflow)
  if (!workflow) return refuse('badRequest', '没有这类事项，请从页面上的按钮重新开始。')
  const at = await house.stores.places.village(wanted.village)
  if (!at) return refuse('notFound')
  const ready = await checkFiles(house, { name: workflow.openForm, form: wanted.form }, actor.id, {
    village: at.place.village,
  })
  if (isRefusal(ready)) return ready
  const linked = wanted.about ?? wanted.from
  const about = linked ? await house.stores.cases.get(linked) : undefined
  const facts = await gather(house, workflow.openFacts ?? [], {
    place: at.place,
    wanted,
    form: wanted.form,
    person: actor,
  })
  const rolls = rollsAsked(workflow.openFacts) ? await rollsFor(house, wanted.village, wanted.form) : {}
  const world = await worldOf(house, at, undefined, { ...ready, ...facts }, rolls)
  const opening: Opening = {
    ...{
      id: wanted.id,
      place: at.place,
      actId: wanted.actId,
      opener: wanted.opener,
      from: wanted.from,
      about: wanted.about,
      ...(about && { aboutSees: about.found.sees }),
      form: wanted.form,
    },
    number: '',
    salt: newSalt(),
  }
  const opened = open(workflow, opening, actor, world)
  if (isRefusal(opened)) return opened
  const year = world.today.slice(0, 4)
  const no = await house.table.number(`${at.place.village}#${workflow.mark}#${year}`)
  const number = `${at.village.name.replace(/村$/, '')}${workflow.mark}-${year}-${String(no).padStart(4, '0')}`
  const { before, draft } = numbered(opened, number)
  const found = sealed(workflow, before, [draft], newSalt)
  const lost = await claimFiles(house, wanted.form)
  if (lost) return lost
  if ((await house.stores.cases.save(workflow, found, 0)) === 'lost') return (await house.stores.cases.get(wanted.id))!
  // what a case hands on to another was noted where it came in
  if (actor.id !== 'child') await noteFiles(house, found, wanted.form)
  return { found, workflow, version: 1 }
}

/** Does an act on a case: one conditional put. A repeat answers with the case as it is; a lost race is judged again. */
export const actOn = async (
  house: House,
  id: string,
  act: Act,
  actorOf: (found: Case, workflow: Workflow) => Actor,
): Promise<StoredCase | Refusal> => {
  for (let tries = 0; tries < 5; tries++) {
    const stored = await house.stores.cases.get(id)
    if (!stored) return refuse('notFound')
    const { found, workflow, version } = stored
    const actor = actorOf(found, workflow)
    if (found.log.some((e) => e.actId === act.actId && e.person === actor.id)) return stored
    const at = await house.stores.places.village(found.place.village)
    const world = await worldOf(house, at!, found.log[0].at)
    const { now } = asOf(workflow, found, world)
    const doing = doneBy(workflow, now, act)
    const ready = await checkFiles(house, { name: doing?.form, form: act.form }, actor.id, {
      village: found.place.village,
      found,
    })
    if (isRefusal(ready)) return ready
    const facts = await gather(house, doing?.facts ?? [], {
      place: found.place,
      found: now,
      form: act.form,
      person: actor,
    })
    const counts = doing && (('count' in doing && doing.count) || rollsAsked(doing.facts))
    const rolls = counts ? await rollsFor(house, found.place.village, { ...now.fields, ...act.form }) : {}
    const decided = decide(workflow, found, act, actor, { ...world, rolls, facts: { ...ready, ...facts } })
    if (isRefusal(decided)) return decided
    const next = sealed(workflow, found, decided.drafts, newSalt)
    const lost = await claimFiles(house, act.form)
    if (lost) return lost
    if ((await house.stores.cases.save(workflow, next, version)) === 'put') {
      await noteFiles(house, next, act.form)
      return { found: next, workflow, version: version + 1 }
    }
  }
  return refuse('someoneActedFirst')
}

const rollsAsked = (facts: readonly string[] = []) => facts.some((fact) => needRolls.includes(fact))

/** The step or the aside that an act is of. */
const doneBy = (workflow: Workflow, now: Case, act: Act) =>
  act.aside ? workflow.asides.find((a) => a.id === act.aside) : stepOf(workflow, now.step)

/**
 * Files that a form names must have come in whole, from this person or with this case. Says in which other case the same file was
 * used, in whatever village, or a picture in this village that looks like it.
 */
const checkFiles = async (
  house: House,
  of: { name: string | undefined; form: Record<string, unknown> },
  by: string,
  { village, found }: { village: string; found?: Case },
) => {
  const ids = filesIn(of.form)
  const kindOf = new Map(
    (of.name ? fieldsOf(of.name) : []).flatMap(({ name, kind, label }) =>
      filesIn({ [name]: of.form[name] }).map((id) => [id, { kind, label }] as const),
    ),
  )
  const known = new Set(found?.log.flatMap((e) => filesIn(e.values)))
  const filesElsewhere: FileElsewhere[] = []
  for (const id of ids) {
    if (known.has(id)) continue
    const file = await house.stores.files.get(id)
    if (!file?.done || (file.by !== by && by !== 'child')) return notThere(id)
    const { kind, label } = kindOf.get(id) ?? { kind: 'files', label: '' }
    if (!fits(kind, file.type)) return refuse('badFile', `“${label}”里放不了这种文件，请删掉重新选。`, { file: id })
    // handed on by the case that it came in with
    if (by === 'child') continue
    const first = await house.stores.files.firstUse(file.sha256)
    if (first && first.caseId !== found?.id) filesElsewhere.push({ file: id, number: first.number })
    if (first || !file.look) continue
    const like = (await house.stores.files.likeIn(village, file.look)).find(({ caseId }) => caseId !== found?.id)
    if (like) filesElsewhere.push({ file: id, number: like.number, similar: true })
  }
  return { filesElsewhere }
}

/** Which files a field takes: a recording where one is asked for, and nowhere else. */
const fits = (kind: FieldKind, type: string): boolean => {
  const isAudio = type.startsWith('audio/')
  if (kind === 'voice') return isAudio
  return kind === 'proof' ? isAudio || type.startsWith('image/') : !isAudio
}

/** Before the act is on record: files of an act that is then lost are kept for nothing, and none that was used is ever dropped. */
const claimFiles = async (house: House, form: Record<string, unknown>): Promise<Refusal | undefined> => {
  for (const id of filesIn(form)) {
    const file = await house.stores.files.claim(id)
    if (file && !file.done) return notThere(id)
  }
  return undefined
}
const notThere = (file: string) => refuse('badFile', '有一个文件没有传好，请删掉重新选。', { file })

/**
 * Notes where files were used, after the act is on record: noted before, an act that is then lost would point at a case that
 * never had the picture. A crash in between loses this note and nothing else, so that some later use goes without a remark; the
 * act, its files and their hashes stand in the log.
 */
const noteFiles = async (house: House, found: Case, form: Record<string, unknown>) => {
  const use = { caseId: found.id, number: found.number }
  for (const id of filesIn(form)) {
    const file = await house.stores.files.get(id)
    if (!file) continue
    const { sha256, look } = file
    await house.stores.files.used(sha256, use)
    if (look) await house.stores.files.lookedIn(found.place.village, look, { ...use, sha256 })
  }
}
