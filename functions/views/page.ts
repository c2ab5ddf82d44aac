import { JsonText } from '../http/serve'
import type { Row } from '../store/table'

/** A page of cards, sent by joining strings: no card is parsed. */
export const pageText = (rows: readonly Row[], next: string | undefined): JsonText =>
  new JsonText(`{"cards":[${rows.map((r) => r.card).join(',')}]${next ? `,"next":${JSON.stringify(next)}` : ''}}`)
