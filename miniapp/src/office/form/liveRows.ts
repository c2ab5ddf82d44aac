import type { Tally } from '@shared/engine/case'
import { type Counted, countOf, headsNeeded, shareInWords, tallyOf } from '@shared/engine/count'
import { isRefusal } from '@shared/engine/refusal'
import type { Count } from '@shared/engine/workflow'
import type { Check } from '../../components/LiveCheck'
import type { Counting } from './problems'

type Value = Readonly<Record<string, unknown>>

const whole = (n: unknown): n is number => typeof n === 'number' && Number.isInteger(n) && n >= 0
const orNone = (n: unknown) => (whole(n) ? n : 0)

/** 人数够不够 · 票数对不对 · 过没过, worked out anew on every key from what has been filled in so far. */
export const liveRows = (counting: Counting, value: Value): readonly Check[] => {
  const { count, settings } = counting
  const { present, votesFor, votesAgainst, votesAbstain } = value
  const tally = tallied(counting, {
    ...value,
    ...{ present: orNone(present), votesFor: orNone(votesFor) },
    ...{ votesAgainst: orNone(votesAgainst), votesAbstain: orNone(votesAbstain) },
  })
  const counted = countOf(count, tally, settings)
  const heads = whole(present)
  const votes = heads && whole(votesFor) && whole(votesAgainst) && whole(votesAbstain)
  return [
    ofHeads(counting, tally, counted, value),
    ofVotes(tally, counted, votes),
    ofResult(counting, tally, counted, votes),
  ]
}

/** The count of what is there so far; more who don't vote than came are told as such. */
const tallied = ({ count, roll, settings }: Counting, value: Value): Tally => {
  const tally = tallyOf(value, { ...roll, hash: '' }, count, settings)
  return isRefusal(tally)
    ? (tallyOf({ ...value, notVoting: undefined }, { ...roll, hash: '' }, count, settings) as Tally)
    : tally
}

/** 要三分之二以上，至少39人，或者三分之二以上，至少20户 */
const quorumWords = (
  { quorum = [] }: Count,
  { eligible, households }: Counting['roll'],
  settings: Counting['settings'],
) =>
  quorum
    .map(({ of, share }) => {
      const [heads, unit] = of === 'households' ? [households, '户'] : [eligible, '人']
      return `${shareInWords(share, settings)}，至少${headsNeeded(share, heads, settings)}${unit}`
    })
    .join('；或者')

const ofHeads = ({ count, roll, settings }: Counting, tally: Tally, { quorum }: Counted, value: Value): Check => {
  const rule = quorumWords(count, roll, settings)
  if (!whole(value.present))
    return {
      state: 'wait',
      title: '填了实到，就知道够不够',
      detail: rule ? `要${rule}` : `应到${roll.eligible}人`,
    }
  const wrong = headsWrong(tally, value)
  if (wrong) return wrong
  const gauge = { of: quorum.of, value: quorum.present, need: quorum.needed }
  const unit = quorum.says.includes('户') ? '户' : '人'
  return quorum.met
    ? { state: 'ok', title: '人数够，会议有效', detail: quorum.says, ...(rule && { gauge }) }
    : {
        state: 'bad',
        title: `${unit === '户' ? '户数' : '人数'}不够，还差${quorum.needed - quorum.present}${unit}`,
        detail: `${quorum.says}。会议不能算数。${count.ifShort}`,
        gauge,
      }
}

const headsWrong = (tally: Tally, { present, notVoting, online, proxies }: Value): Check | undefined => {
  const came = orNone(present)
  const bad = (title: string, detail: string): Check => ({ state: 'bad', title, detail: `${detail}请对一下签到册。` })
  if (tally.present > tally.eligible)
    return bad(`实到比应到多${tally.present - tally.eligible}人`, `应到${tally.eligible}人，实到${tally.present}人。`)
  if (orNone(notVoting) > came) return bad('回避的比实到的还多', `回避${notVoting}人，实到${came}人。`)
  if (orNone(online) + orNone(proxies) > came)
    return bad('在线和委托的比实到的还多', `在线${orNone(online)}人、委托${orNone(proxies)}人，实到${came}人。`)
  const { households } = tally
  if (households && households.present > households.eligible)
    return bad(
      `到会的户比应到多${households.present - households.eligible}户`,
      `应到${households.eligible}户，到会${households.present}户。`,
    )
  return undefined
}

const ofVotes = (tally: Tally, { votes }: Counted, filled: boolean): Check => {
  const apart = tally.notVoting ?? 0
  if (!filled)
    return {
      state: 'wait',
      title: '三项票数填完再对',
      detail: `同意、反对、弃权加起来要等于实到人数${apart ? `减去回避的${apart}人` : ''}`,
    }
  const sum = `同意${tally.for}＋反对${tally.against}＋弃权${tally.abstain}＝${votes.sum}`
  const detail = apart ? `${sum}，实到${tally.present}人，${apart}人回避` : sum
  const off = votes.sum - (tally.present - apart)
  return off === 0
    ? { state: 'ok', title: '票数对得上', detail }
    : { state: 'bad', title: `票数对不上，${off < 0 ? `少${-off}` : `多${off}`}票`, detail }
}

const ofResult = ({ count, settings }: Counting, tally: Tally, counted: Counted, filled: boolean): Check => {
  const words = shareInWords(count.pass.share, settings)
  const { needed, of } = counted.pass
  const ofWhom = `${{ present: '实到', eligible: '应到', all: '全体' }[count.pass.of]}的人${words}`
  // 过半数 of those present can't be said in votes before it is known how many are
  const rule = of > 0 ? `要${ofWhom}同意，至少${needed}票` : `要${ofWhom}同意`
  if (!filled || !counted.votes.met || !counted.quorum.met)
    return { state: 'wait', title: '前两项对上，再算过没过', detail: rule }
  const votes = { yes: tally.for, no: tally.against, abstain: tally.abstain, need: needed }
  return counted.pass.met
    ? { state: 'ok', title: `同意${words}，通过`, detail: `至少${needed}票，同意${tally.for}票`, votes }
    : { state: 'bad', title: `没有通过，差${needed - tally.for}票`, detail: `${rule}，同意${tally.for}票`, votes }
}
