import { startOf } from '@shared/engine/asOf'
import type { Place } from '@shared/engine/case'
import type { RatesView } from '@shared/schemas/requestViews'
import type { CardView } from '@shared/schemas/views'
import type { Row } from '../store/table'
import type { House } from '../stores'
import { backlogKey } from './monitorView'

type Counted = keyof RatesView['outcomes']

/** How a closed request counts; what was declined stays declined, whether they agreed, let it be, or the township upheld it. */
const countedAs: Readonly<Record<string, Counted>> = {
  ...{ satisfied: 'satisfied', basically: 'basically', unsatisfied: 'unsatisfied', silent: 'silent' },
  ...{ accepted: 'declined', undisputed: 'declined', upheld: 'declined' },
  ...{ merged: 'merged', withdrawn: 'withdrawn' },
}

/** A village's requests and sessions of a year in counts: of all of them, whoever may read which. Nothing but counts leaves. */
export const ratesView = async (house: House, place: Place, year: number, today: string): Promise<RatesView> => {
  const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`)
  const [closed, open, sessions] = await Promise.all([
    Promise.all(months.filter((m) => m <= today.slice(0, 7)).map((m) => house.stores.cases.closedIn(place.village, m))),
    house.stores.cases.openIn(place.township),
    house.stores.cases.ofKind(place.village, '会', {
      ...{ from: startOf(`${year}-01-01`), until: startOf(`${year + 1}-01-01`), limit: 1000 },
    }),
  ])
  const requests = closed.flat().filter(({ sort }) => sort.endsWith('#说'))
  const outcomes = { satisfied: 0, basically: 0, unsatisfied: 0, silent: 0, declined: 0, merged: 0, withdrawn: 0 }
  for (const row of requests) {
    const counted = countedAs[cardOf(row).outcome ?? '']
    if (counted) outcomes[counted]++
  }
  return {
    ...{ year, closed: requests.length, outcomes, sessions: sessionsIn(sessions.rows.map(cardOf)) },
    open: open.map(backlogKey).filter(({ village, mark }) => village === place.village && mark === '说').length,
  }
}

const cardOf = (row: Row) => JSON.parse(row.card!) as CardView

/** One that is past its meeting was held, whether its summary is out yet or has hung its days. */
const sessionsIn = (cards: readonly CardView[]): RatesView['sessions'] => {
  const counts = { held: 0, nobodyCame: 0, notHeld: 0 }
  for (const { step, outcome } of cards)
    if (outcome === 'nobodyCame' || outcome === 'notHeld') counts[outcome]++
    else if (step !== 'meeting') counts.held++
  return counts
}
