import { createHash } from 'node:crypto'
import { agreementVersion } from '@shared/agreement'
import { dayInChina } from '@shared/calendar'
import type { AccountView } from '@shared/schemas/accountViews'
import type { Citizen } from '@shared/schemas/person'
import type { House } from '../stores'

/** A passkey as its owner names it: what authenticators call it may be of any length. */
export const passkeyNo = (id: string): string => createHash('sha256').update(id).digest('base64url').slice(0, 24)

/** An account as its owner sees it; `mine` is the sign-in by which they look. */
export const accountView = async (house: House, { id, openId }: Citizen, mine: string): Promise<AccountView> => {
  const { accounts, agreements, signIns } = house.stores
  const [account, agreed, all] = await Promise.all([accounts.get(id), agreements.of(id), signIns.list(id)])
  const last = agreed.at(-1)
  return {
    ...{ wechat: openId !== undefined, password: account.password !== undefined },
    passkeys: account.passkeys.map(({ id, says, on }) => ({ id: passkeyNo(id), says, on })),
    signIns: all.map((s) => ({
      ...{ id: s.id, says: s.says, on: dayInChina(s.at), lastOn: dayInChina(s.lastAt), mine: s.id === mine },
    })),
    ...(last && { agreement: { version: last.version, on: dayInChina(Date.parse(last.at)) } }),
    ...(!agreed.some((a) => a.version === agreementVersion) && { mustAgree: agreementVersion }),
  }
}
