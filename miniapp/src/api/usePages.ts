import type { CardView } from '@shared/schemas/views'
import { useEffect, useState } from 'react'
import type { Refused, Reply } from './client'

type PageOf<T> = { cards: readonly T[]; next?: string }

export type Pages<T = CardView> = {
  cards: readonly T[]
  /** absent when everything is there */
  more?: () => Promise<void>
  busy: boolean
  refused?: Refused
}

/** A list that grows: the first page from elsewhere, further ones by `ask(next)`. A new first page starts it anew. */
export function usePages<T extends { id: string } = CardView>(
  first: PageOf<T> | undefined,
  ask: (after: string) => Promise<Reply<PageOf<T>>>,
): Pages<T> {
  const [further, setFurther] = useState<PageOf<T>>()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused>()
  const start = first && `${first.cards[0]?.id} ${first.next}`

  // biome-ignore lint/correctness/useExhaustiveDependencies: another first page is the reason to forget the further ones
  useEffect(() => {
    setFurther(undefined)
    setRefused(undefined)
  }, [start])

  const next = further ? further.next : first?.next
  const known = new Set(first?.cards.map((card) => card.id))
  const more = async () => {
    if (!next || busy) return
    setBusy(true)
    const { answer, refused } = await ask(next)
    setBusy(false)
    setRefused(refused)
    if (answer) setFurther({ cards: [...(further?.cards ?? []), ...answer.cards], next: answer.next })
  }
  return {
    cards: [...(first?.cards ?? []), ...(further?.cards ?? []).filter((card) => !known.has(card.id))],
    ...(next && { more }),
    busy,
    refused,
  }
}
