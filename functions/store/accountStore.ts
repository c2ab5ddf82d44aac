import { dayInChina } from '@shared/calendar'
import type { Day } from '@shared/engine/case'
import { addDays } from '@shared/engine/deadline'
import { bodyOf, changeItem } from './changing'
import type { Table } from './table'

export type Passkey = {
  id: string
  /** base64url */
  publicKey: string
  counter: number
  transports?: readonly string[]
  says: string
  on: Day
}
/** By what somebody can sign in on the web. `secret` is locked with a key that isn't in the table. */
export type Account = {
  password?: string
  oneTime?: { secret: string; lastStep: number }
  passkeys: readonly Passkey[]
  phoneHash?: string
}
/** Somebody of a roster as far as signing in goes: whose account it is, and what proves them to us. */
export type MemberLink = { person?: string; phoneHash?: string; invite?: { hash: string; until: number } }
/** Whose number it is: somebody who has an account, or somebody of a roster who may still get one. */
export type PhoneLink = { person?: string; village?: string; member?: string }
/** Whom a code is for, and until when it may be used, in milliseconds. */
export type Invite = { until: number; by: string; at: number; used?: true } & (
  | { village: string; member: string; guardianAgreed?: true }
  | { person: string }
)

const nothingYet: Account = { passkeys: [] }

/** Accounts, and how they are found: by a number or a WeChat only as their keyed hash, which says nothing to who reads the table. */
export const accountStore = (table: Table, now: () => number) => {
  const today = () => dayInChina(now())
  const change = <B, T>(
    pk: string,
    judge: (body: B | undefined) => { next: B | undefined; says: T; expiresOn?: Day },
  ) => changeItem<B, T>(table, pk, today(), judge)
  const link = <B>(kind: string) => ({
    get: (key: string) => bodyOf<B>(table, `${kind}#${key}`),
    change: <T>(key: string, judge: (body: B | undefined) => { next: B | undefined; says: T; expiresOn?: Day }) =>
      change<B, T>(`${kind}#${key}`, judge),
  })
  const invites = link<Invite>('invite')

  return {
    get: async (person: string): Promise<Account> => (await bodyOf<Account>(table, `account#${person}`)) ?? nothingYet,
    change: <T>(person: string, judge: (account: Account) => { next: Account; says: T }): Promise<T> =>
      change<Account, T>(`account#${person}`, (body) => {
        const was = body ?? nothingYet
        const { next, says } = judge(was)
        return { next: next === was ? body : next, says }
      }),
    /** by `village#number` */
    members: link<MemberLink>('member'),
    /** by the keyed hash of a number */
    phones: link<PhoneLink>('phone'),
    /** by the keyed hash of who someone is to our mini-program */
    wechats: link<{ person: string }>('openId'),
    invites: {
      /** What a code says while it may be used. */
      async look(hash: string): Promise<Invite | undefined> {
        const found = await invites.get(hash)
        return found && !found.used && now() < found.until ? found : undefined
      },
      save: (hash: string, invite: Invite): Promise<void> =>
        invites.change(hash, () => ({
          ...{ next: invite, says: undefined },
          expiresOn: addDays(dayInChina(invite.until), 1),
        })),
      /** Uses it: of several at once only one does. */
      use: (hash: string): Promise<boolean> =>
        invites.change(hash, (found) =>
          found && !found.used && now() < found.until
            ? { next: { ...found, used: true }, says: true, expiresOn: addDays(dayInChina(found.until), 1) }
            : { next: found, says: false },
        ),
      /** A newer one was given: this one is good for nothing. */
      cancel: (hash: string): Promise<void> => invites.change(hash, () => ({ next: undefined, says: undefined })),
    },
  }
}

export type AccountStore = ReturnType<typeof accountStore>
