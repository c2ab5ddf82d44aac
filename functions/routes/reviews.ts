import { isRefusal, type Refusal, refuse } from '@shared/engine/refusal'
import { kindOf } from '@shared/period'
import type { Citizen } from '@shared/schemas/person'
import type { Route } from '../http/serve'
import { openedBy } from '../lookedAt'
import { may, type Reader } from '../scope'
import type { VillageAt } from '../store/placeStore'
import { auditsView } from '../views/auditsView'
import { decisionsView } from '../views/decisionsView'
import { drawnUpView } from '../views/drawnUpView'
import { sealRegisterView } from '../views/sealRegisterView'
import { versionsView } from '../views/versionsView'
import { today } from '../world'

const periods = {
  statement: { kinds: ['month', 'quarter'], says: '“哪个时期”请照 2026-05 或 2026-Q2 的样子填。' },
  sealUses: { kinds: ['month'], says: '用章登记一个月一份，“哪个时期”请照 2026-05 的样子填。' },
} as const

/** What the matters and reviews of a village add up to: money left, seals used, bills booked, plans rewritten, audits due. */
export const reviewRoutes: Route = (call, house) => {
  const readerOf = (person: Citizen | undefined): Reader => ({ person, today: today(house) })
  /** The village, for whoever may do that there. */
  const villageFor = async (
    act: 'seeDecisionMoney' | 'seeSealRegister' | 'drawUp',
    id: string,
    person: Citizen,
    otherwise: string,
  ): Promise<VillageAt | Refusal> => {
    const at = await house.stores.places.village(id)
    if (!at) return refuse('notFound', '没有这个村，请从村名列表里选。')
    return may(person, act, at, today(house)) ? at : refuse('notInScope', otherwise)
  }

  call('decisions', async ({ params, person }) => {
    const says = '决议的钱还剩多少，只给村里和镇里办事的人看。决议本身请在公开栏里看。'
    const at = await villageFor('seeDecisionMoney', params.id, person, says)
    return isRefusal(at) ? at : decisionsView(house, at)
  })

  call('sealRegister', async ({ params, query, person }) => {
    const at = await villageFor('seeSealRegister', params.id, person, '用章台账只给本村村民看。请打开您自己村的。')
    const month = query.month ?? today(house).slice(0, 7)
    return isRefusal(at) ? at : sealRegisterView(house, params.id, month, readerOf(person))
  })

  call('drawnUp', async ({ params, query, person }) => {
    const at = await villageFor('drawUp', params.id, person, '只有村里办事的人能列出明细。')
    if (isRefusal(at)) return at
    const { kinds, says } = periods[query.kind]
    return (kinds as readonly (string | undefined)[]).includes(kindOf(query.period))
      ? drawnUpView(house, params.id, query, readerOf(person))
      : refuse('badRequest', says)
  })

  call('versions', async ({ params, person }) => {
    const stored = await openedBy(house, params.id, person)
    return stored ? versionsView(stored.workflow, stored.found, readerOf(person)) : refuse('notFound')
  })

  call('audits', async ({ params, person }) => {
    const township = await house.stores.places.township(params.id)
    if (!township) return refuse('notFound', '没有这个镇，请从列表里重新打开。')
    return may(person, 'seeAudits', township, today(house))
      ? auditsView(house, township, readerOf(person))
      : refuse('notInScope', '只有镇里、片里和县里的人能看谁该审计了。')
  })
}
