import { type Refusal, type RefusalName, refuse } from '@shared/engine/refusal'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { safeHeaders } from './headers'

const status: Partial<Record<RefusalName, ContentfulStatusCode>> = {
  badRequest: 400,
  notSignedIn: 401,
  signInExpired: 401,
  notInScope: 403,
  notYourTurn: 403,
  mustBeAnother: 403,
  notAvailable: 404,
  notFound: 404,
  someoneActedFirst: 409,
  caseIsClosed: 409,
  onlyOnce: 409,
  notNow: 409,
  tooLarge: 413,
  tooManyRequests: 429,
  broken: 500,
}

/** The HTTP status of a refusal; rules and forms that aren't met are 422. */
export const statusOf = (name: RefusalName): ContentfulStatusCode => status[name] ?? 422

/** Answers with `{refusal, says, detail}`. */
export const refused = (c: Context, { refusal, says, detail }: Refusal) =>
  c.json({ refusal, says, detail: detail ?? {} }, statusOf(refusal), safeHeaders)

/** Thrown inside `http/` and routes only, where an answer must be broken off. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(name: RefusalName, says?: string, detail?: Record<string, unknown>) {
    super(name)
    this.refusal = refuse(name, says, detail)
  }
}
