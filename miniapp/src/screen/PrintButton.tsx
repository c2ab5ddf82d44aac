import { useState } from 'react'
import type { Reply } from '../api/client'
import { Button } from '../components/Button'
import { Note } from '../components/Chip'
import { keepWords, printWords, toPrinter } from '../platform/printPage'

type PrintButtonProps = {
  words: string
  ask: () => Promise<Reply<{ url: string }>>
  /** a file to be kept, not a page for the printer */
  keeps?: boolean
}

/** Asks for a printed page and opens it for the printer, or for a file and saves it; says how that went. */
export function PrintButton({ words, ask, keeps = false }: PrintButtonProps) {
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState<{ went: boolean; says: string }>()
  const print = async () => {
    setBusy(true)
    const { answer, refused } = await ask()
    const went = answer ? await toPrinter(answer.url) : false
    setBusy(false)
    setTold({
      went,
      says: went
        ? `好了。${keeps ? keepWords : printWords}`
        : (refused?.says ?? '没有打开。请允许这个网站打开新窗口，再点一次。'),
    })
  }
  return (
    <>
      <Button
        kind="second"
        block
        busy={busy}
        icon={keeps ? 'download' : 'print'}
        busyWords={keeps ? '正在打包…' : '正在排版…'}
        onPress={() => void print()}
      >
        {words}
      </Button>
      {told && <Note tone={told.went ? 'song' : 'jiang'}>{told.says}</Note>}
    </>
  )
}
