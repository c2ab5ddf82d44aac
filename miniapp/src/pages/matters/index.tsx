import { Text, View } from '@tarojs/components'

export default function Matters() {
  return (
    <View>
      <Text>议事</Text>
    </View>
  )
}
