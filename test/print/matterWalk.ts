import type { CaseView } from '@shared/schemas/views'
import type { TestHouse } from '../support/house'
import { pictures } from '../support/pictures'

const meeting = { startsAt: '19:00', place: '村委会二楼', minutes: '到会的人都说了意见，记在会议簿上。' }
const votes = (present: number, votesFor: number, votesAgainst = 0, notVoting = 0) => ({
  ...{ present, votesFor, votesAgainst, votesAbstain: present - notVoting - votesFor - votesAgainst },
  ...(notVoting && { notVoting, notVotingWhy: '包工的是他的弟弟' }),
})
const checked = { track: 'yes', authorised: 'yes', called: 'yes', funded: 'yes', lawful: 'yes' }

export const road = {
  ...{ title: '硬化三组到四组的路', topic: 'planning', motive: 'villagers' },
  plan: '三组到四组路面坏了，下雨难走。\n打算硬化1.2公里，<b>宽3.5米</b>。',
} as const

const deliberate = (h: TestHouse, id: string, heldOn: string) => {
  h.to(heldOn, '21:00')
  return h.done('secretary-dongxi', id, { form: { ...meeting, heldOn, ...votes(9, 7, 1, 1) } })
}

/** A road of 60万 that the township has returned to the two committees. */
export const toReturned = async (h: TestHouse): Promise<string> => {
  h.to('2026-06-01')
  const { id } = await h.open('secretary-dongxi', 'matterOfRepresentatives', road)
  h.to('2026-06-02', '21:00')
  await h.done('secretary-dongxi', id, {
    form: {
      ...{ ...meeting, heldOn: '2026-06-02', ...votes(5, 5), plan: road.plan, budget: 60_000_000, funds: 'mixed' },
      ...{ finishBy: '2026-08-15', authorisation: '2026年1月村民会议授权代表会议决定村内道路建设' },
    },
  })
  await deliberate(h, id, '2026-06-03')
  h.to('2026-06-04')
  await h.done('township', id, {
    ...{ outcome: 'returned', form: { ...checked, funded: 'no', ground: 'funded', opinion: '补助的文件号没有写。' } },
  })
  return id
}

/** Deliberated again, let go on; it stands before its 党员大会. */
export const toPartyMeeting = async (h: TestHouse, id: string): Promise<void> => {
  await deliberate(h, id, '2026-06-05')
  h.to('2026-06-08')
  await h.done('township', id, { outcome: 'lawful', form: { ...checked, opinion: '程序合法。' } })
}

/** On to the passed resolution: 26 of 38 came, one of them didn't vote, 20 agreed. */
export const toAnnouncement = async (h: TestHouse, id: string): Promise<void> => {
  h.to('2026-06-13', '21:00')
  await h.done('secretary-dongxi', id, {
    form: {
      ...meeting,
      draftSentOn: '2026-06-09',
      heldOn: '2026-06-13',
      ...votes(38, 35, 1),
      officer: '石湾镇驻村干部 蒋某',
    },
  })
  h.to('2026-06-14')
  const proof = await h.upload('clerk-dongxi', pictures['image/png'], 'image/png', '送达签名.png')
  const plan = await h.upload('clerk-dongxi', pictures['application/pdf'], 'application/pdf', '方案.pdf')
  await h.done('clerk-dongxi', id, {
    outcome: 'called',
    form: {
      ...{ noticeOn: '2026-06-14', meetOn: '2026-06-18', meetAt: '19:00', meetPlace: '村礼堂' },
      ...{ agenda: '要不要硬化三组到四组的路', noticeFiles: [plan], noticeProof: [proof], counsel: '没有不同意见。' },
    },
  })
  h.to('2026-06-18', '21:00')
  await h.done('clerk-dongxi', id, {
    form: {
      ...{ ...meeting, place: '村礼堂', heldOn: '2026-06-18', ...votes(26, 20, 3, 1), supervised: true },
      resolution: '同意硬化三组到四组的路，长1.2公里，预算六十万元，八月十五日前完工。',
    },
  })
}

/** Posted, built in two stages, one bill paid of it, the result posted and its display served. */
export const toTheEnd = async (h: TestHouse, id: string): Promise<CaseView> => {
  h.to('2026-06-19')
  await h.done('clerk-dongxi', id, {
    form: {
      ...{ summary: '三组到四组的路要硬化，花六十万。', boardOn: '2026-06-19' },
      stages: [
        { on: '2026-07-20', does: '挖路基' },
        { on: '2026-08-15', does: '浇水泥' },
      ],
    },
  })
  h.to('2026-07-06')
  const works = (outcome: string, form: Record<string, unknown>) =>
    h.done('clerk-dongxi', id, { outcome, form: { stagesDone: 1, stageBoardOn: '2026-07-19', ...form } })
  h.to('2026-07-19')
  const voucher = await h.upload('clerk-dongxi', pictures['image/jpeg'], 'image/jpeg', '发票.jpg')
  await works('progress', { progress: '路基挖好了。', spent: 20_000_000, vouchers: [voucher] })
  await h.done('supervisor-dongxi', id, { aside: 'opinion', form: { opinion: '路基深度量过，够。' } })
  h.to('2026-08-14')
  const done = { progress: '水泥浇好了。', stagesDone: 2, stageBoardOn: '2026-08-14', spent: 58_000_000 }
  await works('finished', done)
  h.to('2026-08-15')
  await h.done('clerk-dongxi', id, {
    form: { result: '路通了，1.2公里。', spent: 58_000_000, resultBoardOn: '2026-08-15' },
  })
  h.to('2026-08-31')
  await h.sweep()
  return h.see('clerk-dongxi', id)
}
