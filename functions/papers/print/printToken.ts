import { createHmac } from 'node:crypto'
import { z } from '@shared/schemas/zod'
import { sameText } from '../../sameText'
import type { House } from '../../stores'

/** A case on which paper, for whom; without a person for anyone. */
export type CaseAsked = { case: string; size: 'A4' | 'A3' | 'poster' | 'receipt'; person?: string }
/** The agenda of a village's session of a day, for someone of its office. */
export type AgendaAsked = { agenda: string; on: string; person: string }
/** A matter as the form that is filed or as the resolution that is hung, for someone who may see it. */
export type MatterAsked = { matter: string; form: 'record' | 'resolution'; person: string }
/** A month of a village's register of seals, for someone of its office. */
export type SealsAsked = { seals: string; month: string; person: string }
/** 月报告 or 季调度 of a township, or of one village of it, for someone who may have it. */
export type ReportPaper = { report: string; period: string; village?: string; person: string }
/** Codes to cut out, for someone of a village's office: what they are lies locked under the ticket. */
export type SlipsAsked = { slips: string; person: string }
export type PrintAsked = SlipsAsked | CaseAsked | AgendaAsked | MatterAsked | SealsAsked | ReportPaper

const minutes = 10
const until = z.number()
const claims = z.union([
  z.strictObject({
    case: z.string(),
    size: z.enum(['A4', 'A3', 'poster', 'receipt']),
    person: z.string().optional(),
    until,
  }),
  z.strictObject({ slips: z.string(), person: z.string(), until }),
  z.strictObject({ agenda: z.string(), on: z.string(), person: z.string(), until }),
  z.strictObject({ seals: z.string(), month: z.string(), person: z.string(), until }),
  z.strictObject({ report: z.string(), period: z.string(), village: z.string().optional(), person: z.string(), until }),
  z.strictObject({ matter: z.string(), form: z.enum(['record', 'resolution']), person: z.string(), until }),
])

type Signs = Pick<House, 'secret' | 'now'>

const signed = ({ secret }: Signs, part: string): string =>
  createHmac('sha256', secret).update(`print\0${part}`).digest('base64url')

/** A word for an address that opens this page for ten minutes: printers and other windows carry no sign-in. */
export const printToken = (house: Signs, asked: PrintAsked): string => {
  const part = Buffer.from(JSON.stringify({ ...asked, until: house.now() + minutes * 60_000 })).toString('base64url')
  return `${part}.${signed(house, part)}`
}

/** What a token stands for; undefined if we didn't give it out, or if its ten minutes are over. */
export const printAsked = (house: Signs, token: string): PrintAsked | undefined => {
  const [part, signature = ''] = token.split('.')
  if (!sameText(signed(house, part), signature)) return undefined
  const { until, ...asked } = claims.parse(JSON.parse(Buffer.from(part, 'base64url').toString()))
  return until > house.now() ? asked : undefined
}
