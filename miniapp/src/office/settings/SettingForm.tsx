import type { SettingUnit, SettingValue } from '@shared/schemas/settings'
import { settingWords } from '@shared/settingWords'
import { ChoiceField } from '../../components/ChoiceField'
import { MoneyField, NumberField } from '../../components/NumberField'
import { TextField } from '../../components/TextField'
import { moneyTyped } from '../form/typed'
import { limitWords, type SettingView, type Typed } from './edits'

export type SettingFormProps = {
  setting: SettingView
  typed: Typed
  error?: string
  onChange: (typed: Typed) => void
}

const unitWords: Readonly<Partial<Record<SettingUnit, string>>> = {
  ...{ requests: '件', audits: '次', workday: '个工作日', percent: '%' },
}

const shares = [
  [1, 2],
  [2, 3],
  [3, 4],
  [4, 5],
] as const

/** The shares to choose from: none under the floor, and what holds now. */
const sharesFor = ({ floor = [0, 1], value }: SettingView): readonly SettingValue[] => {
  const lawful = shares.filter(([part, whole]) => part * floor[1] >= floor[0] * whole)
  const isKnown = lawful.some((share) => JSON.stringify(share) === JSON.stringify(value))
  return isKnown ? lawful : [value, ...lawful]
}

/** The field for one number: days, yuan, a share, who reads, days of the month. */
export function SettingForm({ setting, typed, error, onChange }: SettingFormProps) {
  const { name, unit } = setting
  const help = limitWords(setting) || undefined
  const field = { id: `set-${name}`, label: `${setting.title}改成`, help, error }
  if (unit === 'share' || unit === 'bodies' || unit === 'switch') {
    const options = unit === 'share' ? sharesFor(setting) : unit === 'switch' ? [1, 0] : [1, 2]
    return (
      <ChoiceField
        {...field}
        options={options.map((value) => ({ value: JSON.stringify(value), words: settingWords(unit, value) }))}
        value={JSON.stringify(typed)}
        onChange={(chosen) => onChange(JSON.parse(chosen) as SettingValue)}
      />
    )
  }
  const number = typeof typed === 'number' ? typed : undefined
  if (unit === 'fen')
    return <MoneyField {...field} value={number} onChange={(fen, text) => onChange(moneyTyped(fen, text))} />
  if (unit === 'monthDays')
    return (
      <TextField
        {...field}
        help="每月几号，1到28，用顿号隔开，比如：10、20"
        value={typeof typed === 'string' ? typed : ''}
        onChange={onChange}
      />
    )
  return <NumberField {...field} unit={unitWords[unit] ?? '天'} value={number} onChange={onChange} />
}
