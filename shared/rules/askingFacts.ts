import { catalogueItem } from '../catalogue'
import { headsNeeded } from '../engine/count'
import { isDay } from '../engine/deadline'
import { monthsOf } from '../period'
import { type Fact, no } from './fact'

const isPeriod = (period: string): boolean =>
  period.startsWith('@') ? isDay(period.slice(1)) : monthsOf(period)[0] !== undefined

/** One asks of something: of a case or a row of it, or of an item and period that should be there. */
const asksOfPosted: Fact = ({ form, world }) => {
  const { hasAbout, rows = 0 } = world.facts as { hasAbout?: boolean; rows?: number }
  const row = (form.row as number | undefined) ?? 0
  if (hasAbout || row > 0) return hasAbout && row <= rows ? {} : no('请从那一笔旁边点“问这一笔”。')
  return catalogueItem(String(form.item)) && isPeriod(String(form.period))
    ? {}
    : no('请从要问的那一份公开事项开始，点“提出异议”。')
}

type Joined = { supervisors: number; representatives: number; voters: number }

/** 浙江实施办法第三十六条: the supervisors, five representatives, or a tenth of those with a vote. */
const enoughToQuestion: Fact = ({ act, found, world }) => {
  if (act.outcome !== 'submitted') return {}
  const joined = (world.facts.joined as Joined | undefined) ?? { supervisors: 0, representatives: 0, voters: 0 }
  if (found?.fields.basis === 'supervisors')
    return joined.supervisors > 0 ? {} : no('以村监委的名义质询，要由村监委成员提出。')
  if (found?.fields.basis === 'representatives') {
    const short = 5 - joined.representatives
    return short <= 0 ? {} : no(`要五名以上村民代表联名，还差${short}名。`, { short })
  }
  const adults = world.rolls.adults?.eligible ?? 0
  const needed = headsNeeded({ atLeast: [1, 10] }, adults, world.settings)
  if (!adults) return no('名册里还没有选民人数，请先请文书导入名册。')
  return joined.voters >= needed
    ? {}
    : no(`要十分之一以上有选举权的村民联名，至少${needed}人，还差${needed - joined.voters}人。`, {
        short: needed - joined.voters,
      })
}

const joinsOnce: Fact = ({ found, person }) =>
  found?.log.some((e) => e.person === person.id && (e.step === 'open' || e.aside === 'join'))
    ? no('您已经联过名了，一个人只算一次。')
    : {}

const signed: Fact = ({ form }) => (form.signed === true ? {} : no('请勾选“由本人签字”，再提交。', { field: 'signed' }))

export const askingFacts = { asksOfPosted, enoughToQuestion, joinsOnce, signed } as const satisfies Record<string, Fact>
