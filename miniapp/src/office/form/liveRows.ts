import type { Tally } from '@shared/engine/case'
import { type Counted, countOf, headsNeeded, shareInWords } from '@shared/engine/count'
import type { Check } from '../../components/LiveCheck'
import type { Counting } from './problems'

const whole = (n: unknown): n is number => typeof n === 'number' && Number.isInteger(n) && n >= 0
const orNone = (n: unknown) => (whole(n) ? n : 0)

/** 人数够不够 · 票数对不对 · 过没过, worked out anew on every key from what has been filled in so far. */
export const liveRows = (counting: Counting, value: Readonly<Record<string, unknown>>): readonly Check[] => {
  const { count, roll, settings } = counting
  const { present, votesFor, votesAgainst, votesAbstain, householdsPresent } = value
  const tally: Tally = {
    ...{ eligible: roll.eligible, all: roll.all, present: orNone(present), rollHash: '' },
    ...(whole(householdsPresent) && { households: { eligible: roll.households, present: householdsPresent } }),
    ...{ for: orNone(votesFor), against: orNone(votesAgainst), abstain: orNone(votesAbstain) },
  }
  const counted = countOf(count, tally, settings)
  const heads = whole(present)
  const votes = heads && whole(votesFor) && whole(votesAgainst) && whole(votesAbstain)
  return [
    ofHeads(counting, tally, counted, heads),
    ofVotes(tally, counted, votes),
    ofResult(counting, tally, counted, votes),
  ]
}

const ofHeads = ({ count, roll, settings }: Counting, tally: Tally, { quorum }: Counted, filled: boolean): Check => {
  const rule = count.quorum?.[0]
  const unit = rule?.of === 'households' ? '户' : '人'
  const of = unit === '户' ? roll.households : roll.eligible
  if (!filled)
    return {
      state: 'wait',
      title: '填了实到，就知道够不够',
      detail: rule
        ? `要${shareInWords(rule.share, settings)}，至少${headsNeeded(rule.share, of, settings)}${unit}`
        : `应到${of}${unit}`,
    }
  if (tally.present > tally.eligible)
    return {
      state: 'bad',
      title: `实到比应到多${tally.present - tally.eligible}人`,
      detail: `应到${tally.eligible}人，实到${tally.present}人。请对一下签到册。`,
    }
  const gauge = { of: quorum.of, value: quorum.present, need: quorum.needed }
  return quorum.met
    ? { state: 'ok', title: '人数够，会议有效', detail: quorum.says, ...(rule && { gauge }) }
    : {
        state: 'bad',
        title: `人数不够，还差${quorum.needed - quorum.present}${unit}`,
        detail: `${quorum.says}。请通知大家，改期再开。`,
        gauge,
      }
}

const ofVotes = (tally: Tally, { votes }: Counted, filled: boolean): Check => {
  if (!filled) return { state: 'wait', title: '三项票数填完再对', detail: '同意、反对、弃权加起来要等于实到人数' }
  const detail = `同意${tally.for}＋反对${tally.against}＋弃权${tally.abstain}＝${votes.sum}`
  const off = votes.sum - tally.present
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
  if (!filled || counted.votes.sum !== tally.present || !counted.quorum.met || tally.present > tally.eligible)
    return { state: 'wait', title: '前两项对上，再算过没过', detail: rule }
  const votes = { yes: tally.for, no: tally.against, abstain: tally.abstain, need: needed }
  return counted.pass.met
    ? { state: 'ok', title: `同意${words}，通过`, detail: `至少${needed}票，同意${tally.for}票`, votes }
    : { state: 'bad', title: `没有通过，差${needed - tally.for}票`, detail: `${rule}，同意${tally.for}票`, votes }
}
