import { type Refusal, refuse } from '@shared/engine/refusal'
import type { VillageAt } from '../store/placeStore'
import type { House } from '../stores'

/** Whether a village shows its boards to everyone, so that they are open data too. */
export const isOpen = ({ village }: VillageAt): boolean => !village.closedToGuests

/** The village whose data is asked for; one that shows its boards only to who has signed in gives none, whoever asks. */
export const openVillage = async (house: House, id: string): Promise<VillageAt | Refusal> => {
  const at = await house.stores.places.village(id)
  if (!at) return refuse('notFound', '没有这个村，请从村名列表里选。')
  return isOpen(at) ? at : refuse('notInScope', '这个村的公开栏登录以后才能看，没有开放数据。请登录以后在公开栏里看。')
}
