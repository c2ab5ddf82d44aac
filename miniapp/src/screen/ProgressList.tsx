import type { CardView } from '@shared/schemas/views'
import { Empty, type EmptyProps } from '../components/Blank'
import { Card } from '../components/Card'
import { ProgressItem } from '../components/Item'
import { miniSteps } from '../miniSteps'
import { routes } from '../routes'
import { caseChip } from '../words'
import { go } from './go'

export type ProgressListProps = {
  cards: readonly CardView[]
  today: string
  /** Who and when. */
  metaOf: (card: CardView) => string
  isMine?: (card: CardView) => boolean
  /** 新 */
  isNews?: (card: CardView) => boolean
  empty?: EmptyProps
}

/** Rows of 说事 or 议事: each with its strip of seals and where it stands. */
export function ProgressList({ cards, today, metaOf, isMine, isNews, empty }: ProgressListProps) {
  if (cards.length === 0) return empty ? <Empty {...empty} /> : null
  return (
    <Card flush>
      {cards.map((card) => {
        const { steps, label } = miniSteps(card, today)
        return (
          <ProgressItem
            key={card.id}
            title={card.title}
            fresh={isNews?.(card)}
            meta={metaOf(card)}
            steps={steps}
            stepsLabel={label}
            chip={caseChip(card, today, isMine?.(card))}
            onPress={() => go(routes.case(card.id))}
          />
        )
      })}
    </Card>
  )
}
