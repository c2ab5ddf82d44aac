import { useEffect, useRef, useState } from 'react'
import { type Draft, forgetDraft, keepDraft, readDraft } from '../../api/drafts'

const soon = 400
const empty: Draft = { form: {}, photos: [] }

/** The draft of a request: kept on the phone as it is typed. `saved`: 已帮您存好草稿, or that the phone is full. */
export function useDraft(village: string | undefined, about?: string) {
  const [draft, setDraft] = useState<Draft>(empty)
  const [saved, setSaved] = useState<'' | 'saved' | 'full'>('')
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const read = useRef('')

  useEffect(() => {
    if (!village || read.current === village) return
    read.current = village
    const found = readDraft(village, about)
    if (found) {
      setDraft(found)
      setSaved('saved')
    }
  }, [village, about])

  const change = (next: Draft) => {
    setDraft(next)
    if (!village) return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setSaved(keepDraft(village, about, next) ? 'saved' : 'full'), soon)
  }
  const clear = () => {
    clearTimeout(timer.current)
    if (village) forgetDraft(village, about)
    setDraft(empty)
    setSaved('')
  }
  return { draft, saved, change, clear }
}
