import { cn } from '@shared/rules/fact'
import type { SessionChanges } from '../store/sessionStore'
import type { Stores } from '../stores'
import type { Days } from './days'
import { daysFrom, lot, oneOf } from './days'
import { officeName } from './people'
import { places } from './places'
import type { Line, Told } from './telling'

const outcomes: readonly (readonly [outcome: string, words: string])[] = [
  ['handle', '村里办'],
  ['answered', '当场答复'],
  ['consult', '请大家协商'],
  ['decide', '转四议'],
  ['escalate', '报片里镇里'],
  ['plan', '分步办'],
  ['declined', '不归村里管，讲清了该找谁'],
]
const isPromise = (outcome: string) => !['answered', 'declined'].includes(outcome)

/** How each request was decided that a village heard at the session of a day. */
const heardAt = (requests: readonly Told[], village: string, session: number): readonly string[] =>
  requests
    .filter((r) => r.village === village)
    .flatMap((r) => r.lines.filter((l) => l.atSession && l.day === session).map((l) => l.outcome!))

const summaryOf = (heard: readonly string[]): string => {
  if (heard.length === 0) return '来的人都说最近没有新的事，一起看了上次定下的几件办得怎么样。'
  const parts = outcomes.flatMap(([outcome, words]) => {
    const many = heard.filter((h) => h === outcome).length
    return many ? [`${words}${many}件`] : []
  })
  return `这次听了${heard.length}件事：${parts.join('，')}。每件都定了谁办、几时办好。`
}

const readBackOf = (promised: number, key: string): string => {
  const done = Math.max(promised - lot(key, 2), 0)
  return `上次定下${promised}件，逐件念过：办好${done}件${done < promised ? `，${promised - done}件说了新的日子` : ''}。`
}

const unheld = {
  nobodyCame: '下大雨，没有人来，值班的人等到十点半。',
  notHeld: '台风天，镇里通知不要集中，没有开成，改成干部上门去问。',
}

/** The last sessions, each opened by the clock: with their summary on the board, but for those that are still to be written. */
export const sessionsOf = (village: string, requests: readonly Told[], days: Days): readonly Told[] => {
  const clerk = `clerk-${village}`
  const of = (session: number, lines: readonly Line[]): Told => ({
    ...{ key: `${village}:session:${days.on(session)}`, village, session, lines },
  })
  const past = days.pastSessions(village)
  const told = past.slice(0, village === 'dongxi' ? 4 : 2).map((session, i) => {
    const key = `${village}${days.on(session)}`
    const missed = i === 1 ? { houshan: 'nobodyCame' as const, bailu: 'notHeld' as const }[village] : undefined
    if (missed) {
      const form = { attended: 0, minutes: unheld[missed] }
      return of(session, [{ day: session, by: clerk, outcome: missed, at: '11:00', form }])
    }
    // the worst off hasn't written down yet what its last session came to
    if (village === 'jiaotou' && i === 0 && session >= -12) return of(session, [])
    const isUnwritten = village === 'qiaowei' && i === 0
    const promised = heardAt(requests, village, past[i + 1]).filter(isPromise).length
    const meeting: Line = {
      ...{ day: isUnwritten ? Math.max(session, -5) : session, by: clerk, outcome: 'held', at: '11:20' },
      form: {
        attended: 7 + lot(key, 14),
        ...(promised > 0 && { readBack: readBackOf(promised, key) }),
        minutes: '逐件记在说事簿上，谁说的、谁来办、几时办好，都当场念过一遍。',
      },
      ...((village === 'dongxi' || i === 0) && { pictures: { photos: ['meeting'] as const } }),
    }
    // the day after at the latest: the story ends today
    const postedOn = Math.min(session + 2, 0)
    const summary: Line = {
      ...{ day: postedOn, by: clerk, at: '15:30' },
      form: { summary: summaryOf(heardAt(requests, village, session)), boardOn: days.on(postedOn) },
    }
    return of(session, isUnwritten ? [meeting] : [meeting, summary])
  })
  // today's was opened yesterday evening
  return days.nextSession(village) === 0 ? [of(0, []), ...told] : told
}

const duty: readonly string[] = ['书记、报账员', '书记、村委会主任', '村委会主任、报账员']

/**
 * Who is on duty in each village; an evening in 后山村, where nobody had come, and a session of 官田村 that was moved.
 * Doing it twice changes nothing.
 */
export const sessionSettings = async ({ sessions }: Pick<Stores, 'sessions'>, began: number): Promise<void> => {
  const days = daysFrom(began)
  for (const { id } of places.villages) {
    const edits = [{ on: days.on(-50), who: `村党支部书记 ${officeName(id, 'secretary')}`, says: '固定日改了值班的人' }]
    const own: SessionChanges = { rule: { hosts: oneOf(duty, id) }, moved: {}, extra: [], off: [], edits }
    const changed = id === 'houshan' ? withEvening(own, days) : id === 'guantian' ? withMove(own, days) : own
    await sessions.change(id, (kept) => (kept.edits.length ? kept : changed))
  }
}

const withEvening = (own: SessionChanges, days: Days): SessionChanges => {
  const next = days.nextSession('houshan')
  const on = days.on(next === 5 ? 6 : 5)
  const place = '文化礼堂'
  const says = `${cn(on)}加开一次晚上说事，19:00，${place}`
  return {
    ...{ ...own, extra: [{ on, kind: 'evening', startsAt: '19:00', place, hosts: '书记、村委会主任' }] },
    edits: [...own.edits, { on: days.on(-1), who: `村党支部书记 ${officeName('houshan', 'secretary')}`, says }],
  }
}

const withMove = (own: SessionChanges, days: Days): SessionChanges => {
  const next = days.nextSession('guantian')
  // one whose cut-off is near is left where it is
  if (next < 4) return own
  const [on, to] = [days.on(next), days.on(next - 1)]
  const { startsAt, place } = places.villages.find((v) => v.id === 'guantian')!.session
  const why = '当天村里办喜事，大家都去帮忙'
  const says = `${cn(on)}改到${cn(to)}${startsAt}，${place}：${why}`
  return {
    ...{ ...own, moved: { [on]: { to, startsAt, place, hosts: own.rule.hosts!, why } } },
    edits: [...own.edits, { on: days.on(-2), who: `村委会主任 ${officeName('guantian', 'director')}`, says }],
  }
}
