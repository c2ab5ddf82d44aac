import { personId, useSession } from '../api/session'
import { kept, useKept } from '../platform/storage'

/** How someone wants pages drawn; kept for each person that uses this phone. */
export type Look = {
  elder?: boolean
  dark?: boolean
  /** letters on top of what the phone says: 1, 1.2 or 1.4 times */
  larger?: number
}

const plain: Look = {}
const looks = kept<Readonly<Record<string, Look>>>('looks', {})

export function useLook(): Look {
  const person = useSession()?.person.id ?? 'nobody'
  const all = useKept(looks)
  return all[person] ?? all.nobody ?? plain
}

export function setLook(change: Look): void {
  const before = looks.get()
  const mine = before[personId()] ?? before.nobody ?? {}
  looks.set({ ...before, [personId()]: { ...mine, ...change } })
}
