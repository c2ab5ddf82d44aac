import type { Workflow } from '../engine/workflow'
import { matterOfRepresentatives } from './matter'
import { notice } from './notice'
import { request } from './request'
import { session } from './session'

/** Every workflow in every version that a case may still run under. */
export const workflows: readonly Workflow[] = [request, session, notice, matterOfRepresentatives]

/** The definition that a case runs under; without a version the newest. */
export const workflowOf = (id: string, version?: number): Workflow | undefined =>
  workflows
    .filter((w) => w.id === id && (version === undefined || w.version === version))
    .sort((a, b) => b.version - a.version)[0]
