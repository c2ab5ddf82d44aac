import { hashOfLeaf, type Leaf, type Signed } from '@shared/checkpoint'
import type { Case } from '@shared/engine/case'
import { rootOf } from '@shared/merkle'
import type { LedgerView } from '@shared/schemas/chainViews'
import { type Finding, fault, firstOf, good, note } from './finding'
import { checkLedger } from './ledger'
import { checkStoredCase } from './storedCase'

type Item = { pk: string; body: string; head?: string }
type Recorded = { signed: Signed; leaves: readonly Leaf[]; more?: true }
type Village = { records: Recorded[]; tiles: Map<string, readonly string[]>; leadsTo?: Signed }
type Gathered = {
  cases: Map<string, { found: Case; head: string }>
  placed: Map<string, Leaf & { index: number }>
  villages: Map<string, Village>
}

/** A clock may be that far off, and an index lag, before a line counts as written into the past. In milliseconds. */
const slack = 2 * 3_600_000

/** Takes in the lines of an export; files and marks are passed over. */
export const gatherer = () => {
  const all: Gathered = { cases: new Map(), placed: new Map(), villages: new Map() }
  const villageOf = (id: string): Village => {
    const village = all.villages.get(id) ?? { records: [], tiles: new Map() }
    all.villages.set(id, village)
    return village
  }
  const add = ({ pk, body, head }: Item) => {
    const [kind, of, ...rest] = pk.split('#')
    if (body === 'null') return
    if (kind === 'checkpoint') villageOf(of).records.push(JSON.parse(body) as Recorded)
    else if (kind === 'tile') villageOf(of).tiles.set(rest.join('#'), JSON.parse(body) as string[])
    else if (kind === 'log') villageOf(of).leadsTo = (JSON.parse(body) as { signed: Signed }).signed
    else if (kind === 'leaf') all.placed.set(of, { ...(JSON.parse(body) as Leaf & { index: number }), case: of })
    else if (head !== undefined) all.cases.set(pk, { found: JSON.parse(body) as Case, head })
  }
  return { all, add }
}

/** Everything that an export holds: each case by itself, each village's list, and each against the other. */
export const checkExport = ({ cases, placed, villages }: Gathered): readonly Finding[] => {
  const findings: Finding[] = []
  const faults: Finding[] = []
  for (const { found, head } of cases.values()) faults.push(...checkStoredCase(found, head))
  if (!faults.length) findings.push(good(`${cases.size}件事的台账都完整，重新办一遍得出的和存着的一样。`))
  const signedOf = new Map<string, (Leaf & { signed: Signed; notBefore: string })[]>()
  for (const [id, village] of villages) {
    const records = village.records.sort((a, b) => a.signed.checkpoint.no - b.signed.checkpoint.no)
    const leaves = records.flatMap((r) => r.leaves)
    findings.push(...checkLedger(ledgerOf(id, records, leaves)))
    faults.push(...checkTiles(id, village, leaves.map(hashOfLeaf)))
    let notBefore = ''
    let at = 0
    for (const { signed, leaves: own, more } of records) {
      for (const leaf of own) {
        signedOf.set(leaf.case, [...(signedOf.get(leaf.case) ?? []), { ...leaf, signed, notBefore }])
        const place = placed.get(leaf.case)
        if (!place || place.index < at) faults.push(fault(`${leaf.case}：它在总账里的位置记错了。`))
        at++
      }
      if (!more) notBefore = signed.checkpoint.at
    }
  }
  for (const [id, signed] of signedOf) {
    const found = cases.get(id)?.found
    if (found) faults.push(...checkSigned(found, signed))
    else faults.push(fault(`${id}：封过账，现在整件事没有了。`))
  }
  let waiting = 0
  for (const { found } of cases.values()) {
    const covered = signedOf.get(found.id)?.at(-1)?.no ?? 0
    if (covered < found.log.length) waiting++
    const last = villages
      .get(found.place.village)
      ?.records.filter((r) => !r.more)
      .at(-1)
    faults.push(...lateLines(found, covered, found.log.length, last?.signed.checkpoint.at ?? ''))
  }
  if (waiting) findings.push(note(`${waiting}件事有新的记录，要等下一次封账。`))
  return [...findings, ...firstOf(faults)]
}

/** The lists that an export holds. */
export const ledgersIn = ({ villages }: Gathered): readonly LedgerView[] =>
  [...villages].map(([id, { records }]) => {
    const inOrder = [...records].sort((a, b) => a.signed.checkpoint.no - b.signed.checkpoint.no)
    return ledgerOf(
      id,
      inOrder,
      inOrder.flatMap((r) => r.leaves),
    )
  })

const ledgerOf = (village: string, records: readonly Recorded[], leaves: readonly Leaf[]): LedgerView => ({
  ...{ about: '明务总账', v: 1, village, villageName: village, keys: [] },
  checkpoints: records.map(({ signed }) => signed),
  leaves: leaves.map(hashOfLeaf),
})

/** What was signed of a case against its log: nothing that was signed may have changed or gone. */
const checkSigned = (
  found: Case,
  signed: readonly (Leaf & { signed: Signed; notBefore: string })[],
): readonly Finding[] => {
  let before = 0
  return signed.flatMap(({ no, head, signed: by, notBefore }) => {
    const day = by.checkpoint.at.slice(0, 10)
    const faults =
      found.log[no - 1]?.hash === head ? [] : [fault(`${found.number}：${day}封账时的第${no}条，后来改过或者删过。`)]
    const late = lateLines(found, before, no, notBefore)
    before = no
    return [...faults, ...late]
  })
}

/** Lines that say they were written before a checkpoint that doesn't have them. What time did is written late rightly. */
const lateLines = (found: Case, from: number, to: number, notBefore: string): readonly Finding[] =>
  found.log
    .slice(from, to)
    .filter((e) => e.person !== 'clock' && notBefore !== '' && Date.parse(e.at) < Date.parse(notBefore) - slack)
    .map((e) =>
      fault(`${found.number}：第${e.no}条写着${e.on}，可那以后封账时还没有它：日子是倒填的，或者是后来插进去的。`),
    )

/** Tiles hold the same hashes as the records; the pointer is at the last record. */
const checkTiles = (
  id: string,
  { tiles, records, leadsTo }: Village,
  leaves: readonly string[],
): readonly Finding[] => {
  const faults: Finding[] = []
  const wrong = () => faults.push(fault(`${id}：总账的分页和封账的记录对不上。`))
  let hashes = leaves
  for (let level = 0; hashes.length; level++) {
    const above: string[] = []
    for (let n = 0; n * 256 < hashes.length; n++) {
      const page = hashes.slice(n * 256, (n + 1) * 256)
      const kept = tiles.get(`${level}#${n}`) ?? []
      if (kept.length !== page.length || page.some((hash, i) => kept[i] !== hash)) wrong()
      if (page.length === 256) above.push(rootOf(page))
    }
    hashes = above
  }
  const last = records.at(-1)?.signed.checkpoint
  if (last && leadsTo?.checkpoint.no !== last.no)
    faults.push(fault(`${id}：总账说封到第${leadsTo?.checkpoint.no ?? 0}号，记录里有第${last.no}号。`))
  return faults
}
