import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import type { Signed } from '@shared/checkpoint'
import type { Shown } from '@shared/engine/chain'
import type { LedgerView, ProofView } from '@shared/schemas/chainViews'
import type { CaseShown } from '@shared/verifyCase'
import { gatherer } from './export'

/** Why something can't be verified at all, in a sentence. */
export class CannotVerify extends Error {}

export type Archive = { about: '明务存档'; number: string; head: string; log: readonly Shown[] }
export type Input =
  | { is: 'ledger'; ledger: LedgerView }
  | { is: 'checkpoint'; signed: Signed }
  | { is: 'proof'; proof: ProofView }
  | { is: 'case'; view: CaseShown }
  | { is: 'archive'; archive: Archive }
  | { is: 'export'; all: ReturnType<typeof gatherer>['all'] }

/** What a file holds. Throws `CannotVerify`. */
export const readInput = async (path: string): Promise<Input> => {
  const raw = createReadStream(path)
  const lines = createInterface({
    input: path.endsWith('.gz') ? raw.pipe(createGunzip()) : raw,
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  const { all, add } = gatherer()
  const text: string[] = []
  let isExport: boolean | undefined
  let isWhole = false
  try {
    for await (const line of lines) {
      isExport ??= line.includes('"format":"mingwu"')
      if (!isExport) text.push(line)
      else if (line.startsWith('{"item"')) add((JSON.parse(line) as { item: Parameters<typeof add>[0] }).item)
      else if (line.startsWith('{"end"')) isWhole = true
    }
  } catch {
    throw new CannotVerify(`${path} 读不出来，请看文件名对不对、文件完不完整。`)
  }
  if (isExport && !isWhole) throw new CannotVerify(`${path} 没有写完，请重新导出一次。`)
  return isExport ? { is: 'export', all } : inputOf(path, text.join('\n'))
}

const inputOf = (name: string, text: string): Input => {
  const [, inside] = text.split('<script type="application/json" id="chain">')
  let value: unknown
  try {
    value = JSON.parse(inside?.split('</script>')[0] ?? text)
  } catch {
    throw new CannotVerify(`${name} 不是明务的文件：要的是总账、一件事的台账、存档，或者整库导出的文件。`)
  }
  const found = known(value)
  if (!found) throw new CannotVerify(`${name} 认不出来：要的是总账、一件事的台账、存档，或者整库导出的文件。`)
  return found
}

const known = (value: unknown): Input | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  if ('about' in value && value.about === '明务总账') return { is: 'ledger', ledger: value as LedgerView }
  if ('about' in value && value.about === '明务存档') return { is: 'archive', archive: value as Archive }
  if ('checkpoint' in value && 'signature' in value) return { is: 'checkpoint', signed: value as Signed }
  if ('coveredUpTo' in value) return { is: 'proof', proof: value as ProofView }
  if ('log' in value && 'fields' in value) return { is: 'case', view: value as CaseShown }
  return undefined
}

/** What an address leads to: a case where one is named in it, a village's list, or the lists of all villages there. */
export const fetchInputs = async (address: string): Promise<readonly Input[]> => {
  const url = new URL(address)
  const get = async <T>(path: string): Promise<T> => {
    const response = await fetch(`${url.origin}${path}`).catch(() => undefined)
    if (!response) throw new CannotVerify(`${url.origin} 打不开，请看地址对不对、能不能上网。`)
    const body = (await response.json().catch(() => ({}))) as T & { says?: string }
    if (!response.ok) throw new CannotVerify(`${url.origin}${path}：${body.says ?? `没有答（${response.status}）`}`)
    return body
  }
  const ledger = async (village: string): Promise<Input> => ({
    is: 'ledger',
    ledger: await get(`/api/villages/${village}/ledger`),
  })
  const id = /c[0-9a-f]{24}/.exec(address)?.[0]
  if (id) {
    const view = await get<CaseShown>(`/api/cases/${id}`)
    const proof = await get<ProofView>(`/api/cases/${id}/proof`)
    return [{ is: 'case', view }, { is: 'proof', proof }, await ledger(view.village)]
  }
  const village = /villages\/([\w-]+)|[?&]village=([\w-]+)/.exec(address)
  if (village) return [await ledger(village[1] ?? village[2])]
  const { villages } = await get<{ villages: { id: string }[] }>('/api/villages')
  const all: Input[] = []
  for (const { id: each } of villages) all.push(await ledger(each))
  return all
}
