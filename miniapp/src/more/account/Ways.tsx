import type { AccountView } from '@shared/schemas/accountViews'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../api/client'
import { today } from '../../api/today'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { deviceWords } from '../../platform/device'
import { canPasskey, makePasskey } from '../../platform/passkey'
import { useTrying } from '../../screen/useTrying'
import { Wrong } from '../../screen/Wrong'
import { monthDay } from '../../words'
import { Line } from './Line'
import type { Question } from './Sure'

type WaysProps = {
  account: AccountView
  onAsk: (question: Question) => void
  onAdded: (account: AccountView) => void
  onChangePassword: () => void
}

/** How I sign in: WeChat, passkeys, a password. */
export function Ways({ account, onAsk, onAdded, onChangePassword }: WaysProps) {
  const { wechat, passkeys, password } = account
  const [isSupported] = useState(canPasskey)
  const { busy, wrong, attempt } = useTrying()
  const add = () =>
    attempt(async () => {
      const { answer: asked, refused } = await call('addPasskeyBegin', { body: {} })
      if (refused) return refused
      const { answer: made, says } = await makePasskey(asked.options)
      if (!made) return says
      const response = { ...made, clientExtensionResults: {} }
      const { answer, refused: why } = await call('addPasskey', {
        body: { ticket: asked.ticket, response, says: deviceWords() },
      })
      if (answer) onAdded(answer)
      return why
    })
  const unbind = {
    title: '解除微信绑定',
    says: '解除以后，这个微信打开小程序不再是您，微信通知也收不到。要再绑定，用手机号或者邀请码。',
    act: '解除绑定',
    done: '微信绑定已经解除',
    ask: () => call('unbindWechat', { body: {} }),
  }
  const drop = (id: string, says: string): Question => ({
    title: '删掉这把通行密钥',
    says: `“${says}”以后不能再用指纹、刷脸或锁屏密码登录您的账号。`,
    act: '删掉',
    done: '通行密钥已经删掉',
    ask: () => call('dropPasskey', { params: { id }, body: {} }),
  })
  return (
    <Card title="怎么登录">
      <Line
        title="微信"
        detail={wechat ? '已经绑定，打开小程序就能登录' : '还没绑定。在手机微信里打开小程序，登录时绑定'}
        {...(wechat && { act: '解除绑定', onAct: () => onAsk(unbind) })}
      />
      {passkeys.map(({ id, says, on }) => (
        <Line
          key={id}
          title={says ? `通行密钥：${says}` : '通行密钥'}
          detail={`${monthDay(on, today())}设的，用指纹、刷脸或锁屏密码登录`}
          act="删掉"
          label={`删掉通行密钥${says}`}
          onAct={() => onAsk(drop(id, says))}
        />
      ))}
      {password && <Line title="密码和验证器" detail="已经设好" act="改密码" onAct={onChangePassword} />}
      {isSupported && (
        <View className="account-under">
          <Wrong says={wrong} />
          <Button
            kind="second"
            block
            icon="lock"
            busy={busy}
            busyWords="请按手机或电脑的提示做…"
            onPress={() => void add()}
          >
            在这台设备上加一把通行密钥
          </Button>
        </View>
      )}
    </Card>
  )
}
