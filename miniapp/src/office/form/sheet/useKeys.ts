import { useRef, useState } from 'react'

/** Keys of rows: a row keeps its own when one above it goes, or its half-typed amount would slip into the neighbour's box. */
export function useKeys(length: number) {
  const [first] = useState(() => ({ next: length, keys: Array.from({ length }, (_, i) => i) }))
  const box = useRef(first)
  while (box.current.keys.length < length) box.current.keys.push(box.current.next++)
  box.current.keys.length = length
  return { of: (i: number) => box.current.keys[i], drop: (i: number) => box.current.keys.splice(i, 1) }
}
