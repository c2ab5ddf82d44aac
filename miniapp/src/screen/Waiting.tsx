import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Refused } from '../api/client'
import { backToDraft } from '../api/drafts'
import { type Waiting as One, send, takeOut, useOutbox } from '../api/outbox'
import { Button } from '../components/Button'
import { Card, Stack } from '../components/Card'
import { Note } from '../components/Chip'
import { Tile } from '../components/Tile'
import { routes } from '../routes'
import { go } from './go'
import './Waiting.scss'

/** 等着发: what was said without network and still lies on this phone; nothing when there is none. */
export function Waiting() {
  const waiting = useOutbox()
  if (waiting.length === 0) return null
  return (
    <Stack>
      {waiting.map((one) => (
        <WaitingCard key={one.actId} one={one} />
      ))}
    </Stack>
  )
}

const says = (one: One, tried?: Refused) => {
  if (one.refused) return `没发出去：${one.refused.says}`
  if (tried && tried.refusal !== 'offline') return tried.says
  return `“${one.title}”已存在手机里${withFiles(one)}，有网就自动发，不用重写。`
}

const withFiles = ({ photos, voice = [], consent = [] }: One): string => {
  const sounds = [...voice, ...consent].filter(({ seconds }) => seconds !== undefined).length
  const pictures = photos.length + voice.length + consent.length - sounds
  const parts = [pictures > 0 && `${pictures}张照片`, sounds > 0 && `${sounds}段录音`].filter(Boolean)
  return parts.length > 0 ? `，带${parts.join('、')}` : ''
}

function WaitingCard({ one }: { one: One }) {
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState<Refused>()
  const again = async () => {
    setBusy(true)
    const { refused } = await send(one.actId)
    setBusy(false)
    setTried(refused)
  }
  const mend = () => {
    takeOut(one.actId, true)
    backToDraft(one)
    go(one.mend?.url ?? routes.raise(one.about))
  }
  return (
    <Card late={one.refused !== undefined}>
      <View className="mw-waiting">
        <Tile icon="send" />
        <View className="mw-row-words">
          <View className="mw-row-title strong">{`1件${one.mend ? '提问' : '说事'}${one.refused ? '没发出去' : '等着发'}`}</View>
          <View className="mw-row-detail">{says(one, tried)}</View>
        </View>
      </View>
      {tried?.refusal === 'offline' && <Note tone="zhe">还是没有网络。不用守着，有网会自己发。</Note>}
      <View className="mw-waiting-acts">
        <Button kind="second" small onPress={mend}>
          改一改
        </Button>
        <Button kind="second" small grow busy={busy} busyWords="正在发…" onPress={() => void again()}>
          现在发
        </Button>
      </View>
    </Card>
  )
}
