import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { type Draft, type DraftOf, fateOf, forgetDraft, keepDraft, readDraft, watchDraft } from '../../api/drafts'
import { newActId } from '../../platform/random'

const soon = 400
const empty: Draft = { form: {}, photos: [] }

/** What was done with this draft in another tab: written on, sent, or put where it waits for the network. */
export type Elsewhere = 'newer' | 'sent' | 'waiting' | undefined

/**
 * The draft of a request: kept on the phone as it is typed, with the act id under which it will go out. `saved`: it is kept, or the
 * phone is full. Once it is known whose it is, it stays theirs, even if their sign-in runs out while they write.
 */
export function useDraft(person: string | undefined, village: string | undefined, about?: string) {
  const [draft, setDraft] = useState<Draft>(empty)
  const [saved, setSaved] = useState<'' | 'saved' | 'full'>('')
  const [elsewhere, setElsewhere] = useState<Elsewhere>()
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const newest = useRef(empty)
  const unsaved = useRef(false)
  const spareId = useRef<string>()
  const of = useRef<DraftOf>()

  const show = (next: Draft) => {
    newest.current = next
    setDraft(next)
  }
  const nextId = () => void newActId().then((id) => (spareId.current = id))
  useEffect(nextId, [])

  // What another tab did counts here, unless someone is writing here at this moment: the later writer wins.
  const look = () => {
    if (!of.current || unsaved.current) return
    const { actId, rev } = newest.current
    const fate = actId && fateOf(actId)
    if (fate) return setElsewhere(fate)
    const there = readDraft(of.current)
    if (!there || (there.rev === rev && there.actId === actId))
      return setElsewhere((before) => (before === 'newer' ? before : undefined))
    show(there)
    setElsewhere('newer')
  }

  useEffect(() => {
    if (!person || !village) return
    const known = of.current
    if (known?.person !== person || known.village !== village) {
      of.current = { person, village, about }
      const found = readDraft(of.current)
      newest.current = found ?? empty
      setDraft(newest.current)
      setSaved(found ? 'saved' : '')
    }
    return watchDraft({ person, village, about }, () => lookNow.current())
  }, [person, village, about])
  const lookNow = useRef(look)
  lookNow.current = look
  useDidShow(look)

  const save = () => {
    clearTimeout(timer.current)
    timer.current = undefined
    if (of.current && unsaved.current) {
      const kept = keepDraft(of.current, { ...newest.current, actId: newest.current.actId ?? spareId.current })
      if (kept) show(kept)
      setSaved(kept ? 'saved' : 'full')
    }
    unsaved.current = false
  }
  // Whoever turns away in the middle of a word finds it again.
  useDidHide(save)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only leaving the page is the reason; refs hold the newest
  useEffect(() => save, [])

  const change = (next: Draft) => {
    show(next)
    unsaved.current = true
    setElsewhere(undefined)
    // A running timer isn't put off: someone who types without a pause is saved as well.
    timer.current ??= setTimeout(save, soon)
  }
  const clear = () => {
    clearTimeout(timer.current)
    timer.current = undefined
    unsaved.current = false
    spareId.current = undefined
    nextId()
    if (of.current) forgetDraft(of.current)
    show(empty)
    setSaved('')
    setElsewhere(undefined)
  }
  /** The draft as it stands, also for what was begun earlier and ends only now. */
  const latest = () => newest.current
  /** The same, kept first: its act id is then the one that every tab knows it by. */
  const settle = () => {
    save()
    return newest.current
  }
  return { draft, saved, elsewhere, change, clear, latest, settle }
}
