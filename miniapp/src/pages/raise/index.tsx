import { Text, View } from '@tarojs/components'

export default function Raise() {
  return (
    <View>
      <Text>我要说事</Text>
    </View>
  )
}
