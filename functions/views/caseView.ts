import { asOf } from '@shared/engine/asOf'
import type { Case, Entry, World } from '@shared/engine/case'
import { addDays } from '@shared/engine/deadline'
import { erasedLines } from '@shared/engine/erase'
import { stepOf } from '@shared/engine/evolve'
import type { Workflow } from '@shared/engine/workflow'
import { requestCategories } from '@shared/requestCategories'
import type { CaseView, EntryView } from '@shared/schemas/views'
import { provenFields } from '@shared/verifyCase'
import { isCorrection, workflowOf } from '@shared/workflows'
import { keyed } from '../acting'
import { isShown } from '../files/shown'
import { lookedAt } from '../lookedAt'
import { rollsFor } from '../matterFacts'
import { erasableOnAsking } from '../privacy/ownWords'
import { actorOn, audiencesAt, isOfficeRole, may, type Reader } from '../scope'
import { isStone, stoneTitle } from '../store/caseCard'
import type { StoredCase } from '../store/caseStore'
import type { VillageAt } from '../store/placeStore'
import type { House } from '../stores'
import { filesIn, worldOf } from '../world'
import { careMark } from './careMark'
import { hows } from './dueHow'
import { entryView } from './entryView'
import { linksView } from './linksView'
import { mayView } from './mayView'
import { namesOf } from './names'
import { pathOf } from './path'
import { readableFields } from './readable'
import { hasHung, sheetView } from './sheetView'

/** A case as this reader may see it, as today has made it. A value that they may not see isn't in it. */
export const caseView = async (house: House, stored: StoredCase, reader: Reader): Promise<CaseView> => {
  const { workflow } = stored
  const at = (await house.stores.places.village(stored.found.place.village))!
  const timed = await worldOf(house, at, stored.found.log[0].at)
  const { now } = asOf(workflow, stored.found, timed)
  const counts = stepOf(workflow, now.step)?.count
  const rolls = counts && reader.person ? await rollsFor(house, at.place.village, { group: now.fields.group }) : {}
  const world = { ...timed, rolls }
  const audiences = audiencesAt(reader.person, now.place, reader.today)
  const isOffice = audiences.includes('office')
  const mine = reader.person?.id === now.opener
  // a withdrawn item leaves a stone: that it was there, when and why, but not what it said
  const stone = isStone(workflow, now) && !isOffice
  const readable = { audiences, stone }
  const who = await namesOf(house, workflow, now, { isOffice, reader: reader.person?.id })
  // what was written before it was sent back stays the office's, with what was said of it
  const rewritten = isOffice ? -1 : now.log.findLastIndex((e) => !e.aside && stepOf(workflow, e.step)?.rewrites)
  const withheld = (i: number) => (i < rewritten ? { ...readable, stone: true } : readable)
  const gone = erasedLines(workflow, stored.found.log)
  const log = stored.found.log.map((entry, i) =>
    entryView(workflow, entry, world.settings, withheld(i), who, gone.get(entry.no)),
  )
  const fields = stone ? {} : provenFields(workflow, log, readableFields(workflow, now, readable))
  // what hung beside a notice is the office's archive once the days are over
  const takenDown = new Set(hasHung(now) ? filesIn({ attachments: now.fields.attachments }) : [])
  const path = pathOf(workflow, now, { ...world, today: reader.today })
  const [links, files, read, people, sheet, asked, looks] = await Promise.all([
    linksView(house, now, reader),
    filesView(house, now, log, { isOffice, reader: reader.person?.id, today: reader.today }),
    readView(house, { workflow, now }, at, reader),
    isOffice ? officersOf(house, now.place.village, reader.today) : [],
    stone ? undefined : sheetView(house, now, workflow, reader),
    workflow.searchable ? askedView(house, now, reader.person?.id) : {},
    mine ? lookedAt(house, now.id) : undefined,
  ])
  return {
    ...{
      id: now.id,
      number: now.number,
      workflow: now.workflow,
      workflowVersion: now.workflowVersion,
      workflowTitle: workflow.title,
    },
    title: stone ? stoneTitle : now.title,
    heardOn: heardOn(workflow, now, path, world),
    ...{ village: now.place.village, villageName: at.village.name, township: now.place.township, sees: now.sees },
    ...{ openedOn: now.openedOn, mine, step: now.step, enteredOn: now.enteredOn },
    ...{
      dueOn: now.dueOn,
      dueIsProvisional: now.dueIsProvisional,
      notBeforeOn: now.notBeforeOn,
      lapsesOn: now.lapsesOn,
    },
    ...hows(workflow, now, world),
    ...{ closedOn: now.closedOn, outcome: now.outcome, pausedOn: now.pausedOn, seen: stored.found.seen },
    owner: now.owner && now.step !== 'closed' ? who(now.owner) : undefined,
    offered: now.offered && who(now.offered),
    resumesOn: now.resumesOn,
    fields,
    drawn: now.drawn,
    pledged: now.pledged ?? 0,
    shown: now.shown,
    path,
    log,
    links,
    // what no longer shows its names doesn't hand them out as papers either
    files: sheet?.totalsOnly ? [] : files.shown.filter(({ id }) => isOffice || !takenDown.has(id)),
    waitingFiles: files.waiting,
    ...asked,
    ...(sheet && { sheet }),
    ...(now.outcome === 'superseded' && {
      corrected: links.children.find(
        (c) => isCorrection(workflowOf(c.workflow)!) && ['display', 'closed'].includes(c.step),
      ),
    }),
    read,
    ...(looks && { lookedAt: looks }),
    may: {
      ...mayFor(workflow, now, reader, world, people),
      ...(may(reader.person, 'eraseAsked', stored, reader.today) && {
        erasable: [...erasableOnAsking(workflow, stored.found)],
      }),
    },
  }
}

