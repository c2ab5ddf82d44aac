import type { CaseView } from '@shared/schemas/views'
import type { TestHouse } from '../support/house'

type Form = Record<string, unknown>

const held = (heldOn: string, present: number) => ({
  ...{ heldOn, startsAt: '19:00', place: '村委会二楼', minutes: '到会的人都说了意见。' },
  ...{ present, votesFor: present, votesAgainst: 0, votesAbstain: 0 },
})

/** A matter of June 2026 that 30 representatives vote on the 8th; where it passes, the decision is posted that day. */
export const decidedMatter = async (
  h: TestHouse,
  {
    title,
    budget,
    plans = [],
    agree = 30,
  }: { title: string; budget: number; plans?: readonly string[]; agree?: number },
): Promise<CaseView> => {
  h.to('2026-06-01')
  const plan = (n: number): Form => (plans[n] === undefined ? {} : { plan: plans[n] })
  const opened = { title, topic: 'planning', ...plan(0) }
  const { id } = await h.open('secretary-dongxi', 'matterOfRepresentatives', opened)
  const proposal = {
    ...{ ...held('2026-06-01', 5), ...plan(1), budget, funds: 'collective', finishBy: '2026-08-15' },
    authorisation: '2026年1月村民会议授权',
  }
  await h.done('secretary-dongxi', id, { form: proposal })
  await h.done('director-dongxi', id, { form: { ...held('2026-06-01', 9), ...plan(2) } })
  h.to('2026-06-04')
  const party = { ...held('2026-06-04', 40), ...plan(3), draftSentOn: '2026-06-01', amendments: '路灯也换' }
  await h.done('secretary-dongxi', id, { form: party })
  const called = { noticeOn: '2026-06-04', meetOn: '2026-06-08', meetAt: '19:00', meetPlace: '村委会', agenda: title }
  await h.done('director-dongxi', id, { form: called })
  h.to('2026-06-08', '20:00')
  const votes = { votesFor: agree, votesAgainst: 30 - agree }
  const resolution = { ...held('2026-06-08', 30), ...votes, resolution: `同意${title}。`, supervised: true }
  const voted = await h.done('director-dongxi', id, { form: resolution })
  if (voted.step === 'closed') return voted
  return h.done('clerk-dongxi', id, { form: { summary: `${title}。`, boardOn: '2026-06-08' } })
}

export const bill = (over: Form = {}): Form => ({
  ...{ purpose: '换路灯', payee: '某电器店', amount: 186_050, category: '路灯和村道维修', account: 'village' },
  ...{ billOn: '2026-06-01', ...over },
})

/** From both signatures past the supervisors and the agency to the books, all today. */
export const booked = async (h: TestHouse, id: string, on: string, voucher: string): Promise<CaseView> => {
  const { step } = await h.see('agency', id)
  await h.done(step === 'collectiveSign' ? 'collective-dongxi' : 'director-dongxi', id, { outcome: 'signed' })
  for (const who of ['secretary-dongxi', 'supervisor-dongxi', 'agency']) await h.done(who, id, { outcome: 'signed' })
  await h.done('clerk-dongxi', id, { form: { paidOn: on, way: 'transfer' } })
  return h.done('agency', id, { form: { bookedOn: on, voucher } })
}

/** A paper that someone asks the seal for, approved and stamped on a day. */
export const stamped = async (h: TestHouse, by: string, on: string, over: Form = {}): Promise<CaseView> => {
  const asked = {
    ...{ sealKind: 'committee', paper: 'certificate', document: '居住证明', purpose: '办居住证', copies: 2 },
    ...{ applicant: '本人', written: 'whole', ...over },
  }
  const { id } = await h.open(by, 'sealReview', asked)
  await h.done('director-dongxi', id, { outcome: 'agreed' })
  return h.done('keeper-dongxi', id, {
    ...{ outcome: 'stamped' },
    form: { stampedOn: on, stamped: asked.copies, where: 'office' },
  })
}
