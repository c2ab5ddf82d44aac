import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../api/client'
import { device, enterBy } from '../../api/signIn'
import { Button } from '../../components/Button'
import { Card, Stack } from '../../components/Card'
import { Note } from '../../components/Chip'
import { TextField } from '../../components/TextField'
import { deviceWords } from '../../platform/device'
import { useTrying } from '../../screen/useTrying'
import { Wrong } from '../../screen/Wrong'
import { CodeField } from './CodeField'
import { codeWrong, phoneWrong } from './wrong'

type PasswordProps = { agreed: string; onDone: () => void }

/** 工作人员: phone number and password, then six digits. */
export function Password({ agreed, onDone }: PasswordProps) {
  const [phone, setPhone] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [ticket, setTicket] = useState<string>()
  const [missing, setMissing] = useState<{ phone?: string; password?: string; code?: string }>({})
  const { busy, wrong, attempt } = useTrying()
  const begin = () => {
    const found = { ...phoneWrong(phone), ...(password === '' && { password: '请填密码。' }) }
    setMissing(found)
    if (Object.keys(found).length > 0) return
    void attempt(async () => {
      const proof = device.get()
      const body = { phone: phone.trim(), password, agreed, ...(proof && { device: proof }) }
      const { answer, refused } = await call('passwordSignIn', { body })
      if (answer) setTicket(answer.ticket)
      return refused
    })
  }
  const finish = () => {
    const found = codeWrong(code)
    setMissing(found)
    if (!ticket || found.code) return
    void attempt(async () => {
      const body = { ticket, code: code.trim(), says: deviceWords() }
      const refused = enterBy(await call('passwordCode', { body }))
      if (!refused) onDone()
      else if (refused.refusal === 'ticketExpired') setTicket(undefined)
      return refused
    })
  }
  return (
    <Card title="工作人员登录">
      <Stack>
        <Wrong says={wrong} />
        {ticket ? (
          <CodeField
            help="打开手机上的验证器，填现在显示的6位数"
            value={code}
            error={missing.code}
            onChange={setCode}
            onDone={finish}
          />
        ) : (
          <>
            <TextField
              id="phone"
              label="手机号"
              value={phone}
              error={missing.phone}
              maxLength={11}
              keyboard="tel"
              autocomplete="username"
              onChange={setPhone}
            />
            <TextField
              id="password"
              label="密码"
              value={password}
              error={missing.password}
              maxLength={200}
              secret
              autocomplete="current-password"
              onChange={setPassword}
              onDone={begin}
            />
          </>
        )}
        <View className="sign-under">
          <Button block busy={busy} busyWords="正在核对…" onPress={ticket ? finish : begin}>
            {ticket ? '登录' : '下一步'}
          </Button>
          <Note tone="hui">忘了密码，或者换了手机验证器用不了：请给您任职的上级重新发一个邀请码，再设一次。</Note>
        </View>
      </Stack>
    </Card>
  )
}
