import { fieldsOf } from '@shared/schemas/stepForms'
import { View } from '@tarojs/components'
import { Card } from '../../components/Card'
import { ChoiceField } from '../../components/ChoiceField'
import { LongTextField } from '../../components/TextField'
import { PersonalNote } from './PersonalNote'

export type AskFormProps = {
  form: Readonly<Record<string, unknown>>
  set: (name: string) => (value: string) => void
  errors: Readonly<Record<string, string>>
  saved: '' | 'saved' | 'full'
  surname: string
  /** who reads question and answer: 全村看得到 */
  seenBy: string
}

export const savedWords = { '': undefined, saved: '已帮您存好草稿', full: '手机存不下了，草稿没存上' }

export const ways = [
  { value: 'objection', words: '问村里', detail: '村里10天内答复。没说清楚，再转到镇里。' },
  { value: 'objectionToTownship', words: '直接向镇里反映', detail: '镇里20天内调查核实并答复。' },
] as const

const fields = Object.fromEntries(fieldsOf('objection').map((field) => [field.name, field]))
const names = (fields.nameShown.options ?? []).map(({ value, label }) => ({ value, words: label }))

/** Of whom one asks, what, and whether the name is shown; then what becomes public of it. */
export function AskForm({ form, set, errors, saved, surname, seenBy }: AskFormProps) {
  const text = (name: string) => (typeof form[name] === 'string' ? (form[name] as string) : '')
  const question = text('question').trim()
  const who = text('nameShown') === 'surname' ? `${surname}**` : '一位村民'
  return (
    <>
      <ChoiceField
        {...{ id: 'way', label: '向谁问', options: ways, error: errors.way }}
        value={text('way') as (typeof ways)[number]['value'] | ''}
        onChange={set('way')}
      />
      <LongTextField
        id="question"
        {...{ label: fields.question.label, help: fields.question.help, maxLength: fields.question.max }}
        value={text('question')}
        onChange={set('question')}
        saved={savedWords[saved]}
        error={errors.question}
      />
      <PersonalNote text={question} />
      <ChoiceField
        {...{ id: 'nameShown', label: fields.nameShown.label, options: names }}
        value={text('nameShown') || 'hidden'}
        onChange={set('nameShown')}
      />
      {question !== '' && (
        <Card title="公开以后的样子" end={seenBy}>
          <View className="mw-pre">{`${who}问：“${question}”`}</View>
          <View className="mw-meta">答复的人知道是谁问的，好给您回话。别人看不到。</View>
        </Card>
      )}
    </>
  )
}
