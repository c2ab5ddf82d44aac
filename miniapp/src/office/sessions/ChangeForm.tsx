import { Card } from '../../components/Card'
import { ChoiceField } from '../../components/ChoiceField'
import { DayField, TimeField } from '../../components/DayField'
import { SwitchField } from '../../components/SwitchField'
import { TextField } from '../../components/TextField'
import { monthDay } from '../../words'
import { type ChangeName, type Errors, type FieldName, fieldsOf, type TypedChange } from './changes'

export type ChangeFormProps = {
  change: ChangeName
  typed: TypedChange
  errors: Errors
  today: string
  /** the days that may be chosen */
  days: { from: string; until: string }
  onChange: (change: TypedChange) => void
}

const kinds = [
  { value: 'evening', words: '晚上加开', detail: '白天出门做工的人来得了' },
  { value: 'mobile', words: '流动说事', detail: '到自然村、田头、老人家门口去听' },
] as const

/** The fields of one change of a village's sessions. */
export function ChangeForm({ change, typed, errors, today, days, onChange }: ChangeFormProps) {
  const field = (name: FieldName) => ({ id: `s-${name}`, error: errors[name] })
  const text = (name: 'place' | 'hosts' | 'why') => ({
    ...{ ...field(name), maxLength: 60, value: typed[name] ?? '' },
    onChange: (words: string) => onChange({ [name]: words }),
  })
  const day = (name: 'on' | 'to') => ({
    ...{ ...field(name), ...days, today: days.from, value: typed[name] ?? '' },
    onChange: (to: string) => onChange({ [name]: to }),
  })
  const drawn: Readonly<Record<FieldName, () => JSX.Element>> = {
    kind: () => (
      <ChoiceField
        key="kind"
        {...field('kind')}
        label="怎么开"
        options={kinds}
        value={typed.kind ?? ''}
        onChange={(kind) => onChange({ kind, ...(kind === 'evening' && !typed.startsAt && { startsAt: '19:00' }) })}
      />
    ),
    on: () => <DayField key="on" {...day('on')} label="哪一天" />,
    to: () => (
      <DayField
        key="to"
        {...day('to')}
        label="改到哪一天"
        help={`${monthDay(days.from, today)}到${monthDay(days.until, today)}之间。只改时间、地点的，选原来那一天。`}
      />
    ),
    startsAt: () => (
      <TimeField
        key="startsAt"
        {...field('startsAt')}
        label="几点开始"
        value={typed.startsAt ?? ''}
        onChange={(startsAt) => onChange({ startsAt })}
      />
    ),
    place: () => <TextField key="place" {...text('place')} label="在哪里" placeholder="比如：村委会一楼" />,
    hosts: () => <TextField key="hosts" {...text('hosts')} label="谁值班" help="大家看得到，写职务就行" />,
    why: () => (
      <TextField
        key="why"
        {...text('why')}
        label={change === 'drop' ? '为什么不开了' : '为什么改'}
        help="大家看得到，一句话"
        placeholder={change === 'drop' ? '' : '比如：那天全镇开会'}
      />
    ),
    movesOffHolidays: () => (
      <Card key="movesOffHolidays" flush>
        <SwitchField
          id="s-movesOffHolidays"
          label="碰上放假顺延"
          help="顺延到放完假第一个工作日"
          on={typed.movesOffHolidays === true}
          onChange={(movesOffHolidays) => onChange({ movesOffHolidays })}
        />
      </Card>
    ),
  }
  return <>{fieldsOf[change].map((name) => drawn[name]())}</>
}
