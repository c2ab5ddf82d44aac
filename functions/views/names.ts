import type { Case, Entry } from '@shared/engine/case'
import type { Workflow } from '@shared/engine/workflow'
import type { House } from '../stores'

const villagersOnly = ['villager', 'partyMember', 'representative']

/** How someone is called, in a line of the log where it is about one. */
export type Who = (id: string, line?: Pick<Entry, 'role' | 'step' | 'aside'>) => string

/** How each person in a case is called: office holders by name and post, villagers by name to the office only. */
export const namesOf = async (
  house: House,
  workflow: Workflow,
  now: Case,
  { isOffice, reader }: { isOffice: boolean; reader?: string },
): Promise<Who> => {
  const ids = [
    ...now.log.filter((e) => e.kind === 'person' || e.step === 'open').map((e) => e.person),
    ...[now.owner, now.offered].filter((id) => id !== undefined),
  ]
  const people = new Map((await house.stores.people.many(ids)).map((p) => [p.id, p]))
  const roleOf = (id: string) => now.log.find((e) => e.person === id)?.role
  // whoever holds office has matters of their own, which they raise as anyone does
  const ofOneself = workflow.opensBy.includes('villager') && now.fields.onBehalf === undefined
  const asVillager = (line: Parameters<Who>[1]) =>
    ofOneself && line !== undefined && (line.step === 'open' || speaks(workflow, line))
  return (id, line) => {
    const person = people.get(id)
    if (!person) return '已注销的人'
    if (id === reader) return '您'
    const hidden = id === now.opener && asVillager(line)
    const role = line?.role ?? roleOf(id)
    const post =
      person.posts.find((p) => p.role === role && !villagersOnly.includes(p.role)) ??
      (role ? undefined : person.posts.find((p) => !villagersOnly.includes(p.role)))
    if (post && !hidden && role !== 'villager') return `${post.title} ${person.name}`
    if (isOffice) return person.name
    return now.fields.nameShown === 'surname' ? `${[...person.name][0]}**` : '一位村民'
  }
}

/** Whether a line is what its opener alone may say. */
const speaks = (workflow: Workflow, { step, aside }: { step: string; aside?: string }): boolean =>
  (aside ? workflow.asides.find((a) => a.id === aside) : workflow.steps.find((s) => s.id === step))?.by[0] === 'opener'
