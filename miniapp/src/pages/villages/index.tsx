import { Text, View } from '@tarojs/components'

export default function Villages() {
  return (
    <View>
      <Text>选择村</Text>
    </View>
  )
}
