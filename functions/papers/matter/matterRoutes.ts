import { isRefusal, type Refusal, refuse } from '@shared/engine/refusal'
import type { Route } from '../../http/serve'
import type { House } from '../../stores'
import { today } from '../../world'
import { addressOf } from '../print/addressOf'
import type { Markup } from '../print/frame'
import { type MatterAsked, printToken } from '../print/printToken'
import { archive } from './archive'
import { type MatterForm, matterPaper, whyNoMatterPaper } from './matterPaper'
import { record } from './record'
import { resolution } from './resolution'
import { whyNoRegister } from './sealRegister'

const names: Readonly<Record<MatterForm, string>> = { record: '登记表', resolution: '决议', archive: '存档.html' }

/** The papers of a matter: form and resolution are pages for the printer, the archive is a file to be kept. */
export const matterRoutes: Route = (call, house) => {
  call('printMatter', async ({ body, person }, c) => {
    const { case: matter, form } = body
    const stored = await house.stores.cases.get(matter)
    const no = whyNoMatterPaper(stored, form, { person, today: today(house) })
    if (no || !stored) return no ?? refuse('notFound')
    const name = `${stored.found.number} ${names[form]}`
    if (form !== 'archive')
      return { url: `/api/papers/print/${printToken(house, { matter, form, person: person.id })}`, name }
    const paper = await matterPaper(
      house,
      { matter, form, person: person.id },
      addressOf(house, new URL(c.req.url).origin),
    )
    if (isRefusal(paper)) return paper
    const id = await archive(house, paper, name)
    return { url: await house.files.address(id), name }
  })

  call('printSealRegister', async ({ body: { village, month }, person }) => {
    const no = whyNoRegister(await house.stores.places.village(village), { person, today: today(house) })
    return no ?? { url: `/api/papers/print/${printToken(house, { seals: village, month, person: person.id })}` }
  })
}

/** The page behind an address that was given out for a matter. */
export const matterPage = async (house: House, asked: MatterAsked, origin: string): Promise<Markup | Refusal> => {
  const paper = await matterPaper(house, asked, addressOf(house, origin))
  if (isRefusal(paper)) return paper
  return asked.form === 'record' ? record(paper) : resolution(paper)
}
