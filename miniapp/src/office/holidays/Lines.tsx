import type { HolidayTable } from '@shared/schemas/monitorViews'
import { View } from '@tarojs/components'
import { Button, IconButton } from '../../components/Button'
import { Card } from '../../components/Card'
import { DayField } from '../../components/DayField'
import { FieldError } from '../../components/Field'
import { TextField } from '../../components/TextField'
import '../form/form.scss'
import './holidays.scss'

export type LinesProps = {
  year: number
  table: HolidayTable
  saysOf: (id: string) => string | undefined
  onChange: (table: HolidayTable) => void
}

const mostLines = 20

/** 放假 and 调休上班 as they are filled in, line by line. */
export function Lines(props: LinesProps) {
  return (
    <>
      <Off {...props} />
      <On {...props} />
    </>
  )
}

function Off({ year, table, saysOf, onChange }: LinesProps) {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  const write = (at: number, more: Partial<HolidayTable['off'][number]>) =>
    onChange({ ...table, off: table.off.map((line, i) => (i === at ? { ...line, ...more } : line)) })
  const whole = saysOf('off')
  return (
    <Card title="放假" end={`${table.off.length}个`}>
      {table.off.map(({ name, from, until }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place
        <View key={i} id={`off-${i}`} className="holiday-line">
          <View className="holiday-name">
            <TextField
              label="什么假"
              value={name}
              maxLength={10}
              placeholder="比如：春节"
              onChange={(text) => write(i, { name: text })}
            />
            <IconButton
              icon="trash"
              label={`去掉${name || `第${i + 1}行`}`}
              onPress={() => onChange({ ...table, off: table.off.filter((_, at) => at !== i) })}
            />
          </View>
          <View className="holiday-span">
            <DayField
              label="从哪天"
              value={from}
              from={first}
              until={last}
              today={from || first}
              onChange={(day) => write(i, { from: day, ...(until < day && { until: day }) })}
            />
            <DayField
              label="到哪天"
              value={until}
              from={first}
              until={last}
              today={from || first}
              onChange={(day) => write(i, { until: day })}
            />
          </View>
          <Wrong says={saysOf(`off-${i}`)} />
        </View>
      ))}
      <View id="off">
        <Wrong says={whole} />
      </View>
      {table.off.length < mostLines && (
        <Button
          kind="second"
          small
          icon="plus"
          onPress={() => onChange({ ...table, off: [...table.off, { name: '', from: '', until: '' }] })}
        >
          加一个假
        </Button>
      )}
    </Card>
  )
}

function On({ year, table, saysOf, onChange }: LinesProps) {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  return (
    <Card title="调休上班" end={`${table.on.length}天`}>
      <View className="mw-field-help">星期六、星期天要上班的日子，照通知一天一天写。</View>
      {table.on.map((day, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place
        <View key={i} id={`on-${i}`} className="holiday-line">
          <View className="holiday-name">
            <DayField
              label={`第${i + 1}天`}
              value={day}
              from={first}
              until={last}
              today={day || table.on[i - 1] || first}
              onChange={(next) => onChange({ ...table, on: table.on.map((one, at) => (at === i ? next : one)) })}
            />
            <IconButton
              icon="trash"
              label={`去掉第${i + 1}天`}
              onPress={() => onChange({ ...table, on: table.on.filter((_, at) => at !== i) })}
            />
          </View>
          <Wrong says={saysOf(`on-${i}`)} />
        </View>
      ))}
      {table.on.length < mostLines && (
        <Button kind="second" small icon="plus" onPress={() => onChange({ ...table, on: [...table.on, ''] })}>
          加一天
        </Button>
      )}
    </Card>
  )
}

const Wrong = ({ says }: { says?: string }) => (says ? <FieldError says={says} /> : null)
