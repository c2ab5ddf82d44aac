import { isOverdue } from '@shared/engine/deadline'
import type { SessionRunView } from '@shared/schemas/requestViews'
import type { CardView } from '@shared/schemas/views'
import { Card } from '../../components/Card'
import { WorkCard } from '../../components/WorkCard'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { caseChip, monthDay } from '../../words'
import { decidedWords, sealStateOf } from './run'

export type ToHearProps = {
  cards: readonly CardView[]
  today: string
  /** the session, where it can be heard at now */
  hears?: Hears
  /** they stand on the agenda of a later one, which is told */
  later?: boolean
}

/** What waits to be heard; one tap to its form for whoever hears it now, else to the matter itself. */
export function ToHear({ cards, today, hears, later }: ToHearProps) {
  return (
    <Card flush>
      {cards.map((card) => (
        <WorkCard
          key={card.id}
          char={card.seal ?? card.mark}
          state={hears ? 'now' : 'todo'}
          title={card.title}
          detail={`${monthDay(card.on, today)}提出`}
          chips={later || isOverdue(card.due, today) ? [caseChip(card, today)] : []}
          onPress={() => go(hears ? hearingOf(card, hears) : routes.case(card.id))}
        />
      ))}
    </Card>
  )
}

/** The session at which something is heard. */
export type Hears = { session: string; on: string }

/** The form in which that is put on record. */
export const hearingOf = ({ id, step }: CardView, hears: Hears): string => routes.act(id, step, hears)

/** What has been heard, or promised: how it was decided and where it stands today. */
export function Heard({ heard, today }: { heard: SessionRunView['heard']; today: string }) {
  return (
    <Card flush>
      {heard.map(({ card, decided }) => (
        <WorkCard
          key={card.id}
          char={card.seal ?? card.mark}
          state={sealStateOf(card, today)}
          title={card.title}
          detail={`定的是：${decidedWords(decided)}`}
          chips={[caseChip(card, today)]}
          onPress={() => go(routes.case(card.id))}
        />
      ))}
    </Card>
  )
}
