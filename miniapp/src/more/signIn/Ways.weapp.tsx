import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../api/client'
import { enterBy } from '../../api/signIn'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { TextField } from '../../components/TextField'
import { deviceWords } from '../../platform/device'
import { phoneCodeOf, wechatCode } from '../../platform/wechatLogin'
import { useTrying } from '../../screen/useTrying'
import { Wrong } from '../../screen/Wrong'
import type { WaysProps } from './way'

type DoneProps = Pick<WaysProps, 'agreed' | 'onDone'>

/** 微信登录; a WeChat that isn't bound yet is bound by the phone number or by an invite code. */
export function Ways({ agreed, onDone }: WaysProps) {
  const [ticket, setTicket] = useState<string>()
  const { busy, wrong, setWrong, attempt } = useTrying()
  const signIn = () =>
    attempt(async () => {
      const code = await wechatCode()
      if (!code) return '微信没有答应登录。请看看网络，再点一次。'
      const { answer, refused } = await call('wechatSignIn', { body: { code, agreed, says: deviceWords() } })
      if (refused) return refused
      if ('ticket' in answer) return void setTicket(answer.ticket)
      enterBy({ answer })
      onDone()
    })
  if (ticket)
    return (
      <Bind
        {...{ ticket, agreed, onDone }}
        onExpired={(says) => {
          setTicket(undefined)
          setWrong(says)
        }}
      />
    )
  return (
    <>
      <Wrong says={wrong} />
      <Button block icon="wechat" busy={busy} busyWords="正在登录…" onPress={() => void signIn()}>
        微信登录
      </Button>
    </>
  )
}

function Bind({ ticket, agreed, onDone, onExpired }: DoneProps & BindProps) {
  const [byInvite, setByInvite] = useState(false)
  const [invite, setInvite] = useState('')
  const { busy, wrong, setWrong, attempt } = useTrying()
  const bind = (by: { phoneCode: string } | { invite: string }) =>
    attempt(async () => {
      const body = { ticket, ...by, agreed, ofAge: true as const, says: deviceWords() }
      const refused = enterBy(await call('wechatBind', { body }))
      if (!refused) onDone()
      else if (refused.refusal === 'ticketExpired') onExpired(refused.says)
      return refused
    })
  const byPhone = (event: unknown) => {
    const { code, says } = phoneCodeOf(event)
    if (code) void bind({ phoneCode: code })
    else setWrong(says ?? '')
  }
  const sendInvite = () => {
    if (invite.trim() === '') return setWrong('请先填邀请码，在村里给您的纸条上。')
    void bind({ invite: invite.trim() })
  }
  return (
    <Card title="这个微信第一次来">
      <View className="mw-second">认一次您是本村的谁，以后打开就能登录。</View>
      <View className="sign-under">
        <Wrong says={wrong} />
        {byInvite ? (
          <>
            <TextField
              id="invite"
              label="邀请码"
              help="在村里给您的纸条上"
              value={invite}
              maxLength={40}
              onChange={setInvite}
              onDone={sendInvite}
            />
            <Button block busy={busy} busyWords="正在绑定…" onPress={sendInvite}>
              用邀请码绑定
            </Button>
            <Button kind="quiet" block onPress={() => setByInvite(false)}>
              改用手机号
            </Button>
          </>
        ) : (
          <>
            <Button
              block
              icon="phone"
              busy={busy}
              busyWords="正在绑定…"
              openType="getPhoneNumber"
              onGetPhoneNumber={byPhone}
            >
              用手机号绑定
            </Button>
            <Button kind="second" block onPress={() => setByInvite(true)}>
              用邀请码绑定
            </Button>
            <Note tone="hui">手机号要是村里登记过的那一个。没登记，或者换了号，请村里给您一个邀请码。</Note>
          </>
        )}
      </View>
    </Card>
  )
}

type BindProps = { ticket: string; onExpired: (says: string) => void }
