import type { CardView } from '@shared/schemas/views'
import { useEffect, useRef } from 'react'
import { useCall } from '../../api/useCall'

/** The open 督办单 of a village, each called after what it is of; undefined until they are there, none where they can't be had (the server says so of each). Asked again after some were sent. */
export function useOrders(village: string | undefined, sends: number): readonly CardView[] | undefined {
  const found = useCall('backlog', village ? { query: { scope: 'township', village, mark: '督', limit: 50 } } : null)
  const told = useRef(sends)
  useEffect(() => {
    if (told.current !== sends) void found.reload()
    told.current = sends
  })
  return found.answer?.cards ?? (found.refused && [])
}
