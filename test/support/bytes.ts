export type Part = string | readonly number[] | Uint8Array

/** All parts one after the other; text as Latin letters. */
export const bytesOf = (...parts: Part[]) =>
  new Uint8Array(Buffer.concat(parts.map((p) => (typeof p === 'string' ? Buffer.from(p, 'latin1') : Buffer.from(p)))))
/** A number in so many bytes, weightiest first, and last. */
export const be = (value: number, length: number) =>
  Array.from({ length }, (_, i) => Math.floor(value / 256 ** (length - 1 - i)) % 256)
export const le = (value: number, length: number) => be(value, length).reverse()
