import { type Refusal, refuse } from '@shared/engine/refusal'
import type { Workflow } from '@shared/engine/workflow'
import type { CaseView } from '@shared/schemas/views'
import { matters } from '@shared/workflows/matter'
import { may, type Reader } from '../../scope'
import { isStone } from '../../store/caseCard'
import type { StoredCase } from '../../store/caseStore'
import type { House } from '../../stores'
import { caseView } from '../../views/caseView'
import { publicReader } from '../../views/publicReader'
import { today } from '../../world'
import { checkpointWords } from '../print/checkpointWords'
import { gone } from '../print/paper'

/** All that stands on a paper of a matter. `address` is where its QR code leads. */
export type MatterPaper = {
  view: CaseView
  workflow: Workflow
  townshipName: string
  phone: string
  address: string
  printedOn: string
  /** the village's latest checkpoint in words, where there is one */
  checkpoint?: string
}
export type MatterForm = 'record' | 'resolution' | 'archive'

const isMatter = ({ workflow }: StoredCase) => matters.some((m) => m.id === workflow.id)
const isPassed = ({ found }: StoredCase) => found.log.some((e) => e.step === 'resolution' && e.outcome === 'passed')

/** Why this reader gets no such paper of a case, in words; undefined where they do. */
export const whyNoMatterPaper = (
  stored: StoredCase | undefined,
  form: MatterForm,
  reader: Reader,
): Refusal | undefined => {
  if (!stored || !may(reader.person, 'seeCase', stored, reader.today)) return gone
  if (!isMatter(stored)) return refuse('notNow', '只有四议的事有登记表、决议和存档。别的请选A4打印。')
  const { workflow, found } = stored
  if (isStone(workflow, found) && !may(reader.person, 'printWithdrawn', stored, reader.today))
    return refuse('notNow', '这件事已经撤下，不能打印。')
  if (form !== 'resolution') return undefined
  if (found.outcome === 'withdrawn') return refuse('notNow', '这件事已经撤回，没有决议可以张贴。')
  return isPassed(stored) ? undefined : refuse('notNow', '还没有表决通过，没有决议可以打印。表决以后再来。')
}

/**
 * A matter for paper. A paper outlives its reader: the form and the resolution show what anyone of its audience may read,
 * whoever prints them; an archive shows what its reader may, and calls nobody “您”.
 */
export const matterPaper = async (
  house: House,
  { matter, form, person: by }: { matter: string; form: MatterForm; person: string },
  addressOf: (id: string) => string,
): Promise<MatterPaper | Refusal> => {
  const reader: Reader = { today: today(house), person: await house.stores.people.get(by) }
  const stored = await house.stores.cases.get(matter)
  const no = whyNoMatterPaper(stored, form, reader)
  if (no || !stored) return no ?? gone
  const { workflow, found } = stored
  const anyone = publicReader(found, reader.today)
  const isOwn = form === 'archive' || isStone(workflow, found) || !may(anyone.person, 'seeCase', stored, anyone.today)
  const nameless = { ...reader, person: reader.person && { ...reader.person, id: '-' } }
  const at = (await house.stores.places.village(found.place.village))!
  const checkpoint = await checkpointWords(house, found.place.village)
  return {
    view: await caseView(house, stored, isOwn ? nameless : anyone),
    ...{ workflow, townshipName: at.township.name, phone: at.village.phone },
    ...{ address: addressOf(matter), printedOn: reader.today },
    ...(checkpoint && { checkpoint }),
  }
}
