import { copyFileSync } from 'node:fs'
import type { Case } from '@shared/engine/case'
import { clockwork } from '../../functions/clockwork'
import { places } from '../../functions/demo/places'
import { openSqlite } from '../../functions/store/engines/sqlite'
import { copySqlite } from '../../functions/store/engines/sqliteCopy'
import { everyItem } from '../../functions/store/everyRecord'
import type { Table } from '../../functions/store/table'
import { sweepAll } from '../../functions/sweeping'
import { appOver, founded, poster } from './village'

/** The mornings on which the job runs: one after the other, then late by days. */
export const mornings = [
  ...['2026-06-02', '2026-06-04', '2026-06-08', '2026-06-11', '2026-06-18'],
  ...['2026-06-26', '2026-07-06'],
]
export const at = (day: string, time = '08:30') => Date.parse(`${day}T${time}:00+08:00`)

/** Two villages with open work that nobody goes on with: requests to be taken on, to be heard and at work. */
export const waitingVillage = async (folder: string, many: number): Promise<(name: string) => string> => {
  const copy = await founded(folder, at('2026-06-01'))
  const path = copy('waiting')
  const table = openSqlite(path)
  let now = at('2026-06-01', '09:00')
  const app = appOver(table, folder, () => now)
  // what the other villages' rosters still had to tell is told
  await sweepAll(app.house)
  await app.house.stores.places.save({ townships: [{ ...places, villages: places.villages.slice(0, 2) }] })
  const post = poster(app)
  const sent = async (person: string, to: string, body: object) => {
    const answer = await post<{ id: string; seen: number }>(person, to, body)
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.body))
    return answer.body
  }
  for (let n = 0; n < many; n++) {
    now += 60_000
    const form = { text: `第${n}盏路灯不亮`, category: 'utilities', visibility: n % 2 ? 'villagers' : 'office' }
    const { id } = await sent('villager-dongxi', '/api/cases', {
      ...{ actId: `raised-waiting-${n}`, workflow: 'request', villageId: 'dongxi', form },
    })
    if (n % 3 === 0) continue
    const outcome = n % 3 === 1 ? 'acknowledged' : 'urgent'
    await sent('clerk-dongxi', `/api/cases/${id}/acts`, { actId: `taken-waiting-${n}`, seen: 1, outcome, form: {} })
  }
  await clockwork(app.house)
  copySqlite(path, `${folder}/base-waiting.db`)
  await table.close()
  return (name) => {
    copyFileSync(`${folder}/base-waiting.db`, `${folder}/${name}.db`)
    return `${folder}/${name}.db`
  }
}

/**
 * What the job has left behind, but for salts and hashes: the acts of each log in order, what each desk was told of which
 * case, and what was kept of each day. Lines of one instant may stand in either order.
 */
export const leftBehind = async (table: Table): Promise<readonly string[]> => {
  const items = await everyItem(table)
  return items
    .flatMap(({ pk, head, body }): string[] => {
      if (head) return [`${pk} ${(JSON.parse(body) as Case).log.map((e) => e.actId).join(' ')}`]
      if (pk.startsWith('inbox#'))
        return [
          `${pk} ${(JSON.parse(body).lines as { no: number; says: string }[]).map((l) => `${l.no}${l.says}`).join()}`,
        ]
      return pk.startsWith('snapshot#') ? [`${pk} ${body}`] : []
    })
    .sort()
}

/** How often each rung stands in each log: `case visit:rung`. */
export const rungsIn = (left: readonly string[]): readonly string[] =>
  left.flatMap((line) => {
    const [id, ...acts] = line.split(' ')
    return acts.filter((a) => a.startsWith('rung:')).map((a) => `${id} ${a}`)
  })
