import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria, heading } from './aria'
import { type ChipProps, Chips } from './Chip'
import { Icon } from './Icon'
import { Seal4 } from './Seal'

export type DocumentHeadProps = {
  chips: readonly ChipProps[]
  title: string
  /** A finished audit: { chars: '财务审核', label: '财务审核已通过' } */
  seal?: { chars: string; label: string }
  /** 编号 · dates · place */
  facts: readonly string[]
  /** 文武线 under it: a notice has one, a request or matter in progress has not. */
  ruled?: boolean
}

/** The head of a notice, request or matter. */
export function DocumentHead({ chips, title, seal, facts, ruled }: DocumentHeadProps) {
  return (
    <View className="mw-doc">
      <Chips chips={chips} />
      <View className="mw-doc-title">
        <View className="mw-h1" {...heading(2)}>
          <Whole words={title} />
        </View>
        {seal && <Seal4 {...seal} />}
      </View>
      <View className="mw-kv">
        {facts.map((fact) => (
          <View key={fact}>{fact}</View>
        ))}
      </View>
      {ruled && <View className="mw-wenwu" />}
    </View>
  )
}

// A line may end before 2026年10月 or after it, not between 10 and 月.
const dated = /(\d{4}年(?:\d{1,2}月|第[一二三四]季度|上半年|下半年)?)/

/** A title whose date stays in one piece. */
function Whole({ words }: { words: string }) {
  return (
    <>
      {words.split(dated).map((part, i) =>
        i % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one title never move
          <View key={i} className="mw-whole">
            {part}
          </View>
        ) : (
          part
        ),
      )}
    </>
  )
}

/** Who did what and when, oldest first: for the 可核验 card. */
export function Trail({ entries }: { entries: readonly { words: string; when: string }[] }) {
  return (
    <View {...aria({ role: 'list' })}>
      {entries.map(({ words, when }) => (
        <View key={`${when}${words}`} className="mw-trail-one" {...aria({ role: 'listitem' })}>
          {words}
          <View className="mw-meta">{when}</View>
        </View>
      ))}
    </View>
  )
}

/** 可核验: shield, title, one sentence; then the trail, and the 核验码 with a small second Button beside it. */
export function Verified({
  title,
  says,
  code,
  action,
  children,
}: {
  title: string
  says: string
  code?: string
  action?: ReactNode
  children?: ReactNode
}) {
  return (
    <View className="mw-card">
      <View className="mw-verify">
        <View className="mw-song">
          <Icon name="shield" size="l" />
        </View>
        <View>
          <View className="mw-h2" {...heading(2)}>
            {title}
          </View>
          <View className="mw-meet-line">{says}</View>
        </View>
      </View>
      {children}
      {code && (
        <View className="mw-verify-code">
          <View className="mw-meta">
            核验码<View className="mw-code">{code}</View>
          </View>
          {action}
        </View>
      )}
    </View>
  )
}

/** 全村412户，286户已阅, with its share and a bar. */
export function ReadProgress({ households, read }: { households: number; read: number }) {
  const share = households > 0 ? Math.min(100, Math.round((read / households) * 100)) : 0
  return (
    <View>
      <View className="mw-prog-line">
        <View>
          全村{households}户，<View className="mw-prog-n">{read}</View>户已阅
        </View>
        <View className="mw-meta">{share}%</View>
      </View>
      <View className="mw-prog">
        <View className="mw-prog-fill" style={`width:${share}%`} />
      </View>
    </View>
  )
}

/** Whose page this is: first character, name, village and role, a quiet Button. */
export function PersonHead({ name, detail, children }: { name: string; detail: string; children?: ReactNode }) {
  return (
    <View className="mw-person">
      <View className="mw-person-face" {...aria({ hidden: true })}>
        {name.slice(0, 1)}
      </View>
      <View className="mw-row-words">
        <View className="mw-h2" {...heading(2)}>
          {name}
        </View>
        <View className="mw-meta">{detail}</View>
      </View>
      {children}
    </View>
  )
}
