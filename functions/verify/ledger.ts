import { fingerprint, type Signed } from '@shared/checkpoint'
import { isSigned } from '@shared/checkpointSignature'
import { type Edge, foldNodes, grow, rootOf } from '@shared/merkle'
import type { LedgerView } from '@shared/schemas/chainViews'
import { codeOf } from '@shared/seenCheckpoint'
import { type Finding, fault, firstOf, good, note } from './finding'

/** 第3号封账（2026-06-03，核验码 9F3A 72C1 0B5E） */
export const nameOf = ({ checkpoint: { no, at, root } }: Signed): string =>
  `第${no}号封账（${at.slice(0, 10)}，核验码 ${codeOf(root)}）`

/** A village's list by itself: every checkpoint signed, numbered on, and the head of the leaves that it counts. */
export const checkLedger = ({ villageName, village, checkpoints, leaves }: LedgerView): readonly Finding[] => {
  const faults: Finding[] = []
  let edge: Edge = []
  let last: Signed | undefined
  for (const signed of checkpoints) {
    const { no, size, root, at } = signed.checkpoint
    const before = last?.checkpoint
    if (!isSigned(signed)) faults.push(fault(`${nameOf(signed)}的签名不对。`))
    if (signed.checkpoint.village !== village) faults.push(fault(`${nameOf(signed)}是别的村的。`))
    if (no !== (before?.no ?? 0) + 1) faults.push(fault(`${nameOf(signed)}前面缺了号。`))
    if (before && (size < before.size || at < before.at)) faults.push(fault(`${nameOf(signed)}比前一号还早、还短。`))
    if (size > leaves.length)
      faults.push(fault(`${nameOf(signed)}说有${size}条，这里只有${leaves.length}条：账被截短了。`))
    else {
      edge =
        size < (before?.size ?? 0) ? grow([], leaves.slice(0, size)) : grow(edge, leaves.slice(before?.size ?? 0, size))
      if (foldNodes(edge.map(({ hash }) => hash)) !== root)
        faults.push(fault(`${nameOf(signed)}和账里的前${size}条对不上。`))
    }
    last = signed
  }
  if (leaves.length > (last?.checkpoint.size ?? 0)) faults.push(fault('账的末尾多出了没有封过的条目。'))
  if (faults.length) return firstOf(faults)
  if (!last) return [note(`${villageName}的总账还没有封过，没有可以核验的。`)]
  return [
    good(
      `${villageName}的总账完整：${checkpoints.length}次封账、${leaves.length}条，都签了名，前后接得上。最近是${nameOf(last)}。`,
    ),
  ]
}

/** What was kept before against what there is now: the list may only have grown. */
export const compareLedgers = (
  kept: Pick<LedgerView, 'village' | 'checkpoints' | 'leaves'>,
  now: LedgerView,
): readonly Finding[] => {
  if (kept.village !== now.village) return [fault('两份总账不是同一个村的，没法比。')]
  const faults: Finding[] = []
  const differs = kept.leaves.findIndex((leaf, i) => i < now.leaves.length && leaf !== now.leaves[i])
  if (differs >= 0) faults.push(fault(`存着的总账第${differs + 1}条，现在换了内容：以前的记录被改过。`))
  if (now.leaves.length < kept.leaves.length)
    faults.push(
      fault(`存着的总账有${kept.leaves.length}条，现在只有${now.leaves.length}条：账被退回到以前，或者删掉了一段。`),
    )
  return [...faults, ...compareCheckpoints(kept.checkpoints, now, faults.length > 0)]
}

/** Checkpoints that were kept (also one alone, with no leaves) against a list. */
export const compareCheckpoints = (kept: readonly Signed[], now: LedgerView, known = false): readonly Finding[] => {
  const faults: Finding[] = []
  for (const was of kept) {
    const { no, size, root, village } = was.checkpoint
    if (village !== now.village) return [fault('这个封账不是这个村的，没法比。')]
    if (!isSigned(was)) {
      faults.push(fault(`存着的${nameOf(was)}签名不对，可能存坏了，不能拿来比。`))
      continue
    }
    const same = now.checkpoints.find(({ checkpoint }) => checkpoint.no === no)
    if (same && same.checkpoint.root !== root) faults.push(forked(was, same))
    else if (!same) faults.push(fault(`存着的${nameOf(was)}，现在的总账里没有了：账被退回到以前。`))
    else if (size > now.leaves.length || rootOf(now.leaves.slice(0, size)) !== root)
      faults.push(fault(`现在的总账，前${size}条和存着的${nameOf(was)}对不上：以前的记录被改过。`))
  }
  const strange = now.checkpoints.find(({ key }) => !kept.some((k) => k.key === key))
  const notes = strange
    ? [
        note(
          `从第${strange.checkpoint.no}号起换了签名的钥匙（${fingerprint(strange.key)}）。请向镇里问清楚：换钥匙应当事先贴出来。`,
        ),
      ]
    : []
  if (faults.length || known) return [...firstOf(faults), ...notes]
  return [good(`和存着的${kept.length}次封账都接得上：从那以后只添过，没有改过、删过。`), ...notes]
}

/** Two lists under one number: signed by one key they are a proof against whoever holds it. */
const forked = (a: Signed, b: Signed): Finding =>
  fault(
    a.key === b.key && isSigned(b)
      ? `同一把钥匙（${fingerprint(a.key)}）给第${a.checkpoint.no}号签了两本不同的账：${codeOf(a.checkpoint.root)} 和 ${codeOf(b.checkpoint.root)}。这两份放在一起就是作假的证据，请都保存好，交给镇纪委或县里。`
      : `第${a.checkpoint.no}号封账和存着的不一样，签名的钥匙也换了（${fingerprint(a.key)} 换成 ${fingerprint(b.key)}）：账是另造的。`,
  )
