import { daysBetween, isOverdue } from '@shared/engine/deadline'
import type { CardView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { heading } from '../../components/aria'
import { Button, MoreLink } from '../../components/Button'
import { Card } from '../../components/Card'
import { Chip, Chips } from '../../components/Chip'
import type { Urging } from '../urging/useUrging'
import { atOnce } from '../urging/words'
import './monitor.scss'

export type HottestProps = {
  /** 沙塘村“办理” */
  title: string
  overdue: number
  /** the cases of that cell, soonest due first, and the village's open 督办单, each called after what it is of */
  cards: readonly CardView[]
  orders: readonly CardView[]
  /** false while they are on their way */
  ready: boolean
  today: string
  ask: Urging['ask']
  onOpen: () => void
}

/** What can wait least, on a phone: one cell, 督办 of all that is late in it, and the way to it. */
export function Hottest({ title, overdue, cards, orders, ready, today, ask, onOpen }: HottestProps) {
  const all = cards.filter(({ due }) => isOverdue(due, today))
  const [oldest] = all
  const late = all.filter(({ title }) => !orders.some((order) => order.title === title)).slice(0, atOnce)
  const isBegun = ready && late.length < all.length
  return (
    <Card late>
      <Chips>
        <Chip kind="jiang" words="最要紧" />
      </Chips>
      <View className="mw-h2 mw-hot-title" {...heading(2)}>
        {title}逾期{overdue}件
      </View>
      <View className="mw-second">
        {ready && oldest ? `最久的${daysBetween(oldest.due!, today)}天：${oldest.title}` : '正在取最久的那件…'}
      </View>
      {isBegun && (
        <View className="mw-second">
          {late.length > 0 ? `其中${all.length - late.length}件正在督办。` : '都发过督办单了，等村里答复。'}
        </View>
      )}
      <View className="mw-drill-act">
        {ask && ready && late.length > 0 ? (
          <Button block icon="flag" onPress={() => ask({ cases: late.map(({ id }) => id), missing: [] })}>
            给这{late.length}件发督办单
          </Button>
        ) : (
          <Button block icon="list" onPress={onOpen}>
            看这{overdue}件
          </Button>
        )}
      </View>
      {ask && ready && late.length > 0 && <MoreLink words={`先看看这${overdue}件`} onPress={onOpen} />}
    </Card>
  )
}
