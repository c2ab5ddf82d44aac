import { useRef, useState } from 'react'

/** Something that is sent by a button: busy while it is on its way, deaf to a second press, and why it didn't go, in words. */
export function useTrying() {
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState('')
  const isBusy = useRef(false)
  /** `work` answers why it didn't go; nothing when it went. */
  const attempt = async (work: () => Promise<{ says: string } | string | undefined>): Promise<void> => {
    if (isBusy.current) return
    isBusy.current = true
    setBusy(true)
    setWrong('')
    const why = await work()
    isBusy.current = false
    setBusy(false)
    setWrong(typeof why === 'string' ? why : (why?.says ?? ''))
  }
  return { busy, wrong, setWrong, attempt }
}
