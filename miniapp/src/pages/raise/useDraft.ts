import { useDidHide } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { type Draft, type DraftOf, forgetDraft, keepDraft, readDraft } from '../../api/drafts'

const soon = 400
const empty: Draft = { form: {}, photos: [] }

/**
 * The draft of a request: kept on the phone as it is typed. `saved`: it is kept, or the phone is full.
 * Once it is known whose it is, it stays theirs, even if their sign-in runs out while they write.
 */
export function useDraft(person: string | undefined, village: string | undefined, about?: string) {
  const [draft, setDraft] = useState<Draft>(empty)
  const [saved, setSaved] = useState<'' | 'saved' | 'full'>('')
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const unsaved = useRef<Draft>()
  const of = useRef<DraftOf>()

  useEffect(() => {
    if (!person || !village) return
    const known = of.current
    if (known?.person === person && known.village === village) return
    of.current = { person, village, about }
    const found = readDraft(of.current)
    setDraft(found ?? empty)
    setSaved(found ? 'saved' : '')
  }, [person, village, about])

  const save = () => {
    clearTimeout(timer.current)
    timer.current = undefined
    if (of.current && unsaved.current) setSaved(keepDraft(of.current, unsaved.current) ? 'saved' : 'full')
    unsaved.current = undefined
  }
  // Whoever turns away in the middle of a word finds it again.
  useDidHide(save)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only leaving the page is the reason; refs hold the newest
  useEffect(() => save, [])

  const change = (next: Draft) => {
    setDraft(next)
    unsaved.current = next
    // A running timer isn't put off: someone who types without a pause is saved as well.
    timer.current ??= setTimeout(save, soon)
  }
  const clear = () => {
    clearTimeout(timer.current)
    timer.current = undefined
    unsaved.current = undefined
    if (of.current) forgetDraft(of.current)
    setDraft(empty)
    setSaved('')
  }
  return { draft, saved, change, clear }
}
