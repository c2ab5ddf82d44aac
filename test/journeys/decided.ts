import type { TestHouse } from '../support/house'
import { call, deliberation, partyMeeting, proposal, resolution } from './meetings'

/** Roads of 48.6 万元 each that 东溪村 decides in June 2026 and may build from the 6th of July on. Answers the matters' ids. */
export const decidedRoads = async (
  h: TestHouse,
  many: number,
  more: Record<string, unknown> = {},
): Promise<string[]> => {
  const roads: string[] = []
  const each = async (person: string, form: Record<string, unknown>) => {
    for (const id of roads) await h.done(person, id, { form })
  }
  h.to('2026-06-11')
  for (let n = 1; n <= many; n++) {
    const form = { title: `第${n}条路面硬化`, topic: 'planning', plan: '硬化1.2公里' }
    roads.push((await h.open('secretary-dongxi', 'matterOfRepresentatives', form)).id)
  }
  await each('secretary-dongxi', { ...proposal('2026-06-11'), ...more })
  h.to('2026-06-12')
  await each('director-dongxi', deliberation('2026-06-12'))
  h.to('2026-06-15')
  await each('secretary-dongxi', partyMeeting('2026-06-15'))
  await each('director-dongxi', call('2026-06-15', '2026-06-19'))
  h.to('2026-06-19')
  await each('director-dongxi', resolution('2026-06-19'))
  h.to('2026-06-20')
  const stages = [
    { on: '2026-07-20', does: '路基做好' },
    { on: '2026-08-10', does: '浇好路面' },
  ]
  await each('clerk-dongxi', { summary: '花四十八万六千元修路。', boardOn: '2026-06-20', stages })
  h.to('2026-07-06')
  await h.sweep()
  return roads
}

/** One of them. */
export const decidedRoad = async (h: TestHouse): Promise<string> => (await decidedRoads(h, 1))[0]

export const contract = (amount: number, more: Record<string, unknown> = {}) => ({
  ...{ sealKind: 'committee', paper: 'contract', document: '路面硬化施工合同', purpose: '请施工队修路', copies: 2 },
  ...{ applicant: '海湾施工队', written: 'whole', amount, ...more },
})

export const bill = (amount: number, on: string, more: Record<string, unknown> = {}) => ({
  ...{ purpose: '石料款', payee: '海湾石料厂', amount, category: '工程款', account: 'village', billOn: on, ...more },
})
