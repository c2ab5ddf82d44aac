import { View } from '@tarojs/components'
import { today } from '../../api/today'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Page } from '../../components/Page'
import { dayWords } from '../../words'

type InvitedProps = { name: string; code: string; expiresOn: string; onBack: () => void }

/** The code for a first sign-in, shown this once. */
export function Invited({ name, code, expiresOn, onBack }: InvitedProps) {
  return (
    <Page
      title="邀请码"
      onBack={onBack}
      actions={
        <Button block onPress={onBack}>
          交给他了，关掉
        </Button>
      }
    >
      <Note tone="zhe">只显示这一次，关掉就看不到了。请当面交给本人，不要发在群里。</Note>
      <Card title={`${name}的邀请码`}>
        <View className="staff-slip">{code}</View>
        <View className="mw-meta">{dayWords(expiresOn, today())}前用一次</View>
      </Card>
      <Note tone="hui">
        他打开登录页，选“第一次登录，用邀请码”，填这个码和手机号，再设密码和验证器。以前的密码从那时起不能用。
      </Note>
    </Page>
  )
}
