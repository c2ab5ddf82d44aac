import { Text, View } from '@tarojs/components'

export default function SignIn() {
  return (
    <View>
      <Text>登录</Text>
    </View>
  )
}
