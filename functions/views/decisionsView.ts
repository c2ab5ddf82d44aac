import { asOf } from '@shared/engine/asOf'
import { isDay } from '@shared/engine/deadline'
import type { DecisionsView } from '@shared/schemas/reviewViews'
import type { CardView } from '@shared/schemas/views'
import { decided, matterOfRepresentatives } from '@shared/workflows/matter'
import type { StoredCase } from '../store/caseStore'
import type { VillageAt } from '../store/placeStore'
import type { House } from '../stores'
import { worldOf } from '../world'

const [mostListed, mostOpened] = [500, 50]

/** Steps in which a decision's money may be used, and the one that time alone leads on from. */
const mayBePassed: readonly string[] = [...decided, 'decisionDisplay']

/** Passed decisions of a village with what is left of their money, the last first; at most 50. For the office. */
export const decisionsView = async (house: House, at: VillageAt): Promise<DecisionsView> => {
  const { rows } = await house.stores.cases.ofKind(at.village.id, matterOfRepresentatives.mark, { limit: mostListed })
  const cards = rows.map(({ card }) => JSON.parse(card!) as CardView).filter(isPassed)
  const stored = await Promise.all(cards.slice(0, mostOpened).map(({ id }) => house.stores.cases.get(id)))
  const decisions = await Promise.all(stored.map((s) => (s ? decisionOf(house, at, s) : undefined)))
  return { decisions: decisions.filter((d) => d !== undefined).sort((a, b) => (a.passedOn > b.passedOn ? -1 : 1)) }
}

const isPassed = ({ step, outcome }: CardView): boolean =>
  mayBePassed.includes(step) && (step !== 'closed' || ['served', 'appraised'].includes(outcome ?? ''))

const decisionOf = async (
  house: House,
  at: VillageAt,
  { found, workflow }: StoredCase,
): Promise<DecisionsView['decisions'][number] | undefined> => {
  const { now } = asOf(workflow, found, await worldOf(house, at, found.log[0].at))
  const passed = now.log.findLast((e) => e.step === 'resolution' && e.outcome === 'passed')
  if (!passed || !(decided as readonly string[]).includes(now.step)) return undefined
  const budget = Number(now.fields.budget ?? 0)
  return {
    ...{ id: now.id, number: now.number, title: now.title, budget },
    passedOn: isDay(passed.values.heldOn) ? passed.values.heldOn : passed.on,
    ...{ left: budget - now.drawn, unpledged: budget - (now.pledged ?? 0) },
  }
}
