import { Text, View } from '@tarojs/components'

export default function Case() {
  return (
    <View>
      <Text>事项</Text>
    </View>
  )
}
