import type { Day } from '@shared/engine/case'
import { isRefusal, type Refusal, refuse } from '@shared/engine/refusal'
import type { RollName } from '@shared/engine/workflow'
import { isOfGroup } from '@shared/rolls'
import { cn } from '@shared/rules/fact'
import type { Citizen } from '@shared/schemas/person'
import { whyNotCalled } from '@shared/whyNotCalled'
import { badgeIn } from '../badge'
import type { Route } from '../http/serve'
import { may } from '../scope'
import type { VillageAt } from '../store/placeStore'
import { rollCallView, rollsView, rosterView } from '../views/rosterView'
import { today } from '../world'

/** Who belongs to a village, who is called to a meeting, and whose code was scanned there. */
export const rosterRoutes: Route = (call, house) => {
  /** The village, for whoever holds office in it or over it. */
  const officeAt = async (id: string, person: Citizen): Promise<VillageAt | Refusal> => {
    const at = await house.stores.places.village(id)
    if (!at) return refuse('notFound', '没有这个村，请从村名列表里选。')
    return may(person, 'seeRoster', at, today(house))
      ? at
      : refuse('notInScope', '名册只给村里和镇里办事的人看。您自己的情况请到村委会查。')
  }
  const asked = ({ on = today(house), group }: { on?: Day; group?: number }) => ({ on, group })

  call('rolls', async ({ params, query, person }) => {
    const at = await officeAt(params.id, person)
    return isRefusal(at) ? at : rollsView(house, at, asked(query))
  })

  call('roster', async ({ params, query, person }) => {
    const at = await officeAt(params.id, person)
    if (isRefusal(at)) return at
    const { on } = asked(query)
    return rosterView(await house.stores.rosters.members(at.village.id, on), { ...query, on })
  })

  call('rollCall', async ({ params, query, person }) => {
    const at = await officeAt(params.id, person)
    if (isRefusal(at)) return at
    if (lacksGroup(query)) return noGroup
    const { on, group } = asked(query)
    return rollCallView(await house.stores.rosters.members(at.village.id, on), query.roll, { on, group })
  })

  call('readBadge', async ({ params, body, person }) => {
    const at = await officeAt(params.id, person)
    if (isRefusal(at)) return at
    if (lacksGroup(body)) return noGroup
    const on = today(house)
    if (body.on !== on)
      return refuse('ruleNotMet', `${cn(body.on)}的会只能在当天扫码签到。今天请在签到册上勾选，并附上签到册照片。`)
    const badge = badgeIn(house, body.code, { village: at.village.id, today: on })
    if (isRefusal(badge)) return badge
    const member = (await house.stores.rosters.members(at.village.id, on)).find((m) => m.no === badge.no)
    if (!member) return refuse('ruleNotMet', '名册里没有这个人了。请核对名册，要补的请先办名册变动。')
    const why = whyNotCalled(body.roll, member, on, body.group)
    return why ? refuse('ruleNotMet', why, { no: member.no }) : { no: member.no, name: member.name }
  })
}

const lacksGroup = ({ roll, group }: { roll: RollName; group?: number }) => isOfGroup(roll) && group === undefined
const noGroup = refuse('badRequest', '请先选是哪个组的会。')
