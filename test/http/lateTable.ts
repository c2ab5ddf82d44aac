import type { CaseView } from '@shared/schemas/views'
import { proposal } from '../journeys/meetings'
import { published } from '../journeys/notices'
import type { TestHouse } from '../support/house'
import { lamps, raise } from './requesting'

const monday = '2026-12-28'

/** What waits in 东溪村 over the turn of the year, each dated while nobody knew the table of 2027. Ends on 2026-12-31, ten o'clock. */
export const overNewYear = async (h: TestHouse) => {
  const raised = async (person = 'villager-dongxi') => (await raise(h, person, lamps)).id
  const takenInHand = async (person?: string) => {
    const id = await raised(person)
    await h.done('clerk-dongxi', id, { outcome: 'acknowledged' })
    return id
  }
  const heard = async (outcome: string, person: string) => {
    const id = await takenInHand(person)
    await h.done('secretary-dongxi', id, { outcome, form: { decision: '商量过，说定了。', heldOn: monday } })
    return id
  }
  h.to(monday)
  const handled = await heard('handle', 'villager-dongxi')
  const extended = await heard('handle', 'villager-dongxi')
  const resumed = await heard('handle', 'neighbour-dongxi')
  const paused = await heard('handle', 'neighbour-dongxi')
  const rated = await heard('answered', 'representative-dongxi')
  const waiting = await takenInHand('representative-dongxi')
  // due in the old year, whatever the new one brings
  const dueBefore = await raised('supervisor-dongxi')
  const matter = await h.open('secretary-dongxi', 'matterOfRepresentatives', {
    ...{ title: '三组到四组路面硬化', topic: 'planning', plan: '硬化1.2公里' },
  })
  const costly = { ...proposal(monday), budget: 60_000_000, finishBy: '2027-08-15' }
  await h.done('secretary-dongxi', matter.id, { form: costly })
  h.to('2026-12-29')
  await h.done('secretary-dongxi', extended, { aside: 'extend', form: { days: 2, reason: '等材料到货' } })
  for (const id of [resumed, paused])
    await h.done('secretary-dongxi', id, { aside: 'askVillager', form: { question: '哪几盏不亮？' } })
  h.to('2026-12-30')
  await h.done('neighbour-dongxi', resumed, { aside: 'supplement', form: { text: '靠河的三盏。' } })
  await h.done('director-dongxi', matter.id, { form: deliberated })
  const urgent = await raised('representative-dongxi')
  await h.done('clerk-dongxi', urgent, { outcome: 'urgent' })
  h.to('2026-12-31', '09:00')
  const acknowledgement = await raised('supervisor-dongxi')
  const notice = { title: '三组规划', board: 'village', item: 'V02', audience: 'everyone' }
  const words = { summary: '三组要修一条路。', body: '从晒谷场修到河边。' }
  const display = (await published(h, { ...notice, ...words, happenedOn: '2026-12-28' }, '2026-12-31')).id
  await h.sweep()
  h.to('2026-12-31', '10:00')
  return {
    ...{ acknowledgement, urgent, legality: matter.id, handled, extended, resumed, paused, rated, waiting },
    ...{ display, dueBefore },
  }
}

const deliberated = {
  ...{ heldOn: '2026-12-30', startsAt: '09:00', place: '村委会二楼', minutes: '到会的人都说了意见，记在会议簿上。' },
  ...{ present: 9, votesFor: 8, votesAgainst: 0, votesAbstain: 1 },
}

export type Scene = Awaited<ReturnType<typeof overNewYear>>

/** The days of everything that waits, as anyone sees them. */
export const daysOf = async (h: TestHouse, scene: Scene) => {
  const all = await Promise.all(
    Object.entries(scene).map(async ([name, id]) => {
      const stored = await h.house.stores.cases.get(id)
      const { dueOn, dueIsProvisional, lapsesOn, shown } = stored!.found
      const day = `${dueOn}${dueIsProvisional ? ' 暂定' : ''}`
      return [name, [day, lapsesOn, shown?.untilOn].filter((d) => d !== undefined).join(' / ')] as const
    }),
  )
  return Object.fromEntries(all) as Record<keyof Scene, string>
}

export const seen = (h: TestHouse, id: string): Promise<CaseView> => h.see('secretary-dongxi', id)
