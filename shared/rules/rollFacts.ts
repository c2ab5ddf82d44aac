import type { Roll, World } from '../engine/case'
import type { RollName } from '../engine/workflow'
import type { SheetRow } from '../sheetKinds'
import { type Fact, no } from './fact'

/** What a fact is told of a meeting's roll: who was called on that day, and what was ticked. */
export type RollFacts = {
  roll?: {
    kind?: string
    rows: readonly SheetRow[]
    /** 编号 of everyone who is called, with their household */
    called: Readonly<Record<string, string>>
    admits: readonly string[]
    name: RollName
  }
}

const roll = (world: World) => (world.facts as RollFacts).roll

/** Everyone ticked was called, nobody twice, nobody by a way that the law doesn't admit there; the figures are those of the roll. */
const rollFits: Fact = ({ form, world }) => {
  const told = roll(world)
  if (form.roll === undefined) return { remarks: [{ remark: 'noRoll', says: '没有逐人的签到册，人数是填的。' }] }
  if (told?.kind !== 'roll') return no('签到册没有存好，请重新打开勾一遍。', { field: 'roll' })
  const { rows, called, admits } = told
  const wrong = (says: string) => no(says, { field: 'roll' })
  const seen = new Set<string>()
  for (const { no: member, how, by } of rows) {
    const id = String(member)
    if (seen.has(id)) return wrong(`编号${id}在签到册里勾了两次，一个人只能算一次。`)
    seen.add(id)
    if (!Object.hasOwn(called, id)) return wrong(`编号${id}不在这个会的应到名册里，不能算到会。请去掉，或者先改名册。`)
    if (how === 'online' && !admits.includes('online'))
      return wrong('这个会，法律没有说可以在线参加，在线的人不能算到会。请去掉，或者请他到场。')
    if (how === 'proxy') {
      if (!admits.includes('proxy')) return wrong('这个会不能委托别人参加。请去掉委托的人。')
      const other = rows.find((r) => r.no === by)
      if (!other || other.how === 'proxy' || called[String(by)] !== called[id])
        return wrong(`编号${id}只能书面委托同一户、自己到会的人，请写受托人的编号。`)
    }
  }
  const many = (is: (r: SheetRow) => boolean) => rows.filter(is).length
  const figures: readonly (readonly [field: string, label: string, is: number])[] = [
    ['present', '实到', rows.length],
    ['online', '在线参加的', many((r) => r.how === 'online')],
    ['proxies', '委托的', many((r) => r.how === 'proxy')],
    ['notVoting', '回避的', many((r) => r.recused === 'yes')],
    ['householdsPresent', '到会的户', new Set(rows.map((r) => called[String(r.no)])).size],
  ]
  const off = figures.find(([field, , is]) => form[field] !== undefined && form[field] !== is)
  if (off) return no(`签到册上${off[1]}是${off[2]}，表里填的是${form[off[0]]}。请对一下。`, { field: off[0] })
  const left = figures.find(
    ([field, , is]) => is > 0 && form[field] === undefined && ['online', 'proxies', 'notVoting'].includes(field),
  )
  return left ? no(`签到册上${left[1]}有${left[2]}人，表里没有填。请补上。`, { field: left[0] }) : {}
}

/** 回避: whoever has an interest stays among those called and is recorded as not voting, with the reason. */
const recusalHasReason: Fact = ({ form }) =>
  Number(form.notVoting ?? 0) > 0 && !form.notVotingWhy
    ? no('有人回避，请写为什么回避。', { field: 'notVotingWhy' })
    : {}

/** 组织法第二十八条: the party organisation has studied it, so at a joint meeting its committee is quorate too. */
const branchIsQuorate: Fact = ({ form, world }) => {
  const branch = world.rolls.branchCommittee?.eligible ?? 0
  const came = form.branchPresent as number
  const needed = Math.floor(branch / 2) + 1
  if (came > branch) return no(`支部委员一共${branch}人，到会不能是${came}人。`, { field: 'branchPresent' })
  return came < needed
    ? no(`支部委员要过半数到会，至少${needed}人，还差${needed - came}人。合并开会也要支部先研究。`, {
        field: 'branchPresent',
      })
    : {}
}

/** 组织法第二十九条, 集体经济组织法第二十八条: what the body is made of; it warns and stops nothing. */
const compositionNoted: Fact = ({ world }) => ({
  remarks: compositionWarnings(world.rolls).map((says) => ({ remark: 'composition', says })),
})

type Rolls = Readonly<Partial<Record<RollName, Roll>>>

/** What a village's bodies lack of what law asks of them, in words. */
export const compositionWarnings = ({
  representativesMeeting: body,
  collectiveRepresentatives,
}: Rolls): readonly string[] => {
  const { representatives = 0, women = 0 } = body?.composition ?? {}
  return [
    ...(body?.composition && representatives * 5 < body.eligible * 4
      ? [`村民代表${representatives}人，不到代表会议${body.eligible}人的五分之四（组织法第二十九条）。`]
      : []),
    ...(body?.composition && women * 3 < body.eligible
      ? [`妇女代表${women}人，不到代表会议${body.eligible}人的三分之一（组织法第二十九条）。`]
      : []),
    ...(collectiveRepresentatives && collectiveRepresentatives.eligible > 0 && collectiveRepresentatives.eligible <= 20
      ? [`成员代表${collectiveRepresentatives.eligible}人，应当多于20人（农村集体经济组织法第二十八条）。`]
      : []),
  ]
}

export const rollFacts = { rollFits, recusalHasReason, branchIsQuorate, compositionNoted } satisfies Record<
  string,
  Fact
>
