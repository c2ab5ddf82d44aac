import type { Day } from '@shared/engine/case'
import { type Refusal, refuse } from '@shared/engine/refusal'
import { cn } from '@shared/rules/fact'
import { keyed } from './acting'
import type { House } from './stores'

/** Somebody of a village's roster, on one day. */
export type Badge = { village: string; no: string; on: Day }

const signature = (house: Pick<House, 'secret'>, { village, no, on }: Badge): string =>
  keyed(house, `badge\u0000${village}\u0000${no}\u0000${on}`).slice(0, 16)

/** What somebody shows on their phone to be ticked: nothing in it is secret, and nobody else can make one. */
export const badgeCode = (house: Pick<House, 'secret'>, badge: Badge): string =>
  `MW:${badge.village}:${badge.no}:${badge.on}:${signature(house, badge)}`

/** Whose code it is, where it was made here, for this village and for today; else why it can't be taken. */
export const badgeIn = (
  house: Pick<House, 'secret'>,
  code: string,
  { village, today }: { village: string; today: Day },
): Badge | Refusal => {
  const match = /^MW:([\w-]{1,64}):(.{1,40}):(\d{4}-\d{2}-\d{2}):([0-9a-f]{16})$/.exec(code.trim())
  const badge = match && { village: match[1], no: match[2], on: match[3] }
  if (!badge || match[4] !== signature(house, badge))
    return refuse('badRequest', '这不是签到码。请对方打开“我的签到码”再扫，或者请他在签到册上签名。')
  if (badge.village !== village) return refuse('ruleNotMet', '这是别的村的签到码，不能在这里签到。')
  if (badge.on !== today)
    return refuse('ruleNotMet', `这张签到码是${cn(badge.on)}的，只在当天有用。请对方重新打开“我的签到码”再扫。`)
  return badge
}
