import { isRefusal, type Refusal } from '@shared/engine/refusal'
import type { z } from '@shared/schemas/zod'
import type { Context } from 'hono'
import { keptHeaders } from '../http/headers'
import { Refused, refused } from '../http/refuse'
import type { VillageAt } from '../store/placeStore'
import { linkHeader } from './licence'
import { csvType, keptSeconds } from './tables'

/** What was asked, as its schema has it. Throws `Refused`. */
export const queryOf = <S extends z.ZodObject>(schema: S, given: Record<string, string>): z.output<S> => {
  const { success, data, error } = schema.safeParse(given)
  if (success) return data
  const problems = error.issues.map((i) => ({ field: i.path.map(String).join('.'), says: i.message }))
  throw new Refused('badRequest', '地址里的条件不对，请对照字段说明改。', { problems })
}

/** A table as a file of its own, written while it is sent; its licence and where its fields are explained stand in the headers. */
export const csvAnswer = (
  c: Context,
  at: VillageAt | Refusal,
  called: string,
  table: () => ReadableStream<Uint8Array>,
): Response => {
  if (isRefusal(at)) return refused(c, at)
  const name = encodeURIComponent(`${at.village.name}${called}.csv`)
  return c.body(table(), 200, {
    ...keptHeaders(keptSeconds),
    ...{ 'content-type': csvType, link: linkHeader },
    'content-disposition': `attachment; filename*=UTF-8''${name}`,
  })
}
