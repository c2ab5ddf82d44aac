import { addDays } from '@shared/engine/deadline'

/** The forms of a road's four meetings and what follows, as committee members would fill them in. */

const meeting = { startsAt: '19:00', place: '村委会二楼', minutes: '到会的人都说了意见，记在会议簿上。' }
const votes = (present: number, votesFor: number, votesAgainst = 0) => ({
  present,
  votesFor,
  votesAgainst,
  votesAbstain: present - votesFor - votesAgainst,
})

export const raisedRoad = {
  text: '三组到四组路面坏了，下雨难走',
  category: 'road',
  place: '三组到四组',
  visibility: 'villagers',
} as const

export const proposal = (heldOn: string, present = 5, yes = 5) => ({
  ...meeting,
  heldOn,
  ...votes(present, yes),
  plan: '硬化1.2公里',
  budget: 48_600_000,
  funds: 'mixed',
  finishBy: '2026-08-15',
  authorisation: '2026年1月村民会议授权代表会议决定村内道路建设',
})
export const deliberation = (heldOn: string, present = 9, yes = 8) => ({ ...meeting, heldOn, ...votes(present, yes) })
export const partyMeeting = (heldOn: string, present = 38, yes = 35) => ({
  ...{ ...meeting, heldOn, ...votes(present, yes) },
  draftSentOn: addDays(heldOn, -3),
})
/** What was sent to the representatives, and for when they are called. */
export const call = (noticeOn: string, meetOn: string) => ({
  ...{ noticeOn, meetOn, meetAt: '19:00', meetPlace: '村委会二楼', agenda: '三组到四组路面硬化' },
})
export const resolution = (heldOn: string, present = 26, yes = 14) => ({
  ...{ ...meeting, heldOn, ...votes(present, yes) },
  resolution: '同意硬化三组到四组路面，预算四十八万六千元。',
  supervised: true,
})
/** What a request is decided to become at the session. */
export const toMatter = (heldOn: string) => ({
  ...{ decision: '修路花钱多，走四议', heldOn, title: '三组到四组路面硬化', plan: '硬化1.2公里' },
  ...{ topic: 'planning', body: 'matterOfRepresentatives' },
})
