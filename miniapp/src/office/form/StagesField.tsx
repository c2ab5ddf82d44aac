import { View } from '@tarojs/components'
import { Button, IconButton } from '../../components/Button'
import { DayField } from '../../components/DayField'
import { Field, type FieldProps } from '../../components/Field'
import { TextField } from '../../components/TextField'
import type { TypedStage } from './typed'
import './form.scss'

export type StagesFieldProps = FieldProps & {
  stages: readonly TypedStage[]
  max: number
  /** YYYY-MM-DD */
  today: string
  onChange: (stages: readonly TypedStage[]) => void
}

/** What is done by when, step by step. */
export function StagesField({ stages, max, today, onChange, ...field }: StagesFieldProps) {
  const shown = stages.length > 0 ? stages : [{}]
  const write = (at: number, more: TypedStage) =>
    onChange(shown.map((one, i) => (i === at ? { ...one, ...more } : one)))
  return (
    <Field {...field} role="group">
      <View className="mw-stages">
        {shown.map(({ on = '', does = '' }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place
          <View key={i} className="mw-line">
            <View className="mw-line-head">
              <View className="mw-line-name mw-strong">第{i + 1}步</View>
              {shown.length > 1 && (
                <IconButton
                  icon="trash"
                  label={`删掉第${i + 1}步`}
                  onPress={() => onChange(shown.filter((_, at) => at !== i))}
                />
              )}
            </View>
            <DayField
              label={`第${i + 1}步哪天做到`}
              value={on}
              today={today}
              onChange={(day) => write(i, { on: day })}
            />
            <TextField
              label={`第${i + 1}步做什么`}
              value={does}
              maxLength={100}
              onChange={(text) => write(i, { does: text })}
            />
          </View>
        ))}
      </View>
      {shown.length < max && (
        <Button kind="second" icon="plus" small onPress={() => onChange([...shown, {}])}>
          加一步
        </Button>
      )}
    </Field>
  )
}
