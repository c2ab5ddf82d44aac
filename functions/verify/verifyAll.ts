import { isSigned } from '@shared/checkpointSignature'
import type { LedgerView } from '@shared/schemas/chainViews'
import { checkArchive, checkCase, checkProof } from './caseFile'
import { checkExport, ledgersIn } from './export'
import { type Finding, fault, good, note } from './finding'
import type { Input } from './input'
import { checkLedger, compareCheckpoints, compareLedgers, nameOf } from './ledger'

const only = <K extends Input['is']>(inputs: readonly Input[], is: K) =>
  inputs.filter((input): input is Extract<Input, { is: K }> => input.is === is)

/** Verifies what was handed in, each by itself and each against the others; `kept` is what somebody has kept from before. */
export const verifyAll = (inputs: readonly Input[], kept: readonly Input[] = []): readonly Finding[] => {
  const views = only(inputs, 'case').map(({ view }) => view)
  const ledgers = only(inputs, 'ledger').map(({ ledger }) => ledger)
  const findings: Finding[] = [
    ...views.flatMap(checkCase),
    ...only(inputs, 'archive').flatMap(({ archive }) => checkArchive(archive)),
    ...ledgers.flatMap(checkLedger),
    ...only(inputs, 'export').flatMap(({ all }) => checkExport(all)),
  ]
  for (const { signed } of only(inputs, 'checkpoint'))
    findings.push(isSigned(signed) ? good(`${nameOf(signed)}的签名是对的。`) : fault(`${nameOf(signed)}的签名不对。`))
  for (const { proof } of only(inputs, 'proof')) {
    const view = views.find(({ id }) => id === proof.case)
    if (view) findings.push(...checkProof(proof, view))
    else findings.push(note('这份证明要和那件事的台账放在一起核验。'))
    const ledger = ledgers.find(({ village }) => village === proof.signed?.checkpoint.village)
    if (ledger && proof.signed)
      findings.push(...compareCheckpoints([proof.signed], ledger).filter((f) => f.is === 'fault'))
  }
  return [...findings, ...kept.flatMap((was) => againstKept(was, ledgersOf(inputs)))]
}

/** The lists that were handed in, also those inside an export. */
const ledgersOf = (inputs: readonly Input[]): readonly LedgerView[] =>
  inputs.flatMap((input) =>
    input.is === 'ledger' ? [input.ledger] : input.is === 'export' ? ledgersIn(input.all) : [],
  )

const againstKept = (was: Input, ledgers: readonly LedgerView[]): readonly Finding[] => {
  const keptOf = was.is === 'ledger' ? [was.ledger] : was.is === 'export' ? ledgersIn(was.all) : undefined
  if (keptOf)
    return keptOf.flatMap((kept) => {
      const own = checkLedger(kept).filter((f) => f.is === 'fault')
      if (own.length) return [fault('存着的那份总账自己就不完整，不能拿来比。'), ...own]
      const now = ledgers.find(({ village }) => village === kept.village)
      return now ? compareLedgers(kept, now) : [fault(`存着${kept.village}的总账，这里却没有这个村的。`)]
    })
  const signed = was.is === 'checkpoint' ? was.signed : was.is === 'proof' ? was.proof.signed : undefined
  if (!signed) return [fault('--with 后面要给以前存下的总账、封账或者整库导出的文件。')]
  const now = ledgers.find(({ village }) => village === signed.checkpoint.village)
  return now
    ? compareCheckpoints([signed], now)
    : [fault(`存着${signed.checkpoint.village}的封账，这里却没有这个村的总账。`)]
}
