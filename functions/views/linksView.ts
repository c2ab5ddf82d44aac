import type { Case } from '@shared/engine/case'
import type { CaseView } from '@shared/schemas/views'
import { may, type Reader } from '../scope'
import { isStone, stoneTitle } from '../store/caseCard'
import type { House } from '../stores'

/** The cases it came from, is about, and that came of it; only those that this reader may see. */
export const linksView = async (house: House, now: Case, reader: Reader): Promise<CaseView['links']> => {
  const link = async (id: string | undefined) => {
    const other = id === undefined ? undefined : await house.stores.cases.get(id)
    if (!other || !may(reader.person, 'seeCase', other, reader.today)) return undefined
    const { found } = other
    return {
      id: found.id,
      workflow: found.workflow,
      title: isStone(other.workflow, found) ? stoneTitle : found.title,
      number: found.number,
      step: found.step,
      closed: found.step === 'closed',
    }
  }
  const linked = await house.stores.cases.linkedTo(now.id)
  const ids = [...new Set([...now.children.map((c) => c.id), ...linked.map((r) => r.pk)])].slice(0, 20)
  const into = now.log.find((e) => e.aside === 'merge')?.values.into as string | undefined
  const mergedIds = now.log.flatMap((e) => (e.aside === 'merged' ? [e.values.caseId as string] : []))
  const [[from, about, within], children, merged] = await Promise.all([
    Promise.all([now.from, now.about, into].map(link)),
    Promise.all(ids.map(link)),
    Promise.all(mergedIds.slice(0, 20).map(link)),
  ])
  return {
    ...{ from, about, into: within },
    children: children.filter((c) => c !== undefined),
    merged: merged.filter((c) => c !== undefined),
  }
}
