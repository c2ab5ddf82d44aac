import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Link } from '../../components/Button'
import { Card } from '../../components/Card'
import { ChoiceRow } from '../../components/ChoiceField'
import { isWechat } from '../../platform/wechatLogin'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { Wrong } from '../../screen/Wrong'

const inShort = [
  '认出您是本村的人，要用名册上的姓名和您的手机号。手机号只核对，不存。',
  '您说的事给谁看，由您自己选。办事的人看过，您能查到。',
  '不收位置，不看通讯录，不卖给别人。',
  '随时可以下载、改正、注销。',
]

/** What is agreed to before anything about someone is asked for. Nothing is ticked beforehand. */
export function Consent({ onAgreed }: { onAgreed: () => void }) {
  const [agrees, setAgrees] = useState(false)
  const [isOfAge, setOfAge] = useState(false)
  const [wrong, setWrong] = useState('')
  const both = agrees && isOfAge
  const press = () => {
    if (both) return onAgreed()
    setWrong(agrees ? '还差一项：请勾选年龄那一项。' : '请先看说明，再勾选下面的选项。不同意也能看公开栏。')
  }
  return (
    <Card title="登录以前，先看说明">
      {inShort.map((says) => (
        <View key={says} className="sign-short">
          {says}
        </View>
      ))}
      <View className="sign-full">
        <Link words="看完整的《用户协议和个人信息保护说明》" onPress={() => go(routes.agreement())} />
      </View>
      <ChoiceRow many words="我看过并同意这份说明" on={agrees} onPress={() => setAgrees(!agrees)} />
      <ChoiceRow
        many
        words="我已满14周岁"
        detail="不满14周岁的，监护人到村里同意过，也勾这一项"
        on={isOfAge}
        onPress={() => setOfAge(!isOfAge)}
      />
      <View className="sign-under">
        <Wrong says={both ? '' : wrong} />
        {/* WeChat is told as well: it stops calls for private information until this very press */}
        <Button
          block
          {...(isWechat && both
            ? { openType: 'agreePrivacyAuthorization' as const, onAgree: onAgreed }
            : { onPress: press })}
        >
          同意，去登录
        </Button>
      </View>
    </Card>
  )
}
