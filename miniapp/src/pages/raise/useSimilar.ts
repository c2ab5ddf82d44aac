import type { SimilarView } from '@shared/schemas/requestViews'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../api/client'

export type Similar = SimilarView['found'][number]

const pause = 800
const fewest = 6
const most = 3
/** Someone who has pressed 提交 waits no longer than this for it. */
const patience = 1500
const asMuchAs = 200

/**
 * Open requests of the village that are like this text: asked for when the typing pauses. Nothing where there is no network.
 * `check` is for the moment before sending: true when there are some that nobody has been led to yet; each leads there once.
 */
export function useSimilar(village: string | undefined, text: string) {
  const [found, setFound] = useState<readonly Similar[]>([])
  const [dismissed, setDismissed] = useState<readonly string[]>([])
  const asked = useRef('')
  const ledTo = useRef<readonly string[]>([])
  const words = text.trim().slice(0, asMuchAs)
  const enough = village !== undefined && [...words].length >= fewest
  const shown = enough ? found.filter(({ card }) => !dismissed.includes(card.id)) : []

  const ask = async () => {
    asked.current = words
    const { answer, savedAt } = await call('similar', { params: { id: village! }, query: { q: words } })
    if (asked.current !== words) return []
    const next = answer && !savedAt ? answer.found.slice(0, most) : []
    setFound(next)
    return next
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is the reason to ask
  useEffect(() => {
    if (!enough || asked.current === words) return
    const timer = setTimeout(() => void ask(), pause)
    return () => clearTimeout(timer)
  }, [words, enough])

  const check = async (): Promise<boolean> => {
    if (!enough) return false
    const late = new Promise<readonly Similar[]>((none) => setTimeout(() => none([]), patience))
    const now = asked.current === words ? shown : await Promise.race([ask(), late])
    const ids = now.map(({ card }) => card.id)
    const fresh = ids.some((id) => !dismissed.includes(id) && !ledTo.current.includes(id))
    ledTo.current = [...ledTo.current, ...ids]
    return fresh
  }
  const dismiss = () => setDismissed([...dismissed, ...shown.map(({ card }) => card.id)])
  const cared = (id: string, count: number) =>
    setFound(found.map((one) => (one.card.id === id ? { ...one, cares: count, mine: true } : one)))
  return { shown, check, dismiss, cared }
}
