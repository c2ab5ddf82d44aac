import type { CardView } from '@shared/schemas/views'
import { Empty, type EmptyProps } from '../components/Blank'
import { Card } from '../components/Card'
import type { ChipProps } from '../components/Chip'
import { Item } from '../components/Item'
import { routes } from '../routes'
import { boardTile, displayChip, monthDay } from '../words'
import { go } from './go'

export type CardListProps = {
  cards: readonly CardView[]
  today: string
  isFresh: (card: CardView) => boolean
  /** These rows come from the phone's own store. */
  saved?: boolean
  empty: EmptyProps
}

// What isn't an ordinary notice says so.
const kinds: Readonly<Record<string, ChipProps>> = {
  更: { kind: 'line', words: '更正', icon: 'edit' },
  财: { kind: 'line', words: '重大事项' },
  协: { kind: 'line', words: '协商结果', icon: 'hands' },
}

/** Rows of a 公开栏. */
export function CardList({ cards, today, isFresh, saved, empty }: CardListProps) {
  if (cards.length === 0) return <Empty {...empty} />
  return (
    <Card flush>
      {cards.map((card) => (
        <Item
          key={card.id}
          tile={boardTile[card.board ?? 'village']}
          title={card.title}
          fresh={isFresh(card)}
          chip={displayChip(card.until, today)}
          also={kinds[card.mark]}
          meta={saved ? '已存' : `${monthDay(card.on, today)}贴出`}
          onPress={() => go(routes.case(card.id))}
        />
      ))}
    </Card>
  )
}
