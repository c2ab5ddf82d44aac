/**
 * Merkle trees as in RFC 9162 §2.1 over SHA-256: the head of an append-only list, the proof that something is in it, and the
 * proof that a longer list begins with a shorter one. Hashes are lower-case hex. Pure, and without BigInt for old phones.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'

/** The head of an empty list. */
export const emptyRoot = bytesToHex(sha256(new Uint8Array()))

const hashed = (prefix: number, parts: readonly Uint8Array[]): string => {
  const all = sha256.create().update(Uint8Array.of(prefix))
  for (const part of parts) all.update(part)
  return bytesToHex(all.digest())
}

/** The hash of one thing in the list: never mistaken for that of a node. */
export const leafHash = (bytes: Uint8Array): string => hashed(0, [bytes])

export const nodeHash = (left: string, right: string): string => hashed(1, [hexToBytes(left), hexToBytes(right)])

/** A whole subtree of 2^level leaves: the index-th of its level. */
export type Node = { level: number; index: number }

/** A run of leaves: from begin, up to and without end. Those of proofs begin where their largest whole subtree may. */
export type Run = { begin: number; end: number }

/** The largest power of two that is smaller than n, which is 2 or more. */
const split = (n: number): number => {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

/** The whole subtrees that a run is made of, from the left. */
export const nodesIn = ({ begin, end }: Run): readonly Node[] => {
  const nodes: Node[] = []
  for (let at = begin; at < end; ) {
    let level = 0
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= end) level++
    nodes.push({ level, index: at / 2 ** level })
    at += 2 ** level
  }
  return nodes
}

/** The head over the whole subtrees of a run. */
export const foldNodes = (hashes: readonly string[]): string =>
  hashes.length ? hashes.reduceRight((right, left) => nodeHash(left, right)) : emptyRoot

/** A whole subtree with its head; those of a whole list from the left are its right edge, all that is needed to grow it. */
export type Edge = readonly { level: number; hash: string }[]

/** The right edge of a list after some leaf hashes more. */
export const grow = (edge: Edge, leaves: readonly string[]): Edge => {
  const next = [...edge]
  for (const hash of leaves) {
    let node = { level: 0, hash }
    while (next.at(-1)?.level === node.level)
      node = { level: node.level + 1, hash: nodeHash(next.pop()!.hash, node.hash) }
    next.push(node)
  }
  return next
}

/** The runs whose heads are the proof that leaf `index` is in a tree of `size`. Throws `RangeError` when it can't be. */
export const inclusionRuns = (index: number, size: number): readonly Run[] => {
  if (!(index >= 0 && index < size)) throw new RangeError(`no leaf ${index} of ${size}`)
  const runs: Run[] = []
  let [begin, end] = [0, size]
  while (end - begin > 1) {
    const middle = begin + split(end - begin)
    if (index < middle) {
      runs.push({ begin: middle, end })
      end = middle
    } else {
      runs.push({ begin, end: middle })
      begin = middle
    }
  }
  return runs.reverse()
}

/** The runs whose heads are the proof that a tree of `size` begins with that of `first`. Throws `RangeError` when it can't. */
export const consistencyRuns = (first: number, size: number): readonly Run[] => {
  if (!(first >= 0 && first <= size)) throw new RangeError(`no tree of ${first} in ${size}`)
  if (first === 0 || first === size) return []
  const runs: Run[] = []
  let [begin, end] = [0, size]
  while (first !== end) {
    const middle = begin + split(end - begin)
    if (first <= middle) {
      runs.push({ begin: middle, end })
      end = middle
    } else {
      runs.push({ begin, end: middle })
      begin = middle
    }
  }
  // the shorter tree is the left edge itself, whose head the reader has
  return begin === 0 ? runs.reverse() : [{ begin, end }, ...runs.reverse()]
}

/** The head of a run of these leaf hashes. */
const headOf = (leaves: readonly string[], { begin, end }: Run): string => {
  if (end - begin === 1) return leaves[begin]
  if (end === begin) return emptyRoot
  const middle = begin + split(end - begin)
  return nodeHash(headOf(leaves, { begin, end: middle }), headOf(leaves, { begin: middle, end }))
}

/** The head of a list of leaf hashes. */
export const rootOf = (leaves: readonly string[]): string => headOf(leaves, { begin: 0, end: leaves.length })

export const inclusionPath = (leaves: readonly string[], index: number): readonly string[] =>
  inclusionRuns(index, leaves.length).map((run) => headOf(leaves, run))

export const consistencyPath = (leaves: readonly string[], first: number): readonly string[] =>
  consistencyRuns(first, leaves.length).map((run) => headOf(leaves, run))

const isHash = (text: unknown): text is string => typeof text === 'string' && /^[0-9a-f]{64}$/.test(text)
const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0

export type Inclusion = { leaf: string; index: number; size: number; path: readonly string[]; root: string }

/** Whether a leaf stands at that place of the tree with this head: RFC 9162 §2.1.3.2. False for anything that isn't a proof. */
export const verifyInclusion = ({ leaf, index, size, path, root }: Inclusion): boolean => {
  if (!isCount(index) || !isCount(size) || index >= size || ![leaf, root, ...path].every(isHash)) return false
  let [at, last, head] = [index, size - 1, leaf]
  for (const beside of path) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      head = nodeHash(beside, head)
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)]
    } else head = nodeHash(head, beside)
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 && head === root
}

export type Consistency = {
  first: { size: number; root: string }
  second: { size: number; root: string }
  path: readonly string[]
}

/** Whether the second tree is the first with more behind it: RFC 9162 §2.1.4.2. False for anything that isn't a proof. */
export const verifyConsistency = ({ first, second, path }: Consistency): boolean => {
  if (!isCount(first.size) || !isCount(second.size) || first.size > second.size) return false
  if (![first.root, second.root, ...path].every(isHash)) return false
  if (first.size === second.size) return first.root === second.root && path.length === 0
  // every list begins with the empty one
  if (first.size === 0) return first.root === emptyRoot && path.length === 0
  const isWhole = 2 ** Math.round(Math.log2(first.size)) === first.size
  const [start, ...rest] = isWhole ? [first.root, ...path] : path
  if (start === undefined) return false
  let [at, last] = [first.size - 1, second.size - 1]
  while (at % 2 === 1) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  let [before, after] = [start, start]
  for (const beside of rest) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      before = nodeHash(beside, before)
      after = nodeHash(beside, after)
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)]
    } else after = nodeHash(after, beside)
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 && before === first.root && after === second.root
}
