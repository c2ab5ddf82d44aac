import { Text, View } from '@tarojs/components'
import { piecesOf } from './edits'

/** Ready-made words as they will be read, what is to be filled in underlined. */
export function Template({ text }: { text: string }) {
  return (
    <View className="mw-words-preview">
      {piecesOf(text).map(({ words, gap }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name
        <Text key={i} className={gap ? 'mw-words-gap' : ''}>
          {words}
        </Text>
      ))}
    </View>
  )
}
