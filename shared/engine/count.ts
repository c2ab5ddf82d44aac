import type { Roll, Tally } from './case'
import { type Refusal, refuse } from './refusal'
import type { Count, Fraction, Share } from './workflow'

/** 三分之二以上 includes exactly two thirds; 过半数 is strictly more. Whole numbers only. */
type Plain = { fraction: Fraction; strict: boolean }

const plain = (share: Share, settings: Settings): Plain => {
  if ('atLeast' in share) return { fraction: share.atLeast, strict: false }
  if ('moreThan' in share) return { fraction: share.moreThan, strict: true }
  const floor = plain(share.floor, settings)
  const set = settings[share.setting]
  if (!Array.isArray(set) || set.length !== 2) return floor
  const [num, den] = set as [number, number]
  if (!Number.isInteger(num) || !Number.isInteger(den) || den <= 0) return floor
  // a setting may be stricter than the floor, never looser
  return num * floor.fraction[1] > floor.fraction[0] * den ? { fraction: [num, den], strict: false } : floor
}

type Settings = Readonly<Record<string, unknown>>

/** The smallest whole number of heads that meets the share of `of`. */
export const headsNeeded = (share: Share, of: number, settings: Settings = {}): number => {
  const { fraction, strict } = plain(share, settings)
  const [num, den] = fraction
  return strict ? Math.floor((of * num) / den) + 1 : Math.ceil((of * num) / den)
}

/** 三分之二以上, 过半数 … in words for screens. */
export const shareInWords = (share: Share, settings: Settings = {}): string => {
  const { fraction, strict } = plain(share, settings)
  const [num, den] = fraction
  const digits = '零一二三四五六七八九十'
  const name = num === 1 && den === 2 ? '半数' : `${digits[den] ?? den}分之${digits[num] ?? num}`
  return strict ? `过${name}` : `${name}以上`
}

export type Counted = {
  quorum: { needed: number; of: number; present: number; met: boolean; says: string }
  votes: { sum: number; present: number; met: boolean; says: string }
  pass: { needed: number; of: number; for: number; met: boolean; says: string }
}

/** The count of a meeting as a form shows it while people type; every figure is a whole number of heads. */
export const countOf = (count: Count, tally: Tally, settings: Settings = {}): Counted => {
  const options = (count.quorum ?? []).map((q) => {
    const of = q.of === 'people' ? tally.eligible : (tally.households?.eligible ?? 0)
    const present = q.of === 'people' ? tally.present : (tally.households?.present ?? 0)
    const needed = headsNeeded(q.share, of, settings)
    return { needed, of, present, unit: q.of === 'people' ? '人' : '户', words: shareInWords(q.share, settings) }
  })
  const met = options.find((o) => o.of > 0 && o.present >= o.needed)
  const closest = met ?? [...options].sort((a, b) => a.needed - a.present - (b.needed - b.present))[0]
  const notVoting = tally.notVoting ?? 0
  const sum = tally.for + tally.against + tally.abstain
  const voters = tally.present - notVoting
  const whom = notVoting ? `实到${tally.present}人，${notVoting}人回避，应有${voters}票` : `实到${tally.present}人`
  const base = { present: tally.present, eligible: tally.eligible, all: tally.all }[count.pass.of]
  const needed = headsNeeded(count.pass.share, base, settings)
  const passed = tally.for >= needed
  const baseWord = { present: '实到', eligible: '应到', all: '全体' }[count.pass.of]
  return {
    quorum: closest
      ? {
          ...closest,
          met: met !== undefined,
          says: met
            ? `要${closest.words}，至少${closest.needed}${closest.unit}，实到${closest.present}${closest.unit}`
            : `要${closest.words}，至少${closest.needed}${closest.unit}，还差${closest.needed - closest.present}${closest.unit}到会`,
        }
      : { needed: 0, of: tally.eligible, present: tally.present, met: true, says: `实到${tally.present}人` },
    votes: {
      sum,
      present: tally.present,
      met: sum === voters && tally.present <= tally.eligible,
      says:
        tally.present > tally.eligible
          ? `实到${tally.present}人，比应到${tally.eligible}人还多。请对一下签到册。`
          : sum === voters
            ? `同意${tally.for}＋反对${tally.against}＋弃权${tally.abstain}＝${sum}${notVoting ? `，${notVoting}人回避` : ''}`
            : `三项加起来是${sum}票，${whom}，${sum < voters ? `少了${voters - sum}` : `多了${sum - voters}`}票。请对一下计票单。`,
    },
    pass: {
      needed,
      of: base,
      for: tally.for,
      met: passed,
      says: passed
        ? `${tally.for}人同意，达到${baseWord}${base}人的${shareInWords(count.pass.share, settings)}，至少${needed}票`
        : `${tally.for}人同意，${baseWord}${base}人${shareInWords(count.pass.share, settings)}要${needed}票，还差${needed - tally.for}票`,
    },
  }
}

