import { View } from '@tarojs/components'
import { cls } from '../../components/cls'

/** The small line of a row, a dot between its parts; none where each part brings its own name. */
export function Parts({ words, plain }: { words: readonly string[]; plain?: boolean }) {
  return (
    <View className="mw-meta">
      {words.map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one line never move
        <View key={i} className={cls('case-part', !plain && 'dot')}>
          {plain || i === words.length - 1 ? part : `${part} ·`}
        </View>
      ))}
    </View>
  )
}
