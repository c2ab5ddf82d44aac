import type { Answer } from '@shared/contract'
import { View } from '@tarojs/components'
import { useContext, useEffect } from 'react'
import { useOutbox } from '../../api/outbox'
import { chosenVillage, holdsOffice, isOfTownship, useSession } from '../../api/session'
import { signOut } from '../../api/signIn'
import { useCall } from '../../api/useCall'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note, Status } from '../../components/Chip'
import { PersonHead } from '../../components/Document'
import { Page } from '../../components/Page'
import { Row } from '../../components/Row'
import { Segmented } from '../../components/Segmented'
import { SwitchField } from '../../components/SwitchField'
import { ScreenContext } from '../../components/screen'
import { badgeMe } from '../../platform/phone'
import { useKept } from '../../platform/storage'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { setLook, useLook } from '../../screen/look'
import { useServer } from '../../screen/server'
import { askSpeakTab } from '../../screen/speakTab'
import './index.scss'

/** 我的: who this is, what waits on their desk, how pages look. */
export default function Me() {
  const person = useSession()?.person
  const me = useCall('me', person ? {} : null)
  const unread = me.answer?.unread
  useEffect(() => badgeMe(unread), [unread])
  return (
    <Page title="我的">
      {person ? (
        <PersonHead name={person.name} detail={person.says}>
          <Button kind="quiet" onPress={() => go(routes.signIn(routes.me()))}>
            换身份
          </Button>
        </PersonHead>
      ) : (
        <Card title="您还没有登录">
          <View className="mw-second me-why">登录后可以说事、评价，也能看只给本村人看的事。</View>
          <Button block onPress={() => go(routes.signIn(routes.me()))}>
            去登录
          </Button>
        </Card>
      )}
      {me.refused && <Note tone="zhe">{me.refused.says}</Note>}
      {me.answer?.mustAgree && (
        <Card flush>
          <Row icon="shield" title="个人信息说明有改动，请看一遍" onPress={() => go(routes.agreement())} />
        </Card>
      )}
      {person && (
        <Card flush>
          <Row
            icon="bell"
            title="消息"
            end={unread ? `${unread}件有新消息` : '没有新的'}
            count={unread}
            onPress={() => go(routes.inbox())}
          />
        </Card>
      )}
      {holdsOffice(person) && <Desk desk={me.answer?.desk} />}
      {isOfTownship(person) && (
        <Card flush>
          <Row
            icon="grid"
            title="全镇监测"
            detail="每个村走到哪一步，有没有逾期"
            onPress={() => go(routes.monitor())}
          />
        </Card>
      )}
      <MyThings signedIn={person !== undefined} />
      <Looks />
      {person && (
        <Card flush>
          <Row icon="lock" title="账号和登录" onPress={() => go(routes.account())} />
          <Row icon="logout" title="退出登录" detail="没发出去的说事还留在手机里" onPress={signOut} />
        </Card>
      )}
      <About />
    </Page>
  )
}

function Desk({ desk }: { desk?: Answer<'me'>['desk'] }) {
  const { overdue = 0, today = 0, later = 0 } = desk ?? {}
  const all = overdue + today + later
  return (
    <Card title="待办" end={all > 0 ? `${all}件` : undefined}>
      <View className="me-desk">
        {overdue > 0 && <Status tone="jiang" words={`逾期${overdue}`} />}
        {today > 0 && <Status tone="zhe" words={`今天到期${today}`} />}
        {later > 0 && <Status words={`以后${later}`} icon="cal" />}
        {desk && all === 0 && <Status tone="song" words="都办完了" />}
      </View>
      <Button block icon="stamp" onPress={() => go(routes.desk())}>
        去办待办
      </Button>
    </Card>
  )
}

function MyThings({ signedIn }: { signedIn: boolean }) {
  const waiting = useOutbox().length
  const village = useKept(chosenVillage)
  const mine = () => {
    askSpeakTab('mine')
    go(routes.speak())
  }
  return (
    <Card flush>
      {signedIn && (
        <Row icon="speak" title="我提的说事" end={waiting > 0 ? `${waiting}件等着发` : undefined} onPress={mine} />
      )}
      {signedIn && <Row icon="qr" title="我的签到码" onPress={() => go(routes.badge())} />}
      {signedIn && <Row icon="stamp" title="申请用章，看用章台账" onPress={() => go(routes.seals())} />}
      <Row icon="house" title="换一个村看" end={village?.name} onPress={() => go(routes.villages())} />
    </Card>
  )
}

const sizes = [
  { value: '1', words: '标准' },
  { value: '1.2', words: '再大些' },
  { value: '1.4', words: '最大' },
] as const

function Looks() {
  const { elder, dark } = useContext(ScreenContext)
  const { larger = 1 } = useLook()
  const size = sizes.find(({ value }) => Number(value) === larger)?.value ?? '1'
  return (
    <>
      <Card flush>
        <SwitchField icon="big" label="大字模式" on={elder} onChange={(on) => setLook({ elder: on })} />
        <SwitchField icon="eye" label="深色" help="夜里看不刺眼" on={dark} onChange={(on) => setLook({ dark: on })} />
      </Card>
      <Card title="字的大小">
        <Segmented
          label="字的大小"
          options={sizes}
          value={size}
          onChange={(value) => setLook({ larger: Number(value) })}
        />
      </Card>
    </>
  )
}

function About() {
  const { demo, version } = useServer()
  return (
    <View className="mw-meta me-about">
      <View>明务 {version}</View>
      {demo && <View>这是演示版：村名、人名、账目都是编的，随时会清空。</View>}
    </View>
  )
}
