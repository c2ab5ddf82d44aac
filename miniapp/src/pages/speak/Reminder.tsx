import type { CardView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { Link } from '../../components/Button'
import { Note } from '../../components/Chip'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { nearDay } from '../../words'

/** 后天说事日听您说的: which, and the way to each. */
export function Reminder({ cards, on, today }: { cards: readonly CardView[]; on: string; today: string }) {
  if (cards.length === 0) return null
  return (
    <Note tone="zhe" icon="bell">
      {nearDay(on, today)}说事日听您说的：
      {cards.map(({ id, title }) => (
        <View key={id}>
          <Link words={title} onPress={() => go(routes.case(id))} />
        </View>
      ))}
      能来就来，来不了也会听，结果写在这里。
    </Note>
  )
}
