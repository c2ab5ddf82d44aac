import { headsNeeded } from '@shared/engine/count'
import type { Count } from '@shared/engine/workflow'
import type { Figures } from './roll'

/** Heads that are called, and their households. */
export type Expected = { eligible: number; households: number }

/** The running head of a roll: 应到38 实到27 · 还差3人. */
export type Quorum = { met: boolean; heads: string; says: string }

type Settings = Readonly<Record<string, unknown>>

/** Whether enough have come, by the meeting's own rule; whoever a setting leaves out is out of both figures. */
export const quorumOf = (
  { quorum = [], leavesOut }: Pick<Count, 'quorum' | 'leavesOut'>,
  settings: Settings,
  { eligible, households }: Expected,
  { present, householdsPresent, notVoting }: Figures,
): Quorum => {
  const out = leavesOut && settings[leavesOut] === 1 ? notVoting : 0
  const [expected, here] = [eligible - out, present - out]
  const short = quorum.map(({ of, share }) =>
    of === 'people'
      ? { left: headsNeeded(share, expected, settings) - here, unit: '人' }
      : { left: headsNeeded(share, households, settings) - householdsPresent, unit: '户' },
  )
  const met = short.length === 0 || short.some(({ left }) => left <= 0)
  return {
    met,
    heads: `应到${expected} 实到${here}`,
    says:
      quorum.length === 0
        ? '不限人数'
        : met
          ? '人数够了'
          : `还差${short.map(({ left, unit }) => `${left}${unit}`).join('，或者')}`,
  }
}
