import { useCallback, useMemo, useRef, useState } from 'react'
import { call } from '../../api/client'
import { type KeptRoll, keepRoll } from './keptRoll'
import * as roll from './roll'
import type { Scanned } from './Scan'

/** What a press on somebody came to, where it changed nothing. */
export type Told = { no: string; says: string }

/** A roll in hand: every change lies on the phone before the next press. */
export function useRoll(draft: string, kept: KeptRoll, called: readonly roll.Called[]) {
  const [ticks, setTicks] = useState(kept.ticks)
  const [told, setTold] = useState<Told>()
  const [full, setFull] = useState(false)
  const now = useRef(ticks)
  const [way, setWay] = useState<roll.Way>('signed')
  const names = useMemo(() => new Map(called.map((c) => [c.no, c.name])), [called])
  const named = useCallback((no: string) => names.get(no) ?? `编号${no}`, [names])

  const apply = useCallback(
    (no: string, { ticks: next, says, went }: roll.Ticked) => {
      setTold(!went && says ? { no, says } : undefined)
      if (!went) return
      now.current = next
      setTicks(next)
      setFull(!keepRoll(draft, { ...kept, ticks: next }))
    },
    [draft, kept],
  )
  const toggle = useCallback((no: string) => apply(no, roll.toggle(now.current, no, named, way)), [apply, named, way])
  const scanned = useCallback(
    async (code: string): Promise<Scanned> => {
      const { village, count: _, settings: __, ...of } = kept.of
      const { answer, refused } = await call('readBadge', { params: { id: village }, body: { code, ...of } })
      if (refused)
        return {
          went: false,
          says:
            refused.refusal === 'offline' ? '没有网络，码核对不了。请直接在名单里找到这个人，打勾签到。' : refused.says,
        }
      const { no, name } = answer
      const came = roll.tick(now.current, no, 'code', () => name)
      apply(no, came)
      return { went: came.went, says: came.says ?? '' }
    },
    [apply, kept],
  )
  return {
    ...{ ticks, told, full, named, way, setWay, toggle, scanned },
    came: (no: string, how: Exclude<roll.How, 'proxy'>) => apply(no, roll.came(now.current, no, how)),
    entrust: (no: string, by: string) => apply(no, roll.entrust(now.current, called, { no, by }, named)),
    absent: (no: string) => apply(no, roll.untick(now.current, no, named)),
    recuse: (no: string, why: string | undefined) => apply(no, roll.recuse(now.current, no, why)),
  }
}
