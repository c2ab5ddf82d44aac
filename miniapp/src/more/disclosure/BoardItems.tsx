import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Card } from '../../components/Card'
import { cls } from '../../components/cls'
import { Icon } from '../../components/Icon'
import { Pressable } from '../../components/Pressable'
import { ItemRow } from './ItemRow'
import { type ItemDue, sorted } from './standing'

/** The items of one board: late ones, those that are done; what isn't due, isn't owed or hasn't happened is folded. */
export function BoardItems({ title, items, today }: { title: string; items: readonly ItemDue[]; today: string }) {
  const { late, done, notDue, idle, off } = sorted(items)
  const rows = (of: readonly ItemDue[]) => of.map((item) => <ItemRow key={item.code} item={item} today={today} />)
  return (
    <Card title={title} end={`${items.length}项`} flush>
      {rows([...late, ...done])}
      <Fold words={`还没到期的${notDue.length}项`} many={notDue.length}>
        {rows(notDue)}
      </Fold>
      <Fold words={`有了新情况才公开的${idle.length}项`} many={idle.length}>
        {rows(idle)}
      </Fold>
      <Fold words={`这里不用公开的${off.length}项`} many={off.length}>
        {rows(off)}
      </Fold>
    </Card>
  )
}

function Fold({ words, many, children }: { words: string; many: number; children: ReactNode }) {
  const [open, setOpen] = useState(false)
  if (many === 0) return null
  return (
    <View className="mw-owed-item">
      <Pressable className="mw-row mw-owed-fold" expanded={open} onPress={() => setOpen(!open)}>
        <View className="mw-row-words">{words}</View>
        <View className={cls('mw-row-go', open && 'mw-owed-open')}>
          <Icon name="down" />
        </View>
      </Pressable>
      {open && children}
    </View>
  )
}
