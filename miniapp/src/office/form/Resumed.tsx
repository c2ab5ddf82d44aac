import { View } from '@tarojs/components'
import { Link } from '../../components/Button'
import { instantWords } from '../../words'

/** The form was begun before: it goes on from the draft, unless it is cleared. */
export function Resumed({ at, today, onClear }: { at: string; today: string; onClear: () => void }) {
  return (
    <View className="mw-resumed">
      <View className="mw-meta">接着您{instantWords(at, today)}存的草稿填。</View>
      <Link words="清空重填" onPress={onClear} />
    </View>
  )
}
