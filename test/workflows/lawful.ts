import type { Case, Entry, Tally } from '@shared/engine/case'
import { addDays } from '@shared/engine/deadline'

/** What law and the township's rules ask of a matter's vote, as plain inequalities over whole heads. */
const resolutions: Readonly<Record<string, (t: Tally) => boolean>> = {
  matterOfRepresentatives: (t) => 3 * t.present >= 2 * t.eligible && 2 * t.for > t.present,
  matterOfAssembly: (t) =>
    (2 * t.present > t.eligible ||
      (t.households !== undefined && 3 * t.households.present >= 2 * t.households.eligible)) &&
    2 * t.for > t.present,
  matterOfMembers: (t) => 3 * t.present >= 2 * t.eligible && 3 * t.for >= 2 * t.all,
  matterOfMemberRepresentatives: (t) => 3 * t.present >= 2 * t.eligible && 3 * t.for >= 2 * t.all,
  matterOfNonMembers: (t) => 3 * t.present >= 2 * t.eligible && 4 * t.for >= 3 * t.all,
  matterOfGroup: (t) =>
    (3 * t.present >= 2 * t.eligible ||
      (t.households !== undefined && 3 * t.households.present >= 2 * t.households.eligible)) &&
    2 * t.for > t.present,
  matterOfGroupMembers: (t) => 3 * t.present >= 2 * t.eligible && 3 * t.for >= 2 * t.all,
}
const noticeDays: Readonly<Record<string, number>> = {
  matterOfRepresentatives: 3,
  matterOfGroup: 3,
  ...Object.fromEntries(
    [
      'matterOfAssembly',
      'matterOfMembers',
      'matterOfMemberRepresentatives',
      'matterOfNonMembers',
      'matterOfGroupMembers',
    ].map((id) => [id, 10]),
  ),
}
const byMembers = ['matterOfMembers', 'matterOfMemberRepresentatives', 'matterOfNonMembers', 'matterOfGroupMembers']

const sane = (t: Tally) => t.present <= t.eligible && t.for + t.against + t.abstain + (t.notVoting ?? 0) === t.present

/**
 * What a closed matter lacks of what it needed, read from its log alone and reckoned anew; nothing where it was lawful or ended
 * without effect (it failed or was withdrawn).
 */
export const lacking = ({ workflow, outcome, log }: Case): readonly string[] => {
  if (!['served', 'appraised'].includes(outcome ?? '')) return []
  const last = (step: string, how: (e: Entry) => boolean = () => true) =>
    log.findLast((e) => e.step === step && !e.aside && how(e))
  const wrong: string[] = []
  const need = (is: unknown, says: string) => {
    if (!is) wrong.push(says)
  }
  const tallyOf = (step: string) => last(step, (e) => e.outcome === 'passed')?.effect.tally
  const joint = tallyOf('jointMeeting')
  const first = tallyOf('proposal') ?? joint
  const second = tallyOf('deliberation') ?? joint
  const party = tallyOf('partyMeeting')
  const vote = tallyOf('resolution')
  need(
    first &&
      sane(first) &&
      (joint ? 3 * first.present >= 2 * first.eligible : 2 * first.present > first.eligible) &&
      2 * first.for > first.present,
    '提议',
  )
  need(second && sane(second) && 3 * second.present >= 2 * second.eligible && 2 * second.for > second.present, '商议')
  need(party && sane(party) && 3 * party.present >= 2 * party.eligible && 2 * party.for > party.eligible, '审议')
  need(vote && sane(vote) && resolutions[workflow](vote), '决议')

  const [called, held] = [last('call'), last('resolution')]
  const meetings = ['proposal', 'jointMeeting', 'deliberation', 'partyMeeting', 'resolution'].flatMap(
    (s) => last(s) ?? [],
  )
  need(
    meetings.every((m, i) => i === 0 || String(m.values.heldOn) >= String(meetings[i - 1].values.heldOn)),
    '次序',
  )
  need(
    meetings.every((m) => String(m.values.heldOn) <= m.on),
    '未来',
  )
  need(
    called &&
      held &&
      (called.values.urgent === true
        ? typeof called.values.urgentWhy === 'string' && workflow === 'matterOfAssembly'
        : String(held.values.heldOn) > addDays(String(called.values.noticeOn), noticeDays[workflow])),
    '通知',
  )
  const budget = Number(log.findLast((e) => e.values.budget !== undefined)?.values.budget ?? 0)
  if (budget > 50_000_000 && !last('shareSchemeReview'))
    need(
      last('legalityReview', (e) => e.outcome === 'lawful'),
      '审查',
    )

  /** fifteen whole days from the later of the app and the wall, the first day not counted */
  const hung = (posting: string, display: string, field: string, asides: readonly string[]) => {
    const put = last(posting)
    const down = last(display, (e) => e.outcome === 'served')
    const days = log.filter((e) => asides.includes(e.aside ?? '')).map((e) => String(e.values[field]))
    const since = [put?.on, String(put?.values[field]), ...days].sort().at(-1)
    return put && down && since !== undefined && down.on > addDays(since, 15)
  }
  need(hung('announcement', 'decisionDisplay', 'boardOn', ['onBoard']), '决议公示')
  need(hung('report', 'reportDisplay', 'resultBoardOn', ['resultOnBoard']), '结果公示')
  if (byMembers.includes(workflow)) {
    need(hung('planPosting', 'planDisplay', 'planBoardOn', ['planOnBoard']), '方案公示')
    need(held?.values.supervised === true, '监督')
  }
  return wrong
}
