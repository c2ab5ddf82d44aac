import { agreementVersion } from '@shared/agreement'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { sendAll } from '../../api/outbox'
import { agreement, signInAs } from '../../api/signIn'
import { Button } from '../../components/Button'
import { Page } from '../../components/Page'
import { Mark } from '../../components/Seal'
import { useKept } from '../../platform/storage'
import { param, routes } from '../../routes'
import { goBack, goInstead } from '../../screen/go'
import { useServer } from '../../screen/server'
import { useTrying } from '../../screen/useTrying'
import { Wrong } from '../../screen/Wrong'
import { Consent } from './Consent'
import { Demo } from './Demo'
import './index.scss'
import { Ways } from './Ways'
import type { Way } from './way'

/** 登录: what is agreed to first, only then the ways. The boards are open to everyone without. */
export default function SignIn() {
  const back = param(useRouter().params, 'back')
  const { demo } = useServer()
  const isAgreed = useKept(agreement) === agreementVersion
  const [real, setReal] = useState(false)
  const [way, setWay] = useState<Way>()
  const { wrong, attempt } = useTrying()
  const done = () => {
    void sendAll()
    goInstead(back || routes.boards())
  }
  const enterAs = (person: string) =>
    attempt(async () => {
      const refused = await signInAs(person)
      if (!refused) done()
      return refused
    })
  const stepBack = () => (way ? setWay(undefined) : real ? setReal(false) : goBack())
  const isDemo = demo && !real
  return (
    <Page title="登录" onBack={stepBack}>
      {way === undefined && (
        <View className="sign-head">
          <Mark size="l" />
          <View className="sign-name">明务</View>
          <View className="mw-second">村里的事，明明白白</View>
        </View>
      )}
      <Wrong says={wrong} />
      {!isDemo &&
        (isAgreed ? (
          <Ways agreed={agreementVersion} way={way} onWay={setWay} onDone={done} />
        ) : (
          <Consent onAgreed={() => agreement.set(agreementVersion)} />
        ))}
      {way === undefined && (
        <Button kind="second" block onPress={() => goInstead(routes.boards())}>
          不登录，先看公开栏
        </Button>
      )}
      {isDemo && (
        <>
          <Demo onEnter={(person) => void enterAs(person)} />
          <Button kind="quiet" block onPress={() => setReal(true)}>
            用自己的账号登录
          </Button>
        </>
      )}
    </Page>
  )
}
