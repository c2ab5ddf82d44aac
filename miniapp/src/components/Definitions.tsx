import { View } from '@tarojs/components'
import { Link } from './Button'

export type Definition = { term: string; words: string; onPress?: () => void }

/** 做什么 · 预算 · 钱从哪来: two a line (grid, default), or one a line with the words at the right (rows). */
export function Definitions({ items, layout = 'grid' }: { items: readonly Definition[]; layout?: 'grid' | 'rows' }) {
  return (
    <View className={`mw-defs ${layout}`}>
      {items.map(({ term, words, onPress }) => (
        <View key={term} className="mw-def">
          <View className="mw-def-term">{term}</View>
          <View className="mw-def-words">{onPress ? <Link words={words} onPress={onPress} /> : words}</View>
        </View>
      ))}
    </View>
  )
}
