import type { InviteBegun } from '@shared/schemas/accountViews'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../api/client'
import { enterBy } from '../../api/signIn'
import { Button } from '../../components/Button'
import { Card, Stack } from '../../components/Card'
import { Note } from '../../components/Chip'
import { TextField } from '../../components/TextField'
import { deviceWords } from '../../platform/device'
import { canPasskey, makePasskey } from '../../platform/passkey'
import { useTrying } from '../../screen/useTrying'
import { Wrong } from '../../screen/Wrong'
import { SetPassword } from './SetPassword'
import { phoneWrong } from './wrong'

type InvitedProps = { agreed: string; onDone: () => void }

/** 第一次登录: the code on the slip and the phone number; then a passkey, or for whoever holds office a password. */
export function Invited({ agreed, onDone }: InvitedProps) {
  const [invite, setInvite] = useState('')
  const [phone, setPhone] = useState('')
  const [begun, setBegun] = useState<InviteBegun>()
  const [missing, setMissing] = useState<{ invite?: string; phone?: string }>({})
  const { busy, wrong, setWrong, attempt } = useTrying()
  const begin = () => {
    const found = { ...(invite.trim() === '' && { invite: '请填邀请码，在纸条上。' }), ...phoneWrong(phone) }
    setMissing(found)
    if (Object.keys(found).length > 0) return
    void attempt(async () => {
      const body = { invite: invite.trim(), phone: phone.trim(), agreed, ofAge: true as const }
      const { answer, refused } = await call('inviteBegin', { body })
      if (answer) setBegun(answer)
      return refused
    })
  }
  const back = (says: string) => {
    setBegun(undefined)
    setWrong(says)
  }
  if (begun) return <ChooseWay begun={begun} onDone={onDone} onExpired={back} />
  return (
    <Card title="用邀请码第一次登录">
      <Stack>
        <Wrong says={wrong} />
        <TextField
          id="invite"
          label="邀请码"
          help="在村里或者镇里给您的纸条上"
          value={invite}
          error={missing.invite}
          maxLength={40}
          autocomplete="off"
          onChange={setInvite}
        />
        <TextField
          id="phone"
          label="手机号"
          help="只用来核对，不存号码"
          value={phone}
          error={missing.phone}
          maxLength={11}
          keyboard="tel"
          autocomplete="tel-national"
          onChange={setPhone}
          onDone={begin}
        />
        <View className="sign-under">
          <Button block busy={busy} busyWords="正在核对…" onPress={begin}>
            下一步
          </Button>
        </View>
      </Stack>
    </Card>
  )
}

type ChooseWayProps = { begun: InviteBegun; onDone: () => void; onExpired: (says: string) => void }

function ChooseWay({ begun, onDone, onExpired }: ChooseWayProps) {
  const { ticket, name, place, ways, passkey } = begun
  const [byPassword, setByPassword] = useState(false)
  const { busy, wrong, attempt } = useTrying()
  const mayPasskey = ways.includes('passkey') && passkey !== undefined && canPasskey()
  const mayPassword = ways.includes('password')
  const make = () =>
    attempt(async () => {
      const { answer, says } = await makePasskey(passkey ?? {})
      if (!answer) return says
      const body = { ticket, response: { ...answer, clientExtensionResults: {} }, says: deviceWords() }
      const refused = enterBy(await call('invitePasskey', { body }))
      if (!refused) onDone()
      else if (refused.refusal === 'ticketExpired') onExpired(refused.says)
      return refused
    })
  if (byPassword) return <SetPassword {...{ ticket, onDone, onExpired }} />
  return (
    <Card title={`您是${name}`}>
      <View className="mw-strong">{place}</View>
      <View className="mw-second">不是您，请退回去，核对邀请码。是您，就设一种以后登录的办法。</View>
      <View className="sign-under">
        <Wrong says={wrong} />
        {mayPasskey && (
          <Button block icon="lock" busy={busy} busyWords="请按手机或电脑的提示做…" onPress={() => void make()}>
            用指纹、刷脸或锁屏密码
          </Button>
        )}
        {mayPassword && (
          <Button kind={mayPasskey ? 'second' : 'primary'} block onPress={() => setByPassword(true)}>
            设密码和验证器
          </Button>
        )}
        {!mayPasskey && !mayPassword && (
          <Note tone="zhe">这个浏览器用不了通行密钥。请换手机自带的浏览器，或者在微信小程序里用这个邀请码。</Note>
        )}
        {mayPasskey && <Note tone="hui">指纹和脸留在您自己的设备上，我们收不到，只知道是您。</Note>}
      </View>
    </Card>
  )
}
