import { useState } from 'react'
import { call } from '../../api/client'
import { Button } from '../../components/Button'
import { Note } from '../../components/Chip'
import { printWords, toPrinter } from '../../platform/printPage'

/** The receipt on paper, for whoever came without a phone. */
export function PrintReceipt({ id }: { id: string }) {
  const [busy, setBusy] = useState(false)
  const [went, setWent] = useState(false)
  const [wrong, setWrong] = useState('')
  const print = async () => {
    setBusy(true)
    const { answer, refused } = await call('print', { body: { case: id, size: 'receipt' } })
    const opened = answer ? await toPrinter(answer.url) : false
    setBusy(false)
    setWent(opened)
    setWrong(opened ? '' : (refused?.says ?? '没有打开。请允许这个网站打开新窗口，再点一次。'))
  }
  return (
    <>
      <Button kind="second" block icon="print" busy={busy} busyWords="正在排版…" onPress={() => void print()}>
        打印回执
      </Button>
      {wrong !== '' && <Note tone="jiang">{wrong}</Note>}
      {went && <Note tone="song">好了。{printWords}</Note>}
    </>
  )
}
