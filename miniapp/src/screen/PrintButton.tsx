import { useState } from 'react'
import type { Reply } from '../api/client'
import { Button } from '../components/Button'
import { Note } from '../components/Chip'
import { printWords, toPrinter } from '../platform/printPage'

/** Asks for a printed page and opens it for the printer; says how that went. */
export function PrintButton({ words, ask }: { words: string; ask: () => Promise<Reply<{ url: string }>> }) {
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState<{ went: boolean; says: string }>()
  const print = async () => {
    setBusy(true)
    const { answer, refused } = await ask()
    const went = answer ? await toPrinter(answer.url) : false
    setBusy(false)
    setTold({
      went,
      says: went ? `好了。${printWords}` : (refused?.says ?? '没有打开。请允许这个网站打开新窗口，再点一次。'),
    })
  }
  return (
    <>
      <Button kind="second" block icon="print" busy={busy} busyWords="正在排版…" onPress={() => void print()}>
        {words}
      </Button>
      {told && <Note tone={told.went ? 'song' : 'jiang'}>{told.says}</Note>}
    </>
  )
}
