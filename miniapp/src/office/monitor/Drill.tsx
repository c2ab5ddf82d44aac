import type { CardView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import type { Pages } from '../../api/usePages'
import { Button, Link } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note, Status } from '../../components/Chip'
import { Pressable } from '../../components/Pressable'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { lateWords } from '../../words'
import { taskWords } from '../desk/groups'
import { dueChip } from '../dueChip'
import './monitor.scss'

export type DrillProps = {
  /** 沙塘村“办理” */
  title: string
  /** 逾期6件，在办9件。 */
  says: string
  pages: Pages
  /** undefined while the list is on its way */
  ready: boolean
  /** 片 and township may urge; others look */
  mayUrge: boolean
  today: string
}

/** The cases behind one cell or one village, soonest due first. */
export function Drill({ title, says, pages, ready, mayUrge, today }: DrillProps) {
  const late = pages.cards.find(({ due }) => lateWords(due, today))
  return (
    <Card title={title}>
      <View className="mw-second">{says}</View>
      {!ready && <View className="mw-meta">正在取…</View>}
      {ready && pages.cards.map((card) => <One key={card.id} card={card} today={today} />)}
      {pages.refused && <Note tone="zhe">{pages.refused.says}</Note>}
      {pages.more && <Link words="看后面的" onPress={() => void pages.more?.()} />}
      {ready && mayUrge && late && (
        <View className="mw-drill-act">
          <Button block icon="flag" onPress={() => go(routes.act(late.id, 'urge'))}>
            督办最久的这件
          </Button>
        </View>
      )}
    </Card>
  )
}

function One({ card, today }: { card: CardView; today: string }) {
  const chip = dueChip(card.due, today)
  return (
    <Pressable className="mw-drill-one" role="link" onPress={() => go(routes.case(card.id))}>
      <View className="mw-drill-title">{card.title}</View>
      <View className="mw-drill-line">
        <Status tone={chip.kind === 'line' ? 'hui' : chip.kind} words={chip.words} icon={chip.icon} />
        <View>{taskWords(card).split('：')[0]}</View>
      </View>
    </Pressable>
  )
}
