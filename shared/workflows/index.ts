import type { Workflow } from '../engine/workflow'
import { objection, objectionToTownship, questioning } from './asking'
import { audit } from './audit'
import { consultationOutcome } from './consultationOutcome'
import { feedback } from './feedback'
import { kinship } from './kinship'
import { matters } from './matter'
import { correction, majorFinance, notice } from './notice'
import { interview, supervision, watch } from './oversight'
import { request } from './request'
import { rosterChange } from './rosterChange'
import { sealReview } from './sealReview'
import { session } from './session'
import { spending } from './spending'

/** Every workflow in every version that a case may still run under. */
export const workflows: readonly Workflow[] = [
  request,
  session,
  consultationOutcome,
  notice,
  correction,
  majorFinance,
  ...matters,
  objection,
  objectionToTownship,
  questioning,
  kinship,
  rosterChange,
  sealReview,
  spending,
  audit,
  supervision,
  interview,
  watch,
  feedback,
]

/** The definition that a case runs under; without a version the newest. */
export const workflowOf = (id: string, version?: number): Workflow | undefined =>
  workflows
    .filter((w) => w.id === id && (version === undefined || w.version === version))
    .sort((a, b) => b.version - a.version)[0]

/** Whether posting such a case takes the one that it came from off the board (更正). */
export const isCorrection = ({ owedAs }: Workflow): boolean => owedAs === 'correction'
