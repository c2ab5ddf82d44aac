import { View } from '@tarojs/components'
import { aria } from './aria'
import { cls } from './cls'
import { Icon } from './Icon'
import { Ballot, type Votes } from './VoteBar'

export type Check = {
  /** ok ✓ · bad ✗ with the difference (少1票) · wait ⌛ can't tell yet */
  state: 'ok' | 'bad' | 'wait'
  title: string
  detail: string
  /** Who came, out of how many, and how many it takes. */
  gauge?: { value: number; of: number; need: number }
  votes?: Votes & { need?: number }
}

const looks = {
  ok: ['checkc', 'mw-song'],
  bad: ['xc', 'mw-jiang'],
  wait: ['hourglass', 'mw-zhe'],
} as const

/** 人数够不够 · 票数对不对 · 过没过, worked out anew on every key by whoever hands the rows over. */
export function LiveCheck({ rows }: { rows: readonly Check[] }) {
  return (
    <View className="mw-card mw-live" {...aria({ role: 'status', live: 'polite', label: '边填边算' })}>
      {rows.map((row) => (
        <Row key={row.title} {...row} />
      ))}
    </View>
  )
}

function Row({ state, title, detail, gauge, votes }: Check) {
  const [icon, tone] = looks[state]
  return (
    <View className="mw-live-row">
      <View className={cls('mw-live-icon', tone)}>
        <Icon name={icon} />
      </View>
      <View className="mw-live-body">
        <View className={cls('mw-live-title', state !== 'ok' && tone)}>{title}</View>
        <View className="mw-live-detail">{detail}</View>
        {gauge && gauge.of > 0 && (
          <View className="mw-gauge" {...aria({ role: 'img', label: `实到${gauge.value}，至少${gauge.need}` })}>
            <View className="mw-gauge-track">
              <View
                className="mw-gauge-fill"
                style={`width:${Math.min(100, (gauge.value / gauge.of) * 100).toFixed(1)}%`}
              />
            </View>
            <View
              className="mw-gauge-mark"
              style={`left:${Math.min(100, (gauge.need / gauge.of) * 100).toFixed(1)}%`}
            />
          </View>
        )}
        {votes && <Ballot {...votes} />}
      </View>
    </View>
  )
}
