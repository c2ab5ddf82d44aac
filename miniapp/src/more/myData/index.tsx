import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../api/client'
import { useSession } from '../../api/session'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Page } from '../../components/Page'
import { Row } from '../../components/Row'
import { routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { PrintButton } from '../../screen/PrintButton'
import { SignInFirst } from '../../screen/SignInFirst'
import { Deletion } from './Deletion'
import './index.scss'

const kept = [
  '您的姓名、村、户号、职务；哪天在哪台手机上登录过',
  '您说的事、问的问题，写的字、发的照片和录音，办到哪一步',
  '给您的消息；您同意收几次微信提醒',
  '办事的人哪天看过您只给他们看的事',
]

/** 我的数据: what is kept of me, a copy to take along, how to have it mended, and how to have it deleted. */
export default function MyData() {
  const person = useSession()?.person
  const [leaving, setLeaving] = useState(false)
  // before it is asked who this is: at the end of it there is nobody any more
  if (leaving) return <Deletion onBack={() => setLeaving(false)} />
  if (!person)
    return (
      <SignInFirst
        title="我的数据"
        first="您还没有登录"
        says="登录以后，可以看这里存了您的什么，要一份带走，也可以注销。"
        back={routes.myData()}
      />
    )
  return (
    <Page title="我的数据" onBack={goBack}>
      <Card title="这里存了您的什么">
        {kept.map((one) => (
          <View key={one} className="my-data-line">
            {one}
          </View>
        ))}
        <View className="mw-meta my-data-line">手机号只存核对用的一串字符，看不出是哪个号码。</View>
        <View className="my-data-act">
          <PrintButton keeps words="要一份带走" ask={() => call('myData', { body: {} })} />
        </View>
      </Card>
      <Card flush>
        <Row
          icon="edit"
          title="改我的信息"
          detail="名字、手机号写错了，请镇里改"
          onPress={() => go(routes.feedback('personalInfo'))}
        />
        <Row icon="speak" title="投诉建议" detail="最晚15个工作日答复" onPress={() => go(routes.feedback())} />
        <Row icon="shield" title="协议和个人信息保护说明" onPress={() => go(routes.agreement())} />
      </Card>
      <Card title="注销账号">
        <View className="mw-second">
          您写的字、照片和录音都会删掉，不能再找回。台账里“有过这件事、怎么办的”还在，看不出是您。
        </View>
        <View className="my-data-act">
          <Button kind="danger" block onPress={() => setLeaving(true)}>
            我要注销
          </Button>
        </View>
      </Card>
    </Page>
  )
}
