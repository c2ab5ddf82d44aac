import { gapsIn } from '@shared/requestCategories'
import { useState } from 'react'
import { Link } from '../../components/Button'
import { LongTextField, type LongTextFieldProps } from '../../components/TextField'
import { putCursor, selectionProps } from '../../platform/cursor'
import { type Selection, withTemplate } from './templates'

/** 会议记录: begun from the template of its meeting, whose first gap is selected to type over. */
export function MinutesField({ template, ...field }: LongTextFieldProps & { id: string; template: string }) {
  const [select, setSelect] = useState<Selection>()
  const gaps = gapsIn(field.value).length
  const take = () => {
    const { text, select } = withTemplate(field.value, template)
    field.onChange(text)
    setSelect(select)
    putCursor(field.id, select)
  }
  const next = () => {
    const gap = gapsIn(field.value)[0]
    const from = field.value.indexOf(gap)
    const select = { from, until: from + gap.length }
    setSelect(select)
    putCursor(field.id, select)
  }
  return (
    <LongTextField
      {...field}
      onChange={(text) => {
        setSelect(undefined)
        field.onChange(text)
      }}
      saved={gaps > 0 ? `还有${gaps}处【】要填` : field.saved}
      area={selectionProps(select)}
      tools={gaps > 0 ? <Link words="填下一处" onPress={next} /> : <Link words="用模板" onPress={take} />}
    />
  )
}
