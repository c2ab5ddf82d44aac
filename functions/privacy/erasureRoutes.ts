import { refuse } from '@shared/engine/refusal'
import type { Route } from '../http/serve'
import { openedBy } from '../lookedAt'
import { may, postFor } from '../scope'
import { caseView } from '../views/caseView'
import { today } from '../world'
import { eraseIn } from './eraseIn'
import { erasableOnAsking } from './ownWords'

/** Erasing for somebody who has no account to do it with: the township decides, and the log says who and why. */
export const erasureRoutes: Route = (call, house) => {
  call('eraseAsked', async ({ params, body, person }) => {
    const on = today(house)
    const stored = await openedBy(house, params.id, person)
    if (!stored) return refuse('notFound')
    const post = postFor(person, 'eraseAsked', stored, on)
    if (!post || !may(person, 'eraseAsked', stored, on))
      return refuse('notInScope', '照别人的要求删内容，由镇里办。请把要求转给镇里。')
    const able = erasableOnAsking(stored.workflow, stored.found)
    const field = body.fields.find((at) => !able.includes(at))
    if (field)
      return refuse(
        'ruleNotMet',
        `第${field.split('.')[0]}条的这一项不能删：办事的人写的、投票和金额要留着，或者已经删了。请只选村民自己写的。`,
        { field, able: [...able] },
      )
    const asked = { reason: body.reason, decidedBy: `${post.title} ${person.name}` }
    await eraseIn(house, stored, { fields: body.fields, why: 'asked', ...asked })
    return caseView(house, (await house.stores.cases.get(params.id))!, { person, today: on })
  })
}
