/** No camera in use takes larger ones, and whoever declares a larger one isn't to have the memory for it. */
const mostPixels = 100e6

/** One of the parts that a picture's colours are split into, the first of them its light: how fine it is, and its table of steps. */
export type Part = { id: number; wide: number; high: number; steps: number }
export type Frame = { width: number; height: number; parts: readonly Part[]; isProgressive: boolean }
/** For each 16 bits that may come next: how many of them are the code (upper byte), and what it says; 0 for no code. */
export type Codes = Uint16Array
/** The codes of means and of detail, by part; the numbers are `shift` bits short. */
export type Scan = { parts: readonly { part: Part; means: Codes; detail?: Codes }[]; shift: number }

export const word = (bytes: Uint8Array, at: number): number => (bytes[at]! << 8) | bytes[at + 1]!

/** Undefined for 12 bits, CMYK, no height yet, or more than anyone's camera takes. */
export function frameOf(body: Uint8Array, isProgressive: boolean): Frame | undefined {
  const [height, width, many] = [word(body, 1), word(body, 3), body[5]!]
  if (body[0] !== 8 || !width || !height || width * height > mostPixels || ![1, 3].includes(many)) return undefined
  const parts = Array.from({ length: many }, (_, n) => {
    const [id = 0, sides = 0, steps = 0] = body.subarray(6 + n * 3)
    return { id, wide: sides >> 4, high: sides & 15, steps }
  })
  const isWhole = parts.every(({ wide, high }) => wide > 0 && wide <= 4 && high > 0 && high <= 4)
  return isWhole ? { width, height, parts, isProgressive } : undefined
}

/** Notes how much a mean is multiplied by, of each table: the first of its 64 numbers, of one byte or of two. */
export function readSteps(body: Uint8Array, steps: Map<number, number>) {
  for (let at = 0; at + 65 <= body.length; ) {
    const isWide = body[at]! > 15
    steps.set(body[at]! & 15, isWide ? word(body, at + 1) : body[at + 1]!)
    at += isWide ? 129 : 65
  }
}

/** Notes where each table of codes stands; spread out they take 128 KB, so only those that are used are. */
export function readTables(body: Uint8Array, tables: Map<number, Uint8Array>) {
  for (let at = 0; at + 17 <= body.length; ) {
    const many = body.subarray(at + 1, at + 17).reduce((sum, n) => sum + n, 0)
    tables.set(body[at]!, body.subarray(at + 1, at + 17 + many))
    at += 17 + many
  }
}

/** How many codes there are of 1 to 16 bits, then what each says, shortest first. */
const codesOf = (table: Uint8Array): Codes => {
  const codes = new Uint16Array(1 << 16)
  let [value, from] = [16, 0]
  for (let length = 1; length <= 16; length++)
    for (let n = table[length - 1]!; n > 0; n--) {
      const until = from + (1 << (16 - length))
      codes.fill((length << 8) | table[value++]!, from, until)
      from = until
    }
  return codes
}

/** What a scan is of; 'other' where it has nothing of the first part, undefined where a table is missing. */
export function scanOf(body: Uint8Array, frame: Frame, tables: Map<number, Uint8Array>): Scan | 'other' | undefined {
  const many = body[0]!
  const named = Array.from({ length: many }, (_, n) => {
    const [id, ids = 0] = body.subarray(1 + n * 2)
    const [means, detail] = [tables.get(ids >> 4), tables.get(0x10 | (ids & 15))]
    return { part: frame.parts.find((p) => p.id === id), means, detail }
  })
  // one that mends what an earlier scan has said can't be the first of its part
  if (many > 4 || named.every(({ part }) => part !== frame.parts[0])) return 'other'
  const parts = named.map(({ part, means, detail }) => {
    if (!part || !means || !(detail || frame.isProgressive)) return undefined
    return { part, means: codesOf(means), ...(!frame.isProgressive && detail && { detail: codesOf(detail) }) }
  })
  const isWhole = parts.every((p) => p !== undefined)
  return isWhole ? { parts, shift: frame.isProgressive ? body[3 + many * 2]! & 15 : 0 } : undefined
}
