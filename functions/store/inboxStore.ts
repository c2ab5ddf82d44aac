import { dayInChina } from '@shared/calendar'
import { addDays } from '@shared/engine/deadline'
import type { Message } from '../messages/messagesOf'
import { isThere } from './forget'
import type { ListQuery, Table } from './table'

/** What came to one desk about one case: the latest lines of it, and up to which line it was told. */
export type Letter = {
  desk: string
  caseId: string
  upTo: number
  lines: readonly Pick<Message, 'no' | 'at' | 'by' | 'kind' | 'says'>[]
}

const keptDays = 180
const mostLines = 8
const tries = 6

/** Inboxes: one letter a desk and case, so that what is told twice stands there once. */
export const inboxStore = (table: Table) => {
  const pkOf = (desk: string, caseId: string) => `inbox#${desk}#${caseId}`
  return {
    /** Puts a message in; true when it is there for the first time. */
    async tell(caseId: string, { desk, ...line }: Message): Promise<boolean> {
      const pk = pkOf(desk, caseId)
      for (let n = 0; n < tries; n++) {
        const item = await table.get(pk)
        const was = isThere(item) ? (JSON.parse(item.body) as Letter) : { desk, caseId, upTo: 0, lines: [] }
        if (was.upTo >= line.no) return false
        const letter: Letter = { ...was, upTo: line.no, lines: [...was.lines, line].slice(-mostLines) }
        const put = await table.put(
          {
            pk,
            version: (item?.version ?? 0) + 1,
            body: JSON.stringify(letter),
            sees: 'office',
            keys: { inbox: { partition: desk, sort: `${line.at}#${caseId}#${line.by}` } },
            expiresOn: addDays(dayInChina(line.at), keptDays),
          },
          { ifVersion: item?.version ?? 0 },
        )
        if (put === 'put') return true
      }
      throw new Error(`inbox of ${desk} changes too often`)
    },
    /** Takes out of a letter who did what it tells: nobody is left of them but what they did. */
    async forgetHand(desk: string, caseId: string, person: string): Promise<void> {
      for (let n = 0; n < tries; n++) {
        const item = await table.get(pkOf(desk, caseId))
        if (!isThere(item)) return
        const letter = JSON.parse(item.body) as Letter
        if (!letter.lines.some(({ by }) => by === person)) return
        const lines = letter.lines.map((line) => (line.by === person ? { ...line, by: 'erased' } : line))
        const { at, by } = lines.at(-1)!
        const next = {
          ...{ ...item, version: item.version + 1, body: JSON.stringify({ ...letter, lines }) },
          keys: { inbox: { partition: desk, sort: `${at}#${caseId}#${by}` } },
        }
        if ((await table.put(next, { ifVersion: item.version })) === 'put') return
      }
      throw new Error(`inbox of ${desk} changes too often`)
    },
    /** The letters of a desk, the latest first; `sort` is `at#case#by` of the latest line. */
    of: (desk: string, query: ListQuery) => table.list('inbox', desk, { newestFirst: true, ...query }),
    async letter(desk: string, caseId: string): Promise<Letter | undefined> {
      const item = await table.get(pkOf(desk, caseId))
      return isThere(item) ? (JSON.parse(item.body) as Letter) : undefined
    },
    /** Until when someone has looked at their inbox. */
    async lookedAt(person: string): Promise<string | undefined> {
      const item = await table.get(`looked#${person}`)
      return isThere(item) ? (JSON.parse(item.body) as { at: string }).at : undefined
    },
    /** Notes that they have looked; never goes back. */
    async looked(person: string, at: string): Promise<void> {
      const pk = `looked#${person}`
      for (let n = 0; n < tries; n++) {
        const item = await table.get(pk)
        if (isThere(item) && (JSON.parse(item.body) as { at: string }).at >= at) return
        const version = item?.version ?? 0
        const next = { pk, version: version + 1, body: JSON.stringify({ at }), sees: 'office' as const, keys: {} }
        if ((await table.put(next, { ifVersion: version })) === 'put') return
      }
    },
  }
}
