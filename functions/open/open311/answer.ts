import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { keptHeaders, safeHeaders } from '../../http/headers'
import { linkHeader } from '../licence'
import { keptSeconds } from '../tables'
import { xmlOf } from './xml'

export type Format = 'json' | 'xml'

/** A refusal in the words of GeoReport v2: a list of code and description. */
export class Open311Refused extends Error {
  constructor(
    readonly code: 400 | 404,
    readonly says: string,
  ) {
    super(says)
  }
}

export const types: Readonly<Record<Format, string>> = {
  json: 'application/json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
}

/** What is sent: the JSON as it is, the XML under its root. */
export type Both = { json: unknown; xml: Record<string, unknown> }

const sent = (c: Context, format: Format, { json, xml }: Both, status: ContentfulStatusCode, headers: object) =>
  c.body(format === 'json' ? JSON.stringify(json) : xmlOf(xml), status, { ...headers, 'content-type': types[format] })

/** Answers in the asked format; a refusal inside is answered as the specification has it. */
export const answered = async (c: Context, format: Format, give: () => Promise<Both>): Promise<Response> => {
  try {
    return sent(c, format, await give(), 200, { ...keptHeaders(keptSeconds), link: linkHeader })
  } catch (e) {
    if (!(e instanceof Open311Refused)) throw e
    const errors = [{ code: e.code, description: e.says }]
    return sent(c, format, { json: errors, xml: { errors: { error: errors } } }, e.code, safeHeaders)
  }
}
