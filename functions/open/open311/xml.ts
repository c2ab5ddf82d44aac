import { XMLBuilder } from 'fast-xml-parser'

const builder = new XMLBuilder({ ignoreAttributes: true, suppressEmptyNode: false })

// what XML 1.0 has no place for, even escaped
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const cleaned = (value: unknown): unknown =>
  typeof value === 'string'
    ? value.replace(unwritable, '\ufffd')
    : Array.isArray(value)
      ? value.map(cleaned)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, cleaned(v)]))
        : value

/** An XML document; a list is its element repeated. */
export const xmlOf = (value: Record<string, unknown>): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(cleaned(value))}`
