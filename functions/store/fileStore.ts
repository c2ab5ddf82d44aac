import type { PersonalKind } from '@shared/personalData'
import type { DeclaredFile } from '../files/files'
import { apart, bandsOf, isLike } from '../files/likeness'
import { forget, isThere } from './forget'
import type { Item, Table } from './table'

/** What was found in a file's words; `readable` is false for a picture or a page without words, which someone must look at. */
export type Scan = { readable: boolean; found: readonly { kind: PersonalKind; where: string }[] }
/**
 * `bytes` and `sha256` are of what is kept: a picture loses what its camera noted when it is done. `seconds`: how long a
 * recording is. `look`: what a picture looks like, none where it can't be told. `safety`: what the check of contents says; none
 * where there is none, it was not asked or it was not sure.
 */
export type StoredFile = DeclaredFile & {
  by: string
  done: boolean
  scan?: Scan
  seconds?: number
  look?: string
  safety?: 'pending' | 'pass' | 'risky'
}
export type FirstUse = { caseId: string; number: string }
export type PictureUse = FirstUse & { sha256: string }
type Looked = PictureUse & { look: string }

/** How many uses one band of looks keeps, the newest; what has left one is mostly still found in another of its six. */
const mostUses = 60

const lessUnused = (keys: Item['keys']): Item['keys'] => {
  const { links, ...rest } = keys
  return links ? rest : keys
}

