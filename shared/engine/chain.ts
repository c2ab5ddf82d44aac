import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import canonicalizeJson from 'canonicalize'
import type { Draft, Entry, FormValue } from './case'

/** UTF-8 bytes by hand: WeChat's logic layer has no TextEncoder. */
export const utf8 = (text: string): Uint8Array => {
  const bytes: number[] = []
  for (const char of text) {
    const point = char.codePointAt(0)!
    // half a surrogate pair has no UTF-8: it becomes the replacement character, as everywhere else
    const c = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point
    if (c < 0x80) bytes.push(c)
    else if (c < 0x800) bytes.push(0xc0 | (c >> 6), 0x80 | (c & 63))
    else if (c < 0x10000) bytes.push(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63))
    else bytes.push(0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63))
  }
  return Uint8Array.from(bytes)
}

/** Lower-case hex SHA-256 of a text's UTF-8 bytes. */
export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8(text)))

/** RFC 8785 canonical JSON. */
export const canonical = (value: unknown): string => canonicalizeJson(value) ?? 'null'

/** A person's pseudonym within one case. */
export const pseudonym = (person: string, caseSalt: string): string =>
  sha256Hex(`${caseSalt}\u0000${person}`).slice(0, 32)

const commitment = (salt: string, value: unknown) => sha256Hex(`${salt}\u0000${canonical(value)}`)

type Hashed = Pick<Entry, 'v' | 'no' | 'at' | 'by' | 'step' | 'outcome' | 'aside' | 'effect' | 'form' | 'prev'>

/** What an entry's hash covers: who (by pseudonym), when, where, what the engine made of it, commitments of the values, and the line before. */
const entryHash = ({ v, no, at, by, step, outcome, aside, effect, form, prev }: Hashed): string =>
  sha256Hex(
    canonical({ v, no, at, by, step, ...(outcome && { outcome }), ...(aside && { aside }), effect, form, prev }),
  )

/** Seals a draft: every value gets a salted commitment, and the hash chains to the line before ('' for the first). */
export const seal = (draft: Draft, prev: string, caseSalt: string, newSalt: () => string): Entry => {
  const salts: Record<string, string> = {}
  const form: Record<string, string> = {}
  const values = dropUndefined(draft.values)
  for (const field of Object.keys(values).sort()) {
    salts[field] = newSalt()
    form[field] = commitment(salts[field], values[field])
  }
  const effect = dropUndefined(draft.effect)
  const open = { ...draft, values, effect, v: 1 as const, by: pseudonym(draft.person, caseSalt), salts, form, prev }
  return { ...open, hash: entryHash(open) }
}

const dropUndefined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T

/** What a reader has of a line: values that were withheld or erased are simply not there. */
export type Shown = Hashed & { hash: string; values: FormValue; salts: Readonly<Record<string, string>> }

export type Fault = { no: number; fault: 'hash' | 'link' | 'order' | 'value' }

/** Verifies a log as far as the reader can see it: order, links, hashes, and each value that is there. No fault: an empty list. */
export const verify = (log: readonly Shown[]): readonly Fault[] => {
  const faults: Fault[] = []
  log.forEach((entry, i) => {
    if (entry.no !== i + 1) faults.push({ no: entry.no, fault: 'order' })
    if (entry.prev !== (i === 0 ? '' : log[i - 1].hash)) faults.push({ no: entry.no, fault: 'link' })
    if (entryHash(entry) !== entry.hash) faults.push({ no: entry.no, fault: 'hash' })
    for (const [field, value] of Object.entries(entry.values)) {
      if (entry.form[field] !== commitment(entry.salts[field] ?? '', value))
        faults.push({ no: entry.no, fault: 'value' })
    }
  })
  return faults
}
