import { gapsIn } from '@shared/requestCategories'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCall } from '../../api/useCall'
import { Link } from '../../components/Button'
import { Note } from '../../components/Chip'
import { Pressable } from '../../components/Pressable'
import { LongTextField, type LongTextFieldProps } from '../../components/TextField'
import { putCursor, selectionProps } from '../../platform/cursor'
import { type Selection, withTemplate } from './templates'
import './form.scss'

export type OwnWordsProps = LongTextFieldProps & {
  id: string
  /** whose list of ready-made words, and what the case is about */
  village: string
  category?: string
}

/** A long text that may begin with ready-made words: their gaps are to be filled in before it can be sent. */
export function OwnWords({ village, category, ...field }: OwnWordsProps) {
  const [open, setOpen] = useState(false)
  const [select, setSelect] = useState<Selection>()
  const gaps = gapsIn(field.value).length
  const take = (template: string) => {
    const { text, select } = withTemplate(field.value, template)
    field.onChange(text)
    setOpen(false)
    setSelect(select)
    putCursor(field.id, select)
  }
  const turn = () => {
    setSelect(undefined)
    setOpen(!open)
  }
  return (
    <View>
      <LongTextField
        {...field}
        saved={gaps > 0 ? `还有${gaps}处【】要填` : field.saved}
        area={selectionProps(select)}
        tools={<Link words={open ? '收起现成的话' : '用一段现成的话'} onPress={turn} />}
      />
      {open && <Templates village={village} category={category} onTake={take} />}
    </View>
  )
}

type TemplatesProps = { village: string; category?: string; onTake: (text: string) => void }

function Templates({ village, category, onTake }: TemplatesProps) {
  const { answer, refused } = useCall('requestWords', { params: { id: village } })
  if (refused) return <Note tone="zhe">现成的话没打开。{refused.says}</Note>
  if (!answer) return <View className="mw-meta">正在打开现成的话…</View>
  const own = answer.words.templates.filter((template) => template.category === category)
  if (own.length === 0) return <Note tone="hui">这一类还没有现成的话，由县里来写。您直接写就行。</Note>
  return (
    <View className="mw-templates">
      {own.map(({ text }) => (
        <Pressable key={text} className="mw-radio" label={`用这一段：${text}`} onPress={() => onTake(text)}>
          <View className="mw-radio-words">{text}</View>
        </Pressable>
      ))}
    </View>
  )
}
