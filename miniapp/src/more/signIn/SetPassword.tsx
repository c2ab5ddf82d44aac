import type { Answer } from '@shared/contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../api/client'
import { enterBy } from '../../api/signIn'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { deviceWords } from '../../platform/device'
import { useTrying } from '../../screen/useTrying'
import { Wrong } from '../../screen/Wrong'
import { CodeField } from './CodeField'
import { NewPassword } from './NewPassword'
import { Qr } from './Qr'
import { codeWrong, passwordWrong } from './wrong'

type SetPasswordProps = { ticket: string; onDone: () => void; onExpired: (says: string) => void }

/** A password, and an authenticator that shows another six digits every half minute. */
export function SetPassword({ ticket, onDone, onExpired }: SetPasswordProps) {
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [errors, setErrors] = useState<ReturnType<typeof passwordWrong>>({})
  const [secret, setSecret] = useState<Answer<'invitePassword'>>()
  const { busy, wrong, attempt } = useTrying()
  const set = () => {
    const found = passwordWrong(password, again)
    setErrors(found)
    if (Object.keys(found).length > 0) return
    void attempt(async () => {
      const { answer, refused } = await call('invitePassword', { body: { ticket, password } })
      if (answer) setSecret(answer)
      else if (refused.refusal === 'ticketExpired') onExpired(refused.says)
      return refused
    })
  }
  if (secret) return <Authenticator {...secret} {...{ ticket, onDone, onExpired }} />
  return (
    <Card title="第一步，设密码" end="共2步">
      <Wrong says={wrong} />
      <NewPassword {...{ password, again, errors }} onPassword={setPassword} onAgain={setAgain} />
      <View className="sign-under">
        <Button block busy={busy} busyWords="正在核对…" onPress={set}>
          下一步，设验证器
        </Button>
      </View>
    </Card>
  )
}

function Authenticator({ uri, secret, ticket, onDone, onExpired }: SetPasswordProps & Answer<'invitePassword'>) {
  const [code, setCode] = useState('')
  const [missing, setMissing] = useState<{ code?: string }>({})
  const { busy, wrong, attempt } = useTrying()
  const finish = () => {
    const found = codeWrong(code)
    setMissing(found)
    if (found.code) return
    void attempt(async () => {
      const refused = enterBy(await call('inviteCode', { body: { ticket, code: code.trim(), says: deviceWords() } }))
      if (!refused) onDone()
      else if (refused.refusal === 'ticketExpired') onExpired(refused.says)
      return refused
    })
  }
  return (
    <Card title="第二步，设验证器" end="共2步">
      <View className="sign-step">1. 手机上装一个验证器（应用商店里搜“身份验证器”）</View>
      <View className="sign-step">2. 用它扫下面的码，或者照着抄那一串字母</View>
      <View className="sign-scan">
        <Qr text={uri} label="验证器用的二维码" />
        <View className="sign-secret">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</View>
      </View>
      <View className="sign-step">3. 把它现在显示的6位数填在这里</View>
      <Wrong says={wrong} />
      <CodeField value={code} error={missing.code} onChange={setCode} onDone={finish} />
      <View className="sign-under">
        <Button block busy={busy} busyWords="正在核对…" onPress={finish}>
          设好了，登录
        </Button>
      </View>
    </Card>
  )
}
