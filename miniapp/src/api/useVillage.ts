import { useEffect, useState } from 'react'
import { useKept } from '../platform/storage'
import { call, type Refused } from './client'
import { chosenVillage, useSession } from './session'

/** The village whose affairs are shown: the one chosen on this phone, else the person's own, else the first there is. */
export function useVillage(): { id?: string; refused?: Refused; ask: () => Promise<void> } {
  const chosen = useKept(chosenVillage)
  const own = useSession()?.person.village
  const [refused, setRefused] = useState<Refused>()
  const id = chosen?.id ?? own
  const ask = async () => {
    const { answer, refused } = await call('villages', {})
    setRefused(refused)
    const first = answer?.villages[0]
    if (first) chosenVillage.set({ id: first.id, name: first.name })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, as long as no village is known
  useEffect(() => {
    if (!id) void ask()
  }, [id])
  return { id, refused, ask }
}
