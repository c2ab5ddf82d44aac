import { refuse } from '@shared/engine/refusal'
import { badgeCode } from '../badge'
import type { Route } from '../http/serve'
import { today } from '../world'
import { qr } from './print/qr'

/** The code by which somebody is ticked at a meeting of today. It is a picture, so it is made where pictures are. */
export const badgeRoutes: Route = (call, house) => {
  call('badge', async ({ person: { village, member: no } }) => {
    const on = today(house)
    const members = village && no ? await house.stores.rosters.members(village, on) : []
    const member = members.find((m) => m.no === no)
    if (!village || !member)
      return refuse('ruleNotMet', '您的账号还没有和村里的名册对上，没有签到码。开会时请在签到册上签名。')
    const code = badgeCode(house, { village, no: member.no, on })
    return { no: member.no, name: member.name, on, code, svg: String(await qr(code)) }
  })
}
