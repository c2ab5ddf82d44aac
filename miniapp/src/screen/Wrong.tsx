import { View } from '@tarojs/components'
import { aria } from '../components/aria'
import { Note } from '../components/Chip'

/** Why something didn't go, told to screen readers at once; nothing while there is nothing to tell. */
export function Wrong({ says }: { says: string }) {
  if (says === '') return null
  return (
    <View {...aria({ role: 'alert' })}>
      <Note tone="jiang">{says}</Note>
    </View>
  )
}
