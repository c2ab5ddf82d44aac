import { refuse } from '@shared/engine/refusal'
import { findPersonalData, personalKinds } from '@shared/personalData'
import type { GuideView, PlaceGuidesView } from '@shared/schemas/views'
import type { Route } from '../http/serve'
import { type Level, levelOf } from '../level'
import { openedBy } from '../lookedAt'
import { audiencesAt, may } from '../scope'
import { searchGuides } from '../search/searchGuides'
import { searchWords } from '../search/searchWords'
import { type Guide, maxGuides } from '../store/guideStore'
import type { House } from '../stores'
import { broadcast, whyNotBroadcast } from '../views/broadcast'
import { caseView } from '../views/caseView'
import { pageText } from '../views/page'
import { publicReader } from '../views/publicReader'
import { today } from '../world'

const noVillage = '没有这个村，请从村名列表里选。'

/** What people look for and listen to: boards, guides, the loudspeaker. */
export const searchRoutes: Route = (call, house) => {
  call('search', async ({ params, query, person }) => {
    const at = await house.stores.places.village(params.id)
    if (!at) return refuse('notFound', noVillage)
    const { rows, next } = await searchWords(house.table, {
      ...{ ...query, village: params.id, year: query.year ?? Number(today(house).slice(0, 4)) },
      audiences: audiencesAt(person, at.place, today(house)),
    })
    return pageText(rows, next)
  })

  call('guides', async ({ params, query }) => {
    const at = await house.stores.places.village(params.id)
    if (!at) return refuse('notFound', noVillage)
    return { guides: searchGuides(query.q, await house.stores.guides.of(at.place)).map(guideView) }
  })

  call('placeGuides', async ({ params, person }) => {
    const at = await levelOf(house, params.id)
    if (!at) return refuse('notFound', nowhere)
    return placeGuides(house, at, may(person, 'writeGuide', at, today(house)))
  })

  call('saveGuide', async ({ params, body, person }) => {
    const at = await levelOf(house, params.id)
    if (!at) return refuse('notFound', nowhere)
    if (!may(person, 'writeGuide', at, today(house))) return refuse('notInScope', writers[at.level])
    const told = body.remove ? undefined : personalIn(body.guide)
    if (told) return refuse('ruleNotMet', told.says, { field: told.field })
    const guide: Guide = { ...body.guide, by: person.id, at: new Date(house.now()).toISOString() }
    const guides = await house.stores.guides.change(params.id, { guide, remove: body.remove })
    if (guides === 'full') return refuse('ruleNotMet', `办事指南最多${maxGuides}条。请先撤掉不用的，再写新的。`)
    return placeGuides(house, at, true)
  })

  call('broadcast', async ({ params, person }) => {
    const stored = await openedBy(house, params.id, person)
    if (!stored) return refuse('notFound')
    // the whole village hears it: what only this reader may see stays out
    const view = await caseView(house, stored, publicReader(stored.found, today(house)))
    const { village } = (await house.stores.places.village(view.village))!
    return whyNotBroadcast(view) ?? { sentences: [...broadcast(view, village.phone, today(house))] }
  })
}

/** A guide as everyone reads it: who wrote it stays with the office's records. */
const guideView = ({ by: _, at: __, ...guide }: Guide): GuideView => guide

const nowhere = '没有这个地方，请从列表里选村或镇。'

/** Who writes the guides of a place, in words. */
const writers: Readonly<Record<Level['level'], string>> = {
  village: '本村的办事指南由村文书、书记或主任来写。',
  township: '全镇的办事指南由镇里来写。',
  county: '全县的办事指南由县里来写。',
}

/** What a place wrote itself, and what holds there from above. */
const placeGuides = async (house: House, at: Level, mayWrite: boolean): Promise<PlaceGuidesView> => {
  const { county, township, village } = at.places
  const places = [village, township, county].filter((p) => p !== undefined)
  const found = await Promise.all(
    places.map(async (place) => {
      const placeName = (await levelOf(house, place))?.name ?? ''
      const guides = await house.stores.guides.own(place)
      return guides.map((guide) => ({ ...guideView(guide), place, placeName, own: place === at.id }))
    }),
  )
  const all = found.flat()
  // of two with one id the nearer holds
  return { name: at.name, mayWrite, guides: all.filter(({ id }, i) => all.findIndex((g) => g.id === id) === i) }
}

const labels: Partial<Record<keyof GuideView, string>> = {
  ...{ title: '办什么事', who: '谁能办', papers: '带什么', steps: '怎么办', time: '几天办好', fee: '收不收钱' },
  ...{ where: '到哪里办', basis: '依据', words: '别的叫法' },
}

/** Personal data in a guide, in words; an office's landline is what people need to call. */
const personalIn = (guide: GuideView): { field: string; says: string } | undefined => {
  for (const [field, label] of Object.entries(labels)) {
    const text = [guide[field as keyof GuideView] ?? []].flat().join('\n')
    const found = findPersonalData(text).find(({ kind }) => !(field === 'where' && kind === 'landline'))
    if (found) {
      const what = `${personalKinds[found.kind]}（${found.text}）`
      return { field, says: `“${label}”里有${what}。请去掉，改写村里的办公电话或窗口。` }
    }
  }
  return undefined
}
