import { Text, View } from '@tarojs/components'

export default function Speak() {
  return (
    <View>
      <Text>说事</Text>
    </View>
  )
}
