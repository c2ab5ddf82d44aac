import { Text, View } from '@tarojs/components'

export default function Open() {
  return (
    <View>
      <Text>新开事项</Text>
    </View>
  )
}
