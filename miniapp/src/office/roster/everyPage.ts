import type { Member } from '@shared/roster'
import type { SheetRow } from '@shared/sheetKinds'
import { call, type Refused } from '../../api/client'

const limit = 100

type Whole<T> = { all: readonly T[]; refused?: undefined } | { all?: undefined; refused: Refused }

/** Every row of a case's list, page after page; or why one didn't come. */
export async function everyRow(id: string): Promise<Whole<SheetRow>> {
  const all: SheetRow[] = []
  for (let after: string | undefined, more = true; more; ) {
    const { answer, refused } = await call('rows', { params: { id }, query: { limit, after } })
    if (refused) return { refused }
    all.push(...answer.rows.map(({ cells }) => cells))
    after = answer.next
    more = after !== undefined
  }
  return { all }
}

/** Everybody who belongs to a village on a day, page after page. */
export async function everyMember(id: string, on: string): Promise<Whole<Member>> {
  const all: Member[] = []
  for (let after: string | undefined, more = true; more; ) {
    const { answer, refused } = await call('roster', { params: { id }, query: { on, limit, after } })
    if (refused) return { refused }
    all.push(...answer.members)
    after = answer.next
    more = after !== undefined
  }
  return { all }
}
