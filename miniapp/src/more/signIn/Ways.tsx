import { useState } from 'react'
import { call } from '../../api/client'
import { enterBy } from '../../api/signIn'
import { Card } from '../../components/Card'
import { Row } from '../../components/Row'
import { deviceWords } from '../../platform/device'
import { answerPasskey, canPasskey } from '../../platform/passkey'
import { useTrying } from '../../screen/useTrying'
import { Wrong } from '../../screen/Wrong'
import { Invited } from './Invited'
import { Password } from './Password'
import { Scan } from './Scan'
import type { WaysProps } from './way'

/** The ways of signing in on the web page; WeChat has its own, in `Ways.weapp`. */
export function Ways({ agreed, way, onWay, onDone }: WaysProps) {
  const { busy, wrong, attempt } = useTrying()
  const [isSupported] = useState(canPasskey)
  const byPasskey = () =>
    attempt(async () => {
      const { answer: asked, refused } = await call('passkeyBegin', { body: {} })
      if (refused) return refused
      const { answer, says } = await answerPasskey(asked.options)
      if (!answer) return says
      const body = { ticket: asked.ticket, response: { ...answer, clientExtensionResults: {} }, says: deviceWords() }
      const why = enterBy(await call('passkeySignIn', { body }))
      if (!why) onDone()
      return why
    })
  if (way === 'scan') return <Scan onDone={onDone} />
  if (way === 'invite') return <Invited agreed={agreed} onDone={onDone} />
  if (way === 'password') return <Password agreed={agreed} onDone={onDone} />
  return (
    <>
      <Wrong says={wrong} />
      <Card title="怎么登录" flush>
        <Row tileIcon="qr" title="用手机微信扫码" detail="手机上的小程序已经登录过" onPress={() => onWay('scan')} />
        {isSupported && (
          <Row
            tileIcon="lock"
            title="指纹、刷脸或锁屏密码"
            detail="在这台设备上设过通行密钥"
            end={busy ? '请按提示做…' : undefined}
            onPress={() => void byPasskey()}
          />
        )}
        <Row
          tileIcon="file"
          title="第一次登录，用邀请码"
          detail="村里或者镇里给的纸条"
          onPress={() => onWay('invite')}
        />
        <Row
          tileIcon="stamp"
          title="工作人员，用密码"
          detail="手机号、密码和验证码"
          onPress={() => onWay('password')}
        />
      </Card>
    </>
  )
}
