import { View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { dial } from '../../platform/phone'

/** Nothing more can be raised today: told before someone writes. */
export function Full({ phone }: { phone: string }) {
  return (
    <Card title="今天能说的件数已经说满了" end="明天再说">
      <View className="mw-second raise-full">现在写的会存在手机里，明天接着发。</View>
      <Button kind="second" block icon="phone" onPress={() => dial(phone)}>
        急事打村里的电话
      </Button>
    </Card>
  )
}
