import { agreementOf, agreementVersion } from '@shared/agreement'
import { View } from '@tarojs/components'
import { call } from '../../api/client'
import { useSession } from '../../api/session'
import { agreement, signOut } from '../../api/signIn'
import { useCall } from '../../api/useCall'
import { useVillage } from '../../api/useVillage'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Page } from '../../components/Page'
import { routes } from '../../routes'
import { goBack, goInstead } from '../../screen/go'
import { useTrying } from '../../screen/useTrying'
import { Wrong } from '../../screen/Wrong'
import './index.scss'

/** 用户协议和个人信息保护说明 in full; whoever agreed to an older one agrees here, or leaves. */
export default function AgreementPage() {
  const { id } = useVillage()
  const village = useCall('village', id ? { params: { id } } : null).answer
  const account = useCall('account', useSession() ? {} : null)
  const { busy, wrong, attempt } = useTrying()
  const newer = account.answer?.mustAgree
  const { version, sections } = agreementOf({
    name: village?.townshipName ?? '您所在的乡镇',
    ...(village?.phone && { phone: village.phone }),
  })
  const agree = () =>
    attempt(async () => {
      const { answer, refused } = await call('agree', { body: { version: newer ?? agreementVersion } })
      if (refused) return refused
      agreement.set(agreementVersion)
      account.set(answer)
      return undefined
    })
  const leave = () => {
    agreement.set(null)
    signOut()
    goInstead(routes.boards())
  }
  return (
    <Page
      title="协议和个人信息"
      onBack={goBack}
      hint={newer && '不同意就退出登录，公开栏照样能看。'}
      actions={
        newer && (
          <>
            <Button kind="second" onPress={leave}>
              退出登录
            </Button>
            <Button grow busy={busy} onPress={() => void agree()}>
              同意，接着用
            </Button>
          </>
        )
      }
    >
      {newer && (
        <Note tone="zhe">
          {account.answer?.agreement ? '说明有改动，请再看一遍，同意了接着用。' : '请看一遍，同意了接着用。'}
        </Note>
      )}
      <Wrong says={wrong} />
      <View className="mw-meta">版本 {version}，从这一天起用</View>
      {sections.map(({ title, says }) => (
        <Card key={title} title={title}>
          {says.map((one) => (
            <View key={one} className="agreement-line">
              {one}
            </View>
          ))}
        </Card>
      ))}
    </Page>
  )
}
