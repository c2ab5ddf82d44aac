import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../api/client'
import { Button } from '../../components/Button'
import { Note } from '../../components/Chip'
import { printWords, toPrinter } from '../../platform/printPage'

/** 打印议程: the agenda of a session on paper. */
export function Agenda({ village, on }: { village: string; on: string }) {
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState<{ went: boolean; says: string }>()
  const print = async () => {
    setBusy(true)
    const { answer, refused } = await call('printAgenda', { body: { village, on } })
    const went = answer ? await toPrinter(answer.url) : false
    setBusy(false)
    setTold({
      went,
      says: went ? `好了。${printWords}` : (refused?.says ?? '没有打开。请允许这个网站打开新窗口，再点一次。'),
    })
  }
  return (
    <View className="mw-stack">
      <Button kind="second" block icon="print" busy={busy} busyWords="正在排版…" onPress={() => void print()}>
        打印议程
      </Button>
      {told && <Note tone={told.went ? 'song' : 'jiang'}>{told.says}</Note>}
    </View>
  )
}