const mayFor = (
  workflow: Workflow,
  now: Case,
  { person, today }: Reader,
  world: World,
  people: CaseView['may']['people'],
): CaseView['may'] =>
  mayView(
    workflow,
    now,
    person ? actorOn(person, { workflow, found: now }, today) : { id: '', kind: 'person', roles: [] },
    world,
    people,
  )

/** Who may be named as the one who handles it: those who hold office in the village. */
const officersOf = async (house: House, village: string, on: string): Promise<CaseView['may']['people']> =>
  (await house.stores.people.many(await house.stores.people.inOffice(village, on))).map(({ id, name, says }) => ({
    id,
    says: `${name}，${says}`,
  }))

/** What it is about, in the county's words, and while it is open how many care: a count, never who. */
const askedView = async (
  house: House,
  { id, step, fields, place }: Case,
  person: string | undefined,
): Promise<Pick<CaseView, 'category' | 'cares'>> => {
  const [{ categories }, { size, has }] = await Promise.all([
    house.stores.requestWords.of(place.county),
    house.table.marked(`care#${id}`, person && careMark(house, person)),
  ])
  return {
    category: [...categories, ...requestCategories].find((c) => c.value === fields.category)?.label,
    ...(step !== 'closed' && { cares: { count: size, mine: has } }),
  }
}

type Eyes = { isOffice: boolean; reader?: string; today: string }

/** The files of a case; what a villager has sent is shown to others once it was checked, or the village has seen it. */
const filesView = async (house: House, now: Case, log: readonly EntryView[], { isOffice, reader, today }: Eyes) => {
  // whoever was named to handle it acts without one of the step's roles
  const byOffice = (e: Entry) => e.person !== now.opener || isOfficeRole(e.role)
  const lines = log.flatMap((line, i) => filesIn(line.values).map((id) => ({ id, at: i, entry: now.log[i] })))
  const named = [...new Map(lines.map((line) => [line.id, line])).values()]
  const files = await Promise.all(
    named.map(async ({ id, at, entry }) => {
      const file = await house.stores.files.get(id)
      const passedByOffice = now.log.slice(at).some(byOffice)
      // an answer comes within the hour or never
      const hasChecks = !!house.contentSafety && addDays(entry.on, 1) >= today
      const shown = !file || byOffice(entry) || isShown(file, { passedByOffice, hasChecks })
      return { file, shown, mayAnyway: isOffice || entry.person === reader }
    }),
  )
  const theirs = files.flatMap(({ file, shown, mayAnyway }) => (file && (shown || mayAnyway) ? [{ file, shown }] : []))
  return {
    waiting: files.filter((f) => !f.shown).length,
    shown: await Promise.all(
      theirs.map(async ({ file: { id, name, type, bytes, scan, seconds }, shown }) => ({
        ...{ id, name, type, bytes, url: await house.files.address(id) },
        ...(seconds !== undefined && { seconds }),
        ...(!shown && { waits: true }),
        ...(isOffice && scan && { scan: { readable: scan.readable, found: [...scan.found] } }),
      })),
    ),
  }
}

/** 已阅: a count of households, never who. */
const readView = async (
  house: House,
  { workflow, now }: { workflow: Workflow; now: Case },
  at: VillageAt,
  { person, today }: Reader,
): Promise<CaseView['read']> => {
  const member =
    person && may(person, 'countAsRead', { workflow, found: now }, today)
      ? householdMark(house, person.household ?? person.id)
      : undefined
  const { size, has } = await house.table.marked(`read#${now.id}`, member)
  return { households: size, of: at.village.households, mine: has }
}

/** A household's mark: it can be counted and can't be read back. */
export const householdMark = (house: House, household: string): string =>
  keyed(house, `household\u0000${household}`).slice(0, 32)

/** The session on whose agenda it stands, while it still waits to be heard. */
const heardOn = (workflow: Workflow, now: Case, path: CaseView['path'], world: World): string | undefined => {
  const waits = (id: string) => stepOf(workflow, id)?.due?.from?.includes('nextSessionOn')
  const ahead = path.some((n) => n.state !== 'done' && n.state !== 'back' && waits(n.id))
  return waits(now.step) ? now.dueOn : ahead ? world.days(world.today).nextSessionOn : undefined
}
