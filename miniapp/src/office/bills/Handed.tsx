import type { CardView } from '@shared/schemas/views'
import type { Asked } from '../../api/useCall'
import { Card, SectionTitle } from '../../components/Card'
import { Note } from '../../components/Chip'
import { WorkCard } from '../../components/WorkCard'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { monthDay } from '../../words'
import { standing } from './standing'

/** What one has handed in oneself, newest first, and how far each is. */
export function Handed({ of, today }: { of: Asked<{ cards: CardView[] }>; today: string }) {
  return (
    <>
      <SectionTitle title="我报的" />
      <Loaded of={of} kind="list" label="正在打开我报的账">
        {({ cards }) =>
          cards.length === 0 ? (
            <Note tone="hui">您还没有报过账。</Note>
          ) : (
            <Card flush>
              {cards.map((card) => (
                <WorkCard
                  key={card.id}
                  char={card.seal ?? (card.outcome === 'booked' ? '账' : '支')}
                  state={card.step !== 'closed' ? 'now' : card.outcome === 'booked' ? 'done' : 'back'}
                  title={card.title}
                  detail={`${monthDay(card.on, today)}报的`}
                  chips={[standing(card, today)]}
                  onPress={() => go(card.step === 'revision' ? routes.act(card.id) : routes.case(card.id))}
                />
              ))}
            </Card>
          )
        }
      </Loaded>
    </>
  )
}
