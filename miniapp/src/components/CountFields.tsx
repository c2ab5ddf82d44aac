import { View } from '@tarojs/components'
import { aria } from './aria'
import { Field, type FieldProps } from './Field'
import { CountInput } from './NumberField'

export type RollFieldProps = FieldProps & {
  /** 应到 comes from the roster and can't be typed. */
  eligible: number
  /** Which roster: 代表名册 */
  roster: string
  /** 实到 */
  value?: number
  onChange: (present: number | undefined) => void
  /** 人 (default) or 户 */
  unit?: string
}

/** 到会人数: 应到 from the roster, 实到 to be filled in. */
export function RollField({ eligible, roster, value, onChange, unit = '人', ...field }: RollFieldProps) {
  return (
    <Field {...field} role="group">
      <View className="mw-cells">
        <View>
          <View className="mw-cell-label">
            应到<View className="mw-cell-from">{roster}</View>
          </View>
          <View className="mw-input big fixed" {...aria({ role: 'img', label: `应到${eligible}${unit}` })}>
            {eligible}
            <View className="mw-input-end">{unit}</View>
          </View>
        </View>
        <View>
          <View className="mw-cell-label">实到</View>
          <CountInput label="实到" unit={unit} value={value} onChange={onChange} wrong={!!field.error} big />
        </View>
      </View>
    </Field>
  )
}

/** Each undefined while it is empty. */
export type VoteCounts = { yes?: number; no?: number; abstain?: number }

const kinds = [
  ['yes', '同意', 'mw-v-yes'],
  ['no', '反对', 'mw-v-no'],
  ['abstain', '弃权', 'mw-v-abs'],
] as const

/** 投票结果: three counts. Whether they add up is LiveCheck's to say. */
export function VoteField({
  value,
  onChange,
  ...field
}: FieldProps & { value: VoteCounts; onChange: (value: VoteCounts) => void }) {
  return (
    <Field {...field} role="group">
      <View className="mw-cells three">
        {kinds.map(([kind, words, look]) => (
          <View key={kind}>
            <View className="mw-cell-label">
              <View className={`mw-swatch ${look}`} />
              {words}
            </View>
            <CountInput
              label={words}
              value={value[kind]}
              onChange={(n) => onChange({ ...value, [kind]: n })}
              wrong={!!field.error}
              big
            />
          </View>
        ))}
      </View>
    </Field>
  )
}
