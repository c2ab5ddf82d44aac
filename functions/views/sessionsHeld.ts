import { sessionsBetween } from '@shared/calendar'
import { startOf } from '@shared/engine/asOf'
import type { Day } from '@shared/engine/case'
import { addDays } from '@shared/engine/deadline'
import type { TownshipPlace, VillagePlace } from '@shared/schemas/person'
import type { CardView } from '@shared/schemas/views'
import { sessionCaseId } from '../clockwork'
import type { House } from '../stores'
import { type SessionsAt, sessionOf } from '../world'

/** Days on which a session was due, and whether it was held: also when nobody came. */
export type SessionDays = ReadonlyMap<Day, boolean>

/** A session is opened once nothing more can be raised for it: at most so many days before. */
const opensBefore = 31

type Span = { from: Day; until: Day; today: Day }

/** The sessions of each of these villages of a township from one day to another, of those that lie behind. */
export const sessionsHeld = async (
  house: House,
  { county, id: township }: Pick<TownshipPlace, 'county' | 'id'>,
  villages: readonly VillagePlace[],
  span: Span,
): Promise<ReadonlyMap<string, SessionDays>> => {
  const [settings, holidays] = await Promise.all([
    house.stores.settings.ofEach({ county, township }, villages),
    house.stores.holidays.of(county),
  ])
  return new Map(
    await Promise.all(
      villages.map(async (village, i) => {
        const [kept, opened] = await Promise.all([
          house.stores.sessions.of(village.id),
          cardsOf(house, village.id, span),
        ])
        return [
          village.id,
          heldIn(house, { village, kept, holidays, rule: sessionOf({ village }, settings[i]!, kept) }, opened, span),
        ] as const
      }),
    ),
  )
}

type Ruled = SessionsAt & { village: VillagePlace }

/** Due by its rule; of the time before its days were last set, what was opened then tells: no rule is held against what was before it. */
const heldIn = (
  house: House,
  { village, kept, rule, holidays }: Ruled,
  opened: ReadonlyMap<string, CardView>,
  { from, until, today }: Span,
): SessionDays => {
  const cardOn = (on: Day) => opened.get(sessionCaseId(house, village.id, on))
  const first = village.since && village.since > from ? village.since : from
  const ruledFrom = kept.days?.since && kept.days.since > first ? kept.days.since : first
  const ruled = sessionsBetween(ruledFrom, until < today ? until : today, rule, holidays).map(({ on }) => on)
  const before = days(first, addDays(ruledFrom, -1)).filter((on) => isOpened(cardOn(on)))
  return new Map(
    [...before, ...ruled].flatMap((on) => {
      const held = isHeld(cardOn(on))
      // one that is today may still be held
      return on < today || held ? [[on, held] as const] : []
    }),
  )
}

const days = (from: Day, until: Day): Day[] => (from > until ? [] : [from, ...days(addDays(from, 1), until)])

const cardsOf = async (
  house: House,
  village: string,
  { from, until }: Span,
): Promise<ReadonlyMap<string, CardView>> => {
  const { rows } = await house.stores.cases.ofKind(village, '会', {
    ...{ from: startOf(addDays(from, -opensBefore)), until: startOf(addDays(until, 1)), limit: 1000 },
  })
  return new Map(rows.map((row) => [row.pk, JSON.parse(row.card!) as CardView]))
}

const isOpened = (card: CardView | undefined): boolean => card !== undefined && card.outcome !== 'withdrawn'

/** One that is past its meeting was held, whether its summary is out yet or has hung its days. */
const isHeld = (card: CardView | undefined): boolean =>
  isOpened(card) && card?.step !== 'meeting' && card?.outcome !== 'notHeld'
