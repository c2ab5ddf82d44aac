import { View } from '@tarojs/components'
import { aria } from './aria'
import { cls } from './cls'
import { Icon } from './Icon'

export type Votes = { yes: number; no: number; abstain: number }

export type VoteBarProps = Votes & {
  /** 应到 and 实到, people; without them there is no attendance line. */
  eligible?: number
  present?: number
  /** 人 (default) or 户 */
  unit?: string
  /** Votes in favour that it takes: the line across the bar. */
  need?: number
  /** The sentence with the rule: 47人同意，过了半数线26票 */
  says?: string
  /** Colours that sentence. */
  passed?: boolean
}

/** 表决: never a share without its counts. Solid, hatched, dotted: legible in black and white. */
export function VoteBar({ eligible, present, unit = '人', need, says, passed = true, ...votes }: VoteBarProps) {
  return (
    <View>
      {eligible !== undefined && present !== undefined && (
        <View className="mw-att">
          <View>
            应到 <Strong n={eligible} /> {unit} · 实到 <Strong n={present} /> {unit}
          </View>
          {eligible > 0 && <View>{Math.round((present / eligible) * 100)}%</View>}
        </View>
      )}
      <Ballot {...votes} need={need} />
      {says && (
        <View className={cls('mw-vote-says', !passed && 'failed')}>
          <View className={passed ? 'mw-song' : ''}>
            <Icon name={passed ? 'check' : 'xc'} bold />
          </View>
          <View>{says}</View>
        </View>
      )}
    </View>
  )
}

function Strong({ n }: { n: number }) {
  return (
    <View className="mw-att-n" style="display:inline">
      {n}
    </View>
  )
}

const parts = [
  ['yes', 'mw-v-yes', '同意'],
  ['no', 'mw-v-no', '反对'],
  ['abstain', 'mw-v-abs', '弃权'],
] as const

/** The bar and its legend alone. */
export function Ballot({ need, ...votes }: Votes & { need?: number }) {
  const all = votes.yes + votes.no + votes.abstain
  const words = parts.map(([of, , name]) => `${name}${votes[of]}票`).join('，')
  return (
    <View>
      <View
        className="mw-vote"
        {...aria({ role: 'img', label: need === undefined ? words : `${words}，至少要${need}票同意` })}
      >
        <View className="mw-vote-bar">
          {parts.map(
            ([of, look]) =>
              votes[of] > 0 && <View key={of} className={`mw-vote-part ${look}`} style={`flex:${votes[of]} 0 0`} />,
          )}
        </View>
        {need !== undefined && all > 0 && need <= all && (
          <View className="mw-vote-pass" style={`left:${((need / all) * 100).toFixed(1)}%`} />
        )}
      </View>
      <View className="mw-vlegend" {...aria({ hidden: true })}>
        {parts.map(([of, look, name]) => (
          <View key={of} className="mw-vlegend-one">
            <View className={`mw-swatch ${look}`} />
            {name}
            <View className="mw-vlegend-n">{votes[of]}</View>
          </View>
        ))}
      </View>
    </View>
  )
}
