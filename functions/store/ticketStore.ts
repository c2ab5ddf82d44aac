import { createHash, randomBytes } from 'node:crypto'
import { dayInChina } from '@shared/calendar'
import { bodyOf, changeItem } from './changing'
import type { Table } from './table'

/** What a ticket is for; one that was given for something else is none. */
export type Purpose = 'wechat' | 'invite' | 'passkey' | 'addPasskey' | 'code' | 'scan' | 'slips'
type Kept<T> = { purpose: Purpose; until: number; tries: number; says: T }

/** So often may somebody be wrong before a ticket is torn up. */
const wrongAtMost = 5

const pkOf = (ticket: string) => `ticket#${createHash('sha256').update(ticket).digest('base64url')}`

/** Short-lived tickets between two steps of one sign-in: found by their hash alone, bound to a purpose, taken once. */
export const ticketStore = (table: Table, now: () => number) => {
  const live = <T>(kept: Kept<T> | undefined, purpose: Purpose): kept is Kept<T> =>
    kept !== undefined && kept.purpose === purpose && now() < kept.until
  const change = <T, R>(ticket: string, judge: (kept: Kept<T> | undefined) => { next: Kept<T> | undefined; says: R }) =>
    changeItem<Kept<T>, R>(table, pkOf(ticket), dayInChina(now()), (kept) => {
      const change = judge(kept)
      return { ...change, expiresOn: change.next && dayInChina(change.next.until) }
    })

  return {
    /** Gives out a ticket, good for so many minutes. */
    async give<T>(purpose: Purpose, minutes: number, says: T): Promise<string> {
      const ticket = randomBytes(24).toString('base64url')
      const until = now() + minutes * 60_000
      await change<T, void>(ticket, () => ({ next: { purpose, until, tries: 0, says }, says: undefined }))
      return ticket
    },
    /** What it stands for, while it holds. */
    async look<T>(purpose: Purpose, ticket: string): Promise<T | undefined> {
      const kept = await bodyOf<Kept<T>>(table, pkOf(ticket))
      return live(kept, purpose) ? kept.says : undefined
    },
    /** Takes it: of several at once only one gets what it stands for. `only` may leave it untaken. */
    take: <T>(purpose: Purpose, ticket: string, only: (says: T) => boolean = () => true): Promise<T | undefined> =>
      change<T, T | undefined>(ticket, (kept) =>
        live(kept, purpose) && only(kept.says) ? { next: undefined, says: kept.says } : { next: kept, says: undefined },
      ),
    /** Writes something else on it; undefined tears it up. False: it holds no more. */
    write: <T>(purpose: Purpose, ticket: string, to: (says: T) => T | undefined): Promise<boolean> =>
      change<T, boolean>(ticket, (kept) => {
        if (!live(kept, purpose)) return { next: kept, says: false }
        const says = to(kept.says)
        return { next: says === undefined ? undefined : { ...kept, says }, says: true }
      }),
    /** Somebody was wrong with it: after the fifth time it is torn up. */
    wrong: (purpose: Purpose, ticket: string): Promise<void> =>
      change<unknown, void>(ticket, (kept) => {
        if (!live(kept, purpose)) return { next: kept, says: undefined }
        const tries = kept.tries + 1
        return { next: tries < wrongAtMost ? { ...kept, tries } : undefined, says: undefined }
      }),
  }
}
