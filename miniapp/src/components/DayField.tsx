import { Picker, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'
import { cls } from './cls'
import { Field, type FieldProps } from './Field'
import { Icon, type IconName } from './Icon'

type KeyEvent = { key?: string; preventDefault?: () => void; currentTarget?: { click?: () => void } }

/** What is shown and turned up or down with the arrow keys; Enter opens the wheel. WeChat opens it by touch alone. */
function Dial({
  label,
  words,
  icon,
  wrong,
  onTurn,
}: {
  label: string
  words: ReactNode
  icon: IconName
  wrong: boolean
  onTurn: (by: number) => void
}) {
  const onKeyDown = (event: unknown) => {
    const { key, preventDefault, currentTarget } = event as KeyEvent
    if (key === 'ArrowUp') onTurn(1)
    else if (key === 'ArrowDown') onTurn(-1)
    else if (key === 'Enter' || key === ' ') currentTarget?.click?.()
    else return
    preventDefault?.call(event)
  }
  return (
    <View
      className={cls('mw-input dial mw-focus', wrong && 'err')}
      {...aria({
        role: 'spinbutton',
        label,
        valueText: typeof words === 'string' ? words : '还没选',
        invalid: wrong || undefined,
      })}
      {...{ tabIndex: 0, onKeyDown }}
    >
      {words}
      <View className="mw-input-end">
        <Icon name={icon} size="s" />
      </View>
    </View>
  )
}

const empty = (words: string) => <View className="mw-ph">{words}</View>
const weekdays = '日一二三四五六'

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000
const dayOf = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10)
// The year is said only when it isn't this one.
const dayWords = (day: string, today: string) => {
  const [year, month, date] = day.split('-').map(Number)
  return `${today.startsWith(String(year)) ? '' : `${year}年`}${month}月${date}日 星期${weekdays[(dayNumber(day) + 4) % 7]}`
}

export type DayFieldProps = FieldProps & {
  /** 'YYYY-MM-DD'; '' while none is chosen. */
  value: string
  onChange: (day: string) => void
  /** First and last day that may be chosen. */
  from?: string
  until?: string
  /** The day to start from while none is chosen. */
  today: string
}

export function DayField({
  value,
  onChange,
  from = '2000-01-01',
  until = '2049-12-31',
  today,
  ...field
}: DayFieldProps) {
  const turn = (by: number) => {
    const next = value ? dayOf(dayNumber(value) + by) : today
    if (next >= from && next <= until) onChange(next)
  }
  return (
    <Field {...field}>
      <Picker mode="date" value={value || today} start={from} end={until} onChange={(e) => onChange(e.detail.value)}>
        <Dial
          label={field.label}
          words={value ? dayWords(value, today) : empty('选日子')}
          icon="cal"
          wrong={!!field.error}
          onTurn={turn}
        />
      </Picker>
    </Field>
  )
}

export type TimeFieldProps = FieldProps & {
  /** 'HH:MM'; '' while none is chosen. */
  value: string
  onChange: (time: string) => void
}

export function TimeField({ value, onChange, ...field }: TimeFieldProps) {
  const turn = (by: number) => {
    const [hour = 8, minute = 30] = value ? value.split(':').map(Number) : []
    const next = value ? (hour * 60 + minute + by * 5 + 1440) % 1440 : hour * 60 + minute
    onChange(`${String(Math.floor(next / 60)).padStart(2, '0')}:${String(next % 60).padStart(2, '0')}`)
  }
  return (
    <Field {...field}>
      <Picker mode="time" value={value || '08:30'} onChange={(e) => onChange(e.detail.value)}>
        <Dial label={field.label} words={value || empty('选时间')} icon="clock" wrong={!!field.error} onTurn={turn} />
      </Picker>
    </Field>
  )
}
