import type { CardView } from '@shared/schemas/views'
import type { Asked } from '../../api/useCall'
import type { Pages } from '../../api/usePages'
import { Card, SectionTitle } from '../../components/Card'
import { Note } from '../../components/Chip'
import { WorkCard } from '../../components/WorkCard'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { MoreButton } from '../../screen/MoreButton'
import { lateWords, monthDay } from '../../words'
import { taskWords } from '../desk/groups'
import { dueChip } from '../dueChip'

export type WaitingProps = {
  of: Asked<{ cards: CardView[]; next?: string }>
  pages: Pages
  today: string
  /** those on the reader's own desk, and not the whole village's */
  mine: boolean
}

/** Bills that wait for somebody's signature, soonest due first. */
export function Waiting({ of, pages, today, mine }: WaitingProps) {
  return (
    <>
      <SectionTitle title={mine ? '等着您审的' : '等着签字的'} />
      <Loaded of={of} kind="list" label="正在打开等着办的">
        {() =>
          pages.cards.length === 0 ? (
            <Note tone="song">没有等着办的账。</Note>
          ) : (
            <>
              <Card flush>
                {pages.cards.map((card) => (
                  <WorkCard
                    key={card.id}
                    char={card.seal ?? card.mark}
                    state={lateWords(card.due, today) ? 'late' : card.due === today ? 'now' : 'todo'}
                    title={taskWords(card)}
                    detail={`${monthDay(card.on, today)}报的`}
                    chips={[dueChip(card.due, today)]}
                    onPress={() => go(mine ? routes.act(card.id) : routes.case(card.id))}
                  />
                ))}
              </Card>
              <MoreButton pages={pages} />
            </>
          )
        }
      </Loaded>
    </>
  )
}
