import { type Edge, foldNodes, type Node, nodesIn, type Run, rootOf } from '@shared/merkle'
import type { CheckpointStore } from '../store/checkpointStore'

/** A list is kept as tiles: each holds 256 heads of whole subtrees, so that any proof is worked out from a few of them. */
const width = 256
const bits = 8

/** Appends leaf hashes behind the first `first`. Done again with the same, it changes nothing. Throws when tiles are missing. */
export const appendLeaves = async (
  store: CheckpointStore,
  village: string,
  first: number,
  leaves: readonly string[],
  level = 0,
): Promise<void> => {
  const above: string[] = []
  const begin = Math.floor(first / width)
  for (let n = begin; n * width < first + leaves.length; n++) {
    const at = n * width
    const kept = at < first ? (await store.tile(village, level, n)).slice(0, first - at) : []
    if (at < first && kept.length < first - at) throw new Error(`tile ${village} ${level} ${n} is too short`)
    const hashes = [...kept, ...leaves.slice(Math.max(0, at - first), at + width - first)]
    await store.extend(village, level, n, hashes)
    if (hashes.length === width) above.push(rootOf(hashes))
  }
  if (above.length) await appendLeaves(store, village, begin, above, level + 1)
}

/** Reads heads of whole subtrees; each tile is read once. */
export const treeOf = (store: Pick<CheckpointStore, 'tile'>, village: string) => {
  const tiles = new Map<string, Promise<readonly string[]>>()
  const tile = (level: number, n: number) => {
    const key = `${level}#${n}`
    const found = tiles.get(key) ?? store.tile(village, level, n)
    tiles.set(key, found)
    return found
  }
  const node = async ({ level, index }: Node): Promise<string> => {
    const many = 2 ** (level % bits)
    const first = index * many
    const n = Math.floor(first / width)
    const hashes = (await tile(Math.floor(level / bits), n)).slice(first - n * width, first - n * width + many)
    if (hashes.length < many) throw new Error(`tile ${village} ${Math.floor(level / bits)} ${n} is too short`)
    return rootOf(hashes)
  }
  const nodes = (run: Run) => Promise.all(nodesIn(run).map(node))
  return {
    leaf: (index: number): Promise<string> => node({ level: 0, index }),
    /** The heads that a proof is made of. */
    path: (runs: readonly Run[]): Promise<readonly string[]> =>
      Promise.all(runs.map(async (run) => foldNodes(await nodes(run)))),
    edge: async (size: number): Promise<Edge> => {
      const run = { begin: 0, end: size }
      const hashes = await nodes(run)
      return nodesIn(run).map(({ level }, i) => ({ level, hash: hashes[i] }))
    },
    /** The leaf hashes of the first `size`, tile by tile. */
    async leaves(size: number): Promise<readonly string[]> {
      const all: string[] = []
      for (let n = 0; n * width < size; n++) all.push(...(await store.tile(village, 0, n)).slice(0, size - n * width))
      if (all.length < size) throw new Error(`tiles of ${village} are too short`)
      return all
    },
  }
}
