import type { MonitorView } from '@shared/schemas/monitorViews'
import type { CardView } from '@shared/schemas/views'
import { taskWords } from '../desk/groups'

/** Who has it in hand, without the village that stands above: 经办 何福来. The step where nobody is known by name. */
export const holderWords = (card: CardView, owners: MonitorView['owners']): string => {
  const found = owners.find(({ id }) => id === card.holder)
  return found ? `经办 ${found.says.split(' ').at(-1)}` : taskWords(card).split('：')[0]
}
