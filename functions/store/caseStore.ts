import { catalogueItem } from '@shared/catalogue'
import type { Case, Draft } from '@shared/engine/case'
import { seal } from '@shared/engine/chain'
import { evolve } from '@shared/engine/evolve'
import type { Workflow } from '@shared/engine/workflow'
import { periodName } from '@shared/period'
import { workflowOf } from '@shared/workflows'
import { cardOf, seesNow } from './caseCard'
import { caseKeys, shards } from './caseKeys'
import type { SheetStore } from './sheetStore'
import type { Item, ListQuery, Row, Table } from './table'

export type StoredCase = { found: Case; workflow: Workflow; version: number }

export const definitionOf = (found: Pick<Case, 'workflow' | 'workflowVersion'>): Workflow => {
  const workflow = workflowOf(found.workflow, found.workflowVersion)
  if (!workflow) throw new Error(`no workflow ${found.workflow} ${found.workflowVersion}`)
  return workflow
}

/** Folds sealed drafts into a case: each line is chained to the one before. */
export const sealed = (workflow: Workflow, before: Case, drafts: readonly Draft[], newSalt: () => string): Case =>
  drafts.reduce(
    (found, draft) => evolve(workflow, found, seal(draft, found.log.at(-1)?.hash ?? '', found.salt, newSalt)),
    before,
  )

type Saving = { version: number; savedAt: string; sums?: readonly number[] }

/** A case as it is stored, saved at this instant; `sums` are those of its statement, if it has one. */
export const caseItem = (workflow: Workflow, found: Case, { version, savedAt, sums }: Saving): Item => ({
  pk: found.id,
  version,
  body: JSON.stringify(found),
  card: cardOf(workflow, found, sums),
  sees: seesNow(workflow, found),
  head: found.log.at(-1)!.hash,
  words: wordsOf(found),
  keys: caseKeys(workflow, found, savedAt),
})

/** What a search reads: at most 1 KB of title and plain words. */
const wordsOf = (found: Case): string => {
  const { item, period, summary, body, result, resolution, text, place, decision, answer, payee } = found.fields
  let words = [
    found.title,
    text,
    place,
    decision,
    answer,
    payee,
    catalogueItem(String(item))?.title,
    typeof period === 'string' && periodName(period),
    summary,
    resolution,
    result,
    body,
  ]
    .filter((w) => typeof w === 'string')
    .join(' ')
    .replaceAll('\0', ' ')
    .slice(0, 1000)
  while (Buffer.byteLength(words) > 1000) words = [...words].slice(0, -20).join('')
  return words
}

/** Cases, in named questions over the port. */
export const caseStore = (table: Table, sheets: Pick<SheetStore, 'meta'>, now: () => number) => {
  const sumsOf = async ({ fields }: Case): Promise<readonly number[] | undefined> => {
    const meta = typeof fields.sheet === 'string' ? await sheets.meta(fields.sheet) : undefined
    return meta?.kind === 'statement' ? [meta.income, meta.expense, meta.closing ?? 0] : undefined
  }
  const all = async (
    index: Parameters<Table['list']>[0],
    partition: string,
    query: Partial<ListQuery> = {},
  ): Promise<Row[]> => {
    const rows: Row[] = []
    let after: string | undefined
    do {
      const page = await table.list(index, partition, { limit: 1000, ...query, after })
      rows.push(...page.rows)
      after = page.next
    } while (after)
    return rows
  }
  /** A case with the card that lists show of it. */
  const withCard = async (id: string): Promise<(StoredCase & { card: string }) | undefined> => {
    const item = await table.get(id)
    // what has no last line isn't a case
    if (!item?.head) return undefined
    const found = JSON.parse(item.body) as Case
    return { found, workflow: definitionOf(found), version: item.version, card: item.card! }
  }
  return {
    get: (id: string): Promise<StoredCase | undefined> => withCard(id),
    withCard,
    /** One conditional put; 'lost' when someone else was first. A statement's sums stand on its card. */
    async save(workflow: Workflow, found: Case, ifVersion: number) {
      const sums = await sumsOf(found)
      const savedAt = new Date(now()).toISOString()
      return table.put(caseItem(workflow, found, { version: ifVersion + 1, savedAt, sums }), { ifVersion })
    },
    board: (village: string, board: string, query: ListQuery) =>
      board === 'all'
        ? table.list('boardAll', village, { newestFirst: true, ...query })
        : table.list('board', `${village}#${board}`, { newestFirst: true, ...query }),
    ofKind: (village: string, mark: string, query: ListQuery) =>
      table.list('cases', `${village}#${mark}`, { newestFirst: true, ...query }),
    mine: (opener: string, query: ListQuery) => table.list('mine', opener, { newestFirst: true, ...query }),
    linkedTo: (id: string) => all('links', id),
    /** what was heard on a day, in the order of hearing; `sort` is `at#outcome` */
    heardOn: (village: string, day: string) => all('heard', `${village}#${day}`),
    /** what was closed in a month; `sort` is `day#number#openedOn#mark` */
    closedIn: (village: string, month: string) => all('closed', `${village}#${month}`),
    /** what was raised, with its words; `sort` is `openedAt#category` */
    said: (village: string, mark: string, query: ListQuery) =>
      table.list('words', `${village}#${mark}`, { newestFirst: true, ...query }),
    /** the keys under which a village stands in the disclosure calendar of a year, of one item where it is named */
    owed: (township: string, year: string, village?: string, code?: string) => {
      const prefix = village && `${village}#${code ? `${code}#` : ''}`
      return all('owed', `${township}#${year}`, prefix ? { from: prefix, until: `${prefix}\uffff` } : {})
    },
    /** what is missing on boards and under an open 督办单: village#item#period → the case */
    urgedIn: async (township: string): Promise<ReadonlyMap<string, string>> =>
      new Map((await all('links', `urged#${township}`)).map(({ pk, sort }) => [sort, pk])),
    /** what was saved in a village since an instant; `sort` is the instant of the last time, `head` its last line then */
    changedSince: (village: string, instant: string) => all('changed', village, { from: instant }),
    desk: (desk: string, query: ListQuery) => table.list('desk', desk, query),
    /** every key of a desk: due days without opening a card */
    deskKeys: (desk: string) => all('desk', desk),
    /** every key of the township's open cases, soonest due first; no card is read */
    openIn: (township: string) => all('backlog', township),
    /** cases with work that is due by an instant: follow-ups to do, steps that have lapsed */
    pendingBy: async (instant: string) =>
      (await Promise.all(Array.from({ length: shards }, (_, i) => all('pending', `p${i}`, { until: instant })))).flat(),
  }
}

export type CaseStore = ReturnType<typeof caseStore>