const whole = (n: unknown): n is number => typeof n === 'number' && Number.isInteger(n) && n >= 0

/**
 * Reads the heads and votes of a meeting's form against the roster's 应到. Whoever doesn't vote for an interest of their own
 * stays among those called and those present, but where the count lets a setting leave them out of both (本系统建议).
 */
export const tallyOf = (
  form: Readonly<Record<string, unknown>>,
  roll: Roll,
  count?: Pick<Count, 'leavesOut'>,
  settings: Settings = {},
): Tally | Refusal => {
  const { present, votesFor, votesAgainst, votesAbstain, householdsPresent, notVoting, online, proxies } = form
  if (!whole(present) || !whole(votesFor) || !whole(votesAgainst) || !whole(votesAbstain))
    return refuse('tallyWrong', '实到人数和三项票数都要填整数。')
  const apart = whole(notVoting) ? notVoting : 0
  if (apart > present) return refuse('tallyWrong', `回避的有${apart}人，比实到${present}人还多。请对一下签到册。`)
  const out = count?.leavesOut && settings[count.leavesOut] === 1 ? apart : 0
  return {
    eligible: roll.eligible - out,
    all: roll.all,
    present: present - out,
    ...(whole(householdsPresent) && { households: { eligible: roll.households, present: householdsPresent } }),
    ...(apart > out && { notVoting: apart }),
    ...(whole(online) && online > 0 && { online }),
    ...(whole(proxies) && proxies > 0 && { proxies }),
    for: votesFor,
    against: votesAgainst,
    abstain: votesAbstain,
    rollHash: roll.hash,
  }
}

/**
 * The count decides, not the person: `passed` or `failed`, or a refusal when the meeting isn't lawful or the votes don't add up.
 * Refusals say what is short: 还差1人到会.
 */
export const outcomeOf = (count: Count, tally: Tally, settings: Settings = {}): 'passed' | 'failed' | Refusal => {
  const counted = countOf(count, tally, settings)
  if (tally.present > tally.eligible) return refuse('tallyWrong', counted.votes.says, { ...counted.votes })
  const { households, online = 0, proxies = 0 } = tally
  if (online + proxies > tally.present)
    return refuse('tallyWrong', `在线${online}人、委托${proxies}人，比实到${tally.present}人还多。请对一下签到册。`)
  if (households && households.present > households.eligible)
    return refuse('tallyWrong', `到会${households.present}户，比应到${households.eligible}户还多。请对一下签到册。`)
  if (!counted.quorum.met)
    return refuse('notQuorate', `${counted.quorum.says}。会议不能算数。${count.ifShort}`, {
      needed: counted.quorum.needed,
      present: counted.quorum.present,
      short: counted.quorum.needed - counted.quorum.present,
    })
  if (!counted.votes.met) return refuse('tallyWrong', counted.votes.says, { ...counted.votes })
  return counted.pass.met ? 'passed' : 'failed'
}
