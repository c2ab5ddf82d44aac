import { isOverdue } from '@shared/engine/deadline'
import type { MonitorView } from '@shared/schemas/monitorViews'
import type { CardView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Pages } from '../../api/usePages'
import { Button, MoreLink } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note, Status } from '../../components/Chip'
import { FieldError } from '../../components/Field'
import { Pressable } from '../../components/Pressable'
import { Skeleton } from '../../components/Skeleton'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { dueChip } from '../dueChip'
import { Tick } from '../urging/Tick'
import { useTicks } from '../urging/useTicks'
import type { Urging } from '../urging/useUrging'
import { choiceProblem } from '../urging/words'
import { holderWords } from './holder'
import { overseeing } from './matrix'
import './monitor.scss'

/** So many are shown at first; the rest by a press. */
const first = 6

export type DrillProps = {
  /** 沙塘村“办理” */
  title: string
  /** 逾期6件，在办9件。 */
  says: string
  /** how many there are */
  open: number
  pages: Pages
  /** undefined while the list is on its way */
  ready: boolean
  /** 片 and township may urge; others look */
  ask: Urging['ask']
  today: string
  /** what each of those is called who have work in hand: 东溪村 何福来 */
  owners: MonitorView['owners']
  /** the village's open 督办单, each called after what it is of */
  orders: readonly CardView[]
}

const isUrgeable = ({ mark }: CardView) => !overseeing.includes(mark)

/** The cases behind one cell or one village, soonest due first; what is late and not yet urged is ticked, to be urged together. */
export function Drill({ title, says, open, pages, ready, ask, today, owners, orders }: DrillProps) {
  const [all, setAll] = useState(false)
  const [problem, setProblem] = useState<string>()
  const { cards } = pages
  const isOrdered = ({ title }: CardView) => orders.some((order) => order.title === title)
  const ticks = useTicks(
    cards.filter(isUrgeable).map((card) => ({ id: card.id, ticked: isOverdue(card.due, today) && !isOrdered(card) })),
  )
  const many = ticks.chosen.length
  const shown = all ? cards : cards.slice(0, first)
  const press = () => {
    const no = choiceProblem(many)
    setProblem(no)
    if (!no) ask?.({ cases: ticks.chosen, missing: [] })
  }
  return (
    <Card title={title}>
      <View className="mw-second">{says}</View>
      {!ready && <Skeleton kind="lines" label="正在取这几件" />}
      <View className="mw-urge-ones">
        {ready &&
          shown.map((card) => (
            <Tick
              key={card.id}
              label={`督办：${card.title}`}
              on={ticks.isOn(card.id)}
              {...(ask && isUrgeable(card) && { onChange: (on: boolean) => ticks.set(card.id, on) })}
            >
              <One
                card={card}
                today={today}
                who={isUrgeable(card) && isOrdered(card) ? '正在督办' : holderWords(card, owners)}
              />
            </Tick>
          ))}
      </View>
      {pages.refused && <Note tone="zhe">{pages.refused.says}</Note>}
      {!all && cards.length > first && <MoreLink words={`看全部${open}件`} onPress={() => setAll(true)} />}
      {(all || cards.length <= first) && pages.more && (
        <MoreLink words="看后面的" onPress={() => void pages.more?.()} />
      )}
      {problem && <FieldError says={problem} />}
      {ready && ask && cards.some(isUrgeable) && (
        <View className="mw-drill-act">
          <Button block icon="flag" onPress={press}>
            {many > 0 ? `给这${many}件发督办单` : '发督办单'}
          </Button>
        </View>
      )}
    </Card>
  )
}

function One({ card, today, who }: { card: CardView; today: string; who: string }) {
  const chip = dueChip(card.due, today)
  return (
    <Pressable className="mw-drill-one" role="link" onPress={() => go(routes.case(card.id))}>
      <View className="mw-drill-title">{card.title}</View>
      <View className="mw-drill-line">
        <Status tone={chip.kind === 'line' ? 'hui' : chip.kind} words={chip.words} icon={chip.icon} />
        <View>{who}</View>
      </View>
    </Pressable>
  )
}
