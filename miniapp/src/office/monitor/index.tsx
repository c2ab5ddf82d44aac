import { Text, View } from '@tarojs/components'

export default function Monitor() {
  return (
    <View>
      <Text>督办</Text>
    </View>
  )
}
