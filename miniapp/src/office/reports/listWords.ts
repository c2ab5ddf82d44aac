import type { Exported } from '@shared/schemas/monitorViews'

/** What is written down: which list, from when to when, in which form. */
export type Wanted = Pick<Exported, 'list' | 'as'> & { from: string; until: string }

export const lists = [
  { value: 'open', words: '在办的' },
  { value: 'opened', words: '新增的' },
  { value: 'closed', words: '办结的' },
] as const satisfies readonly { value: Exported['list']; words: string }[]

export const kinds = [
  { value: 'xlsx', words: 'Excel表格' },
  { value: 'csv', words: 'CSV文本' },
] as const satisfies readonly { value: Exported['as']; words: string }[]

/** Why such a list can't be asked for, at which field; what is open now has no span. */
export const spanProblem = (
  { list, from, until }: Wanted,
  today: string,
): { field: 'from' | 'until'; says: string } | undefined => {
  if (list === 'open') return undefined
  if (from > today) return { field: 'from', says: '这一天还没有到。请选今天或者更早的。' }
  if (until < from) return { field: 'until', says: '结束的那天在开始以前。请选同一天或者更晚的。' }
  return undefined
}

/** The body of the call. */
export const askedFor = (wanted: Wanted, township: string, village?: string): Exported => ({
  ...{ township, list: wanted.list, as: wanted.as },
  ...(village && { village }),
  ...(wanted.list !== 'open' && { from: wanted.from, until: wanted.until }),
})
