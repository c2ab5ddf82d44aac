import type { Day } from '@shared/engine/case'
import type { Table } from './table'

/** 回头看 of a township and month as it was drawn: by whom, with which seed, from how many, and which cases. */
export type Sample = { on: Day; who: string; seed: string; of: number; cases: readonly string[] }

/** One draw per township and month, for good. */
export const sampleStore = (table: Table) => {
  const key = (township: string, month: string) => `sample#${township}#${month}`
  return {
    async of(township: string, month: string): Promise<Sample | undefined> {
      const item = await table.get(key(township, month))
      return item && (JSON.parse(item.body) as Sample)
    },
    /** False: that month has been drawn before. */
    async draw(township: string, month: string, sample: Sample): Promise<boolean> {
      const item = {
        pk: key(township, month),
        version: 1,
        body: JSON.stringify(sample),
        sees: 'office' as const,
        keys: {},
      }
      return (await table.put(item, { ifVersion: 0 })) === 'put'
    },
  }
}
