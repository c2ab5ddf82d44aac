import { type Refusal, refuse } from '@shared/engine/refusal'
import type { RequestWords } from '@shared/requestCategories'
import type { RequestWordsOf } from '@shared/schemas/requestViews'
import type { Route } from '../http/serve'
import { type Level, levelOf, setterName } from '../level'
import { may } from '../scope'
import type { House } from '../stores'
import { today } from '../world'

/** What requests are about and ready-made beginnings of answers: the county's to change, everyone's to use. */
export const requestWordsRoutes: Route = (call, house) => {
  call('requestWords', async ({ params, person }) => {
    const at = await countyOf(house, params.id)
    return at ? wordsOf(house, at, may(person, 'setForCounty', at, today(house))) : nowhere
  })

  call('saveRequestWords', async ({ params, body, person }) => {
    const at = await countyOf(house, params.id)
    if (!at) return nowhere
    const on = today(house)
    if (!may(person, 'setForCounty', at, on))
      return refuse('notInScope', '说事的类别和现成的话由县里定。要改请跟县里说。')
    const wrong = wrongIn(body)
    if (wrong) return wrong
    const edit = { on, who: setterName(at, person, on) }
    return (await house.stores.requestWords.change(at.id, body, edit))
      ? wordsOf(house, at, true)
      : refuse('someoneActedFirst')
  })
}

const nowhere = refuse('notFound', '没有这个地方，请从列表里重新打开。')

/** The county of any place of it. */
const countyOf = async (house: House, id: string): Promise<Level | undefined> => {
  const at = await levelOf(house, id)
  return at && levelOf(house, at.places.county)
}

const wordsOf = async (house: House, { id }: Level, mayChange: boolean): Promise<RequestWordsOf> => {
  const { requestWords } = house.stores
  const [{ categories, templates }, edit] = await Promise.all([requestWords.of(id), requestWords.editOf(id)])
  return {
    ...{ mayChange, words: { categories: [...categories], templates: [...templates] } },
    ...(edit && { changedBy: `${edit.who}，${edit.on}` }),
  }
}

const repeated = (all: readonly string[]) => all.find((one, i) => all.indexOf(one) !== i)

/** Two categories can't be told apart by one word, and a beginning has to be the beginning of something. */
const wrongIn = ({ categories, templates }: RequestWords): Refusal | undefined => {
  const label = repeated(categories.map((c) => c.label))
  if (label !== undefined) return refuse('ruleNotMet', `“${label}”写了两次。每一类只写一次。`, { field: 'categories' })
  const value = repeated(categories.map((c) => c.value))
  if (value !== undefined)
    return refuse('ruleNotMet', `有两类用了同一个代号（${value}）。请删掉一类重新加。`, { field: 'categories' })
  const lost = templates.find((t) => !categories.some((c) => c.value === t.category))
  return (
    lost &&
    refuse('ruleNotMet', `“${lost.text.slice(0, 20)}”没有归到现有的哪一类。请选一类，或者删掉这段话。`, {
      field: 'templates',
    })
  )
}
