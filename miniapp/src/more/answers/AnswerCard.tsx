import type { AnswersView } from '@shared/schemas/requestViews'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Link } from '../../components/Button'
import { Card } from '../../components/Card'
import { Chip } from '../../components/Chip'
import { cls } from '../../components/cls'
import { Pressable } from '../../components/Pressable'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { caseChip, monthDay } from '../../words'

export type AnswerCardProps = {
  answer: AnswersView['found'][number]
  today: string
  /** the category in words */
  about?: string
}

// About three lines of a small phone: what is shorter needs no unfolding.
const threeLines = 54

/** One answered request: what it was, the answer in three lines, how it ended; the whole of it leads there. */
export function AnswerCard({ answer: { id, title, closedOn, answer, outcome }, today, about }: AnswerCardProps) {
  const [open, setOpen] = useState(false)
  const isLong = answer.length > threeLines
  return (
    <Card>
      <Pressable className="answers-one" role="link" onPress={() => go(routes.case(id))}>
        <View className="mw-item-title">{title}</View>
        <View className="mw-rq-meta">{[about, `${monthDay(closedOn, today)}办结`].filter(Boolean).join(' · ')}</View>
        {answer !== '' && <View className={cls('answers-said', isLong && !open && 'folded')}>{answer}</View>}
      </Pressable>
      <View className="answers-foot">
        <Chip {...caseChip({ step: 'closed', outcome, mark: '说' }, today)} />
        {isLong && <Link words={open ? '收起' : '看完整的'} onPress={() => setOpen(!open)} />}
      </View>
    </Card>
  )
}
