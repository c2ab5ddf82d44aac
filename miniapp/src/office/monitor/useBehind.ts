import { useEffect, useRef } from 'react'
import { call } from '../../api/client'
import { useCall } from '../../api/useCall'
import { type Pages, usePages } from '../../api/usePages'
import { type Filter, queryOf } from './filter'
import type { Spot } from './matrix'

/** The cases behind a cell or a village, as it is narrowed, fifty at a time; asked again after something was sent. */
export function useBehind(spot: Spot | undefined, filter: Filter, sends: number): { pages: Pages; ready: boolean } {
  const [mark, seal] = spot?.step.split('/') ?? []
  const query = spot && {
    ...queryOf(filter),
    ...{ scope: 'township' as const, village: spot.village, limit: 50 },
    ...(mark && { mark }),
    ...(seal && { seal }),
  }
  const first = useCall('backlog', query ? { query } : null)
  const pages = usePages(first.answer, (after) => call('backlog', { query: { ...query, after } }))
  const told = useRef(sends)
  useEffect(() => {
    if (told.current !== sends) void first.reload()
    told.current = sends
  })
  return {
    pages: first.refused ? { ...pages, refused: first.refused } : pages,
    ready: first.answer !== undefined || first.refused !== undefined,
  }
}
