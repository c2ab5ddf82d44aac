import { createHash } from 'node:crypto'
import {
  consistencyPath,
  consistencyRuns,
  type Edge,
  emptyRoot,
  foldNodes,
  grow,
  inclusionPath,
  inclusionRuns,
  leafHash,
  nodeHash,
  nodesIn,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from '@shared/merkle'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const sha = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest()

/** RFC 9162 §2.1.1 word for word, by other hands: node's hash, buffers, and the definition by recursion. */
const naive = (leaves: readonly Buffer[]): Buffer => {
  if (leaves.length === 0) return sha()
  if (leaves.length === 1) return sha(Buffer.from([0]), leaves[0])
  let k = 1
  while (k << 1 < leaves.length) k <<= 1
  return sha(Buffer.from([1]), naive(leaves.slice(0, k)), naive(leaves.slice(k)))
}

// the leaves and heads that Certificate Transparency's own tests are made of
const published = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const heads = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const ct = published.map((hex) => leafHash(Buffer.from(hex, 'hex')))

describe('the tree of RFC 9162', () => {
  it.each(heads.map((head, size) => [size, head] as const))(
    'over the first %i published leaves has its head',
    (size, head) => {
      expect(rootOf(ct.slice(0, size))).toBe(head)
      expect(naive(published.slice(0, size).map((hex) => Buffer.from(hex, 'hex'))).toString('hex')).toBe(head)
    },
  )
  it('has the published proofs of inclusion', () => {
    expect(inclusionPath(ct.slice(0, 1), 0)).toEqual([])
    expect(inclusionPath(ct, 0)).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ])
    expect(inclusionPath(ct.slice(0, 3), 2)).toEqual([
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    ])
  })
  it('has the published proofs of consistency', () => {
    expect(consistencyPath(ct, 1)).toEqual(inclusionPath(ct, 0))
    expect(consistencyPath(ct, 6)).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ])
    expect(consistencyPath(ct.slice(0, 5), 2)).toEqual([
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ])
  })
})

const most = 70
const leaves = Array.from({ length: most }, (_, i) => leafHash(Buffer.from(`leaf ${i}`)))
const roots = Array.from({ length: most + 1 }, (_, size) => rootOf(leaves.slice(0, size)))

describe('proofs', () => {
  it('the head of every size up to 70 is what the definition says', () => {
    for (let size = 0; size <= most; size++)
      expect(roots[size], `${size}`).toBe(
        naive(Array.from({ length: size }, (_, i) => Buffer.from(`leaf ${i}`))).toString('hex'),
      )
    expect(roots[0]).toBe(emptyRoot)
  })
  it('every leaf of every size up to 70 is proved, and at no other place', () => {
    for (let size = 1; size <= most; size++)
      for (let index = 0; index < size; index++) {
        const path = inclusionPath(leaves.slice(0, size), index)
        const proof = { leaf: leaves[index], index, size, path, root: roots[size] }
        expect(verifyInclusion(proof), `${index} of ${size}`).toBe(true)
        expect(verifyInclusion({ ...proof, index: (index + 1) % size }) && size > 1, `${index} of ${size}`).toBe(false)
        expect(verifyInclusion({ ...proof, root: roots[size - 1] })).toBe(false)
        expect(verifyInclusion({ ...proof, path: [...path, leaves[0]] })).toBe(false)
        if (path.length) expect(verifyInclusion({ ...proof, path: path.slice(1) })).toBe(false)
      }
  })
  it('every list up to 70 begins with every shorter one, and with no other', () => {
    for (let second = 0; second <= most; second++)
      for (let first = 0; first <= second; first++) {
        const path = consistencyPath(leaves.slice(0, second), first)
        const trees = {
          first: { size: first, root: roots[first] },
          second: { size: second, root: roots[second] },
          path,
        }
        expect(verifyConsistency(trees), `${first} of ${second}`).toBe(true)
        const other = { size: first, root: leaves[1] }
        expect(verifyConsistency({ ...trees, first: other }), `another ${first} of ${second}`).toBe(false)
        expect(verifyConsistency({ ...trees, second: { size: second, root: leaves[1] } }) && first > 0).toBe(false)
        expect(verifyConsistency({ ...trees, path: [...path, leaves[0]] })).toBe(false)
        if (path.length) expect(verifyConsistency({ ...trees, path: path.slice(0, -1) })).toBe(false)
      }
  })
  it('nothing that is only shaped like one passes: hashes that are none, sizes that are none', () => {
    const path = inclusionPath(leaves, 3)
    const proof = { leaf: leaves[3], index: 3, size: most, path, root: roots[most] }
    for (const wrong of [
      { index: -1 },
      { index: 3.5 },
      { index: most },
      { size: Number.NaN },
      { leaf: 'x' },
      { root: '' },
    ])
      expect(verifyInclusion({ ...proof, ...wrong }), JSON.stringify(wrong)).toBe(false)
    expect(() => inclusionRuns(70, 70)).toThrow(RangeError)
    expect(() => consistencyRuns(71, 70)).toThrow(RangeError)
  })
  it('one bit of a proof that was turned is seen', () =>
    fc.assert(
      fc.property(fc.integer({ min: 2, max: most }), fc.nat(), fc.nat(), (size, a, b) => {
        const index = a % size
        const path = [...inclusionPath(leaves.slice(0, size), index)]
        const at = b % path.length
        const flipped = (Number.parseInt(path[at][0], 16) ^ 1).toString(16) + path[at].slice(1)
        path[at] = flipped
        expect(verifyInclusion({ leaf: leaves[index], index, size, path, root: roots[size] })).toBe(false)
      }),
    ))
})

describe('a list that grows', () => {
  it('has the head of its length after each leaf, from its right edge alone', () => {
    let edge: Edge = []
    for (let size = 1; size <= most; size++) {
      edge = grow(edge, [leaves[size - 1]])
      expect(foldNodes(edge.map(({ hash }) => hash)), `${size}`).toBe(roots[size])
    }
    expect(grow(grow([], leaves.slice(0, 23)), leaves.slice(23))).toEqual(edge)
  })
})

describe('whole subtrees', () => {
  const nodeAt = ({ level, index }: { level: number; index: number }): string =>
    level === 0
      ? leaves[index]
      : nodeHash(nodeAt({ level: level - 1, index: index * 2 }), nodeAt({ level: level - 1, index: index * 2 + 1 }))
  it('those of a run give its head, for every proof up to 70', () => {
    for (let size = 0; size <= most; size++) {
      expect(foldNodes(nodesIn({ begin: 0, end: size }).map(nodeAt)), `${size}`).toBe(roots[size])
      for (let index = 0; index < size; index++) {
        const path = inclusionRuns(index, size).map((run) => foldNodes(nodesIn(run).map(nodeAt)))
        expect(path).toEqual(inclusionPath(leaves.slice(0, size), index))
      }
      for (let first = 0; first <= size; first++) {
        const path = consistencyRuns(first, size).map((run) => foldNodes(nodesIn(run).map(nodeAt)))
        expect(path).toEqual(consistencyPath(leaves.slice(0, size), first))
      }
    }
  })
})
