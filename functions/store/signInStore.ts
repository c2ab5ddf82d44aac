import { createHash, createHmac, randomBytes } from 'node:crypto'
import { dayInChina } from '@shared/calendar'
import { bodyOf, changeItem } from './changing'
import type { Table } from './table'

/** By what somebody signed in. */
export type Way = 'wechat' | 'passkey' | 'password' | 'scan' | 'demo'
/** One device on which somebody is signed in. Hashes alone are kept of what renews it. Instants in milliseconds. */
export type SignIn = {
  id: string
  says: string
  way: Way
  at: number
  lastAt: number
  refreshHash: string
  previousHash?: string
}
type Body = { signIns: readonly SignIn[] }

const freshFor = 30_000
const atMost = 20
const day = 86_400_000
/** A device that wasn't used for so long must sign in again. */
export const goodFor = 60 * day
/** A retry whose answer was lost may come so much later. */
const retriedFor = day

const hashOf = (refresh: string) => createHash('sha256').update(refresh).digest('base64url')

/** Who is signed in where: one item a person. What renews a sign-in is opaque, rotated at every use, and kept as a hash. */
export const signInStore = (table: Table, now: () => number, secret: string) => {
  const kept = new Map<string, { signIns: readonly SignIn[]; at: number }>()
  const pkOf = (person: string) => `signIns#${person}`
  const holds = (s: SignIn) => now() - s.lastAt < goodFor
  /** The same for the same one: a retry gets what the lost answer said. */
  const after = (refresh: string): string => {
    const [id, person] = refresh.split('.')
    return `${id}.${person}.${createHmac('sha256', secret).update(`refresh\0${refresh}`).digest('base64url')}`
  }
  const list = async (person: string): Promise<readonly SignIn[]> => {
    const body = await bodyOf<Body>(table, pkOf(person))
    const signIns = (body?.signIns ?? []).filter(holds)
    if (kept.size > 5000) kept.clear()
    kept.set(person, { signIns, at: now() })
    return signIns
  }
  const change = <T>(person: string, judge: (all: readonly SignIn[]) => { next: readonly SignIn[]; says: T }) => {
    kept.delete(person)
    return changeItem<Body, T>(table, pkOf(person), dayInChina(now()), (body) => {
      const all = body?.signIns ?? []
      const { next, says } = judge(all.filter(holds))
      if (next.length === all.length && next.every((s, i) => s === all[i])) return { next: body, says }
      const lasts = Math.max(0, ...next.map((s) => s.lastAt)) + goodFor
      return { next: next.length ? { signIns: next } : undefined, says, expiresOn: dayInChina(lasts) }
    }).finally(() => kept.delete(person))
  }

  return {
    list,
    /** Whether a sign-in stands; a revoked one may be taken for good by another machine for half a minute. */
    async stands(person: string, id: string): Promise<boolean> {
      const hit = kept.get(person)
      const isIn = (all: readonly SignIn[]) => all.some((s) => s.id === id && holds(s))
      if (hit && now() - hit.at < freshFor && now() >= hit.at && isIn(hit.signIns)) return true
      return isIn(await list(person))
    },
    /** A new device. Of more than twenty the one that was used longest ago is let go. */
    async begin(person: string, { says, way }: { says: string; way: Way }): Promise<{ id: string; refresh: string }> {
      const id = randomBytes(9).toString('base64url')
      const refresh = `${id}.${person}.${randomBytes(32).toString('base64url')}`
      const mine = { id, says, way, at: now(), lastAt: now(), refreshHash: hashOf(refresh) }
      await change(person, (all) => {
        const byUse = [...all].sort((a, b) => b.lastAt - a.lastAt)
        return { next: [mine, ...byUse.slice(0, atMost - 1)], says: undefined }
      })
      return { id, refresh }
    },
    /**
     * The next token for this one. The one before the last gets the same answer again, for its answer may have been lost; one
     * that is older still was stolen, or this one was: the sign-in ends. `before` is when it was used last.
     */
    async renew(refresh: string): Promise<{ person: string; id: string; refresh: string; before: number } | undefined> {
      const [id, person] = refresh.split('.')
      if (!id || !person || !/^[\w-]{1,64}$/.test(person)) return undefined
      const [hash, next] = [hashOf(refresh), after(refresh)]
      return change(person, (all) => {
        const mine = all.find((s) => s.id === id)
        if (!mine) return { next: all, says: undefined }
        const says = { person, id, refresh: next, before: mine.lastAt }
        if (mine.refreshHash === hash) {
          const renewed = { ...mine, lastAt: now(), refreshHash: hashOf(next), previousHash: hash }
          return { next: all.map((s) => (s === mine ? renewed : s)), says }
        }
        if (mine.previousHash === hash && now() - mine.lastAt < retriedFor) return { next: all, says }
        return { next: all.filter((s) => s !== mine), says: undefined }
      })
    },
    /** Ends those that it says; false where there was none. */
    end: (person: string, which: (s: SignIn) => boolean): Promise<boolean> =>
      change(person, (all) => ({ next: all.filter((s) => !which(s)), says: all.some(which) })),
  }
}
