import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCall } from '../../api/useCall'
import { aria } from '../../components/aria'
import { Button } from '../../components/Button'
import { Note } from '../../components/Chip'
import { ChoiceRow } from '../../components/ChoiceField'
import { Field, type FieldProps } from '../../components/Field'
import { TextField } from '../../components/TextField'
import { caseChip, monthDay } from '../../words'
import './form.scss'

/** What is known of the case that was chosen. */
export type ChosenCase = { id: string; number: string; title: string; openedOn: string }

export type CaseFieldProps = FieldProps & {
  /** whose cases, and the case that is to be merged */
  village: string
  of: string
  /** '' while none is chosen */
  value: string
  /** the chosen one, once it has been opened */
  chosen?: ChosenCase
  /** YYYY-MM-DD */
  today: string
  onChange: (id: string) => void
}

/** One case out of those that are about the same thing; more by searching. */
export function CaseField({ village, of, value, chosen, today, onChange, ...field }: CaseFieldProps) {
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const { answer, refused, reload } = useCall('similar', { params: { id: village }, query: { q: asked, to: of } })
  const rows = answer?.found.map(({ card, cares }) => ({
    id: card.id,
    title: card.title,
    on: card.on,
    more: [caseChip(card, today).words, ...(cares > 0 ? [`${cares}人也关心`] : [])],
  }))
  const isListed = rows?.some(({ id }) => id === value) ?? false
  // chosen before another search: it stays in sight
  const kept = chosen && !isListed ? [{ id: chosen.id, title: chosen.title, on: chosen.openedOn, more: [] }] : []
  const search = () => setAsked(typed.trim())
  return (
    <Field {...field} role="group">
      <View className="mw-case-search">
        <TextField
          label="找一件"
          icon="search"
          placeholder="写几个字，比如：路灯"
          value={typed}
          maxLength={40}
          onChange={setTyped}
          onDone={search}
        />
        <Button kind="second" onPress={search}>
          找
        </Button>
      </View>
      <View {...aria({ role: 'radiogroup', label: field.label })}>
        {[...kept, ...(rows ?? [])].map(({ id, title, on, more }) => (
          <ChoiceRow
            key={id}
            words={title}
            detail={[...(id === chosen?.id ? [chosen.number] : []), `${monthDay(on, today)}提的`, ...more].join(' · ')}
            on={id === value}
            onPress={() => onChange(id)}
          />
        ))}
      </View>
      {!answer && !refused && <View className="mw-meta">正在找…</View>}
      {rows?.length === 0 && (
        <Note tone="hui">
          {asked ? '没有找到。换几个字再找，' : '没有差不多的、先提的事。写几个字找一找，'}
          还没办完的、比这一件先提的才能选。
        </Note>
      )}
      {refused && (
        <>
          <Note tone="zhe">名单没打开。{refused.says}</Note>
          <Button kind="second" small icon="refresh" onPress={() => void reload()}>
            再试一次
          </Button>
        </>
      )}
    </Field>
  )
}
