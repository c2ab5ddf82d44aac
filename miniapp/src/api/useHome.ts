import type { HomeView } from '@shared/schemas/views'
import { useEffect } from 'react'
import { sawCheckpoint } from './seenCheckpoint'
import { chosenVillage } from './session'
import { serverSaysToday } from './today'
import { type Asked, useCall } from './useCall'
import { useVillage } from './useVillage'

/** The first page of the village that is shown: one call. */
export function useHome(): Asked<HomeView> & { villageId?: string } {
  const { id, refused, ask } = useVillage()
  const home = useCall('home', id ? { params: { id } } : null)
  const village = home.answer?.village
  const today = home.answer?.today
  const fresh = home.savedAt === undefined
  useEffect(() => {
    if (today && fresh) serverSaysToday(today)
  }, [today, fresh])
  const checkpoint = fresh ? home.answer?.checkpoint : undefined
  useEffect(() => {
    if (village && checkpoint) sawCheckpoint(village.id, checkpoint)
  }, [village, checkpoint])
  useEffect(() => {
    const chosen = chosenVillage.get()
    if (village && (chosen?.id !== village.id || chosen.name !== village.name))
      chosenVillage.set({ id: village.id, name: village.name })
  }, [village])
  return { ...home, villageId: id, refused: home.refused ?? refused, reload: id ? home.reload : ask }
}
