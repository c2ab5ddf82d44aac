import type { Answer } from '@shared/contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../api/client'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { readCode } from '../../platform/readCode'
import { useTrying } from '../../screen/useTrying'
import { Wrong } from '../../screen/Wrong'

/** The id in a sign-in code; undefined when it is some other code. */
const idIn = (text: string): string | undefined => /^MWS:([\w.-]{8,200})$/.exec(text)?.[1]

type Asking = Answer<'scanLook'> & { id: string }

/** 扫码登录电脑: reads the code on the computer, shows who asks, and has the same number chosen. */
export function Approve() {
  const [asking, setAsking] = useState<Asking>()
  const [isDone, setDone] = useState(false)
  const { busy, wrong, attempt } = useTrying()
  const scan = () =>
    attempt(async () => {
      setDone(false)
      const text = await readCode()
      if (text === undefined) return undefined
      const id = idIn(text)
      if (!id) return '这不是登录用的二维码。请在电脑上打开登录页，选“用手机微信扫码”。'
      const { answer, refused } = await call('scanLook', { params: { id } })
      if (answer) setAsking({ ...answer, id })
      return refused
    })
  const choose = (number: string) =>
    attempt(async () => {
      const { refused } = await call('scanApprove', { params: { id: asking!.id }, body: { number } })
      setAsking(undefined)
      setDone(!refused)
      return refused
    })
  if (asking)
    return (
      <Card title="让这台电脑登录吗">
        <View>{asking.says || '一台电脑'}想用您的账号登录。是您自己在登录，就选电脑上显示的那个数。</View>
        <View className="account-numbers">
          {asking.numbers.map((number) => (
            <Button key={number} kind="second" busy={busy} busyWords={number} onPress={() => void choose(number)}>
              {number}
            </Button>
          ))}
        </View>
        <Button kind="danger" block onPress={() => setAsking(undefined)}>
          不是我，不让它登录
        </Button>
      </Card>
    )
  return (
    <Card title="在电脑上用">
      <View className="mw-second account-why">电脑上打开登录页，选“用手机微信扫码”，再点下面。</View>
      <Wrong says={wrong} />
      {isDone && <Note tone="song">电脑已经登录。在下面“登录着的设备”里，随时可以让它退出。</Note>}
      <View className="account-under">
        <Button block icon="qr" busy={busy} busyWords="正在看码…" onPress={() => void scan()}>
          扫码登录电脑
        </Button>
      </View>
    </Card>
  )
}
