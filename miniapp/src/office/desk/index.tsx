import { Text, View } from '@tarojs/components'

export default function Desk() {
  return (
    <View>
      <Text>待办</Text>
    </View>
  )
}
