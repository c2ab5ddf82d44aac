import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Refused } from '../../api/client'
import { Button } from '../../components/Button'
import { Note } from '../../components/Chip'
import { onNetworkBack } from '../../platform/network'
import { routes } from '../../routes'
import { go } from '../../screen/go'

/** Why it couldn't be sent, and what to press. Nothing that was typed is lost: it stays in the draft. */
export function Trouble({ refused, onAgain }: { refused: Refused; onAgain: () => void }) {
  const { refusal, says } = refused
  const [back, setBack] = useState(false)
  useEffect(() => {
    let here = true
    onNetworkBack(() => here && setBack(true))
    return () => {
      here = false
    }
  }, [])
  if (refusal === 'offline')
    return (
      <View className="mw-trouble">
        <Note tone={back ? 'song' : 'zhe'} icon={back ? 'checkc' : 'offline'}>
          {back ? '网络通了。您填的都还在，点“再发一次”。' : '没有网络，没发出去。您填的已经存在手机里，有网后再发。'}
        </Note>
        <Button kind="second" small icon="send" onPress={onAgain}>
          再发一次
        </Button>
      </View>
    )
  return (
    <View className="mw-trouble">
      <Note tone="jiang">{says}</Note>
      {refusal === 'notSignedIn' || refusal === 'signInExpired' ? (
        <Button kind="second" small onPress={() => go(routes.signIn())}>
          去登录
        </Button>
      ) : null}
    </View>
  )
}