/** What is known of each file, what it is checked as, where each content was first used, and which pictures look like it. */
export const fileStore = (table: Table) => {
  const change = async (
    id: string,
    how: (file: StoredFile) => StoredFile,
    keysOf: (keys: Item['keys']) => Item['keys'] = (keys) => keys,
  ): Promise<StoredFile | undefined> => {
    const pk = `file#${id}`
    for (let tries = 0; tries < 10; tries++) {
      const item = await table.get(pk)
      if (!isThere(item)) return undefined
      const file = how(JSON.parse(item.body))
      const keys = keysOf(item.keys)
      const next = { ...item, version: item.version + 1, body: JSON.stringify(file), keys }
      if (keys === item.keys && next.body === item.body) return file
      if ((await table.put(next, { ifVersion: item.version })) === 'put') return file
    }
    throw new Error(`too many change file ${id} at once`)
  }
  const idsIn = async (index: 'mine' | 'links', partition: string): Promise<readonly string[]> => {
    const ids: string[] = []
    let after: string | undefined
    do {
      const page = await table.list(index, partition, { limit: 1000, after })
      ids.push(...page.rows.map(({ sort }) => sort))
      after = page.next
    } while (after)
    return ids
  }
  const bandOf = (village: string, band: string) => `look#${village}#${band}`
  const usesIn = (item: { body: string } | undefined): readonly Looked[] => (item ? JSON.parse(item.body) : [])

  /** Adds a use to a band; what stands there changes nothing. Whoever is second reads again, ten times, and then lets it be. */
  const addTo = async (pk: string, use: Looked) => {
    for (let tries = 0; tries < 10; tries++) {
      const item = await table.get(pk)
      const uses = usesIn(item)
      if (uses.some(({ look, caseId }) => look === use.look && caseId === use.caseId)) return
      const version = item?.version ?? 0
      const body = JSON.stringify([...uses, use].slice(-mostUses))
      const next = { pk, version: version + 1, body, sees: 'office', keys: {} } as const
      if ((await table.put(next, { ifVersion: version })) === 'put') return
    }
  }
  const takeFrom = async (pk: string, gone: Pick<Looked, 'look' | 'caseId'>) => {
    for (let tries = 0; tries < 10; tries++) {
      const item = await table.get(pk)
      const uses = usesIn(item)
      const left = uses.filter(({ look, caseId }) => look !== gone.look || caseId !== gone.caseId)
      if (!item || left.length === uses.length) return
      const next = { ...item, version: item.version + 1, body: JSON.stringify(left) }
      if ((await table.put(next, { ifVersion: item.version })) === 'put') return
    }
    throw new Error(`${pk} changes too often`)
  }
  const put = (pk: string, body: string, more: Partial<Pick<Item, 'expiresOn' | 'keys'>> = {}) =>
    table.put({ pk, version: 1, body, sees: 'office', keys: {}, ...more }, { ifVersion: 0 })

  return {
    async get(id: string): Promise<StoredFile | undefined> {
      const item = await table.get(`file#${id}`)
      return isThere(item) ? (JSON.parse(item.body) as StoredFile) : undefined
    },
    /** With `until`, it stands among what nobody has used yet and need not be kept beyond that day. */
    create: (file: StoredFile, until?: string) =>
      put(`file#${file.id}`, JSON.stringify(file), {
        keys: {
          mine: { partition: `files#${file.by}`, sort: file.id },
          ...(until && { links: { partition: `unused#${until}`, sort: file.id } }),
        },
      }),
    /** What was sent and not used by the last day on which it was to be kept. */
    unused: (until: string): Promise<readonly string[]> => idsIn('links', `unused#${until}`),
    /** Somebody is about to use it: if it is done, it stays. */
    claim: (id: string) => change(id, (file) => file, lessUnused),
    /** Nobody can use it any more; false where somebody has. Done again, it says the same. */
    async giveUp(id: string): Promise<boolean> {
      const item = await table.get(`file#${id}`)
      if (!isThere(item) || !item.keys.links) return false
      const body = JSON.stringify({ ...JSON.parse(item.body), done: false })
      return (await table.put({ ...item, version: item.version + 1, body }, { ifVersion: item.version })) === 'put'
    },
    /** The ids of what someone has sent, used or not. */
    sentBy: (person: string): Promise<readonly string[]> => idsIn('mine', `files#${person}`),
    /** Forgets what is known of a file: its name, by whom, where its content was used first, what it looks like. */
    async forget(id: string, { sha256, done }: StoredFile, today: string): Promise<void> {
      if (done) await forget(table, `used#${sha256}`, today)
      await forget(table, `file#${id}`, today)
    },
    /** Writes what `how` makes of the file as it is now; whoever is second reads again. Undefined if there is no such file. */
    change,
    /** Notes what the check of contents says; when it can't say, it is as if it had not been asked. */
    judged: (id: string, said: 'pending' | 'pass' | 'risky' | 'unknown') =>
      change(id, (file) => ({ ...file, safety: said === 'unknown' ? undefined : said })),
    /** Which file a check was asked about that answers later, by the name that it goes under there. */
    traced: async (trace: string): Promise<string | undefined> => (await table.get(`trace#${trace}`))?.body,
    trace: (trace: string, id: string, expiresOn: string) => put(`trace#${trace}`, id, { expiresOn }),
    async firstUse(sha256: string): Promise<FirstUse | undefined> {
      const item = await table.get(`used#${sha256}`)
      return isThere(item) ? (JSON.parse(item.body) as FirstUse) : undefined
    },
    used: (sha256: string, use: FirstUse) => put(`used#${sha256}`, JSON.stringify(use)),
    /** Where pictures of the village were used that look like this one, the likest first. */
    async likeIn(village: string, look: string): Promise<readonly PictureUse[]> {
      const found = await Promise.all(bandsOf(look).map((band) => table.get(bandOf(village, band))))
      const uses = found.flatMap(usesIn).filter((use) => isLike(use.look, look))
      const once = new Map(uses.map((use) => [`${use.look}${use.caseId}`, use]))
      return [...once.values()]
        .sort((a, b) => apart(a.look, look) - apart(b.look, look))
        .map(({ caseId, number, sha256 }) => ({ caseId, number, sha256 }))
    },
    /** A picture of this look is no more in that case. Done twice, it is done once. */
    async lookedNoMore(village: string, look: string, caseId: string): Promise<void> {
      for (const band of bandsOf(look)) await takeFrom(bandOf(village, band), { look, caseId })
    },
    /** Notes that a picture of this look was used in the village. Done twice, it is done once. */
    async lookedIn(village: string, look: string, use: PictureUse): Promise<void> {
      await Promise.all(bandsOf(look).map((band) => addTo(bandOf(village, band), { look, ...use })))
    },
  }
}
