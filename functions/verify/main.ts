import type { Finding } from './finding'
import { CannotVerify, fetchInputs, type Input, readInput } from './input'
import { verifyAll } from './verifyAll'

const usage = `用法：mingwu-verify 文件或网址 … [--with 以前存的文件]

可以核验：
  一件事的台账（JSON）或存档（HTML）、它的证明、一个村的总账、整库导出的文件（.jsonl、.jsonl.gz）
  一件事的网址、一个村的网址、整个明务的网址
--with 和以前存下的总账、封账或导出比一比：账有没有退回去、改过、换成另一本

都对得上，退出码是0；有一处对不上，是1；没法核验，是2。`

const marks: Readonly<Record<Finding['is'], string>> = { good: '✓', note: '·', fault: '✗' }

/** Verifies what is named on the command line and says what came of it. Returns the exit code: 0 all good, 1 a fault, 2 neither. */
export const main = async (args: readonly string[], say: (line: string) => void): Promise<0 | 1 | 2> => {
  const at = args.indexOf('--with')
  const [named, kept] = at < 0 ? [args, []] : [args.slice(0, at), args.slice(at + 1)]
  if (!named.length || (at >= 0 && !kept.length) || args.includes('--help')) {
    say(usage)
    return 2
  }
  const read = async (names: readonly string[]): Promise<readonly Input[]> => {
    const inputs: Input[] = []
    for (const name of names)
      inputs.push(...(/^https?:\/\//.test(name) ? await fetchInputs(name) : [await readInput(name)]))
    return inputs
  }
  try {
    const findings = verifyAll(await read(named), await read(kept))
    for (const { is, says } of findings) say(`${marks[is]} ${says}`)
    const faults = findings.filter((f) => f.is === 'fault').length
    say(faults ? `\n有${faults}处对不上。请把这些字连同文件交给镇里，或者镇纪委。` : '\n都对得上。')
    return faults ? 1 : 0
  } catch (e) {
    if (!(e instanceof CannotVerify)) throw e
    say(e.message)
    return 2
  }
}
